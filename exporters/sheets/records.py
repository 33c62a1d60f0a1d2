"""The sheet of records: one table below the other, one per type that the report has rows of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.charts.data import column_letter
from exporters.sheets.context import Context
from exporters.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.sheets.values import number_format
from exporters.workbook import Cell, Row, Sheet
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.values.datapoint import Record
from schema.values.records import number_metric, show_plain

_FIRST_ROW = 3
_LEAST, _MOST = 12.0, 46.0


def records_sheet(context: Context, title: str, contents: str) -> Sheet | None:
    """Return every record of the report, or None where it has none."""
    report, known = context.outline.code, context.catalogue.records
    kinds = [kind for code, kind in known.items() if context.snapshot.rows(report, code)]
    if not kinds:
        return None
    widths = _widths(context, kinds)
    back = Cell(context.say("sheet.back"), "link.plain", link=place(contents))
    rows = [
        Row(spanning(Cell(context.say("sheet.records"), "heading"), widths).cells, 30),
        lead_row(back, context.say("sheet.records.lead"), widths, len(widths)),
    ]
    last = column_letter(len(widths))
    for kind in kinds:
        rows += _table(context, kind, widths)
    return Sheet(title, tuple(rows), widths, f"A{_FIRST_ROW}", None, (f"A1:{last}1", f"B2:{last}2"), tab="#7A8CA5")


def _widths(context: Context, kinds: Sequence[RecordType]) -> tuple[float, ...]:
    count = max(2, *(len(kind.columns) for kind in kinds))
    texts: list[list[str]] = [[] for _ in range(count)]
    for kind in kinds:
        for number, column in enumerate(kind.columns):
            texts[number].append(_head(context, column))
            for record in context.snapshot.rows(context.outline.code, kind.code):
                texts[number].append(str(_cell(context, record, kind, column).value or ""))
    return tuple(fit(column, _LEAST, _MOST) for column in texts)


def _table(context: Context, kind: RecordType, widths: tuple[float, ...]) -> Iterator[Row]:
    name = Cell(kind.name.best(context.language), "section")
    yield Row((name, *(Cell(None, "section") for _ in widths[1:])), 24)
    heads = [Cell(_head(context, c), "head.number" if c.numeric else "head") for c in kind.columns]
    yield row_of(heads, widths, least=24)
    for record in context.snapshot.rows(context.outline.code, kind.code):
        yield row_of([_cell(context, record, kind, column) for column in kind.columns], widths)


def _head(context: Context, column: RecordColumn) -> str:
    name, unit = column.name.best(context.language), context.catalogue.units.get(column.unit)
    if unit is None:
        return name
    words = unit.name.best(context.language)
    return f"{name} ({words})" if context.language == "en" else f"{name}（{words}）"


def _cell(context: Context, record: Record, kind: RecordType, column: RecordColumn) -> Cell:
    """Return a field; a number is a number in its stored unit, with its reference as the cell's name."""
    field = record.field(column.code)
    if column.worded:
        return Cell(field.words.get(context.language) or None, "text")
    if not column.numeric:
        return Cell(show_plain(field, column, context.language) or None, "text")
    name = record.key.number(column.code).defined_name()
    if field.value is None:
        return Cell(field.typed or None, "text", name=name)
    places = -int(field.value.as_tuple().exponent) if field.value != field.value.to_integral_value() else 0
    form = number_format(number_metric(kind, column), places, context.language)
    return Cell(field.value, f"input|{form}", name=name)
