"""The year that a sheet is of, where its heads name none: a title above the table, the sheet's name, the file's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schema.exchange.oldsheets.grid import Grid
from schema.exchange.oldsheets.head_periods import years_named

_TABLE_UNIT = re.compile(r"(?:单位|單位|unit)\s*[:：]\s*([^\s,，;；)）]+)", re.IGNORECASE)
_LINES_ABOVE = 8


@dataclass(frozen=True, slots=True)
class SheetYear:
    """`years` are all that are named where one is looked for, `said` the words that name them.

    `sure`: one year, which nothing contradicts. A file's name alone is no more than a guess.
    """

    years: tuple[int, ...] = ()
    said: str = ""
    sure: bool = False


def sheet_year(file: str, grid: Grid, head: int) -> SheetYear:
    """Return the year above a head row."""
    titled = [line for line in _lines(grid, head) if years_named(line)]
    above = frozenset[int]().union(*map(years_named, titled))
    named = years_named(grid.title)
    if above or named:
        years = tuple(sorted(above | named))
        return SheetYear(years, titled[0] if titled else grid.title, len(years) == 1)
    return SheetYear(tuple(sorted(years_named(file.rpartition(".")[0]))), file)


def table_unit(grid: Grid, head: int) -> str:
    """Return the unit that a line above the head gives for the whole table (单位：万元)."""
    return next((match[1] for line in _lines(grid, head) if (match := _TABLE_UNIT.search(line))), "")


def _lines(grid: Grid, head: int) -> list[str]:
    """Return what stands above a head, the nearest line first."""
    rows = range(head - 1, max(-1, head - _LINES_ABOVE), -1)
    return [*(grid.text(row, column) for row in rows for column in range(grid.width)), *reversed(grid.titles)]
