"""An older workspace becomes a current one: on a copy, in one transaction, the old file kept beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from schema.atomic_file import beside, put_in_place, sync_folder
from schema.errors import WorkspaceError
from schema.storage.database import raw_connection, trouble
from schema.storage.header import check_header

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, migrations: Path = MIGRATIONS) -> Path:
    """Upgrade a closed workspace and return where the old file is kept; the caller holds its lock.

    Whenever this is interrupted, the file at `path` is either the old one or the finished new one.
    """
    kept = path.with_name(f"{path.name}.{check_header(path):04}.old")
    try:
        with beside(path) as temporary:
            _copy(path, temporary)
            _upgrade_copy(temporary, migrations)
            _keep(path, kept)
            put_in_place(temporary, path)
    except DBAPIError as error:
        raise trouble(error.orig, path) from error
    except sqlite3.Error as error:
        raise trouble(error, path) from error
    except OSError as error:
        raise WorkspaceError("workspace.upgrade_failed", path=str(path), reason=str(error)) from error
    return kept


def newest_revision(migrations: Path = MIGRATIONS) -> int:
    """Return the number of the newest revision."""
    return int(ScriptDirectory(str(migrations)).get_current_head() or 0)


def migrate(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Run what migrations are missing inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _copy(path: Path, temporary: Path) -> None:
    # Through SQLite: what a crash has left in the journal belongs to the file.
    with contextlib.closing(raw_connection(path, "rw")) as old, contextlib.closing(sqlite3.connect(temporary)) as new:
        old.backup(new)


def _upgrade_copy(temporary: Path, migrations: Path) -> None:
    # With foreign keys on, rebuilding a parent table would empty its children without a word.
    raw = raw_connection(temporary, "rw")
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with contextlib.closing(raw):
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
