"""A table of people as somebody keeps it: a workbook or a text file, its columns named as people name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from schema.catalogue.definitions import Catalogue
from schema.exchange.csv_table import TextTable, text_table
from schema.exchange.oldsheets.csv_file import read_csv
from schema.exchange.oldsheets.file_kind import file_kind
from schema.grammar.languages import LANGUAGES
from schema.values.people import ROLES

COLUMNS = ("name", "department", "role", "email", "language", "key")
_REQUIRED = ("name", "role")

Rows = Sequence[Sequence[str]]


def read_people(path: Path, catalogue: Catalogue) -> TextTable:
    """Return the rows by the names of the columns; roles and languages as their codes where they were told in words.

    Of a workbook it is the first sheet in sight that holds anything. ImportRefused where it is no such file at all,
    AnnalsError book.… as exporters.excel.sheet_reader.read_sheets.
    """
    rows = _rows(path)
    head = [_known(cell, catalogue, {name: f"people.column.{name}" for name in COLUMNS}) for cell in rows[0]]
    return text_table(path.name, [head, *(_plain(head, row, catalogue) for row in rows[1:])], _REQUIRED, COLUMNS)


def _rows(path: Path) -> Rows:
    if file_kind(path) == "text":
        rows: Rows = read_csv(path).sheet.rows
    else:
        from exporters.excel.sheet_reader import read_book  # deferred: most tables are text

        sheets = [sheet.rows for sheet in read_book(path) if not sheet.hidden]
        rows = next((one for one in sheets if any(map(any, one))), ())
    return rows or [()]


def _plain(head: Sequence[str], row: Sequence[str], catalogue: Catalogue) -> list[str]:
    words = {"role": {role: f"cli.role.{role}" for role in ROLES}, "language": _LANGUAGES}
    pairs = zip(head, row, strict=False)
    told = [_known(cell, catalogue, words[name]) if name in words else cell for name, cell in pairs]
    return [*told, *row[len(head) :]]


_LANGUAGES = {language: f"people.language.{language}" for language in LANGUAGES}


def _known(text: str, catalogue: Catalogue, codes: Mapping[str, str]) -> str:
    """Return the code of which this is the word in any language; what is none stays as it is written."""
    told = text.strip().casefold()
    for code, message in codes.items():
        words = catalogue.messages[message]
        if told in (code.casefold(), *(words.get(language).casefold() for language in LANGUAGES)):
            return code
    return text
