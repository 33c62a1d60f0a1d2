"""The sheet of records: one table below the other, one per type that the report has rows of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporters.assembly.linked_text import inlines, plain_words
from exporters.charts.data import column_letter
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.excel.sheets.lookups import literal, own_key, shown
from exporters.excel.sheets.values import number_format
from exporters.excel.workbook import Cell, Row, Sheet
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import Section
from schema.catalogue.record_numbers import number_metric
from schema.values.datapoint import Record
from schema.values.record_places import block_rows, home
from schema.values.records import show_plain

_FIRST_ROW = 3
_LEAST, _MOST = 12.0, 46.0
_Filled = list[list[Cell]]


@dataclass(frozen=True, slots=True)
class _Part:
    """One type: its columns with anything in them, and its rows in the order of the report.

    Where a type stands in several places of the report each row has its section's title.
    """

    kind: RecordType
    columns: tuple[RecordColumn, ...]
    rows: tuple[tuple[Section | None, Record], ...]
    placed: bool


def records_sheet(context: Context, title: str) -> Sheet | None:
    """Return every record of the report, or None where it has none."""
    parts = [part for kind in context.catalogue.records.values() if (part := _part(context, kind)).rows]
    if not parts:
        return None
    filled = [_filled(context, part) for part in parts]
    widths = _widths(filled)
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    rows = [
        Row(spanning(Cell(context.say("sheet.records"), "heading"), widths).cells, 30),
        lead_row(back, context.say("sheet.records.lead"), widths, len(widths)),
    ]
    last = column_letter(len(widths))
    for part, cells in zip(parts, filled, strict=True):
        rows += _table(context, part, cells, widths)
    return Sheet(title, tuple(rows), widths, f"A{_FIRST_ROW}", None, (f"A1:{last}1", f"B2:{last}2"), tab="#7A8CA5")


def _part(context: Context, kind: RecordType) -> _Part:
    """Rows that no block of the outline takes stand last."""
    outline, snapshot = context.outline, context.snapshot
    blocks = outline.record_blocks(kind.code)
    rows: list[tuple[Section | None, Record]] = [
        (section, record) for section, block in blocks for record in block_rows(outline, block, snapshot)
    ]
    rows += [(None, record) for record in snapshot.rows(outline.code, kind.code) if not home(outline, record)]
    used = (column for column in kind.columns if column.required or any(r.field(column.code) for _, r in rows))
    return _Part(kind, tuple(used), tuple(rows), len(blocks) > 1)


def _filled(context: Context, part: _Part) -> _Filled:
    """Return the heads of a type's table, and the cells of its rows."""
    return [_heads(context, part), *(_cells(context, part, *row) for row in part.rows)]


def _widths(filled: Sequence[_Filled]) -> tuple[float, ...]:
    count = max(2, *(len(rows[0]) for rows in filled))
    texts: list[list[str]] = [[] for _ in range(count)]
    for cells in (cells for rows in filled for cells in rows):
        for number, cell in enumerate(cells):
            texts[number].append(str(cell.value or ""))
    return tuple(fit(column, _LEAST, _MOST) for column in texts)


def _table(context: Context, part: _Part, filled: _Filled, widths: tuple[float, ...]) -> Iterator[Row]:
    name = Cell(part.kind.name.best(context.language), "section")
    yield Row((name, *(Cell(None, "section") for _ in widths[1:])), 24)
    yield row_of(filled[0], widths, least=24)
    yield from (row_of(cells, widths) for cells in filled[1:])


def _heads(context: Context, part: _Part) -> list[Cell]:
    heads = [Cell(_head(context, c), "head.number" if c.numeric else "head") for c in part.columns]
    return [Cell(context.say("sheet.records.section"), "head"), *heads] if part.placed else heads


def _cells(context: Context, part: _Part, section: Section | None, record: Record) -> list[Cell]:
    cells = [_cell(context, record, part.kind, column) for column in part.columns]
    title = section.title.best(context.language) if section else None
    return [Cell(title, "text"), *cells] if part.placed else cells


def _head(context: Context, column: RecordColumn) -> str:
    name, unit = column.name.best(context.language), context.catalogue.units.get(column.unit)
    if unit is None:
        return name
    words = unit.name.best(context.language)
    return context.assembly.punctuation.bracketed(name, words)


def _words(context: Context, text: str) -> str:
    """Return words with their numbers filled in, as the Word draft has them."""
    if "{" not in text and "**" not in text:
        return text
    return plain_words(inlines(context.assembly, text))


def _cell(context: Context, record: Record, kind: RecordType, column: RecordColumn) -> Cell:
    """Return a field; a number is looked up in its stored unit, with its reference as the cell's name."""
    field = record.field(column.code)
    if column.worded:
        return Cell(_words(context, field.words.get(context.language)) or None, "text")
    if column.traits.pictured:
        picture = context.snapshot.attachments.get(field.typed)
        return Cell(picture.name if picture else None, "text")
    if not column.numeric:
        return Cell(show_plain(field, column, context.language) or None, "text")
    name = record.key.number(column.code).defined_name()
    if field.value is None:
        return Cell(field.typed or None, "text", name=name)
    places = -int(field.value.as_tuple().exponent) if field.value != field.value.to_integral_value() else 0
    form = number_format(number_metric(kind, column), places, context.language, field.qualifier)
    number = record.key.number(column.code)
    formula = shown(literal(own_key(number))) if context.plan.has(number) else None
    return Cell(field.value, f"linked|{form}", formula, name)
