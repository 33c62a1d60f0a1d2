"""Imports by their numbers: what one brings is stored under its own, and is taken back by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schema.errors import AnnalsError
from schema.exchange.taking_back import Undoing, take_back
from schema.grammar.times import stamp
from schema.values.changes import Change
from schema.values.datapoint import HistoryEntry
from schema.values.via import Elsewhere, Via, read_via
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has stored, and its number; None where it changed nothing."""

    entries: tuple[HistoryEntry, ...]
    number: int | None


def store_import(workspace: Workspace, changes: Sequence[Change], file: str) -> Imported:
    """Store what a file brings in one step, under the next number among all imports."""
    number = max(workspace.numbers("import"), default=0) + 1
    if changes:
        workspace.keep_backup("import")
    entries = workspace.apply(_numbered(workspace, changes, number), reason=file)
    return Imported(entries, number if entries else None)


def undo_import(workspace: Workspace, number: int, *, dry: bool = False) -> Undoing:
    """Take an import back, and return what was left since it was changed or approved after it; only told where `dry`.

    What was left may be taken back later. AnnalsError import.no_number, import.undone.
    """
    entries = workspace.brought("import")
    rows = [(entry, via) for entry in entries if (via := read_via(entry.via)) is not None and via.number == number]
    if not rows:
        known = ", ".join(map(str, workspace.numbers("import"))) or "-"
        raise AnnalsError("import.no_number", number=str(number), list=known)
    undoing = take_back("import", number, entries, workspace.snapshot(), workspace.definitions)
    if not undoing.undone and not undoing.left:
        raise AnnalsError("import.undone", number=str(number), who=rows[-1][1].by, at=rows[-1][1].at)
    if not dry:
        workspace.apply(_numbered(workspace, undoing.changes, number), reason=rows[0][0].reason)
    return undoing


def _numbered(workspace: Workspace, changes: Sequence[Change], number: int) -> tuple[Change, ...]:
    author = workspace.author
    via = Via("import", number, author.who, stamp(author.when))
    told = Elsewhere(author.who, author.when, via)
    return tuple(replace(change, elsewhere=told) for change in changes)
