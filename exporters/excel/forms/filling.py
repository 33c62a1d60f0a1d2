"""A form is filled in as a person does it in a spreadsheet program: cells are typed into, rows sorted, the file saved.

The reading side knows nothing of this: it finds by keys what was typed wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from schema.exchange.forms.layout import ENTRY, FIELD, FINISHED, KEY, LIST, PERSON, SHEET, TEXT, VALUE, WHY

_FEWEST = 2  # marks that make a row the one which says which column is which


class FilledForm:
    """A form that somebody has open; `save` writes it, the file that was read stays as it is."""

    def __init__(self, path: Path) -> None:
        self._book = load_workbook(path)

    def sign(self, person: str, finished: str = "", why: str = "") -> None:
        """Write who fills it in; the word `finished` hands the share in, `why` says why something is missing."""
        for key, words in ((PERSON, person), (FINISHED, finished), (WHY, why)):
            self._put(key, ENTRY, words)

    def value(self, key: str, typed: str | float, beside: Mapping[str, str] | None = None) -> str:
        """Type what a value is, with words `beside` it by the marks of their columns; returns sheet and cell."""
        for mark, words in (beside or {}).items():
            self._put(key, mark, words)
        return self._put(key, VALUE, typed) if typed != "" else ""

    def text(self, key: str, words: str) -> None:
        """Write a text."""
        self._put(key, TEXT, words)

    def record(self, place: str, record_type: str, fields: Mapping[str, str]) -> None:
        """Fill in the first blank row of a list (list/<report>/<block>), below the sheet where none is left."""
        prefix = f"{place}#{record_type}."
        typed = {f"{FIELD}{record_type}.{code}": words for code, words in fields.items()}
        page, marks = next((page, marks) for page, marks in self._pages() if typed.keys() <= marks.keys())
        blanks = [row for row in _rows(page, marks[KEY]) if str(page.cell(row, marks[KEY]).value).startswith(prefix)]
        free = (row for row in blanks if not any(page.cell(row, marks[mark]).value for mark in typed))
        row = next(free, page.max_row + 1)
        _cell(page, row, marks[LIST]).value = page.cell(blanks[0], marks[LIST]).value
        for mark, words in typed.items():
            _cell(page, row, marks[mark]).value = words

    def sort(self, mark: str = VALUE) -> int:
        """Turn neighbouring rows of the sheet with such a column around, as sorting does; returns how many moved."""
        page, marks = next((page, marks) for page, marks in self._pages() if mark in marks)
        moved = 0
        rows = [row for row in _rows(page, marks[KEY]) if "@" in str(page.cell(row, marks[KEY]).value)]
        for upper, lower in pairwise(rows):
            if lower == upper + 1 and moved < len(rows) // 2:
                _exchange(page, upper, lower)
                moved += 1
        return moved

    def save(self, path: Path) -> None:
        """Write the workbook."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._book.save(path)

    def _put(self, key: str, mark: str, typed: str | float) -> str:
        for page, marks in self._pages():
            if mark in marks:
                for row in _rows(page, marks[KEY]):
                    if page.cell(row, marks[KEY]).value == key:
                        cell = _cell(page, row, marks[mark])
                        cell.value = typed or None
                        return f"{page.title}!{cell.coordinate}"
        raise KeyError(f"{key} {mark}")

    def _pages(self) -> Iterator[tuple[Worksheet, Mapping[str, int]]]:
        """Yield the sheets to fill in with the columns of their marks."""
        for page in self._book.worksheets:
            marks = _marks(page)
            if page.title != SHEET and KEY in marks:
                yield page, marks


def _marks(page: Worksheet) -> Mapping[str, int]:
    for row in page.iter_rows(max_row=10):
        found = {str(cell.value): n for n, cell in enumerate(row, 1) if str(cell.value or "").startswith("#")}
        if len(found) >= _FEWEST:
            return found
    return {}


def _cell(page: Worksheet, row: int, column: int) -> Cell:
    """Return a cell to type into: none of them is one of several merged ones."""
    return cast("Cell", page.cell(row, column))


def _rows(page: Worksheet, column: int) -> Iterator[int]:
    """Yield the rows that have a key."""
    yield from (row for row in range(1, page.max_row + 1) if page.cell(row, column).value)


def _exchange(page: Worksheet, upper: int, lower: int) -> None:
    """Exchange what stands in two rows; formulas stay, since they speak of their own row."""
    for column in range(1, page.max_column + 1):
        one, other = _cell(page, upper, column), _cell(page, lower, column)
        if not (_is_formula(one.value) or _is_formula(other.value)):
            one.value, other.value = other.value, one.value


def _is_formula(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("=")
