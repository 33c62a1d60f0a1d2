"""Where each change of a comparison stands: the report and its section, and what leads there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.work.difference_words import DifferenceWords, Told
from desktop.work.differences import Changed, Comparison, Step
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_update.difference import Difference
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.validation.issue import FieldAt, ListAt, OutlineAt, Subject
from schema.validation.open_points import Places
from schema.values.datapoint import PublishedValue, Record, Restatement
from schema.values.evidence import Evidence, proved
from schema.values.kept_things import Subject as Kept
from schema.values.kept_things import parse_subject
from schema.values.record_places import home
from schema.values.requests import Approval
from schema.values.subject import TextAt, parts_of

_AT_ONCE = 200  # changes that are told before it is asked whether to go on


@dataclass(frozen=True, slots=True)
class Placed:
    """A change in words with where it stands: codes of report and section, both empty where it stands in none.

    `at` leads there in the present form; None where nothing of it is shown any more.
    """

    told: Told
    report: str
    section: str
    at: Subject | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What stands now, in which language it is told, and the report in which a place is looked for first."""

    moment: Moment
    language: str
    report: str


def placed(comparison: Comparison, sought: Sought, step: Step = lambda: None) -> tuple[Placed, ...]:
    """Return every change with its place, in the order of reports and sections; `step` may raise to cancel."""
    words = DifferenceWords(comparison, sought.moment.snapshot, sought.language)
    finder = _Finder(comparison, sought)
    found: list[Placed] = []
    for number, changed in enumerate(comparison.changes):
        if not number % _AT_ONCE:
            step()
        found.append(finder.place(changed, words.told(changed)))
    return tuple(sorted(found, key=finder.rank))


class _Finder:
    """Looks in the present outlines, first in that of the report that was named."""

    def __init__(self, comparison: Comparison, sought: Sought) -> None:
        definitions, snapshot = sought.moment.definitions, sought.moment.snapshot
        self._definitions, self._snapshot = definitions, snapshot
        self._places: Mapping[str, Places] = {
            report: sought.moment.places(report, definitions.outlines[report].language)
            for report in sorted(definitions.outlines, key=lambda code: code != sought.report)
        }
        self._order = {
            (report, section.code): number
            for number, (report, section) in enumerate(
                (report, section) for report in self._places for section in definitions.outlines[report].walk()
            )
        }

    def rank(self, one: Placed) -> int:
        """Return where it stands among all; what stands in no section comes last, the definitions before it."""
        last = len(self._order)
        return self._order.get((one.report, one.section), last + (one.told.kind != "definition"))

    def place(self, changed: Changed, told: Told) -> Placed:
        for where in self._wheres(changed):
            for report in self._reports(where):
                section = self._places[report].section_of(where)
                if section:
                    return Placed(told, report, section, where)
        return Placed(told, "", "", None)

    def _reports(self, where: Subject) -> tuple[str, ...]:
        """Return the reports in which something may stand: its own where it has one, else all of them."""
        match where:
            case Key():
                return tuple(self._places)
            case FieldAt():
                own = self._snapshot.records[where.record].report
            case _:
                own = where.report
        return (own,) if own in self._places else ()

    def _wheres(self, changed: Changed) -> Iterator[Subject]:
        what = changed.what
        if isinstance(what, Difference):
            yield from _defined(what, self._definitions)
            return
        thing = what.after or what.before
        match thing:
            case Record():
                yield from self._record(self._snapshot.records.get(thing.key), thing)
            case PublishedValue() | Restatement():
                yield thing.key
            case Approval():
                yield from self._item(thing.subject)
            case Evidence():
                yield from self._kept(proved(thing.subject))
            case _:
                yield from self._kept(what.subject)

    def _item(self, text: str) -> Iterator[Subject]:
        """Yield what was approved: a value, a text, or the records of a list."""
        parts = parts_of(text, 2) if text.startswith("list/") else None
        if parts is not None:
            yield ListAt(*parts)
        else:
            yield from self._kept(parse_subject(text))

    def _kept(self, subject: Kept | None) -> Iterator[Subject]:
        if isinstance(subject, Key | TextAt):
            yield subject
        elif isinstance(subject, RecordKey) and subject in self._snapshot.records:
            record = self._snapshot.records[subject]
            yield from self._record(record, record)

    def _record(self, now: Record | None, known: Record) -> Iterator[Subject]:
        """Yield the row of a record that is there, the list of one that is gone."""
        record = now or known
        outline = self._definitions.outlines.get(record.report)
        block = home(outline, record) if outline is not None else ""
        if block:
            yield FieldAt(record.key, "", block) if now is not None else ListAt(record.report, block)


def _defined(difference: Difference, definitions: Definitions) -> Iterator[Subject]:
    """Yield what shows an entry of the definitions: a metric at its value, a section or a block in its outline."""
    _, *names = difference.id
    if difference.sheet == "metrics":
        for outline in definitions.outlines.values():
            yield Key(names[0], outline.year)
    elif difference.sheet in ("sections", "blocks") and len(names) > 1:
        yield OutlineAt(names[0], names[1])
