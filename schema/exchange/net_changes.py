"""What is different between two states of a workspace: net, so that what was changed and changed back is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from schema.catalogue.inputs import Inputs
from schema.catalogue.outline import Definitions, Outline, placements
from schema.exchange.catalogue_book.rows import to_sheets
from schema.exchange.catalogue_update.difference import Difference, Part, words_of
from schema.exchange.catalogue_update.entries import Entry, own_fields, read_entries
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import LANGUAGES
from schema.values.datapoint import DataPoint, PublishedValue, Record, Restatement, SlotText
from schema.values.kept_things import KEPT, Subject, Thing, canonical
from schema.values.requests import Approval

ChangeKind = Literal["value", "text", "record", "omission", "published", "definition", "approval", "evidence"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)

# By what history calls a type of subject; the others are no content of a report.
_KINDS: Mapping[str, ChangeKind] = {
    "point": "value", "text": "text", "record": "record", "published": "published", "restatement": "published",
    "approval": "approval", "evidence": "evidence",
}  # fmt: skip

_WORDED = ("text", "record")  # what may name values between braces

States = Mapping[str, Mapping[str, str]]  # by kind, then by subject as history writes it
Written = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NetChange:
    """What stood at a subject and what stands there; `written` is how history names it."""

    kind: ChangeKind
    subject: Subject
    written: Written
    before: Thing | None
    after: Thing | None

    @property
    def text(self) -> str:
        """Its subject in the one text form."""
        return canonical(self.subject)


def net_changes(before: States, after: States) -> tuple[NetChange, ...]:
    """Return what is different, sorted by kind and by subject."""
    found = list(_changes(before, after))
    return tuple(sorted(found, key=lambda change: (CHANGE_KINDS.index(change.kind), change.text)))


def _changes(before: States, after: States) -> Iterator[NetChange]:
    for kept in KEPT:
        name = kept.form.kind
        old, new = before.get(name, {}), after.get(name, {})
        for stored in old.keys() | new.keys() if name in _KINDS else ():
            if old.get(stored) != new.get(stored):
                subject = kept.form.restored(stored)
                was, now = (kept.thing_of(subject, states.get(stored, "")) for states in (old, new))
                if _told(was) != _told(now):
                    yield NetChange(_kind(name, was, now), subject, (name, stored), was, now)


def _told(thing: Thing | None) -> Thing | None:
    """Return what a thing says, however its number was typed."""
    return replace(thing, typed="") if isinstance(thing, DataPoint) and thing.value is not None else thing


def _kind(name: str, *things: Thing | None) -> ChangeKind:
    omitted = any(isinstance(thing, DataPoint) and thing.omission for thing in things)
    return "omission" if omitted else _KINDS[name]


def definition_changes(before: Definitions, after: Definitions) -> tuple[Difference, ...]:
    """Return what the definitions say otherwise: entries that came or went, and fields that changed."""
    if before.hash == after.hash:
        return ()
    old, new = (read_entries(to_sheets(definitions)) for definitions in (before, after))
    found: list[Difference] = []
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name), new.get(name)
        if was is not None and now is not None:
            found += [Difference("changed", name, (part,), words_of(now.cells)) for part in _parts(was, now)]
        elif (one := now or was) is not None:
            found.append(Difference("removed" if now is None else "added", name, (), words_of(one.cells)))
    return tuple(sorted(found, key=lambda difference: difference.place))


def _parts(was: Entry, now: Entry) -> Iterator[Part]:
    for field in own_fields(was.sheet):
        cells = tuple(entry.cells.get(field.name, ("",)) for entry in (was, now))
        if cells[0] != cells[1]:
            yield Part(field.name, *cells)


def concerning(report: str, definitions: Definitions, *sides: States) -> Callable[[NetChange], bool]:
    """Return what says whether a change concerns a report: its values of any year, its texts, its records.

    Values that only a text or a record links, on one of the `sides`, are its values, too.
    """
    linked = (code for states in sides for code in _linked(report, states))
    metrics = frozenset(_asked(definitions.outlines[report], definitions, linked))

    def concerns(change: NetChange) -> bool:
        if isinstance(change.subject, Key):
            return change.subject.metric in metrics
        things = (change.before, change.after)
        return any(_report(thing) == report for thing in things)

    return concerns


def _report(thing: Thing | None) -> str:
    match thing:
        case SlotText() | Record() | PublishedValue() | Restatement() | Approval():
            return thing.report
        case _:
            return ""


def _asked(outline: Outline, definitions: Definitions, linked: Iterator[str]) -> Iterator[str]:
    inputs = Inputs(definitions.catalogue.metrics)
    for code in (*_placed(outline), *linked):
        yield code
        if code in definitions.catalogue.metrics:
            yield from inputs.of(code)


def _placed(outline: Outline) -> Iterator[str]:
    for section in outline.walk():
        for block in section.blocks:
            references = (parse_reference(row.reference) for row in placements(block))
            yield from (reference.code for reference in references if reference is not None)


def _linked(report: str, states: States) -> Iterator[str]:
    """Yield the metrics that texts and records of a report name between braces."""
    for kept in KEPT:
        for stored, state in states.get(kept.form.kind, {}).items() if kept.form.kind in _WORDED else ():
            if "{" in state[1:]:  # as history keeps it, it begins with one
                yield from _links(report, kept.thing_of(kept.form.restored(stored), state))


def _links(report: str, thing: Thing | None) -> Iterator[str]:
    match thing:
        case SlotText(report=own, text=text) if own == report:
            texts = [text]
        case Record(report=own, fields=fields) if own == report:
            texts = [field.words.get(language) for field in fields.values() for language in LANGUAGES]
        case _:
            return
    pieces = (piece for text in texts for piece in parse_linked(text))
    yield from (piece.reference.code for piece in pieces if isinstance(piece, LinkedNumber))
