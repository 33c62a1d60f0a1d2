"""Which doubts a person has answered: a remark holds as long as what stands at its subject is what it was then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from schema.catalogue.outline import Definitions
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, parse_record
from schema.grammar.words import LANGUAGES
from schema.validation.facts import CONTENT, ID, Amount, AmountAt, Percent
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt, OutlineAt, Subject, write_subject
from schema.values.changes import thing_at
from schema.values.datapoint import DataPoint, Remark
from schema.values.figures import Figures
from schema.values.kept_form import state
from schema.values.kept_things import REMARKS
from schema.values.record_places import rows_by_block
from schema.values.records import to_plain
from schema.values.subject import RemarkAt, TextAt

CHANGES = ("change.large", "change.far", "change.none", "change.apart", "change.slip", "change.figure", "change.sign")

# What a note answered when there was one field for footnote, note and remark. It never answered a contradiction.
NOTED = (
    "value.over_hundred", "date.outside", "since.differs", "slip.copied", "slip.swapped", *CHANGES,
    "published.inputs",
)  # fmt: skip

# One question asked in other words: how far two years are apart. A reason that answers one of them answers it.
_ALIKE: Mapping[str, tuple[str, ...]] = dict.fromkeys(CHANGES, CHANGES)

# What kinds of contradictions were called while they were doubts about print; the others were called the same.
_RENAMED: Mapping[str, str] = {"reprinted": "restated", "prints": "reports"}


def is_answerable(issue: Issue) -> bool:
    """Whether a person's reason may stand instead of a change.

    Doubts, contradictions, and what a sentence says against the data: words can be read wrongly, and a false alarm must
    not block. That whoever is quoted agrees is noted as an approval, never as a reason.
    """
    if issue.code == "quote.unapproved":
        return False
    return issue.severity == "doubt" or issue.code.startswith(("statement.", "contradiction."))


def answer_at(issue: Issue) -> RemarkAt:
    """Return where the answer to an issue is kept: beside the value or text, one for all issues of a code.

    Each contradiction has an answer of its own.
    """
    assert issue.at is not None
    code = f"contradiction.{issue.facts[ID]}" if ID in issue.facts else issue.code
    return RemarkAt(write_subject(issue.at), code)


def can_be_answered(issue: Issue) -> bool:
    """Whether a reason can be kept for it: it stands at something, and its severity lets a reason stand."""
    return issue.at is not None and issue.severity != "work" and is_answerable(issue)


@dataclass(frozen=True, slots=True)
class Answer:
    """A doubt that asks for nothing more: the reason, by whom and when (empty where it is a note of before).

    `code` is the one that the remark is kept under, which may be that of a doubt alike.
    """

    issue: Issue
    reason: str
    who: str = ""
    at: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the checks find: what is open, and the doubts that are answered."""

    open: tuple[Issue, ...]
    answered: tuple[Answer, ...] = ()


def findings(issues: Iterable[Issue], definitions: Definitions, figures: Figures) -> Findings:
    """Part what is open from what is answered, both in the order of the issues."""
    listed = tuple(issues)
    reader = _Reader(definitions, figures, listed)
    pairs = [(issue, reader.answer(issue)) for issue in listed]
    unanswered = tuple(issue for issue, answer in pairs if answer is None)
    return Findings(unanswered, tuple(answer for _, answer in pairs if answer is not None))


def _former(issue: Issue) -> str:
    """Return the code of the doubt that a contradiction once was: answers to it hold."""
    kind = issue.code.removeprefix("contradiction.") if ID in issue.facts else ""
    return "restatement.stale" if kind == "stale" else f"published.{_RENAMED.get(kind, kind)}"


