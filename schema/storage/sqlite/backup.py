"""A consistent copy of an open workspace."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from schema.atomic_file import beside, put_in_place
from schema.errors import WorkspaceError
from schema.storage.sqlite.database import Database, trouble
from schema.storage.sqlite.known_objects import known_connection
from schema.storage.verification import verify
from schema.validation.issue import Issue


def backup(database: Database, target: Path) -> None:
    """Copy the workspace beside the target, verify the copy and move it into place; a damaged one is refused."""
    if target.exists() and target.samefile(database.path):
        raise WorkspaceError("workspace.backup_onto_itself", path=str(target))
    if target.exists() and not _is_earlier(target, database.path):
        # A slip of the hand in --to must not cost another workspace, or a report.
        raise WorkspaceError("workspace.backup_other", path=str(target))
    try:
        _copy(database, target)
    except sqlite3.Error as error:
        raise trouble(error, target) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise WorkspaceError("workspace.backup_failed", path=str(target), reason=reason) from error


def _is_earlier(target: Path, path: Path) -> bool:
    """Whether the target is this workspace as it was: a copy that has gone its own way since is a file of its own."""
    state = _state(target)
    return state is not None and state == _state(path, state[1])


def _state(path: Path, number: int | None = None) -> tuple[str, int, str] | None:
    """Return a workspace's identity with its last change, or that of this number; None where there is none."""
    wanted = "ORDER BY number DESC LIMIT 1" if number is None else "WHERE number = ?"
    places = () if number is None else (number,)
    try:
        with contextlib.closing(known_connection(path, "ro")) as connection:
            identity = str(connection.execute("SELECT id FROM meta").fetchone()[0])
            last = connection.execute(f"SELECT number, hash FROM history {wanted}", places).fetchone()
    except (sqlite3.Error, WorkspaceError, TypeError):
        return None
    return (identity, int(last[0]), str(last[1])) if last else (identity, 0, "")


def _issues(path: Path) -> tuple[Issue, ...]:
    with contextlib.closing(Database(path, write=False)) as database:
        return verify(database)


def _copy(database: Database, target: Path) -> None:
    with beside(target) as temporary:
        database.copy_to(temporary)
        issues = _issues(temporary)
        if issues:
            raise WorkspaceError("workspace.backup_damaged", path=str(database.path), count=str(len(issues)))
        put_in_place(temporary, target)
