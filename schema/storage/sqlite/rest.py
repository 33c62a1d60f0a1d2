"""What is left of a workspace whose file was lost or replaced while it was open, made a file of its own.

Asked in this order: the file as it was opened, which this program may still see though nothing leads to it any more;
the file at the path, where it holds all that was known; the newest automatic backup; the file at the path, where it is
an earlier or another state of the same workspace.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from schema.atomic_file import beside, put_in_place
from schema.errors import WorkspaceError
from schema.storage.sqlite.backup_folder import backups_of
from schema.storage.sqlite.connections import raw_connection
from schema.storage.sqlite.copy_trouble import copy_trouble
from schema.storage.sqlite.header import USER_VERSION, check_header
from schema.storage.sqlite.held_file import HeldFile
from schema.storage.sqlite.known_objects import known_connection
from schema.storage.sqlite.restoring import check_whole, put_back
from schema.values.rest import Rest

# A candidate that is any of these is none; every other trouble is one of the new place.
_NONE = ("restore.damaged", "workspace.broken", "workspace.foreign", "workspace.newer", "workspace.empty",
         "workspace.missing", "workspace.gone", "workspace.cannot_open", "workspace.upgrade_failed")  # fmt: skip


def check_place(path: Path, target: Path) -> None:
    """Raise WorkspaceError restore.exists or rest.same_place where nothing can be saved there."""
    if target == path:
        raise WorkspaceError("rest.same_place", path=str(target))
    if os.path.lexists(target):
        raise WorkspaceError("restore.exists", path=str(target))


def save_rest(path: Path, known: tuple[str, str], held: HeldFile | None, target: Path) -> Rest:
    """Make a workspace at `target`, verified, of what is left of the one at `path`; nothing where nothing is.

    `known` are its identity and the head of its history as this program left it. Raises WorkspaceError as writing does.
    """
    for rest, made in _candidates(path, known, held, target):
        try:
            made()
        except WorkspaceError as error:
            if error.code not in _NONE:
                raise
        else:
            return rest
    return "nothing"


def _candidates(
    path: Path, known: tuple[str, str], held: HeldFile | None, target: Path
) -> Iterator[tuple[Rest, Callable[[], None]]]:
    connection = held.connection if held is not None else None
    if connection is not None and _holds(connection, known):
        yield "all", lambda: _backup(connection, target)
    with contextlib.ExitStack() as closing:
        there = _opened(path)
        if there is not None:
            closing.enter_context(contextlib.closing(there))
        if there is not None and _holds(there, known):
            yield "all", lambda: _backup(there, target)
        for backup in backups_of(path):
            if _identity(backup.path) == known[0]:
                yield "backup", lambda: put_back(backup.path, target)  # noqa: B023 - called before the next
        if there is not None and _identity(path) == known[0]:
            yield "copy", lambda: _backup(there, target)


def _opened(path: Path) -> sqlite3.Connection | None:
    with contextlib.suppress(WorkspaceError, sqlite3.Error):
        if check_header(path) == USER_VERSION:
            return known_connection(path, "ro")
    return None


def _holds(connection: sqlite3.Connection, known: tuple[str, str]) -> bool:
    """Whether a file is this workspace with all of its history that is known."""
    identity, head = known
    with contextlib.suppress(sqlite3.Error):
        found = connection.execute("SELECT id FROM meta").fetchone()
        last = connection.execute("SELECT 1 FROM history WHERE hash = ?", (head,)).fetchone()
        return found == (identity,) and last is not None
    return False


def _identity(path: Path) -> str:
    with (
        contextlib.suppress(sqlite3.Error, WorkspaceError),
        contextlib.closing(known_connection(path, "ro")) as connection,
    ):
        row = connection.execute("SELECT id FROM meta").fetchone()
        return str(row[0]) if row else ""
    return ""


def _backup(source: sqlite3.Connection, target: Path) -> None:
    def copied(temporary: Path) -> None:
        with contextlib.closing(raw_connection(temporary, "rwc")) as copy:
            source.backup(copy)

    save_copy(copied, target)


def save_copy(copied: Callable[[Path], None], target: Path) -> Rest:
    """Make a workspace at `target` of a copy that is written beside it, and verified before it stands there."""
    try:
        with beside(target) as temporary:
            copied(temporary)
            check_whole(temporary, target)
            put_in_place(temporary, target)
    except (sqlite3.Error, OSError) as error:
        raise copy_trouble(error, target, target) from error
    return "all"
