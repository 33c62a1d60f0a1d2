"""One column of a table as it is understood, and a table of them."""

from __future__ import annotations

from dataclasses import dataclass

from schema.exchange.oldsheets.grid import Grid

# How a column is named in a map: the sheet ("" = every one), the head, which of several alike (0 = all of them).
ColumnName = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it means (heads.MEANINGS, "year", "part", or "" = not known), its year and unit.

    `span` is the part of the year of a "part"; `nth` counts columns with the same head; `asked` is the code of the
    question that it waits for, `guess` what the answer may be. `parts` are the columns that this one is the sum of;
    where the sheet has no such column, `index` is -1. `derived` says that the year is that of the sheet's title.
    """

    index: int
    head: str
    meaning: str
    year: int = 0
    unit: str = ""
    span: str = ""
    nth: int = 1
    asked: str = ""
    guess: tuple[str, ...] = ()
    parts: tuple[int, ...] = ()
    derived: bool = False

    @property
    def answer(self) -> str:
        """Return what a map says of it: a year with its part, or a meaning."""
        return f"{self.year}{self.span}" if self.meaning in ("year", "part") and self.year else self.meaning


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and the rows `first` … `end` (not included) of one table in a grid; `unit` holds for the whole table.

    A `candidate` only looks like a table: nothing is read from it before its columns are explained.
    """

    grid: Grid
    head: int
    end: int
    columns: tuple[Column, ...]
    unit: str = ""
    heads: int = 1
    candidate: bool = False

    @property
    def first(self) -> int:
        """The first row below the head."""
        return self.head + self.heads

    def column(self, meaning: str) -> Column | None:
        """Return the first column with a meaning, or None."""
        return next((column for column in self.columns if column.meaning == meaning), None)

    def all(self, meaning: str) -> tuple[Column, ...]:
        """Return every column with a meaning."""
        return tuple(column for column in self.columns if column.meaning == meaning)

    def years(self) -> tuple[Column, ...]:
        """Return the columns that hold the values of one year each."""
        return self.all("year")


def place(file: str, sheet: str, cell: str) -> str:
    """Return a place as people write it: file, sheet and cell."""
    return f"{file} [{sheet}] {cell}" if sheet else f"{file} {cell}"
