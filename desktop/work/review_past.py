"""What history says of the items of a report: who typed them last and why, and what stood there at the last review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from schema.catalogue.outline import Outline
from schema.grammar.reference import RecordKey
from schema.validation.contents import ItemAt
from schema.validation.issue import ListAt, write_subject
from schema.values.datapoint import HistoryEntry, Record
from schema.values.kept_contents import RECORDS
from schema.values.kept_requests import APPROVALS, REQUESTS
from schema.values.kept_things import Subject, Thing, form_of, kept_at, read_subject
from schema.values.record_places import home
from schema.values.requests import Approval, Request
from schema.values.requests import Step as Said
from schema.values.subject import ApprovalAt, RequestAt

Verdict = Literal["approved", "returned"]


@dataclass(frozen=True, slots=True)
class Typed:
    """Who typed something last, when, and with which reason."""

    who: str
    when: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reviewer's last answer to an item: by whom, when (UTC in ISO form), with which words.

    `number` is that of the row in the history; what has a higher one came after.
    """

    verdict: Verdict
    by: str
    at: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Altered:
    """What stood at a subject at the last review, and what stands there now; None where nothing does."""

    subject: Subject
    before: Thing | None
    after: Thing | None


@dataclass(frozen=True, slots=True)
class Step:
    """One change at an item: who made it, when and why, and what it changed."""

    typed: Typed
    altered: Altered


class Past:
    """The history of one report's items, gone through once."""

    def __init__(self, entries: Iterable[HistoryEntry], outline: Outline) -> None:
        self._outline = outline
        self._rows: dict[tuple[str, str], list[HistoryEntry]] = {}
        for entry in entries:
            self._rows.setdefault((entry.kind, entry.subject), []).append(entry)
        self._returned: dict[str, dict[str, Reviewed]] = {}
        self._lists = self._read_lists()

    @property
    def report(self) -> str:
        """The report's code."""
        return self._outline.code

    def typed(self, at: ItemAt) -> Typed | None:
        """Return who typed last what stands at an item: of a list, any of its records."""
        rows = [row for subject in self._subjects(at) for row in self._of(subject)[-1:]]
        if not rows:
            return None
        last = max(rows, key=lambda row: row.number)
        return Typed(last.who, last.when, last.reason)

    def steps(self, at: ItemAt) -> tuple[Step, ...]:
        """Return every change at an item, the latest first."""
        pairs = [(row, subject) for subject in self._subjects(at) for row in self._of(subject)]
        return tuple(_step(row, subject) for row, subject in sorted(pairs, key=lambda pair: -pair[0].number))

    def last_changers(self, at: ItemAt) -> frozenset[str]:
        """Return who last changed what stands there: of a list, each of its records."""
        return frozenset(row.who for subject in self._subjects(at) for row in self._of(subject)[-1:])

    def reviewed(self, at: ItemAt, department: str) -> Reviewed | None:
        """Return the last answer that a reviewer has given to an item of a department's share."""
        subject = write_subject(at)
        answers = [*self._approved(subject), *self._returns(department, subject)]
        return max(answers, key=lambda answer: answer.number, default=None)

    def altered(self, at: ItemAt, since: Reviewed) -> tuple[Altered, ...]:
        """Return what was changed at an item since it was reviewed; a change taken back is none."""
        changed = (self._altered(subject, since.number) for subject in self._subjects(at))
        return tuple(item for item in changed if item is not None and item.before != item.after)

    def _altered(self, subject: Subject, number: int) -> Altered | None:
        rows = self._of(subject)
        later = [row for row in rows if row.number > number]
        if not later:
            return None
        thing_of = kept_at(subject).thing_of
        return Altered(subject, thing_of(subject, later[0].old), thing_of(subject, later[-1].new))

    def _of(self, subject: Subject) -> Sequence[HistoryEntry]:
        return self._rows.get(form_of(subject).written(subject), ())

    def _subjects(self, at: ItemAt) -> tuple[Subject, ...]:
        return self._lists.get(at.block, ()) if isinstance(at, ListAt) else (at,)

    def _read_lists(self) -> Mapping[str, tuple[RecordKey, ...]]:
        """Return the records that ever stood in each list of the report, by the list's block."""
        members = dict[str, dict[RecordKey, None]]()
        for (kind, text), rows in self._rows.items():
            subject = read_subject(kind, text) if kind == RECORDS.form.kind else None
            if not isinstance(subject, RecordKey):
                continue
            for row in rows:
                for state in filter(None, (row.old, row.new)):
                    record = RECORDS.thing_of(subject, state)
                    if isinstance(record, Record) and record.report == self._outline.code:
                        members.setdefault(home(self._outline, record), {})[subject] = None
        return {block: tuple(keys) for block, keys in members.items()}

    def _approved(self, subject: str) -> Iterator[Reviewed]:
        at = ApprovalAt(self._outline.code, subject)
        for row in self._of(at):
            approval = APPROVALS.thing_of(at, row.new)
            if isinstance(approval, Approval) and not approval.quoted:
                yield Reviewed("approved", row.who, approval.at, approval.remark, row.number)

    def _returns(self, department: str, subject: str) -> Iterator[Reviewed]:
        if department not in self._returned:
            self._returned[department] = dict(self._read_returns(department))
        known = self._returned[department]
        yield from (known[name] for name in (subject, "") if name in known)

    def _read_returns(self, department: str) -> Iterator[tuple[str, Reviewed]]:
        """Yield each return of a department's items, that of all of them at ""; later ones of an item come later."""
        at = RequestAt(self._outline.code, department)
        before: Mapping[str, Said] = {}
        for row in self._of(at):
            request = REQUESTS.thing_of(at, row.new)
            steps = _returned(request) if isinstance(request, Request) else {}
            for name, step in steps.items():
                if before.get(name) != step:
                    yield name, Reviewed("returned", step.by, step.at, step.words, row.number)
            before = steps


def _step(row: HistoryEntry, subject: Subject) -> Step:
    thing_of = kept_at(subject).thing_of
    altered = Altered(subject, thing_of(subject, row.old), thing_of(subject, row.new))
    return Step(Typed(row.who, row.when, row.reason), altered)


def _returned(request: Request) -> Mapping[str, Said]:
    """Return why items are returned by their subjects; why the whole is at ""."""
    steps = {subject: note.returned for subject, note in request.items.items() if note.returned is not None}
    return steps if request.returned is None else {**steps, "": request.returned}
