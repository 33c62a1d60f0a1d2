"""A report at one glance: who has filled in how much of which chapter, and what is in the way of it.

The counts of items are those of its requests, those of frameworks those of its coverage, the contradictions those that
are open: none is counted a second way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.work.request_facts import RequestFacts, request_facts
from desktop.work.send import contacts_of
from desktop.work.standing import STANDINGS, Standing, standing_of
from schema.catalogue.outline import Section
from schema.catalogue.owners import owners
from schema.moment import Moment
from schema.validation.contradictions.contradiction import Contradiction, Where
from schema.validation.coverage import counts, followed
from schema.validation.issue import FieldAt, Issue, ListAt, write_subject
from schema.validation.shares import AskedItem, Share, shares_of
from schema.values.subject import PublishedAt

_OPEN = ("open", "started", "returned", "late")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one department is asked for in one chapter, or owns there where it is not asked; in reading order."""

    items: tuple[AskedItem, ...]
    standing: Standing

    def count(self, filled: Literal["answered", "omitted", "open"]) -> int:
        """Return how many items are answered, omitted or open."""
        return sum(item.filled == filled for item in self.items)

    @property
    def words(self) -> str:
        """How many of how many are answered, in short."""
        return f"{self.count('answered')}/{len(self.items)}"

    @property
    def has_values(self) -> bool:
        """Whether a sheet has something to show of it."""
        return any(item.kind == "value" for item in self.items)

    @property
    def first(self) -> AskedItem:
        """The first item that is open, else the first."""
        return next((item for item in self.items if item.filled == "open"), self.items[0])


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A share with its cells by the codes of chapters; `people` are names, `facts` None where nobody was asked."""

    share: Share
    standing: Standing
    people: tuple[str, ...]
    facts: RequestFacts | None
    cells: Mapping[str, Cell]

    @property
    def department(self) -> str:
        """The code of the department; empty for what nobody owns."""
        return self.share.department

    @property
    def answered(self) -> int:
        """How many items are answered."""
        return self.share.count("answered")

    @property
    def asked(self) -> int:
        """How many items there are."""
        return len(self.share.items)

    @property
    def waits(self) -> bool:
        """Whether something of it is still to be handed in."""
        return self.standing in _OPEN


@dataclass(frozen=True, slots=True)
class Covered:
    """How many disclosures of a framework are answered, explained, open; `followed` by the report or only known."""

    framework: str
    answered: int
    partly: int
    explained: int
    open: int
    followed: bool

    @property
    def all(self) -> int:
        """How many it has."""
        return self.answered + self.explained + self.open


@dataclass(frozen=True, slots=True)
class Overview:
    """One report: chapters of which somebody is asked something, and a row per department, what nobody owns last.

    Those that were asked come first, each group in reading order. `contradictions` are the open ones. What a check has
    to find is not known where `checked` is false.
    """

    report: str
    today: date
    chapters: tuple[Section, ...]
    rows: tuple[DepartmentRow, ...]
    coverage: tuple[Covered, ...]
    contradictions: tuple[Contradiction, ...]
    checked: bool

    @property
    def answered(self) -> int:
        """How many items of all are answered."""
        return sum(row.answered for row in self.rows)

    @property
    def items(self) -> int:
        """How many items there are in all."""
        return sum(row.asked for row in self.rows)

    @property
    def asked(self) -> tuple[DepartmentRow, ...]:
        """The departments that were asked."""
        return tuple(row for row in self.rows if row.facts is not None)

    @property
    def late(self) -> tuple[DepartmentRow, ...]:
        """The departments that are late."""
        return tuple(row for row in self.rows if row.standing == "late")

    @property
    def waiting(self) -> int:
        """How many items were handed in and are neither approved nor returned."""
        return sum(len(row.share.in_state("submitted")) for row in self.rows)

    @property
    def longest_waiting(self) -> DepartmentRow | None:
        """Whose items wait the longest for review."""
        rows = [row for row in self.asked if row.share.in_state("submitted")]
        return min(rows, key=_submitted, default=None)

    @property
    def last_due(self) -> str:
        """The latest due day (ISO), empty where nobody was asked."""
        return max((row.facts.due for row in self.rows if row.facts), default="")

    @property
    def next_due(self) -> tuple[DepartmentRow, ...]:
        """Those that are not late and have to hand in on the nearest day."""
        rows = [row for row in self.asked if row.waits and row.standing != "late"]
        day = min((row.facts.due for row in rows if row.facts), default="")
        return tuple(row for row in rows if row.facts and row.facts.due == day)

    @property
    def nobody(self) -> DepartmentRow | None:
        """What nobody owns; None where everything has an owner."""
        return next((row for row in self.rows if not row.department), None)

    @property
    def in_print(self) -> int:
        """How many open contradictions are about what was published."""
        return sum(any(isinstance(s.at, PublishedAt) for s in one.statements) for one in self.contradictions)


def _submitted(row: DepartmentRow) -> str:
    request = row.share.request
    return request.submitted.at if request and request.submitted else ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the last check of a report has found."""

    issues: tuple[Issue, ...]
    contradictions: tuple[Contradiction, ...]


