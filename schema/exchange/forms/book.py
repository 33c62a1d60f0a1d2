"""A form that came back, as the rows of text that stand on its sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class FormRow(NamedTuple):
    """A row by its number on the sheet (1 = the first), with its cells from column A on."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet with the rows that hold anything.

    `unsolved` are cells (row, column; A = 0) with a formula whose result the file does not hold, or is an error.
    """

    title: str
    rows: tuple[FormRow, ...]
    unsolved: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class FormBook:
    """The whole workbook. `names` are defined names with sheet, row and column; `modified` says when it was saved.

    `sha256` is that of the file, `file` its name.
    """

    file: str
    sha256: str
    sheets: tuple[FormSheet, ...]
    names: Mapping[str, tuple[str, int, int]]
    modified: datetime
