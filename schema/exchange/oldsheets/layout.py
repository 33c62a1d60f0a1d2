"""Where the tables of a sheet stand: the head row, and what each column under it means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from schema.exchange.oldsheets.grid import Grid
from schema.exchange.oldsheets.heads import MEANINGS, read_meaning, read_year
from schema.validation.issue import Issue

_TABLE_UNIT = re.compile(r"(?:单位|單位|unit)\s*[:：]\s*([^\s,，;；)）]+)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+(]?[\d.,]+%?\)?")
# A column whose cells are looked at to learn what it holds.
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: what it means (heads.MEANINGS, "year", or "" = not known), its year and unit."""

    index: int
    head: str
    meaning: str
    year: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and the rows `first` … `end` (not included) of one table in a grid; `unit` holds for the whole table."""

    grid: Grid
    head: int
    end: int
    columns: tuple[Column, ...]
    unit: str = ""

    def column(self, meaning: str) -> Column | None:
        """Return the column with a meaning, or None."""
        return next((column for column in self.columns if column.meaning == meaning), None)

    def years(self) -> tuple[Column, ...]:
        """Return the columns that hold the values of one year each."""
        return tuple(column for column in self.columns if column.meaning == "year")


class Layout:
    """Finds the tables of one sheet; `issues` gathers what is wrong with their heads."""

    def __init__(self, file: str, meanings: Mapping[str, str], units: Sequence[str]) -> None:
        """`meanings` are the column map's (head → meaning or year), `units` all names of units."""
        self._file = file
        self._meanings = {_plain(head): meaning for head, meaning in meanings.items()}
        self._units = frozenset(name.casefold() for name in units)
        self.issues: list[Issue] = []

    def tables(self, grid: Grid) -> tuple[Table, ...]:
        """Return the tables, top to bottom."""
        found: list[Table] = []
        for row in range(len(grid.rows)):
            columns = self._head(grid, row, found[-1] if found else None)
            if columns:
                if found:
                    found[-1] = replace(found[-1], end=row)
                found.append(Table(grid, row, len(grid.rows), columns, _table_unit(grid, row)))
        return tuple(self._finish(table) for table in found)

    def _head(self, grid: Grid, row: int, before: Table | None) -> tuple[Column, ...]:
        """Return the columns where this row is the head of a table, else nothing."""
        columns = [self._column(grid, row, index) for index in range(grid.width)]
        years = [column for column in columns if column.meaning == "year"]
        meanings = {column.meaning for column in columns}
        named = "name" in meanings or "code" in meanings
        long = named and {"period", "value"} <= meanings
        if not (long or (years and (named or _plausible(columns, before)))):
            return ()
        return tuple(columns)

    def _column(self, grid: Grid, row: int, index: int) -> Column:
        head = grid.text(row, index)
        mapped = self._meanings.get(_plain(head), "") if head else ""
        if mapped.isdigit():
            return Column(index, head, "year", int(mapped))
        if mapped in MEANINGS:
            return Column(index, head, mapped)
        if year := read_year(head):
            return Column(index, head, "year", year.year, year.unit)
        return Column(index, head, read_meaning(head) if head else "")

    def _finish(self, table: Table) -> Table:
        columns = [self._guess(table, column) for column in self._periods(table.columns)]
        if not any(column.meaning in ("name", "code") for column in columns):
            columns = self._take_name(table, columns)
        columns = self._groups(columns)
        shown = replace(table, columns=tuple(columns))
        return replace(shown, columns=tuple(self._check_years(shown)))

    def _periods(self, columns: Sequence[Column]) -> list[Column]:
        """Where years are columns, “year” above the names (项目／年度) says nothing of them."""
        wide = any(column.meaning == "year" for column in columns)
        return [replace(c, meaning="") if wide and c.meaning in ("period", "value") else c for c in columns]

    def _guess(self, table: Table, column: Column) -> Column:
        """A column without a known head is one of units where its cells are units."""
        if column.meaning:
            return column
        cells = self._cells(table, column.index)
        if cells and all(cell.casefold() in self._units for cell in cells):
            return replace(column, meaning="unit")
        return column

    def _take_name(self, table: Table, columns: list[Column]) -> list[Column]:
        """Without a head that says so, the last column of words before the figures holds the names."""
        first = min((c.index for c in columns if c.meaning in ("year", "value")), default=len(columns))
        texts = [
            column
            for column in columns
            if not column.meaning
            and column.index < first
            and any(not _NUMBER.fullmatch(cell) for cell in self._cells(table, column.index))
        ]
        if not texts:
            return columns
        return [replace(column, meaning="name") if column is texts[-1] else column for column in columns]

    def _groups(self, columns: list[Column]) -> list[Column]:
        """Several columns of names are levels: the last is the name, those before it say what it stands under."""
        names = [column for column in columns if column.meaning == "name"]
        last = names[-1] if names else None
        found: list[Column] = []
        for column in columns:
            above = last is not None and column.index < last.index and not column.meaning and not column.head
            level = column.meaning == "name" and column is not last
            found.append(replace(column, meaning="group") if above or level else column)
        return found

    def _cells(self, table: Table, index: int) -> list[str]:
        rows = range(table.head + 1, min(table.end, table.head + _SAMPLE))
        return [text for text in (table.grid.text(row, index) for row in rows) if text]

    def _check_years(self, table: Table) -> list[Column]:
        """Two heads that claim one year: none of them counts. A hidden column is not read, and that is said."""
        grid, found = table.grid, list[Column]()
        claims = [column.year for column in table.columns if column.meaning == "year"]
        for column in table.columns:
            place = self.place(grid, table.head, column.index)
            if column.index in grid.hidden_columns and column.meaning:
                self.issues.append(Issue("old.hidden_column", "doubt", None, {"name": column.head}, place))
                column = replace(column, meaning="ignore")
            elif column.meaning == "year" and claims.count(column.year) > 1:
                self.issues.append(Issue("old.year_twice", "error", None, {"year": str(column.year)}, place))
                column = replace(column, meaning="ignore")
            elif column.meaning == "year" and self._spread(grid, table.head, column.index):
                self.issues.append(Issue("old.merged_year", "error", None, {"name": column.head}, place))
                column = replace(column, meaning="ignore")
            elif not column.meaning and self._cells(table, column.index):
                self.issues.append(Issue("old.own_column", "doubt", None, {"name": column.head or "-"}, place))
            found.append(column)
        return found

    def _spread(self, grid: Grid, row: int, column: int) -> bool:
        return any(
            top <= row <= bottom and left <= column <= right and right > left
            for top, left, bottom, right in grid.merged
        )

    def place(self, grid: Grid, row: int, column: int) -> str:
        """Return where a cell stands, for people."""
        return place(self._file, grid.title, grid.name(row, column))


