"""What was done with a report since somebody looked: who handed in, returned, approved, and which contents changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from desktop.work.request_history import Happening, entry_events
from schema.catalogue.outline import Outline
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.validation.issue import ListAt, write_subject
from schema.validation.shares import AskedItem, asked_items
from schema.values.datapoint import DataPoint, HistoryEntry, Record
from schema.values.kept_things import Subject, Thing, kept_of_kind
from schema.values.record_places import home
from schema.values.subject import ApprovalAt, RequestAt, TextAt
from schema.values.via import read_via

NewsKind = Literal[
    "asked", "submitted", "taken_back", "returned", "items_returned", "approved", "unapproved", "changed",
]  # fmt: skip
Where = Key | TextAt | RecordKey
_OF_REQUESTS: Mapping[Happening, NewsKind] = {
    "asked": "asked", "submitted": "submitted", "taken_back": "taken_back", "returned": "returned",
    "items_returned": "items_returned",
}  # fmt: skip
_AT_ONCE = timedelta(seconds=2)
_SINGLY = 2  # so many changes of one department's contents are told one by one, more of them together


@dataclass(frozen=True, slots=True)
class News:
    """Something that was done: by whom, when last, with how many items, or departments where several were asked.

    `places` are what was changed, `before` and `after` what stood and stands there where it is one thing alone.
    `number` is that of the last entry of the history about it.
    """

    what: NewsKind
    who: str
    when: datetime
    departments: tuple[str, ...]
    count: int
    number: int
    places: tuple[Where, ...] = ()
    before: Thing | None = None
    after: Thing | None = None


@dataclass(frozen=True, slots=True)
class _Change:
    """What one thing was and is since then."""

    at: Where
    department: str
    before: Thing | None
    after: Thing | None
    last: HistoryEntry


def news(entries: Sequence[HistoryEntry], moment: Moment, report: str) -> tuple[News, ...]:
    """Return what the entries of the history say of a report, newest first; what was changed back is none."""
    owners = _Owners(moment.outline(report), asked_items(moment.contents(report)))
    found: list[News] = []
    for one in _done(entries, report, owners):
        _add(found, one)
    found += _contents(_changes(entries, owners))
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


class _Owners:
    """Whose the things of one report are; None for what the report does not ask for."""

    def __init__(self, outline: Outline, items: Iterable[AskedItem]) -> None:
        self._outline, self._by_subject = outline, dict[str, str]()
        self._by_metric = dict[str, str]()
        for item in items:
            self._by_subject[item.subject] = item.owner
            if isinstance(item.at, Key):
                self._by_metric.setdefault(item.at.metric, item.owner)

    def subject(self, text: str) -> str | None:
        """Return the owner of an item by its canonical text."""
        return self._by_subject.get(text)

    def thing(self, at: Subject, *things: Thing | None) -> str | None:
        """Return the owner of a value of any year, a text, a record."""
        match at:
            case Key():
                return self._by_subject.get(at.canonical(), self._by_metric.get(at.metric))
            case TextAt():
                return self._by_subject.get(write_subject(at)) if at.report == self._outline.code else None
            case RecordKey():
                record = next((one for one in things if isinstance(one, Record)), None)
                if record is None or record.report != self._outline.code:
                    return None
                return self._by_subject.get(write_subject(ListAt(record.report, home(self._outline, record))))
            case _:
                return None


def _done(entries: Iterable[HistoryEntry], report: str, owners: _Owners) -> Iterator[News]:
    """Yield what was done with requests, and approvals one by one, oldest first."""
    for entry in entries:
        kept = kept_of_kind(entry.kind) if entry.kind in ("request", "approval") else None
        at = kept.form.restored(entry.subject) if kept else None
        if isinstance(at, RequestAt) and at.report == report:
            for event in entry_events(entry):
                if (what := _OF_REQUESTS.get(event.what)) is not None:
                    yield News(what, event.who, event.when, (at.department,), event.count or 1, entry.number)
        elif isinstance(at, ApprovalAt) and at.report == report:
            department = owners.subject(at.subject)
            if department is not None:  # not what somebody may be quoted with
                what = "approved" if entry.new else "unapproved"
                yield News(what, entry.who, entry.when, (department,), 1, entry.number)


def _add(found: list[News], one: News) -> None:
    """Add it, or count it with what the same person did at once: approvals of a department, several asked."""
    last = next((known for known in reversed(found) if known.what == one.what and known.who == one.who), None)
    alike = last is not None and (one.what == "asked" or last.departments == one.departments)
    if last is None or not alike or abs(one.when - last.when) > _AT_ONCE:
        found.append(one)
        return
    departments = tuple(dict.fromkeys((*last.departments, *one.departments)))
    count = len(departments) if one.what == "asked" else last.count + one.count
    found[found.index(last)] = replace(one, departments=departments, count=count)


def _changes(entries: Iterable[HistoryEntry], owners: _Owners) -> Iterator[_Change]:
    """Yield the values, texts and records that are not what they were, each once."""
    rows = dict[tuple[str, str], list[HistoryEntry]]()
    for entry in entries:
        rows.setdefault((entry.kind, entry.subject), []).append(entry)
    for (kind, text), own in rows.items():
        kept = kept_of_kind(kind)
        at = kept.form.restored(text) if kept else None
        if kept is None or not isinstance(at, Key | TextAt | RecordKey):
            continue
        before, after = kept.thing_of(at, own[0].old), kept.thing_of(at, own[-1].new)
        department = owners.thing(at, after, before)
        if department is not None and _told(before) != _told(after):
            yield _Change(at, department, before, after, own[-1])


def _told(thing: Thing | None) -> Thing | None:
    """Return what a thing says, however its number was typed."""
    return replace(thing, typed="") if isinstance(thing, DataPoint) and thing.value is not None else thing


def _contents(changes: Iterable[_Change]) -> Iterator[News]:
    """Yield the changes of a few things singly, those that somebody made on one day in one share together."""
    groups: dict[object, list[_Change]] = {}
    for one in changes:
        via = read_via(one.last.via)
        way = (via.how, via.number) if via else one.last.when.astimezone().date()
        groups.setdefault((one.last.who, one.department, way), []).append(one)
    for group in groups.values():
        if len(group) <= _SINGLY:
            yield from (_single(one) for one in group)
        else:
            last = max((one.last for one in group), key=lambda entry: entry.number)
            places = tuple(one.at for one in group)
            yield News("changed", last.who, last.when, (group[0].department,), len(group), last.number, places)


def _single(one: _Change) -> News:
    last = one.last
    return News(
        "changed", last.who, last.when, (one.department,), 1, last.number, (one.at,), one.before, one.after
    )  # fmt: skip