class _Reader:
    """Finds the answer to one doubt after the other; what stands at a subject is looked up once."""

    def __init__(self, definitions: Definitions, figures: Figures, issues: tuple[Issue, ...]) -> None:
        self._issues = issues
        self._definitions, self._figures = definitions, figures
        self._remarks: Mapping[RemarkAt, Remark] = REMARKS.place.all(figures.snapshot)
        self._contents: dict[str, str] = {}

    def answer(self, issue: Issue) -> Answer | None:
        """Return the answer; None for what only a change can mend, and for what is still open."""
        if not is_answerable(issue):
            return None
        if self._remarks and issue.at is not None and (remark := self._remark(issue)) is not None:
            return Answer(issue, remark.reason, remark.who, remark.at, remark.code)
        return self._noted(issue) if issue.code in NOTED else None

    def _remark(self, issue: Issue) -> Remark | None:
        """Return the remark that holds: its content is what the issue is about now."""
        at = answer_at(issue)
        for code in _ALIKE.get(at.code, (at.code,)):
            remark = self._remarks.get(RemarkAt(at.subject, code))
            if remark is not None and remark.content == self._content(at.subject, issue):
                return remark
        former = self._remarks.get(RemarkAt(at.subject, _former(issue)))
        return former if former is not None and former.content == self._stored(at.subject, issue) else None

    def _content(self, subject: str, issue: Issue) -> str:
        if ID in issue.facts:
            return str(issue.facts[CONTENT])
        if not issue.code.startswith("statement."):
            return self._stored(subject, issue)
        place = f"{subject} {issue.code}"
        if place not in self._contents:
            beside = [other for other in self._issues if other.code == issue.code and other.at == issue.at]
            self._contents[place] = answered_content(issue, self._definitions, self._figures, beside)
        return self._contents[place]

    def _stored(self, subject: str, issue: Issue) -> str:
        """Return the content of what stands at the subject."""
        assert issue.at is not None
        if subject not in self._contents:
            self._contents[subject] = content_of(issue.at, self._definitions, self._figures)
        return self._contents[subject]

    def _noted(self, issue: Issue) -> Answer | None:
        notes = (point.note for key in self._answering(issue) if (point := self._unsorted(key)) is not None)
        return next((Answer(issue, note) for note in notes), None)

    def _answering(self, issue: Issue) -> Iterable[Key]:
        """Yield the values whose notes used to answer a doubt: its own, the other of a pair, a figure's inputs."""
        if issue.key is None:
            return
        yield issue.key
        if isinstance(other := issue.facts.get("other"), Key):
            yield other
        if issue.code in CHANGES:
            yield from self._figures.leaves(self._figures.value(issue.key))

    def _unsorted(self, key: Key) -> DataPoint | None:
        point = self._figures.snapshot.points.get(key)
        return point if point is not None and point.unsorted else None


def answered_content(issue: Issue, definitions: Definitions, figures: Figures, beside: Iterable[Issue] = ()) -> str:
    """Return the SHA-256 of what a reason is about: what stands there, and for a sentence the data against it.

    Of a contradiction it is what its statements say. `beside` are all sentences of a text with this code: one reason
    answers them.
    """
    assert issue.at is not None
    if ID in issue.facts:
        return str(issue.facts[CONTENT])
    content = content_of(issue.at, definitions, figures)
    if not issue.code.startswith("statement."):
        return content
    if isinstance(issue.at, Key) and (point := figures.snapshot.points.get(issue.at)) is not None:
        content = f"{content} {point.footnote}"
    amounts = dict.fromkeys(amount for one in (issue, *beside) for amount in _amounts(one))
    return hashlib.sha256("\n".join((content, *sorted(amounts))).encode()).hexdigest()


def _amounts(issue: Issue) -> Iterator[str]:
    facts = (fact for value in issue.facts.values() for fact in (value if isinstance(value, tuple) else (value,)))
    return (plain(fact.value) for fact in facts if isinstance(fact, Amount | AmountAt | Percent))


def content_of(at: Subject, definitions: Definitions, figures: Figures) -> str:
    """Return the SHA-256 of what stands at a subject: what a remark is about, without footnotes, notes and sources."""
    return hashlib.sha256(_written(at, definitions, figures).encode()).hexdigest()


def _written(at: Subject, definitions: Definitions, figures: Figures) -> str:
    snapshot, outlines = figures.snapshot, definitions.outlines
    match at:
        case Key():
            return _value(at, figures)
        case TextAt():
            text = thing_at(snapshot, at)
            return text.text if text else ""
        case FieldAt():
            record = snapshot.records.get(at.record)
            fields = to_plain(record.fields) if record else {}
            return state({"fields": fields if not at.column else fields.get(at.column, {})})
        case OutlineAt():
            wordings = outlines[at.report].wordings if at.report in outlines else ()
            parts = tuple(wording.words for wording in wordings if wording.part == at.part)
            return "\n".join(words.get(name) for words in parts for name in LANGUAGES)
        case ListAt():
            rows = rows_by_block(outlines[at.report], snapshot).get(at.block, ()) if at.report in outlines else ()
            return " ".join(record.key.canonical() for record in rows)
        case IndexAt():
            known = outlines[at.report].explanations.get(at.framework) if at.report in outlines else None
            reason = known.get(at.disclosure) if known else None
            return "\n".join((reason.reason, *(reason.get(name) for name in LANGUAGES))) if reason else ""


def _value(key: Key, figures: Figures) -> str:
    point = figures.snapshot.points.get(key)
    if point is not None:
        names = ("value", "qualifier", "omission", "unread", "as_of", "since")
        return state({name: getattr(point, name) for name in names})
    if key.metric not in figures.catalogue.metrics and parse_record(key.metric) is None:
        return ""
    result = figures.value(key)
    return state({"value": result.value, "qualifier": result.qualifier, "omission": result.omission})


def unsorted_notes(figures: Figures) -> tuple[DataPoint, ...]:
    """Return the values whose note is from before and has not been sorted, in the order of their keys."""
    points = (point for point in figures.snapshot.points.values() if point.unsorted)
    return tuple(sorted(points, key=lambda point: point.key.canonical()))
