"""An older workspace becomes a current one: on a copy, in one transaction, the old file kept beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from schema.atomic_file import beside, put_in_place, sync_folder
from schema.errors import WorkspaceError
from schema.storage.revision_steps import MIGRATIONS, migrate, newest_revision
from schema.storage.sqlite.connections import raw_connection
from schema.storage.sqlite.database import trouble
from schema.storage.sqlite.header import check_header
from schema.storage.sqlite.known_objects import check_objects


def upgrade(path: Path, migrations: Path = MIGRATIONS) -> Path:
    """Upgrade a closed workspace and return where the old file is kept; the caller holds its lock.

    Whenever this is interrupted, the file at `path` is either the old one or the finished new one.
    """
    kept = path.with_name(f"{path.name}.{check_header(path):04}.old")
    try:
        with beside(path) as temporary:
            _copy(path, temporary)
            _upgrade_copy(path, temporary, migrations)
            _keep(path, kept)
            put_in_place(temporary, path)
    except (DBAPIError, sqlite3.Error, OSError) as error:
        raise _named(error, path) from error
    return kept


def upgraded_copy(path: Path, migrations: Path = MIGRATIONS) -> TemporaryDirectory[str]:
    """Return a folder of the system's with the workspace, under its name, as of the newest revision.

    The file at `path` is read and nothing else, whatever state a crash has left it in and whoever has it open.
    """
    try:
        with contextlib.ExitStack() as failing:
            folder = TemporaryDirectory(prefix="annals-", ignore_cleanup_errors=True)
            failing.callback(folder.cleanup)
            copy = Path(folder.name, path.name)
            _read_only_copy(path, copy)
            _upgrade_copy(path, copy, migrations)
            failing.pop_all()
    except (DBAPIError, sqlite3.Error, OSError) as error:
        raise _named(error, path) from error
    return folder


def _named(error: DBAPIError | sqlite3.Error | OSError, path: Path) -> WorkspaceError:
    if isinstance(error, OSError):
        return WorkspaceError("workspace.upgrade_failed", path=str(path), reason=str(error))
    return trouble(error.orig if isinstance(error, DBAPIError) else error, path)


def _copy(path: Path, temporary: Path) -> None:
    # Through SQLite: what a crash has left in the journal belongs to the file.
    with (
        contextlib.closing(raw_connection(path, "rw")) as old,
        contextlib.closing(raw_connection(temporary, "rwc")) as new,
    ):
        old.backup(new)


def _read_only_copy(path: Path, copy: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    try:
        with (
            contextlib.closing(raw_connection(path, "ro")) as old,
            contextlib.closing(raw_connection(copy, "rwc")) as new,
        ):
            old.backup(new)
    except sqlite3.OperationalError as error:
        if trouble(error, path).code != "workspace.unfinished":
            raise
        # What a crash left unfinished may not be put right here: it is, in the copy, by the journal copied with it.
        shutil.copyfile(path, copy)
        shutil.copyfile(journal, copy.with_name(f"{copy.name}-journal"))


def _upgrade_copy(path: Path, temporary: Path, migrations: Path) -> None:
    # With foreign keys on, rebuilding a parent table would empty its children without a word.
    raw = raw_connection(temporary, "rw")
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with contextlib.closing(raw):
        check_objects(raw, path)
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA synchronous = EXTRA")
        raw.execute("BEGIN IMMEDIATE")
        with engine.begin() as connection:
            migrate(connection, migrations)
            connection.exec_driver_sql(f"PRAGMA user_version = {newest_revision(migrations)}")
        _check(raw, temporary)


def _check(raw: sqlite3.Connection, path: Path) -> None:
    dangling = raw.execute("PRAGMA foreign_key_check").fetchall()
    found = raw.execute("PRAGMA integrity_check").fetchall()
    if dangling or found != [("ok",)]:
        raise WorkspaceError("workspace.broken", path=str(path), reason=f"{found[0][0]} {dangling[:1]}")


def _keep(path: Path, kept: Path) -> None:
    # The old file itself stays in its place until the new one takes it.
    with beside(kept) as draft:
        shutil.copyfile(path, draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(kept)
    sync_folder(kept.parent)
