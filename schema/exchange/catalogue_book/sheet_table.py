"""What is wrong with a workbook's sheets as tables, and their rows by header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schema.exchange.catalogue_book.plain_sheet import PlainSheet, cell_place, letter
from schema.exchange.catalogue_book.sheet_forms import SheetForm
from schema.exchange.catalogue_book.sheet_source import SheetRow
from schema.mistakes import Mistake, near

OWN = "#"  # sheets and columns that begin so are the editor's own


@dataclass(slots=True)
class SheetTables:
    """The rows of each sheet; `usable` is false where sheets or columns are amiss, so that all would only be wrong."""

    rows: dict[str, list[SheetRow]] = field(default_factory=dict[str, "list[SheetRow]"])
    mistakes: list[Mistake] = field(default_factory=list[Mistake])
    usable: bool = True


def read_tables(sheets: Sequence[PlainSheet], forms: Mapping[str, SheetForm]) -> SheetTables:
    """Find each sheet and column by name; everything amiss is kept with its place."""
    tables = SheetTables()
    found = {sheet.title.strip().lower(): sheet for sheet in sheets}
    tables.mistakes += _missing_sheets(found, forms)
    tables.mistakes += _foreign_sheets(found, forms)
    for title, form in forms.items():
        sheet = found.get(title)
        header = _header(sheet) if sheet else {}
        tables.mistakes += _header_mistakes(sheet, header, form) if sheet else ()
    tables.usable = not tables.mistakes
    for title in forms:
        sheet = found.get(title)
        if sheet is not None and tables.usable:
            tables.rows[title] = list(_rows(sheet, _header(sheet), tables.mistakes))
    for title in forms.keys() & found.keys():
        tables.mistakes += _held_mistakes(found[title], _header(found[title]))
    return tables


def _missing_sheets(found: Mapping[str, PlainSheet], forms: Mapping[str, SheetForm]) -> Iterator[Mistake]:
    for title, form in forms.items():
        if title not in found and not form.optional:
            others = [sheet.title for name, sheet in found.items() if name not in forms]
            params = {"name": title, "near": near(title, others)}
            yield Mistake(title, 1, "catalogue.missing_sheet", params, "A")


def _foreign_sheets(found: Mapping[str, PlainSheet], forms: Mapping[str, SheetForm]) -> Iterator[Mistake]:
    """A sheet that nobody reads would be lost without a word: it must be named as one's own."""
    for name, sheet in found.items():
        if name not in forms and not name.startswith(OWN) and any(any(row) for row in sheet.rows):
            params = {"name": sheet.title, "near": near(name, [title for title in forms if title not in found])}
            yield Mistake(sheet.title, 1, "catalogue.unknown_sheet", params, "A")


def _header(sheet: PlainSheet) -> dict[int, str]:
    """Return the columns that are read: number (from 0) → header."""
    names = {n: text.strip() for n, text in enumerate(sheet.rows[0])} if sheet.rows else {}
    return {number: name for number, name in names.items() if name and not name.startswith(OWN)}


def _header_mistakes(sheet: PlainSheet, header: Mapping[int, str], form: SheetForm) -> Iterator[Mistake]:
    found, known = list(header.values()), form.columns()
    strangers = [name for name in found if name not in known]
    for name in form.required():
        if name not in found:
            params = {"name": name, "near": near(name, strangers)}
            yield Mistake(sheet.title, 1, "definition.missing_column", params, "A")
    for number, name in header.items():
        place = letter(number)
        if found.index(name) != list(header).index(number):
            yield Mistake(sheet.title, 1, "definition.doubled", {"name": name}, place)
        elif name not in known:
            params = {"name": name, "near": near(name, [one for one in known if one not in found])}
            yield Mistake(sheet.title, 1, "catalogue.unknown_column", params, place)
    yield from _headless_cells(sheet)


def _headless_cells(sheet: PlainSheet) -> Iterator[Mistake]:
    """Text under no header is somebody's work, too: the first cell of each such column is named."""
    heads = [text.strip() for text in sheet.rows[0]] if sheet.rows else []
    seen: set[int] = set()
    for number, row in enumerate(sheet.rows[1:], 2):
        for column, text in enumerate(row):
            if text.strip() and column not in seen and not (column < len(heads) and heads[column]):
                seen.add(column)
                yield Mistake(sheet.title, number, "catalogue.no_header", {"value": text[:60]}, letter(column))


def _rows(sheet: PlainSheet, header: Mapping[int, str], mistakes: list[Mistake]) -> Iterator[SheetRow]:
    letters = {name: letter(number) for number, name in header.items()}
    for number, row in enumerate(sheet.rows[1:], 2):
        cells = {header[column]: text.strip() for column, text in enumerate(row) if column in header}
        if any(cells.values()):
            yield SheetRow(sheet.title, number, cells, letters, mistakes)


def _held_mistakes(sheet: PlainSheet, header: Mapping[int, str]) -> Iterator[Mistake]:
    """Formulas where a value belongs, and merged cells, which hide to what row a text belongs."""
    read = {letter(number) for number in header}
    for cell in sheet.formulas:
        column, row = cell_place(cell)
        if column in read:
            yield Mistake(sheet.title, row, "catalogue.formula", {"name": cell}, column)
    for merged in sheet.merged:
        column, row = cell_place(merged)
        yield Mistake(sheet.title, row, "catalogue.merged", {"name": merged}, column)