def place(file: str, sheet: str, cell: str) -> str:
    """Return a place as people write it: file, sheet and cell."""
    return f"{file} [{sheet}] {cell}" if sheet else f"{file} {cell}"


def _plain(head: str) -> str:
    return re.sub(r"\s", "", head).casefold()


def _plausible(columns: Sequence[Column], before: Table | None) -> bool:
    """A row of values may look like years (2,018 people, 2,021 people): a head looks different beside them."""
    years = [column for column in columns if column.meaning == "year"]
    bare = [column for column in years if _bare(column.head)]
    others = [column for column in columns if column.head and column.meaning != "year"]
    if any(_NUMBER.fullmatch(column.head) for column in others):
        return False
    if before is not None and bare:
        return not others
    numbers = sorted(column.year for column in bare)
    steady = all(b - a == 1 for a, b in pairwise(numbers))
    return len(bare) < len(years) or not others or (len(bare) > 1 and steady)


def _bare(head: str) -> bool:
    year = read_year(head)
    return year is not None and year.bare


def _table_unit(grid: Grid, head: int) -> str:
    """Return the unit that a line above the head gives for the whole table (单位：万元)."""
    for row in range(head - 1, max(-1, head - 6), -1):
        for column in range(grid.width):
            if match := _TABLE_UNIT.search(grid.text(row, column)):
                return match[1]
    return ""
