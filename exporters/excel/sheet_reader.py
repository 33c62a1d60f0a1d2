"""Reads a foreign workbook as plain rows of text, in a process of its own with limits on size, memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schema.errors import AnnalsError
from schema.exchange.plain_sheet import PlainSheet


@dataclass(frozen=True, slots=True)
class Limits:
    """What a workbook may cost: its size packed and unpacked, memory (megabytes), cells, and seconds."""

    packed: int = 50
    unpacked: int = 500
    memory: int = 3000
    cells: int = 2_000_000
    seconds: int = 60


def read_sheets(path: Path, limits: Limits | None = None) -> tuple[PlainSheet, ...]:
    """Return every sheet of a workbook.

    Raises AnnalsError: book.missing, .not_workbook, .too_large, .too_slow.
    """
    limits = limits or Limits()
    try:
        size = path.stat().st_size
    except OSError as error:
        raise AnnalsError("book.missing", file=str(path), reason=str(error.strerror or error)) from error
    if size > limits.packed * 1_000_000:
        raise _too_large(path, limits)
    found = _ask_child(path, limits)
    if found.get("refused") == "too_large":
        raise _too_large(path, limits)
    if "refused" in found:
        raise AnnalsError("book.not_workbook", file=path.name)
    return tuple(_plain_sheet(sheet) for sheet in found["sheets"])


def _ask_child(path: Path, limits: Limits) -> dict[str, Any]:
    numbers = map(str, (limits.unpacked, limits.cells, limits.memory, limits.seconds))
    call = [sys.executable, "-I", str(Path(__file__).with_name("sheet_child.py")), str(path.resolve()), *numbers]
    try:
        done = subprocess.run(call, capture_output=True, timeout=limits.seconds, check=False)
        return json.loads(done.stdout) if done.returncode == 0 else _died(done.returncode, done.stderr)
    except subprocess.TimeoutExpired as error:
        raise AnnalsError("book.too_slow", file=path.name, limit=str(limits.seconds)) from error


def _died(status: int, told: bytes) -> dict[str, Any]:
    """A process ended by the system has met a limit; one that ended with words could not read the file."""
    return {"refused": "too_large" if status < 0 or b"MemoryError" in told else "not_workbook"}


def _too_large(path: Path, limits: Limits) -> AnnalsError:
    sizes = {"packed": limits.packed, "unpacked": limits.unpacked, "cells": limits.cells}
    return AnnalsError("book.too_large", file=path.name, **{name: f"{value:,}" for name, value in sizes.items()})


def _plain_sheet(sheet: dict[str, Any]) -> PlainSheet:
    rows = tuple(tuple(row) for row in sheet["rows"])
    return PlainSheet(sheet["title"], rows, tuple(sheet["formulas"]), tuple(sheet["merged"]))
