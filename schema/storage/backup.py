"""A consistent copy of an open workspace."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from schema.errors import WorkspaceError
from schema.storage.database import Database, raw_connection, trouble
from schema.storage.files import beside, put_in_place
from schema.storage.verify import verify_file


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
    identity = _identity(target)
    return identity != "" and identity == _identity(path)


def _identity(path: Path) -> str:
    """Return the identity that a workspace keeps through its backups; empty where the file is no workspace."""
    try:
        with contextlib.closing(raw_connection(path, "ro")) as connection:
            return str(connection.execute("SELECT id FROM meta").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return ""


def _copy(database: Database, target: Path) -> None:
    with beside(target) as temporary:
        database.copy_to(temporary)
        issues = verify_file(temporary)
        if issues:
            raise WorkspaceError("workspace.backup_damaged", path=str(database.path), count=str(len(issues)))
        put_in_place(temporary, target)
