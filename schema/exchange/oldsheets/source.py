"""The rows of a table as a person wrote them: name, unit, what they stand under, and one cell per year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from schema.exchange.oldsheets.answers import ColumnMap, Identity
from schema.exchange.oldsheets.column import Column, Table, place
from schema.exchange.oldsheets.columns import parts_of
from schema.exchange.oldsheets.entities import NOBODY, EntityNames
from schema.exchange.oldsheets.head_periods import read_period
from schema.exchange.oldsheets.head_units import unit_of_heads, without_share
from schema.exchange.oldsheets.joint_cells import Ratio, read_ratio
from schema.exchange.oldsheets.span_cells import span_cells
from schema.exchange.oldsheets.sums import Footing, added, footing
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


# That a share stands beside the count is said of the cell, not of what is counted.
_SHARE_NAMED = re.compile(
    r"\s*[（(](?:ratio|share|proportion|%|％|占比|比例|比重|人数及占比|人數及佔比|佔比)[)）]\s*$", re.IGNORECASE
)
# What a merged cell says holds for every row that it reaches over.
_DOWN = ("group", "unit", "category", "entity", "span")


@dataclass(frozen=True, slots=True)
class SourceCell:
    """What stands in a row for one year; `fault` is the code of what Excel could not compute, `place` the cell.

    `unit` is that of its column's head; `footings` are the sums of the parts beside it, `summed` says that it is one.
    `entity` is whose value it is, empty for the company; `span` of which part of the year, empty for the whole.
    """

    year: int
    text: str
    place: str
    fault: str = ""
    unit: str = ""
    footings: tuple[Footing, ...] = ()
    summed: bool = False
    entity: str = ""
    span: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row as written.

    `name` is cleaned of numbering, `其中` and its unit; `under` is the group or heading above it; `part` says that it
    reads as a part of the row above; `total` that it only says “total”; `nth` counts rows that are otherwise named
    alike, `table` the tables of the file. Rows without cells are headings.
    `units` are all statements about the unit, the nearest to the value first; `unit` is the first. `level` is what the
    columns of groups say; `ratio` says that the row is one part of several that stood in one cell,
    `whole` that these add up to a hundred; `default` is the unit of the whole table, `spans` are parts of a year.
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
    footnote: str = ""
    indent: int = 0
    part: bool = False
    total: bool = False
    cells: tuple[SourceCell, ...] = ()
    nth: int = 1
    table: int = 0
    units: tuple[str, ...] = ()
    level: str = ""
    ratio: bool = False
    whole: bool = False
    default: str = ""
    spans: tuple[SourceCell, ...] = ()

    @property
    def identity(self) -> Identity:
        """What names the row in next year's sheet, too, wherever it stands there."""
        return (self.under, self.written, self.category, self.nth)

    def cell(self, year: int) -> SourceCell | None:
        """Return the company's cell of a year, else that of an entity, or None."""
        own = sorted((cell for cell in self.cells if cell.year == year), key=lambda cell: cell.entity != "")
        return next(iter(own), None)


