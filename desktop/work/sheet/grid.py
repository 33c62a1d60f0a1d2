"""The cells of a sheet: which value each is the place of, and why some take none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from desktop.work.sheet.rows import Row
from schema.catalogue.definitions import Metric
from schema.errors import RightsError
from schema.grammar.reference import Key

ColumnKind = Literal["name", "unit", "year", "change", "state", "marks", "code", "field"]
# Why a cell takes nothing: an earlier year, a figure, a sum or a head, no column of values, opened for reading only,
# somebody else's value, a code that values are kept under, totals that no single cell can say, outside of the sheet.
Lock = Literal["earlier", "computed", "sum", "column", "reading", "rights", "code", "totals", "outside"]
Place = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `period` is the year of a column of values, else 0; `field` what one of the catalogue says."""

    kind: ColumnKind
    period: int = 0
    field: str = ""


def columns_of(period: int, earlier: int) -> tuple[Column, ...]:
    """Return the columns with so many years before the one that is filled in, oldest first."""
    years = [Column("year", year) for year in range(period - earlier, period + 1)]
    return (Column("name"), Column("unit"), *years, Column("change"), Column("state"), Column("marks"))


class Cells(Protocol):
    """What keys, blocks and fills ask of the cells of any sheet."""

    @property
    def rows(self) -> Sequence[Row]:
        """The lines."""
        ...

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, those that stand still first."""
        ...

    def key(self, row: int, column: int) -> Key | None:
        """Return the key whose value stands in a cell; None where none does."""
        ...

    def lock(self, row: int, column: int) -> Lock | None:
        """Return why a cell takes nothing, None where something can be put into it."""
        ...

    def holds(self, column: int) -> bool:
        """Whether a column has cells that are filled in, open or locked."""
        ...

    def home(self) -> int:
        """Return the column that is filled in, the first one where there are several."""
        ...


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines by columns; `foreign` says of keys that are not this person's to change why they are not."""

    rows: tuple[Row, ...] = ()
    columns: tuple[Column, ...] = ()
    period: int = 0
    metrics: Mapping[str, Metric] = field(default_factory=dict[str, Metric])
    writable: bool = True
    foreign: Mapping[Key, RightsError] = field(default_factory=dict[Key, RightsError])

    def key(self, row: int, column: int) -> Key | None:
        """Return the key whose value stands in a cell; None where none does."""
        here, known = self.columns[column], self.rows[row].key
        if here.kind != "year" or known is None:
            return None
        return known if here.period == known.period else replace(known, period=here.period)

    def lock(self, row: int, column: int) -> Lock | None:
        """Return why a cell takes nothing, None where a value can be put into it."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.columns)):
            return "outside"
        line, here = self.rows[row], self.columns[column]
        if here.kind != "year":
            return "column"
        if not line.takes or line.key is None:
            return "sum"
        if here.period != self.period:
            return "earlier"
        if self.metrics[line.key.metric].formula is not None:
            return "computed"
        if not self.writable:
            return "reading"
        return "rights" if line.key in self.foreign else None

    def holds(self, column: int) -> bool:
        """Whether a column is one of values."""
        return self.columns[column].kind == "year"

    def home(self) -> int:
        """Return the column that is filled in."""
        return next(number for number, column in enumerate(self.columns) if column.period == self.period)

    def entries(self) -> list[Place]:
        """Return the cells that take values, line by line."""
        return list(self._entries())

    def first_entry(self) -> Place:
        """Return the first cell that takes a value, the first of the year where none does; the others are not asked."""
        return next(self._entries(), (0, self.home()))

    def _entries(self) -> Iterator[Place]:
        column = self.home()
        return ((row, column) for row in range(len(self.rows)) if self.lock(row, column) is None)
