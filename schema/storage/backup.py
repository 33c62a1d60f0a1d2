"""A consistent copy of an open workspace."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from schema.errors import WorkspaceError
from schema.storage.database import Database, trouble
from schema.storage.files import beside, put_in_place
from schema.storage.verify import verify_file


def backup(database: Database, target: Path) -> None:
    """Copy the workspace beside the target, verify the copy and move it into place; a damaged one is refused."""
    if target.exists() and target.samefile(database.path):
        raise WorkspaceError("workspace.backup_onto_itself", path=str(target))
    try:
        _copy(database, target)
    except sqlite3.Error as error:
        raise trouble(error, target) from error
    except OSError as error:
        raise WorkspaceError("workspace.backup_failed", path=str(target), reason=str(error)) from error


def _copy(database: Database, target: Path) -> None:
    with beside(target) as temporary:
        database.copy_to(temporary)
        issues = verify_file(temporary)
        if issues:
            raise WorkspaceError("workspace.backup_damaged", path=str(database.path), count=str(len(issues)))
        put_in_place(temporary, target)
