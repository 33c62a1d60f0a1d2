"""The rows of a table as a person wrote them: name, unit, what they stand under, and one cell per year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from schema.exchange.oldsheets.heads import read_year
from schema.exchange.oldsheets.layout import Column, Table, place
from schema.validation.issue import Issue

_NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]+[)）、.．]|"
    r"[（(]?\d{1,2}(?:\.\d{1,2})*[)）、.．](?!\d)|"
    r"[•·●○▪■◆*]+)\s*"
)
_PART = re.compile(r"^(?:其中|包括|of which|including|thereof)\s*[:：,，]?\s*", re.IGNORECASE)
_DASH = re.compile(r"^[-–—]+\s*(?=\D)")
_BRACKET = re.compile(r"\s*[（(]([^（）()]*)[)）]\s*$")
_TOTAL = re.compile(r"(?:小计|小計|合计|合計|总计|總計|sub-?total|total)\s*[:：]?", re.IGNORECASE)


# What a merged cell says holds for every row that it reaches over.
_DOWN = ("group", "unit", "category", "entity", "span")

Identity = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class SourceCell:
    """What stands in a row for one year; `fault` is the code of what Excel could not compute, `place` the cell."""

    year: int
    text: str
    place: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row as written.

    `name` is cleaned of numbering, `其中` and its unit; `under` is the group or heading above it; `part` says that it
    reads as a part of the row above; `total` that it only says “total”; `nth` counts rows that are otherwise named
    alike, `table` the tables of the file. Rows without cells are headings.
    """

    sheet: str
    row: str
    place: str
    written: str
    name: str
    unit: str = ""
    code: str = ""
    category: str = ""
    under: str = ""
    note: str = ""
    indent: int = 0
    part: bool = False
    total: bool = False
    cells: tuple[SourceCell, ...] = ()
    nth: int = 1
    table: int = 0

    @property
    def identity(self) -> Identity:
        """What names the row in next year's sheet, too, wherever it stands there."""
        return (self.under, self.written, self.category, self.nth)

    def cell(self, year: int) -> SourceCell | None:
        """Return the cell of a year, or None."""
        return next((cell for cell in self.cells if cell.year == year), None)


