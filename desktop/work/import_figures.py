"""Reading a person's own file of figures, used by the command line and by the window's worker alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError, ImportRefused
from schema.exchange.oldsheets.column_map import ColumnMap
from schema.exchange.oldsheets.proposal import Drafter, Found, OldFile
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures

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


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read, with what it takes to match it again after each answer."""

    definitions: Definitions
    drafter: Drafter
    found: Found
    known: ColumnMap


def read_for_window(
    path: Path, definitions: Definitions, snapshot: Snapshot, language: str, stop: Callable[[], bool]
) -> Reading:
    """Read an old sheet for the dialog. Raises as read_old does, and old.figures for the figures format."""
    if is_figures(path):
        raise AnnalsError("old.figures", file=path.name)
    file = read_old(path, stop)
    drafter = Drafter(definitions, Figures(definitions.catalogue, snapshot), language)
    return Reading(definitions, drafter, drafter.find(file, ColumnMap()), ColumnMap())
