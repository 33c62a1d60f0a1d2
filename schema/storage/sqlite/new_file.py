"""A new workspace file, complete before it gets its name."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from schema.atomic_file import beside, put_in_place
from schema.errors import WorkspaceError
from schema.storage.sqlite.connections import raw_connection
from schema.storage.sqlite.database import trouble
from schema.storage.sqlite.header import APPLICATION_ID, USER_VERSION


def create_file(path: Path, fill: Callable[[Connection], None]) -> None:
    """Write a workspace to `path` that `fill` makes in an empty database; where that raises there is none."""
    if not path.parent.is_dir():
        raise WorkspaceError("workspace.no_folder", path=str(path))
    try:
        with beside(path) as temporary:
            _write(temporary, fill)
            put_in_place(temporary, path)
    except DBAPIError as error:
        raise trouble(error.orig, path) from error
    except sqlite3.Error as error:
        raise trouble(error, path) from error


def _write(temporary: Path, fill: Callable[[Connection], None]) -> None:
    connection = raw_connection(temporary, "rwc")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with contextlib.closing(connection):
        # A half-made file is thrown away, a whole one is written through before it gets its name: no waits in between.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        connection.execute("BEGIN IMMEDIATE")
        with engine.begin() as session:
            fill(session)
