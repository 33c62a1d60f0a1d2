"""Writes a workbook: openpyxl makes styles, names, widths, charts and print set-up, our rows go into its package."""

from __future__ import annotations

import io
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import IO

from openpyxl import Workbook as Book
from openpyxl.comments import Comment
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Font
from openpyxl.styles.colors import Color
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exporters.charts.colours import colour_of
from exporters.charts.data import column_letter
from exporters.charts.xml import make_chart
from exporters.excel.cell_looks import Looks
from exporters.excel.excel_tables import excel_table
from exporters.excel.package import BookXml, SheetXml, repack
from exporters.excel.rows import Places, Strings, dimension, rows_xml
from exporters.excel.workbook import Choices, Hint, Sheet, Workbook
from schema.garbage import collector_at_rest

_A4 = 9
# What Excel takes; a larger number stands for none.
_LONGEST_TITLE, _LONGEST_PROMPT, _ANY = 32, 255, Decimal(9_000_000_000_000_000)


@collector_at_rest()
def write_excel(workbook: Workbook, path: Path | IO[bytes]) -> None:
    """Write the workbook; the caller moves the file into place (exporters.output_files)."""
    book = _book(workbook)
    looks = Looks(book, workbook.font, workbook.colours)
    for sheet in workbook.sheets:
        _set_up(book.create_sheet(sheet.title), sheet, workbook)
    shell = io.BytesIO()
    book.save(shell)
    strings, places = Strings(), Places()

    def fill(sheet: Sheet) -> SheetXml:
        rows = rows_xml(sheet, strings, places, looks.number)
        return SheetXml(rows, dimension(sheet.rows), places.take_links())

    parts = {f"xl/worksheets/sheet{n}.xml": partial(fill, sheet) for n, sheet in enumerate(workbook.sheets, 1)}
    repack(shell, path, parts, lambda: BookXml(strings.xml(), looks.xml(), places.names_xml()))


def _book(workbook: Workbook) -> Book:
    book = Book()
    assert book.active is not None
    book.remove(book.active)
    book._fonts[0] = Font(name=workbook.font, size=10)  # pyright: ignore  # the default font gives widths their measure
    book.properties.title = workbook.title
    book.properties.creator = workbook.company or "Annals"
    book.properties.language = workbook.language
    book.properties.description = workbook.history or None
    return book


def _set_up(page: Worksheet, sheet: Sheet, workbook: Workbook) -> None:
    for number, width in enumerate(sheet.widths, 1):
        page.column_dimensions[column_letter(number)].width = width
    _hide(page, sheet)
    if sheet.locked:
        _lock(page)
    page.sheet_view.showGridLines = False
    page.sheet_view.zoomScale = 100
    page.sheet_format.defaultRowHeight = 18
    if any(row.level for row in sheet.rows):  # the row above opens them
        page.sheet_format.outlineLevelRow = max(row.level for row in sheet.rows)
        page.sheet_properties.outlinePr = Outline(summaryBelow=False)
    if sheet.freeze:
        page.freeze_panes = sheet.freeze
    if sheet.tab:
        page.sheet_properties.tabColor = colour_of(sheet.tab)
    for merged in sheet.merges:
        page.merged_cells.add(merged)  # pyright: ignore[reportUnknownMemberType]
    if sheet.table:
        page.add_table(excel_table(sheet, sheet.table))
    if sheet.filtered:
        page.auto_filter.ref = sheet.filtered
    _print_set_up(page, sheet, workbook)
    _help(page, sheet)
    for placed in sheet.charts:
        chart = make_chart(placed.data, placed.place)
        chart.width, chart.height = placed.width, placed.height  # pyright: ignore[reportAttributeAccessIssue]
        page.add_chart(chart, placed.anchor)


def _hide(page: Worksheet, sheet: Sheet) -> None:
    for letter in sheet.hidden_columns:
        page.column_dimensions[letter].hidden = True
    if sheet.hidden:
        page.sheet_state = "hidden"


def _lock(page: Worksheet) -> None:
    """Keep people from typing beside the open cells, without a password; what does no harm stays allowed."""
    page.protection.sheet = True
    for allowed in (
        "formatCells", "formatColumns", "formatRows", "insertRows", "insertHyperlinks", "deleteRows", "sort",
        "autoFilter",
    ):  # fmt: skip
        setattr(page.protection, allowed, False)  # openpyxl's names say what is locked


def _help(page: Worksheet, sheet: Sheet) -> None:
    """Lists to choose from (another word is asked about, not refused), bars behind numbers, and comments."""
    for found in sheet.choices:
        source = found.range or '"' + ",".join(found.words) + '"'
        offered = DataValidation("list", formula1=source, allow_blank=True, errorStyle="warning", showErrorMessage=True)
        _add(page, offered, found)
    for hint in sheet.hints:
        _add(page, _numbers(hint) if hint.doubt else DataValidation(allow_blank=True), hint)
    for bars in sheet.bars:
        page.conditional_formatting.add(bars.cells, _bar(bars.colour))  # pyright: ignore[reportUnknownMemberType]
    for cell, text in sheet.comments:
        page[cell].comment = Comment(text, "Annals", height=20 + 18 * (1 + len(text) // 24), width=320)


def _numbers(hint: Hint) -> DataValidation:
    """Return what asks about anything but a number within bounds; people may write 超过7,570万 all the same."""
    ends = [str(hint.least if hint.least is not None else -_ANY), str(hint.most if hint.most is not None else _ANY)]
    return DataValidation(
        "decimal", operator="between", formula1=ends[0], formula2=ends[1], allow_blank=True, errorStyle="warning",
        showErrorMessage=True, errorTitle=hint.title[:_LONGEST_TITLE], error=hint.doubt[:_LONGEST_PROMPT],
    )  # fmt: skip


def _add(page: Worksheet, rule: DataValidation, said: Choices | Hint) -> None:
    if said.prompt:
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = said.title[:_LONGEST_TITLE], said.prompt[:_LONGEST_PROMPT]
    rule.sqref.add(said.cells)  # pyright: ignore[reportUnknownMemberType]
    page.add_data_validation(rule)


def _bar(colour: str) -> Rule:
    """Return a bar from 0 to the whole width at 1."""
    ends = [FormatObject("num", val) for val in (0, 1)]
    return Rule("dataBar", dataBar=DataBar(cfvo=ends, color=Color(colour_of(colour))))


def _print_set_up(page: Worksheet, sheet: Sheet, workbook: Workbook) -> None:
    page.page_setup.orientation = "portrait" if sheet.portrait else "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.horizontalCentered = True
    margins = page.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.7, 0.3, 0.35
    if sheet.head:
        page.print_title_rows = f"{sheet.head[0]}:{sheet.head[1]}"
    if sheet.printed:
        page.print_area = f"A1:{column_letter(sheet.printed)}{len(sheet.rows)}"
    for row in sheet.breaks:
        page.row_breaks.append(Break(id=row))  # pyright: ignore[reportUnknownMemberType]
    pages = workbook.page.format(n="&P", all="&N")
    footer = page.oddFooter
    assert footer is not None
    for part, text in ((footer.left, _code_free(workbook.footer)), (footer.center, "&A"), (footer.right, pages)):
        part.text, part.size = text, 8


def _code_free(text: str) -> str:
    """Double the ampersand, which begins a field in page footers."""
    return text.replace("&", "&&")
