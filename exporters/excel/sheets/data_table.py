"""The data sheet: one flat Excel Table of what a report prints and holds, and how other sheets look values up in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from exporters.assembly.data_rows import DataCell, DataRow, Trail, data_rows, stored_at
from exporters.assembly.held_facts import held_facts
from exporters.excel.data_columns import DATA_COLUMNS
from exporters.excel.sheets.context import Context
from exporters.excel.workbook import Cell, NamedTable, Row, Sheet
from exporters.facts import Fact
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, value_key

DATA_TABLE = "annals_data"
_TAB = "#1D3A5F"
_MOST_DECIMALS = 6  # that are shown; the cell holds the number as exactly as a double can
# On paper the columns after the place would make the rest too small to read.
_ON_PAPER = next(number for number, (code, _) in enumerate(DATA_COLUMNS, 1) if code == "place")
_NUMBERS = ("value", "low", "high")
_AS_TYPED = frozenset(("method", "footnote", "note"))
_QUIET = frozenset(("key", "format", "history"))


def data_table_sheet(context: Context, title: str, trail: Trail, needed: Iterable[Key]) -> Sheet:
    """Return the sheet: a row for each number in each format that is printed, or held in a cell of the workbook.

    `needed` are values that other sheets look up here.
    """
    held = tuple(_held(context, needed))
    last = trail({stored_at(fact.key) for fact in (*context.document.facts, *held)})
    rows = data_rows(context.assembly.moment, context.document, last, held)
    widths = tuple(width for _, width in DATA_COLUMNS)
    # A table has one row at least.
    body = [_row(context, row) for row in rows] or [Row((context.cell(None, "flat"),) * len(widths))]
    head = Row(tuple(Cell(code, _head_look(code)) for code, _ in DATA_COLUMNS), 24)
    return Sheet(
        title,
        (head, *body),
        widths,
        freeze="C2",
        head=(1, 1),
        tab=_TAB,
        printed=_ON_PAPER,
        table=NamedTable(DATA_TABLE),
    )


def looked_up(key: str) -> str:
    """Return the formula of a value of the data sheet; `key` is the cell with its key, or the key in quotes."""
    return f"INDEX({DATA_TABLE}[value],MATCH({key},{DATA_TABLE}[key],0))"


def summed_up(keys: Iterable[Key]) -> str:
    """Return the formula of the sum of values of the data sheet."""
    listed = ",".join(f'"{own_key(key)}"' for key in keys)
    return f"SUMPRODUCT(SUMIFS({DATA_TABLE}[value],{DATA_TABLE}[key],{{{listed}}}))"


def own_key(key: Key) -> str:
    """Return the key of the row that has a value in its metric's own format."""
    return value_key(key.canonical(), "")


def _held(context: Context, needed: Iterable[Key]) -> Iterator[Fact]:
    keys = [*context.plan.spots, *_record_numbers(context), *needed]
    return held_facts(context.assembly, keys, context.document.facts)


def _record_numbers(context: Context) -> Iterator[Key]:
    """Yield the numbers of the report's records, which stand on their own sheet."""
    for kind in context.catalogue.records.values():
        numeric = [column.code for column in kind.columns if column.numeric]
        for record in context.snapshot.rows(context.outline.code, kind.code) if numeric else ():
            yield from (record.key.number(code) for code in numeric)


def _row(context: Context, row: DataRow) -> Row:
    typed = context.figures.value(row.fact.key).kind == "entered" and "change" not in row.fact.format
    look = "input" if typed else "figure"
    return Row(tuple([_cell(context, code, row.cells[code], look) for code, _ in DATA_COLUMNS]))


def _cell(context: Context, code: str, value: DataCell, number_look: str) -> Cell:
    if isinstance(value, Decimal):
        return Cell(value, f"{number_look if code == 'value' else 'figure'}|{_form(value)}")
    if value and code in _AS_TYPED:
        value = context.quoted(value)
    return context.cell(value or None, "flat.grey" if code in _QUIET else "flat")


def _form(value: Decimal) -> str:
    places = len(plain(value).partition(".")[2])
    return "#,##0" + ("." + "0" * min(places, _MOST_DECIMALS) if places else "")


def _head_look(code: str) -> str:
    if code in _NUMBERS:
        return "head.number"
    return "head"