class Rows:
    """Reads the rows of tables; `issues` gathers what was passed over."""

    def __init__(self, file: str, unit_known: Callable[[str], bool]) -> None:
        """`unit_known(text)` says whether a text in brackets is a unit."""
        self._file = file
        self._unit_known = unit_known
        self.issues: list[Issue] = []

    def read(self, table: Table, number: int) -> tuple[SourceRow, ...]:
        """Return headings and rows with values, in their order; long tables are gathered by name."""
        rows = tuple(replace(row, table=number) for row in self._rows(table))
        return _gather(rows) if table.column("period") and table.column("value") else rows

    def _rows(self, table: Table) -> Iterator[SourceRow]:
        grid, group, hidden = table.grid, "", list[str]()
        for row in range(table.head + 1, table.end):
            if grid.blank(row):
                continue
            if row in grid.hidden_rows:
                hidden.append(grid.number(row))
                continue
            group = self._text(table, row, "group") or group
            if found := self._row(table, row, group):
                yield found
        if hidden:
            where = place(self._file, grid.title, "")
            self.issues.append(Issue("old.hidden_rows", "doubt", None, {"rows": ", ".join(hidden)}, where.strip()))

    def _row(self, table: Table, row: int, group: str) -> SourceRow | None:
        grid = table.grid
        at = table.column("name") or table.column("code")
        first = at.index if at else 0
        where = place(self._file, grid.title, grid.name(row, first))
        raw = grid.raw(row, first) or grid.merged_down(row, first)
        code, cells = self._text(table, row, "code"), tuple(self._cells(table, row))
        if not raw.strip() and not code:
            if cells:
                self.issues.append(Issue("old.no_name", "doubt", None, {"row": grid.number(row)}, where))
            return None
        if cells and self._is_part(table, row, where):
            return None
        made = _named(raw, self._unit_known)
        unit = self._text(table, row, "unit") or made.unit
        return replace(
            made, sheet=grid.title, row=grid.number(row), place=where, cells=cells, code=code, under=group,
            unit=unit or _head_unit(table) or table.unit, note=self._text(table, row, "note"),
            category=self._text(table, row, "category"),
        )  # fmt: skip

    def _is_part(self, table: Table, row: int, where: str) -> bool:
        """Whether a column of its own says that the row is of an entity or of a part of the year; that is said."""
        for meaning in ("entity", "span"):
            if text := self._text(table, row, meaning):
                self.issues.append(Issue(f"old.{meaning}", "error", None, {"text": text}, where))
                return True
        return False

    def _text(self, table: Table, row: int, meaning: str) -> str:
        column = table.column(meaning)
        if column is None:
            return ""
        text = table.grid.text(row, column.index)
        return text or (table.grid.merged_down(row, column.index) if meaning in _DOWN else "")

    def _cells(self, table: Table, row: int) -> Iterator[SourceCell]:
        period, value = table.column("period"), table.column("value")
        if period is not None and value is not None:
            yield from self._long_cell(table, row, period, value)
            return
        for column in table.years():
            if cell := self._cell(table, row, column, column.year):
                yield cell

    def _long_cell(self, table: Table, row: int, period: Column, value: Column) -> Iterator[SourceCell]:
        text = table.grid.text(row, period.index) or table.grid.merged_down(row, period.index)
        cell = self._cell(table, row, value, 0)
        year = read_year(text)
        if cell is not None and year is None:
            where = place(self._file, table.grid.title, table.grid.name(row, period.index))
            self.issues.append(Issue("old.period", "error", None, {"text": text}, where))
        elif cell is not None and year is not None:
            yield replace(cell, year=year.year)

    def _cell(self, table: Table, row: int, column: Column, year: int) -> SourceCell | None:
        grid = table.grid
        text, fault = grid.text(row, column.index), grid.fault(row, column.index)
        where = place(self._file, grid.title, grid.name(row, column.index))
        if not text and not fault and grid.merged_down(row, column.index):
            self.issues.append(Issue("old.merged", "doubt", None, {"row": grid.number(row)}, where))
        return SourceCell(year, grid.written(row, column.index).strip(), where, fault) if text or fault else None


def _head_unit(table: Table) -> str:
    """Return the unit that every year's head names (2021年（万吨））, or an empty text."""
    units = {column.unit for column in table.years()}
    return next(iter(units)) if len(units) == 1 else ""


def _named(raw: str, unit_known: Callable[[str], bool]) -> SourceRow:
    """Take a name apart: indent, numbering, “of which”, unit in brackets, total."""
    written = re.sub(r"\s+", " ", raw.strip())
    indent = len(raw) - len(raw.lstrip(" \t\u3000\xa0"))
    name, dashed = _DASH.subn("", written)
    name = _NUMBERING.sub("", name)
    name, part = _PART.subn("", name)
    unit = ""
    if (match := _BRACKET.search(name)) and unit_known(match[1].strip()):
        name, unit = name[: match.start()], match[1].strip()
    name = name.strip(" :：")
    return SourceRow(
        "", "", "", written, name, unit, indent=indent + dashed, part=bool(part), total=bool(_TOTAL.fullmatch(name))
    )


def _gather(rows: Sequence[SourceRow]) -> tuple[SourceRow, ...]:
    """Join the rows of a long table that differ in their year only; a second value of a year stays, to be told."""
    found: dict[tuple[object, ...], SourceRow] = {}
    for row in rows:
        name = (*row.identity, row.unit, row.code)
        first = found.get(name)
        found[name] = replace(first, cells=(*first.cells, *row.cells)) if first else row
    return tuple(found.values())


def identify(rows: Sequence[SourceRow]) -> tuple[SourceRow, ...]:
    """Let each row know the heading that it stands under, and number those that are named alike."""
    heading, table, seen, found = "", 0, Counter[Identity](), list[SourceRow]()
    for row in rows:
        heading, table = (heading, table) if row.table == table else ("", row.table)
        if not row.cells:
            heading = row.written
            found.append(row)
            continue
        row = replace(row, under=" / ".join(filter(None, (row.under, heading))))
        first = row.identity
        seen[first] += 1
        found.append(replace(row, nth=seen[first]))
    return tuple(found)
