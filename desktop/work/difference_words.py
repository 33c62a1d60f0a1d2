"""A comparison in words of one language: what each change is called, what stood there, what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from desktop.work.differences import Changed, Comparison
from desktop.work.subject_names import SubjectNames
from schema.exchange.catalogue_update.difference import Difference
from schema.exchange.net_changes import ChangeKind, NetChange
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, PublishedValue, Record, Restatement, SlotText, Snapshot
from schema.values.kept_things import Subject, Thing, canonical, parse_subject
from schema.values.omissions import OMISSIONS
from schema.values.records import name_in
from schema.values.requests import Approval

KIND_WORDS: Mapping[ChangeKind, str] = {
    "value": "diff.kind.value", "text": "diff.kind.text", "record": "diff.kind.record",
    "omission": "diff.kind.omission", "published": "diff.kind.published", "definition": "diff.kind.definition",
    "approval": "diff.kind.approval", "evidence": "diff.kind.evidence",
}  # fmt: skip
_DETAILS = ("footnote", "note", "method", "source", "as_of")
_FOLDED = 1  # unchanged paragraphs that stay in sight beside a changed one


@dataclass(frozen=True, slots=True)
class Told:
    """One change for people: `subject` is its text form, `before` and `after` are empty where nothing stood there."""

    kind: ChangeKind
    subject: str
    name: str
    before: str
    after: str
    who: str
    at: str
    reason: str


@dataclass(frozen=True)
class DifferenceWords:
    """The changes of a comparison in a language; `snapshot` names what stands in the workspace now."""

    comparison: Comparison
    snapshot: Snapshot
    language: str

    @cached_property
    def _names(self) -> tuple[SubjectNames, SubjectNames]:
        sides = (self.comparison.after, self.comparison.before)
        new, old = (SubjectNames(side.definitions, self.snapshot, self.language) for side in sides)
        return new, old

    def phrase(self, code: str) -> str:
        """Return a phrase of the program."""
        return self.comparison.after.definitions.catalogue.phrases[code].best(self.language)

    def kind(self, kind: ChangeKind) -> str:
        """Return what a kind of change is called."""
        return self.phrase(KIND_WORDS[kind])

    @property
    def title(self) -> str:
        """What is compared with what."""
        sides = (self.comparison.before, self.comparison.after)
        return " → ".join(side.name or self.phrase("diff.now") for side in sides)

    def told(self, changed: Changed) -> Told:
        """Return a change in words."""
        what, entry = changed.what, changed.entry
        who, reason = (entry.who, entry.reason) if entry else ("", "")
        at = entry.when.isoformat(timespec="seconds") if entry else ""
        if isinstance(what, Difference):
            before, after = self._definition(what)
            name = what.name.best(self.language)
            return Told("definition", f"definitions/{what.place}", name, before, after, who, at, reason)
        before, after = (self.thing(thing) for thing in (what.before, what.after))
        return Told(what.kind, what.text, self.name(what), before, after, who, at, reason)

    def name(self, change: NetChange) -> str:
        """Return what people call it, by the new definitions, else by the old ones."""
        subject = change.subject
        thing = change.after or change.before
        if isinstance(thing, Approval):
            inner = parse_subject(thing.subject)
            return self._named(inner) if inner is not None else thing.subject
        if isinstance(thing, PublishedValue | Restatement):
            return f"{self._named(thing.key)} · {thing.report}"
        if isinstance(thing, Record):
            return self._record(thing)
        return self._named(subject)

    def _named(self, subject: Subject) -> str:
        new, old = self._names
        known = new.name(subject)
        name = old.name(subject) if known in ("", canonical(subject)) else known
        return f"{name} · {subject.period}" if isinstance(subject, Key) else name

    def _record(self, record: Record) -> str:
        kinds = (names.definitions.catalogue.records.get(record.key.type) for names in self._names)
        kind = next(filter(None, kinds), None)
        return name_in(record, kind, self.language) if kind else record.key.canonical()

    def _definition(self, difference: Difference) -> tuple[str, str]:
        if difference.parts:
            return difference.now(self.language), difference.new(self.language)
        name = difference.name.best(self.language) or difference.place
        return ("", name) if difference.kind == "added" else (name, "")

    def thing(self, thing: Thing | None) -> str:
        """Return what stands somewhere as people read it; an empty text where nothing does."""
        new, old = self._names
        match thing:
            case None:
                return ""
            case DataPoint():
                return self._point(thing)
            case SlotText():
                return thing.text
            case Record():
                return new.record_text(thing) or old.record_text(thing)
            case PublishedValue():
                return " · ".join(filter(None, (thing.text, thing.place)))
            case Restatement():
                return thing.reason.best(self.language)
            case Approval():
                words = (thing.quoted or thing.who, thing.at.replace("T", " ").removesuffix("Z"), thing.remark)
                return " · ".join(filter(None, words))
            case _:
                return str(getattr(thing, "name", "")) or "…"

    def _point(self, point: DataPoint) -> str:
        names = next((n for n in self._names if point.key.metric in n.definitions.catalogue.metrics), self._names[0])
        phrases = names.definitions.catalogue.phrases
        omission = OMISSIONS.get(point.omission)
        phrase = phrases.get(omission.phrase) if omission else None
        value = phrase.best(self.language) if phrase else names.shown(point)
        return " · ".join(filter(None, (value, *(getattr(point, name) for name in _DETAILS))))


def paragraphs(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of two texts with what became of each: "-" gone, "+" new, "" in both.

    Those far from any change are folded into one with the mark "…", which says how many there are.
    """
    old, new = (text.split("\n") for text in (before, after))
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (step, first, last, start, stop) in enumerate(steps):
        if step == "equal":
            yield from _kept(old[first:last], begins=number == 0, ends=number == len(steps) - 1)
        else:
            yield from (("-", line) for line in old[first:last] if line.strip())
            yield from (("+", line) for line in new[start:stop] if line.strip())


def _kept(lines: list[str], *, begins: bool, ends: bool) -> Iterator[tuple[str, str]]:
    head, tail = (0 if begins else _FOLDED), (0 if ends else _FOLDED)
    if len(lines) <= head + tail:
        yield from (("", line) for line in lines if line.strip())
        return
    yield from (("", line) for line in lines[:head] if line.strip())
    yield "…", str(sum(bool(line.strip()) for line in lines[head : len(lines) - tail]))
    yield from (("", line) for line in lines[len(lines) - tail :] if line.strip() and tail)
