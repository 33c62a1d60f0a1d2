"""A workspace made of a backup, in a place of its own."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
from pathlib import Path

from schema.atomic_file import beside, put_in_place
from schema.errors import WorkspaceError
from schema.storage.sqlite.backup_folder import CONTENT, pool_of
from schema.storage.sqlite.copy_trouble import copy_trouble
from schema.storage.sqlite.current_copy import current_copy
from schema.storage.sqlite.database import Database
from schema.storage.sqlite.header import check_header
from schema.storage.sqlite.known_objects import known_connection
from schema.storage.verification import verify

_HASH = re.compile(r"[0-9a-f]{64}")


def put_back(backup: Path, target: Path) -> None:
    """Make a workspace of a backup in a new place; verified before it stands there.

    Raises WorkspaceError: restore.exists, restore.damaged, and as opening does.
    """
    if os.path.lexists(target):
        raise WorkspaceError("restore.exists", path=str(target))
    check_header(backup)
    try:
        with beside(target) as temporary:
            shutil.copyfile(backup, temporary)
            _refill(temporary, pool_of(backup))
            check_whole(temporary, backup)
            put_in_place(temporary, target)
    except (sqlite3.Error, OSError) as error:
        raise copy_trouble(error, backup, target) from error


def check_whole(copy: Path, backup: Path) -> None:
    """Raise WorkspaceError restore.damaged, of `backup`, where a copy made of it is not whole."""
    folder = current_copy(copy)
    with folder or contextlib.nullcontext():
        current = folder and Path(folder.name, copy.name)
        with contextlib.closing(Database(copy, write=False, copy=current)) as database:
            issues = verify(database)
    if issues:
        raise WorkspaceError("restore.damaged", path=str(backup), count=str(len(issues)))


def _refill(copy: Path, pool: Path) -> None:
    """Put the bytes of the attachments back into a copy of a backup; ones that are gone stay away."""
    with contextlib.closing(known_connection(copy, "rw")) as connection:
        connection.execute("BEGIN")
        for (name,) in connection.execute(f"SELECT hash FROM {CONTENT} WHERE length(content) = 0").fetchall():
            if not isinstance(name, str) or not _HASH.fullmatch(name):
                continue  # a name that leads out of the folder is nobody's: verify tells it
            with contextlib.suppress(FileNotFoundError):
                content = (pool / name).read_bytes()
                connection.execute(f"UPDATE {CONTENT} SET content = ? WHERE hash = ?", (content, name))
        connection.execute("COMMIT")
