"""A Word report as its parts, read in a process of its own with limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from schema.child_process import go_on, run_child
from schema.errors import AnnalsError
from schema.exchange.foreign_text.reader import TextLimits
from schema.values.parse import clean_text

PartKind = Literal["heading", "text", "item", "table"]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A heading with its `level` (1 to 3), a paragraph, an entry of a list, or a table with its `rows` of cells."""

    kind: PartKind
    words: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def read_parts(
    path: Path, limits: TextLimits | None = None, stop: Callable[[], bool] = go_on
) -> tuple[ReportPart, ...]:
    """Return the parts of a Word file in order.

    Raises AnnalsError: scanned.missing, .not_word, .broken, .too_large, .too_slow, child.…; Stopped.
    """
    limits = limits or TextLimits()
    try:
        if not path.is_file():
            raise IsADirectoryError if path.is_dir() else FileNotFoundError
        answer = run_child("report", path, limits, stop=stop)
    except OSError as error:
        reason = str(error.strerror or type(error).__name__)
        raise AnnalsError("scanned.missing", file=str(path), reason=reason) from error
    refused = "too_large" if answer.refused == "memory" else answer.refused
    if refused:
        limit = limits.seconds if refused == "too_slow" else limits.packed
        raise AnnalsError(f"scanned.{refused}", file=clean_text(path.name), limit=str(limit))
    return tuple(_part(entry) for entry in answer.facts["parts"])


def _part(entry: dict[str, Any]) -> ReportPart:
    rows = tuple(tuple(clean_text(str(cell)).strip() for cell in row) for row in entry.get("rows", ()))
    return ReportPart(entry["kind"], clean_text(str(entry.get("words", ""))), int(entry.get("level", 0)), rows)
