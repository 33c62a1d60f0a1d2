"""Decimal commas in a person's own file: found in its values, asked about, and written as points once that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from schema.exchange.catalogue_book.plain_sheet import PlainSheet, letter
from schema.exchange.oldsheets.column import place
from schema.exchange.oldsheets.proposal import Found, OldFile
from schema.validation.issue import Issue
from schema.validation.readings import decimal_question
from schema.values.dates import read_day
from schema.values.decimal_marks import undecided, with_point

# A number with what may stand around it; a name or a sentence is longer.
_NUMBER = re.compile(r"\s*[^\d.,]{0,12}\d[\d.,]*[^\d.,]{0,16}(?:\d[\d.,]*[^\d.,]{0,16})?\s*")


def question(found: Found) -> Issue | None:
    """Return the question which sign parts the decimals, where the values of a file do not show it."""
    file = found.file
    if file.decimal:
        return None
    places = {place(file.name, sheet.title, name) for sheet in file.sheets for name in sheet.texts or ()}
    told = any(sheet.texts is not None for sheet in file.sheets)
    cells = [cell for row in found.rows for cell in row.cells if not told or cell.place in places]
    asked = undecided((cell.text for cell in cells), continental=file.continental)
    return decimal_question(asked, next(c.place for c in cells if asked.stands_in(c.text))) if asked else None


def pointed(file: OldFile) -> OldFile:
    """Return a file of decimal commas as one of decimal points; cells that hold numbers, not text, have neither."""
    return replace(file, sheets=tuple(replace(sheet, rows=tuple(_rows(sheet))) for sheet in file.sheets))


def _rows(sheet: PlainSheet) -> Iterator[tuple[str, ...]]:
    texts = None if sheet.texts is None else frozenset(sheet.texts)
    for number, row in enumerate(sheet.rows, 1):
        yield tuple(
            _pointed(text) if texts is None or f"{letter(column)}{number}" in texts else text
            for column, text in enumerate(row)
        )


def _pointed(text: str) -> str:
    """A date (31.12.2024) and a name with a number in it stay."""
    return with_point(text) if _NUMBER.fullmatch(text) and read_day(text).problem == "none" else text
