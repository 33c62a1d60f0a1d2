"""Reads a foreign workbook as plain rows of text, in a process of its own with limits on size, memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schema.errors import AnnalsError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet

_LOOK_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Limits:
    """What a workbook may cost: its size packed and unpacked, memory (megabytes), cells, and seconds."""

    packed: int = 50
    unpacked: int = 500
    memory: int = 3000
    cells: int = 2_000_000
    seconds: int = 60


class Stopped(Exception):
    """The person has stopped the reading."""


def _go_on() -> bool:
    return False


def read_sheets(path: Path, limits: Limits | None = None) -> tuple[PlainSheet, ...]:
    """Return every sheet of a workbook that Annals wrote, its cells as bare values.

    Raises AnnalsError: book.missing, .not_workbook, .too_large, .too_slow.
    """
    return _read(path, "sheet_child.py", limits or Limits(), _go_on)


def read_book(path: Path, limits: Limits | None = None, stop: Callable[[], bool] = _go_on) -> tuple[PlainSheet, ...]:
    """Return every sheet of a person's own workbook (xlsx, xlsm, xls, xlsb, ods), its cells as they are seen.

    Raises AnnalsError: book.missing, .not_workbook, .password, .too_large, .too_slow; Stopped soon after `stop`
    says yes.
    """
    return _read(path, "book_child.py", limits or Limits(), stop)


def _read(path: Path, child: str, limits: Limits, stop: Callable[[], bool]) -> tuple[PlainSheet, ...]:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise AnnalsError("book.missing", file=str(path), reason=str(error.strerror or error)) from error
    if size > limits.packed * 1_000_000:
        raise _too_large(path, limits)
    found = _ask_child(path, child, limits, stop)
    reason = found.get("refused")
    if reason == "too_large":
        raise _too_large(path, limits)
    if reason is not None:
        raise AnnalsError(f"book.{reason}", file=path.name)
    return tuple(_plain_sheet(sheet) for sheet in found["sheets"])


def _ask_child(path: Path, child: str, limits: Limits, stop: Callable[[], bool]) -> dict[str, Any]:
    numbers = map(str, (limits.unpacked, limits.cells, limits.memory, limits.seconds))
    call = [sys.executable, "-I", str(Path(__file__).with_name(child)), str(path.resolve()), *numbers]
    until = time.monotonic() + limits.seconds
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while True:
            try:
                told, complained = process.communicate(timeout=max(0.0, min(_LOOK_EVERY, until - time.monotonic())))
                break
            except subprocess.TimeoutExpired as error:
                if not stop() and time.monotonic() < until:
                    continue
                process.kill()
                if stop():
                    raise Stopped from error
                raise AnnalsError("book.too_slow", file=path.name, limit=str(limits.seconds)) from error
    if stop():  # asked for while the last bytes came: it is kept to, however fast the reading was
        raise Stopped
    return json.loads(told) if process.returncode == 0 else _died(process.returncode, complained)


def _died(status: int, told: bytes) -> dict[str, Any]:
    """A process ended by the system has met a limit; one that ended with words could not read the file."""
    return {"refused": "too_large" if status < 0 or b"MemoryError" in told else "not_workbook"}


def _too_large(path: Path, limits: Limits) -> AnnalsError:
    sizes = {"packed": limits.packed, "unpacked": limits.unpacked, "cells": limits.cells}
    return AnnalsError("book.too_large", file=path.name, **{name: f"{value:,}" for name, value in sizes.items()})


def _plain_sheet(sheet: dict[str, Any]) -> PlainSheet:
    # What a format does not tell is absent; the JSON holds lists where we hold tuples.
    names = ("formulas", "merged", "valueless", "faulty", "hidden_rows", "hidden_columns")
    lists: dict[str, Any] = {name: tuple(sheet.get(name, ())) for name in names}
    rows = tuple(tuple(row) for row in sheet["rows"])
    return PlainSheet(sheet["title"], rows, hidden=sheet.get("hidden", False), **lists)
