"""A workbook of plain tables, one a sheet: what it says is given, here it is only dressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exporters.charts.data import column_letter
from exporters.excel.sheets.context import FONTS
from exporters.excel.sheets.layout import row_of, spanning
from exporters.excel.workbook import Cell, Choices, Row, Sheet, Workbook
from schema.catalogue.definitions import Company

LONGEST_CELL = 32767
HEAD_ROW = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, its width in characters, and how its cells look (exporters.excel.cell_looks).

    With `choices` its cells offer them.
    """

    head: str
    width: float
    look: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainTable:
    """One sheet: a heading, a sentence below it, and rows of texts and numbers; None is an empty cell.

    A `hidden` one is for the program.
    """

    title: str
    heading: str
    lead: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str | Decimal | None]]
    hidden: bool = False


def table_book(tables: Sequence[PlainTable], company: Company, language: str) -> Workbook:
    """Return the workbook in a company's colours."""
    name, sheets = company.name.best(language), tuple(map(_sheet, tables))
    title = f"{company.short.best(language)} · Annals"
    return Workbook(title, sheets, language, FONTS[language], company.colours, company=name, footer=name)


def _sheet(table: PlainTable) -> Sheet:
    widths = tuple(column.width for column in table.columns)
    last = column_letter(len(widths))
    rows = (
        Row(spanning(Cell(table.heading, "heading"), widths).cells, 30),
        spanning(Cell(table.lead, "lead"), widths),
        row_of([Cell(column.head, "head") for column in table.columns], widths, least=24),
        *(row_of([_cell(*pair) for pair in zip(row, table.columns, strict=True)], widths) for row in table.rows),
    )
    merges = (f"A1:{last}1", f"A2:{last}2")
    end = max(HEAD_ROW + 1, HEAD_ROW + len(table.rows))
    choices = tuple(
        Choices(f"{column_letter(number)}{HEAD_ROW + 1}:{column_letter(number)}{end}", words=column.choices)
        for number, column in enumerate(table.columns, 1)
        if column.choices
    )
    return Sheet(
        table.title, rows, widths, f"A{HEAD_ROW + 1}", (HEAD_ROW, HEAD_ROW), merges, choices=choices,
        hidden=table.hidden,
    )  # fmt: skip


def _cell(value: str | Decimal | None, column: Column) -> Cell:
    if isinstance(value, Decimal):
        return Cell(value, "figure")
    return Cell(value[:LONGEST_CELL] if value else None, column.look)
