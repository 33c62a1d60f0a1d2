"""Where values stand in the workbook: the lines of the data sheets and the cell of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from exporters.facts import Fact
from schema.catalogue.definitions import Metric
from schema.grammar.reference import Key

LineKind = Literal["section", "group", "metric", "linked", "crossing", "member", "sum", "facts", "fact"]
FIRST_LINE = 4
FIRST_YEAR = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a data sheet: `keys` are those of its values, year by year.

    A sum adds up the `members` lines right above it. After `facts`, each `fact` is a number that stands in texts or
    records of the chapter, and not above.
    """

    kind: LineKind
    text: str = ""
    level: int = 0
    metric: Metric | None = None
    category: str = ""
    keys: tuple[Key, ...] = ()
    members: int = 0
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class DataPlan:
    """One data sheet: its lines stand from row FIRST_LINE on, its years from column FIRST_YEAR on."""

    title: str
    heading: str
    code: str
    lines: tuple[Line, ...]
    years: tuple[int, ...]
    keys: frozenset[Key] | None = None

    def holds(self, key: Key) -> bool:
        """Whether a value stands at this key (a sheet of inputs holds only some)."""
        return self.keys is None or key in self.keys


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """The cell of a value: sheet, column and row (from 1)."""

    sheet: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All data sheets and the spot of every value in them."""

    sheets: tuple[DataPlan, ...] = ()
    spots: dict[Key, Spot] = field(default_factory=dict[Key, Spot])
    home: dict[str, str] = field(default_factory=dict[str, str])
