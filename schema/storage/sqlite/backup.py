"""A consistent copy of an open workspace."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from schema.atomic_file import beside, put_in_place
from schema.errors import WorkspaceError
from schema.storage.backend import Readable
from schema.storage.in_force import read_head, read_identity
from schema.storage.reading import Rows, last_number
from schema.storage.sqlite.copy_trouble import check_target, copy_trouble
from schema.storage.sqlite.database import Database
from schema.storage.sqlite.known_objects import known_connection
from schema.storage.verification import verify
from schema.validation.issue import Issue


def backup(database: Database, target: Path) -> None:
    """Copy the workspace beside the target, verify the copy and move it into place; a damaged one is refused."""
    check_target(target)
    if target.exists() and target.samefile(database.path):
        raise WorkspaceError("workspace.backup_onto_itself", path=str(target))
    check_earlier(target, database)
    try:
        _copy(database, target)
    except (sqlite3.Error, OSError, WorkspaceError) as error:
        raise copy_trouble(error, database.path, target) from error


def check_earlier(target: Path, source: Readable) -> None:
    """Raise WorkspaceError unless nothing stands at the target, or the workspace in `source` as it was.

    A copy that has gone its own way since is a file of its own.
    """
    if not target.exists():
        return
    state = _state(target)
    if state is None or state != source.read_rows(lambda rows: (read_identity(rows), state[1], _hash(rows, state[1]))):
        # A slip of the hand in --to must not cost another workspace, or a report.
        raise WorkspaceError("workspace.backup_other", path=str(target))


def _state(path: Path) -> tuple[str, int, str] | None:
    """Return a workspace's identity with its last change; None where there is none."""
    try:
        with contextlib.closing(known_connection(path, "ro")) as connection:
            number = last_number(connection.execute)
            return read_identity(connection.execute), number, read_head(connection.execute)
    except (sqlite3.Error, WorkspaceError, TypeError):
        return None


def _hash(rows: Rows, number: int) -> str:
    return next((str(one) for (one,) in rows("SELECT hash FROM history WHERE number = ?", (number,))), "")


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
