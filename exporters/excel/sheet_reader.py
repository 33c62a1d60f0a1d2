"""Reads a foreign workbook as plain rows of text, in a process of its own with limits on size, memory and time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from schema.child_process import ChildLimits, go_on, run_child
from schema.errors import AnnalsError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet


@dataclass(frozen=True, slots=True)
class Limits(ChildLimits):
    """What a workbook may cost, in cells, too."""

    cells: int = 2_000_000


def read_sheets(path: Path, limits: Limits | None = None) -> tuple[PlainSheet, ...]:
    """Return every sheet of a workbook that Annals wrote, its cells as bare values.

    Raises AnnalsError: book.missing, .not_workbook, .password, .too_large, .too_slow, child.….
    """
    return _read(path, "bare", limits or Limits(), go_on)


def read_book(path: Path, limits: Limits | None = None, stop: Callable[[], bool] = go_on) -> tuple[PlainSheet, ...]:
    """Return every sheet of a person's own workbook (xlsx, xlsm, xls, xlsb, ods), its cells as they are seen.

    Raises AnnalsError as read_sheets; Stopped (schema.child_process) soon after `stop` says yes.
    """
    return _read(path, "seen", limits or Limits(), stop)


def read_page(path: Path, limits: Limits | None = None, stop: Callable[[], bool] = go_on) -> tuple[PlainSheet, ...]:
    """Return the tables of a web page, or of Excel's XML of 2003, as sheets. Raises as read_book does."""
    return _read(path, "page", limits or Limits(), stop)


def _read(
    path: Path, cells_as: Literal["bare", "seen", "page"], limits: Limits, stop: Callable[[], bool]
) -> tuple[PlainSheet, ...]:
    try:
        answer = run_child("page" if cells_as == "page" else "book", path, limits, {"cells_as": cells_as}, stop)
    except OSError as error:
        raise AnnalsError("book.missing", file=str(path), reason=str(error.strerror or error)) from error
    match answer.refused:
        case "":
            return tuple(_plain_sheet(sheet) for sheet in answer.facts["sheets"])
        case "too_large" | "memory":
            raise _too_large(path, limits)
        case reason:
            raise AnnalsError(f"book.{reason}", file=path.name, limit=str(limits.seconds))


def _too_large(path: Path, limits: Limits) -> AnnalsError:
    sizes = {"packed": limits.packed, "unpacked": limits.unpacked, "cells": limits.cells}
    return AnnalsError("book.too_large", file=path.name, **{name: f"{value:,}" for name, value in sizes.items()})


def _plain_sheet(sheet: dict[str, Any]) -> PlainSheet:
    # What a format does not tell is absent; the JSON holds lists where we hold tuples.
    names = ("formulas", "merged", "valueless", "faulty", "texts", "divided", "hidden_rows", "hidden_columns")
    lists: dict[str, Any] = {name: tuple(sheet.get(name, ())) for name in names}
    rows = tuple(tuple(row) for row in sheet["rows"])
    return PlainSheet(sheet["title"], rows, hidden=sheet.get("hidden", False), **lists)
