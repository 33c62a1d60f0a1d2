"""The catalogue and outlines as a workbook's plain rows, and back without loss."""

from __future__ import annotations

from collections.abc import Sequence

from schema.catalogue.loader import Sentences, load
from schema.catalogue.outline import Definitions
from schema.catalogue.reading import Reading
from schema.errors import DefinitionsError
from schema.exchange.catalogue_book.left_blank import filled
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.reading import to_files
from schema.exchange.catalogue_book.sheet_forms import sheet_forms
from schema.exchange.catalogue_book.sheet_table import read_tables
from schema.exchange.catalogue_book.writing import to_sheets

__all__ = ["from_sheets", "to_sheets"]


def from_sheets(sheets: Sequence[PlainSheet], sentences: Sentences, languages: Sequence[str] = ()) -> Definitions:
    """Read a workbook's sheets; DefinitionsError lists every mistake with sheet, cell and the near name.

    `sentences` are what the workbook does not hold: what the program says, and the fixed words of documents.
    """
    tables = read_tables(sheets, sheet_forms())
    if not tables.usable:
        raise DefinitionsError(tuple(tables.mistakes))
    reading = Reading(to_files(filled(tables.rows)), languages)
    reading.mistakes = tables.mistakes
    return load(reading, sentences)
