"""The catalogue's workbook: its plain sheets dressed with headers, widths, lists to choose from and help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporters.charts.data import column_letter
from exporters.excel.sheets.context import FONTS
from exporters.excel.workbook import Cell, Choices, Row, Sheet, Workbook
from schema.catalogue.outline import Definitions
from schema.errors import OutputError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.sheet_forms import Field, SheetForm, sheet_forms
from schema.grammar.words import Words

LONGEST_CELL = 32767
_ROOM = 500  # rows below the last that lists reach: what an editor may add
_WIDTHS = {"text": 16.0, "words": 30.0, "list": 22.0, "crossings": 24.0, "disclosures": 26.0, "yes": 11.0}
_WIDE = {"definition": 44.0, "message": 44.0, "formula": 46.0, "is": 28.0, "ref": 34.0, "code": 26.0, "section": 22.0,
         "source": 40.0, "reason": 44.0, "definition_source": 24.0, "note": 32.0}  # fmt: skip
_FREEZE = {"metrics": "C2", "sections": "D2", "blocks": "E2", "disclosures": "C2", "breakdowns": "C2"}
# Columns that choose from the first column of another sheet; `frameworks` lists several and so offers none.
_LISTED = {"unit": "units", "department": "departments", "outline": "outlines", "framework": "frameworks"}
_EMPTY = (Cell(None, "text"), Cell(None, "entry"))
_NO_LIST = (("factors", "unit"), ("frameworks", "code"))


def catalogue_book(
    definitions: Definitions, sheets: Sequence[PlainSheet], help_texts: Mapping[str, Words], language: str
) -> Workbook:
    """Return the workbook; `help_texts` are comments by `column` or `sheet.column`.

    Raises OutputError where a text is longer than a cell can hold, for it could not be read back.
    """
    forms = sheet_forms()
    lengths = {sheet.title: len(sheet.rows) for sheet in sheets}
    made = tuple(_sheet(sheet, forms[sheet.title], lengths, help_texts, language) for sheet in sheets)
    company = definitions.catalogue.company
    return Workbook(
        f"{company.short.best(language)} · Annals", made, language, FONTS[language], company.colours,
        company=company.name.best(language), footer=company.short.best(language),
    )  # fmt: skip


def _sheet(
    sheet: PlainSheet, form: SheetForm, lengths: Mapping[str, int], help_texts: Mapping[str, Words], language: str
) -> Sheet:
    columns = [(field, header) for field in form.fields for header in field.columns()]
    head = Row(tuple(Cell(header, "head") for header in sheet.rows[0]), 24)
    rows = (Row(tuple(_cell(sheet, n, text) for n, text in enumerate(row))) for row in sheet.rows[1:])
    return Sheet(
        sheet.title,
        (head, *rows),
        tuple(_WIDE.get(field.name, _WIDTHS[field.kind]) for field, _ in columns),
        _FREEZE.get(sheet.title, "B2"),
        (1, 1),
        choices=tuple(_choices(form, lengths)),
        comments=tuple(_comments(form, help_texts, language)),
    )


def _cell(sheet: PlainSheet, column: int, text: str) -> Cell:
    if len(text) > LONGEST_CELL:
        raise OutputError("book.long_text", name=sheet.title, value=text[:60], limit=f"{LONGEST_CELL:,}")
    return Cell(text, "entry" if column == 0 else "text") if text else _EMPTY[column == 0]


def _places(form: SheetForm) -> dict[str, tuple[str, Field]]:
    """Return header → column letters and field."""
    columns = [(field, header) for field in form.fields for header in field.columns()]
    return {header: (column_letter(number), field) for number, (field, header) in enumerate(columns, 1)}


def _choices(form: SheetForm, lengths: Mapping[str, int]) -> list[Choices]:
    found: list[Choices] = []
    for letter, field in _places(form).values():
        cells = f"{letter}2:{letter}{lengths[form.title] + _ROOM}"
        listed = _LISTED.get(field.name, "")
        if field.choices:
            found.append(Choices(cells, words=field.choices))
        elif listed in lengths and listed != form.title and (form.title, field.name) not in _NO_LIST:
            found.append(Choices(cells, range=f"'{listed}'!$A$2:$A${lengths[listed] + _ROOM}"))
    return found


def _comments(form: SheetForm, help_texts: Mapping[str, Words], language: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for header, (letter, field) in _places(form).items():
        words = help_texts.get(f"{form.title}.{field.name}") or help_texts.get(field.name)
        # Of a wording's three columns the first one says what it is for.
        if words is not None and header == field.columns()[0]:
            found.append((f"{letter}1", words.best(language)))
    return found
