"""What a sheet is laid out from: its lines, how what was asked for stands, and what is not somebody's to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.work.sheet.rights import foreign
from desktop.work.sheet.rows import Row, catalogue_rows, report_rows
from schema.errors import RightsError
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.shares import Share, State, shares_of

_WITH_DEPARTMENT = ("open", "started", "returned")


@dataclass(frozen=True, slots=True)
class AskedValues:
    """The values that one request asks a department for, or one person of it to whom they were passed on, and when."""

    department: str
    due: str
    keys: frozenset[Key]
    person: str = ""

    @property
    def name(self) -> str:
        """What it is chosen by."""
        return f"{self.department} {self.person}".strip()


@dataclass(frozen=True, slots=True)
class SheetContents:
    """The lines of a `report` in a year, or of the whole catalogue; `states` of what departments were asked for.

    `due` are the days (ISO date) until which what has no answer yet is asked for; `requests` what each of them asks.
    """

    report: str
    period: int
    whole_catalogue: bool
    rows: tuple[Row, ...]
    states: Mapping[Key, State]
    foreign: Mapping[Key, RightsError]
    due: Mapping[Key, str]
    requests: Mapping[str, AskedValues]

    def asks(self, request: str, key: Key) -> bool:
        """Whether a request asks for a value."""
        return request in self.requests and key in self.requests[request].keys

    def alike(self, other: SheetContents) -> bool:
        """Whether what can be chosen and changed is the same as in others: only values may stand otherwise."""
        mine = (self.rows, self.period, self.foreign.keys(), self.requests)
        return mine == (other.rows, other.period, other.foreign.keys(), other.requests)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which contents: of a report as filled in for a year by somebody, or of all metrics there are."""

    report: str
    period: int
    who: str
    whole_catalogue: bool = False


def sheet_contents(moment: Moment, wanted: Wanted) -> SheetContents:
    """Return what a sheet shows at a moment."""
    definitions, period = moment.definitions, wanted.period
    shares = shares_of(moment.contents(wanted.report), definitions)
    items = tuple(item for share in shares.values() for item in share.items)
    if wanted.whole_catalogue:
        rows = catalogue_rows(definitions, period)
    else:
        rows = report_rows(definitions, wanted.report, period, items)
    states: dict[Key, State] = {item.at: item.state for item in items if isinstance(item.at, Key) and item.state}
    keys = [row.key for row in rows if row.takes and row.key is not None]
    refused = foreign(definitions, moment.snapshot, wanted.who, keys)
    due = dict(pair for share in shares.values() for pair in _due(share))
    asked = {one.name: one for share in shares.values() for one in _asked(share)}
    return SheetContents(wanted.report, period, wanted.whole_catalogue, rows, states, refused, due, asked)


def _asked(share: Share) -> Iterator[AskedValues]:
    """Yield what a request asks, and what each person is asked to whom some of it was passed on."""
    request = share.request
    if request is None:
        return
    items = [(item.at, item.subject) for item in share.items if isinstance(item.at, Key) and item.state]
    yield AskedValues(request.department, request.due, frozenset(key for key, _ in items))
    persons = request.persons
    for person in sorted({*persons.values()}):
        own = frozenset(key for key, subject in items if persons.get(subject, persons.get("", "")) == person)
        if own:
            yield AskedValues(request.department, request.due, own, person)


def _due(share: Share) -> Iterator[tuple[Key, str]]:
    """Yield the values of a share that are open, each with its day: its own one where it has one."""
    for item in share.items:
        if share.request and isinstance(item.at, Key) and item.filled == "open" and item.state in _WITH_DEPARTMENT:
            yield item.at, item.note.due or share.request.due