def overview(moment: Moment, report: str, today: date, checked: Checked | None) -> Overview:
    """Return how a report stands; `checked` is None before the first check."""
    outline, found = moment.outline(report), checked or Checked((), ())
    open_ones = tuple(one for one in found.contradictions if one.state == "open")
    shares = shares_of(moment.contents(report), moment.definitions, found.issues)
    rows = _Rows(moment, report, today, _contested(report, open_ones, shares.values()))
    made = [rows.row(share) for share in shares.values()]
    used = {code for row in made for code in row.cells}
    return Overview(
        report, today, tuple(chapter for chapter in outline.chapters if chapter.code in used),
        tuple(sorted(made, key=_group)), _coverage(moment, report), open_ones, checked is not None,
    )  # fmt: skip


def _group(row: DepartmentRow) -> int:
    return 2 if not row.department else 1 if row.facts is None else 0


def _contested(
    report: str, contradictions: Iterable[Contradiction], shares: Iterable[Share]
) -> frozenset[str]:  # fmt: skip
    """Return the subjects of the items that contradictions stand at: what they are about, else what is said in them."""
    known = {item.subject for share in shares for item in share.items}
    found = set[str]()
    for one in contradictions:
        subjects = [_item_of(one.subject, report)], [_item_of(stated.at, report) for stated in one.statements]
        found |= next((here for group in subjects if (here := known.intersection(group))), set())
    return frozenset(found)


def _item_of(at: Where, report: str) -> str:
    """Return the subject of the item in which something stands."""
    match at:
        case PublishedAt():
            return write_subject(at.key)
        case FieldAt():
            return write_subject(ListAt(report, at.block))
        case _:
            return write_subject(at)


class _Rows:
    """Makes the rows of one report."""

    def __init__(self, moment: Moment, report: str, today: date, contested: frozenset[str]) -> None:
        self._moment, self._today, self._contested = moment, today, contested
        outline = moment.outline(report)
        self._chapters = {code: found.chapter_code for code, found in owners(outline).items()}

    def row(self, share: Share) -> DepartmentRow:
        """Return the row of one share."""
        snapshot, standing = self._moment.snapshot, standing_of(share, self._today)
        facts = request_facts(share, snapshot, self._today) if share.request else None
        contacts = contacts_of(snapshot, share.department) if share.department else ()
        people = facts.people if facts else tuple(sorted(person.name for person in contacts))
        groups: dict[str, list[AskedItem]] = {}
        for item in share.items:
            groups.setdefault(self._chapters[item.section], []).append(item)
        cells = {code: Cell(tuple(items), self._standing(items, standing)) for code, items in groups.items()}
        return DepartmentRow(share, standing, people, facts, cells)

    def _standing(self, items: list[AskedItem], whole: Standing) -> Standing:
        """Return the most urgent of what holds for some items of a share."""
        found: set[Standing] = {self._of_item(item, whole) for item in items}
        most: Standing = min(found, key=STANDINGS.index)
        if "open" in found and most in ("submitted", "approved"):
            return "started"
        return most

    def _of_item(self, item: AskedItem, whole: Standing) -> Standing:
        if item.subject in self._contested:
            return "conflict"
        if item.errors:
            return "error"
        if whole in ("unasked", "nobody"):
            return whole
        if item.state in ("returned", "submitted", "approved"):
            return item.state
        if whole == "late" and item.filled == "open":
            return "late"
        return "started" if item.filled != "open" or item.begun else "open"


def _coverage(moment: Moment, report: str) -> tuple[Covered, ...]:
    own, known = followed(moment.outline(report)), moment.catalogue.frameworks
    found: list[Covered] = []
    for code in dict.fromkeys((*own, *known)):
        rows = moment.coverage(report, code)
        found.append(Covered(code, partly=sum(row.partly for row in rows), followed=code in own, **counts(rows)))
    return tuple(found)