class Rows:
    """Reads the rows of tables; `issues` gathers what was passed over."""

    def __init__(
        self, file: str, unit_known: Callable[[str], bool], known: ColumnMap, entities: EntityNames = NOBODY
    ) -> None:
        """`unit_known(text)` says whether a text in brackets is a unit; `known` what its words mean otherwise."""
        self._file, self._entities = file, entities
        self._unit_known = unit_known
        self._known = known
        self._unit = ""
        self._parts: Mapping[int, Mapping[str, tuple[Column, ...]]] = {}
        self.issues: list[Issue] = []

    def read(self, table: Table, number: int) -> tuple[SourceRow, ...]:
        """Return headings and rows with values, in their order; long tables are gathered by name."""
        self._unit = unit_of_heads(table)
        summed = ((year.index, parts_of(table, year)) for year in table.years() if not year.parts)
        self._parts = {index: parts for index, parts in summed if parts}
        rows = tuple(replace(row, table=number) for row in self._rows(table))
        return _gather(rows) if table.column("period") and table.column("value") else rows

    def _rows(self, table: Table) -> Iterator[SourceRow]:
        grid, group, hidden = table.grid, "", list[str]()
        for row in range(table.first, table.end):
            if grid.blank(row):
                continue
            if row in grid.hidden_rows:
                hidden.append(grid.number(row))
                continue
            group = self._text(table, row, "group") or group
            if found := self._row(table, row, group):
                yield from _ratio_rows(found)
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
        if (entity := self._entities.code(self._text(table, row, "entity")) or "") != "":
            cells = tuple(replace(cell, entity=entity) for cell in cells)
        made = _named(raw, lambda text: self._unit_known(self._known.unit(text)))
        units = self._units(table, row, made.unit)
        parts = span_cells(table, partial(self._cell, table, row), self._known.ends)
        return replace(
            made, sheet=grid.title, row=grid.number(row), place=where, cells=cells, code=code, under=group, level=group,
            unit=units[0] if units else "", units=units, note=self._joined(table, row, "note"),
            footnote=self._joined(table, row, "footnote"),
            category=self._text(table, row, "category"), default=self._known.unit(table.unit) if table.unit else "",
            spans=tuple([replace(one, entity=entity) for one in parts]),
        )  # fmt: skip

    def _units(self, table: Table, row: int, named: str) -> tuple[str, ...]:
        """Return what row, name, head and table say about the unit, in this order, each in known words."""
        said = (self._text(table, row, "unit"), named, self._unit, table.unit)
        known = (self._known.unit(without_share(text)) for text in said if text)
        return tuple(dict.fromkeys(known))

    def _joined(self, table: Table, row: int, meaning: str) -> str:
        texts = (table.grid.text(row, column.index) for column in table.all(meaning))
        return "; ".join(dict.fromkeys(filter(None, texts)))

    def _is_part(self, table: Table, row: int, where: str) -> bool:
        """Whether a column says that the row is of an unknown entity or of a part of the year; that is said."""
        for meaning in ("entity", "span"):
            text = self._text(table, row, meaning)
            if text and (meaning == "span" or self._entities.code(text) is None):
                facts = {"text": text, **({"near": self._entities.near(text)} if meaning == "entity" else {})}
                self.issues.append(Issue(f"old.{meaning}", "error", None, facts, where))
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
        yield from self._sites(table, row)
        for column in table.years():
            cell = self._sum(table, row, column) if column.parts else self._cell(table, row, column, column.year)
            if cell is not None:
                yield self._footed(table, row, column, cell)

    def _sites(self, table: Table, row: int) -> Iterator[SourceCell]:
        """Yield the values of the columns that are headed by entities, of the year of the total beside them."""
        years = table.years()
        for column in table.all("site") if len(years) == 1 else ():
            entity, cell = self._entities.code(column.head), self._cell(table, row, column, years[0].year)
            if entity and cell is not None:
                yield replace(cell, entity=entity)

    def _sum(self, table: Table, row: int, column: Column) -> SourceCell | None:
        """Return the sum of the parts that a person has asked for; what is not all there has none, and says so."""
        grid = table.grid
        texts = [grid.text(row, index) for index in column.parts]
        if not any(texts):
            return None
        where = place(self._file, grid.title, f"{grid.name(row, column.parts[0])}:{grid.name(row, column.parts[-1])}")
        found = added(texts)
        text = " + ".join(text or "?" for text in texts) if found is None else found.text
        return SourceCell(column.year, text, where, "" if found else "old.not_summed", summed=True)

    def _footed(self, table: Table, row: int, column: Column, cell: SourceCell) -> SourceCell:
        groups = self._parts.get(column.index)
        unit = self._known.unit(column.unit) if column.unit and not self._unit else ""
        if not groups:
            return replace(cell, unit=unit) if unit else cell
        footings = tuple(
            footing(kind, cell.text, [(part.head, table.grid.text(row, part.index)) for part in parts])
            for kind, parts in groups.items()
        )
        return replace(cell, footings=footings, unit=unit)

    def _long_cell(self, table: Table, row: int, period: Column, value: Column) -> Iterator[SourceCell]:
        text = table.grid.text(row, period.index) or table.grid.merged_down(row, period.index)
        cell = self._cell(table, row, value, 0)
        if cell is None:
            return
        year, asked = self._year(text)
        if asked:
            where = place(self._file, table.grid.title, table.grid.name(row, period.index))
            self.issues.append(Issue(asked, "error", None, {"text": text, "name": text, "near": str(year)}, where))
        else:
            yield replace(cell, year=year)

    def _year(self, text: str) -> tuple[int, str]:
        """Return the year of a cell, and the code of what is wrong with it."""
        found = read_period(text)
        if found is None or found.rest or found.span or not found.year:
            return 0, "old.period"
        if self._known.ends and found.day not in ("", self._known.ends):
            return found.year, "old.fiscal"
        if found.two and not self._known.fiscal:
            return found.year, "old.fiscal"
        return found.year - (found.two and self._known.fiscal == "start"), ""

    def _cell(self, table: Table, row: int, column: Column, year: int) -> SourceCell | None:
        grid = table.grid
        text, fault = grid.text(row, column.index), grid.fault(row, column.index)
        where = place(self._file, grid.title, grid.name(row, column.index))
        if not text and not fault and grid.merged_down(row, column.index):
            self.issues.append(Issue("old.merged", "doubt", None, {"row": grid.number(row)}, where))
        return SourceCell(year, grid.written(row, column.index).strip(), where, fault) if text or fault else None


def _ratio_rows(row: SourceRow) -> Iterator[SourceRow]:
    """Let a row whose cells hold several numbers be one row per part, where its name says in which order they stand."""
    found: Ratio | None = read_ratio(row.name, [cell.text for cell in row.cells])
    if found is None:
        yield row
        return
    for number, part in enumerate(found.parts):
        cells = tuple(replace(cell, text=found.texts[at][number]) for at, cell in enumerate(row.cells))
        yield replace(row, name=found.name, category=part, cells=cells, ratio=True, whole=found.whole)


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
    name = _SHARE_NAMED.sub("", name).strip(" :：")
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
