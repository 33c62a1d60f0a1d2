"""Reading a person's own file of figures, used by the command line and by the window's worker alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from schema.catalogue.definitions import Catalogue
from schema.errors import ImportRefused
from schema.exchange.oldsheets.column_map import ColumnMap
from schema.exchange.oldsheets.draft import OldFile

BOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def _go_on() -> bool:
    return False


def is_book(path: Path) -> bool:
    """Whether a file is read as a workbook; any other is read as text."""
    return path.suffix.lower() in BOOKS


def is_figures(path: Path) -> bool:
    """Whether a file is in the promised figures format, which needs no matching; ImportRefused where it is missing."""
    from schema.exchange.oldsheets.csv_file import is_figures_csv

    return not is_book(path) and is_figures_csv(path)


def read_old(path: Path, stop: Callable[[], bool] = _go_on) -> OldFile:
    """Read an old sheet in whatever format. Raises AnnalsError book.*, ImportRefused; Stopped when `stop` says so."""
    if is_book(path):
        from exporters.excel.sheet_reader import read_book

        return OldFile(path.name, read_book(path, stop=stop))
    from schema.exchange.oldsheets.csv_file import read_csv

    sheet, encoding = read_csv(path)
    return OldFile(path.name, (sheet,), encoding)


def read_column_map(path: Path, catalogue: Catalogue) -> ColumnMap:
    """Read a column map, CSV or workbook; ImportRefused with every line that is wrong."""
    from schema.exchange.oldsheets.column_map import read_map

    file = read_old(path)
    found, issues = read_map(file.sheets[0], path.name, catalogue)
    if issues:
        raise ImportRefused(path.name, issues)
    return found
