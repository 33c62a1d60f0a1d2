"""Reads a form that came back, in a process of its own with limits on size, memory and time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from schema.child_process import ChildLimits, run_child
from schema.errors import FormError
from schema.exchange.forms.book import FormBook, FormRow, FormSheet
from schema.garbage import collector_at_rest
from schema.values.parse import clean_text

_SECOND = 1_000_000  # microseconds


@dataclass(frozen=True, slots=True)
class FormLimits(ChildLimits):
    """What a form may cost, in `members` of its package, in how many times as large it unpacks, in cells, too."""

    packed: int = 20
    unpacked: int = 80
    memory: int = 400
    seconds: int = 10
    members: int = 2_000
    ratio: int = 200
    cells: int = 1_000_000


@collector_at_rest()
def read_form_book(path: Path, limits: FormLimits | None = None) -> FormBook:
    """Read a workbook that should be a form. Raises FormError form.missing, .not_workbook, .password, .too_large,
    .too_slow; ChildError where the process failed.
    """
    limits, name = limits or FormLimits(), clean_text(path.name)
    try:
        saved = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        answer = run_child("form", path, limits)
    except OSError as error:
        raise FormError("form.missing", file=name, reason=str(error.strerror or error)) from error
    match answer.refused:
        case "":
            return form_book(name, answer.facts, saved)
        case "too_large" | "memory":
            raise FormError("form.too_large", file=name, packed=str(limits.packed), unpacked=str(limits.unpacked))
        case reason:
            raise FormError(f"form.{reason}", file=name, seconds=str(limits.seconds))


def form_book(file: str, facts: Any, saved: datetime) -> FormBook:
    """Return what the child has read of a file that was `saved` then."""
    names = {name: (sheet, row, column) for name, sheet, row, column in facts["names"]}
    sheets = tuple(map(_sheet, facts["sheets"]))
    sha256 = facts["sha256"]
    # A workbook tells the second; two that were saved within one are two states all the same.
    at = _modified(str(facts["modified"]), saved).replace(microsecond=int(sha256[:8], 16) % _SECOND)
    return FormBook(file, sha256, sheets, names, at)


def _sheet(sheet: Any) -> FormSheet:
    rows = tuple(FormRow(number, tuple(cells)) for number, cells in sheet["rows"])
    return FormSheet(sheet["title"], rows, frozenset((row, column) for row, column in sheet["unsolved"]))


def _modified(written: str, saved: datetime) -> datetime:
    """Return when the workbook was saved, as it says itself; a mail program leaves its own time on the file."""
    try:
        own = datetime.fromisoformat(written.replace("Z", "+00:00"))
    except ValueError:
        return saved
    own = own if own.tzinfo else own.replace(tzinfo=UTC)
    return own.astimezone(UTC) if own <= saved else saved
