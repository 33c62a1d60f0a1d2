"""A new workspace file, complete before it gets its name."""

from __future__ import annotations

import contextlib
import sqlite3
import uuid
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, create_engine, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from schema.atomic_file import beside, put_in_place
from schema.storage.author import Author
from schema.storage.chain import DEFINITIONS
from schema.storage.history import Step, append_history
from schema.storage.rows import Base, DefinitionsRow, MetaRow
from schema.storage.sqlite.connections import raw_connection
from schema.storage.sqlite.database import trouble
from schema.storage.sqlite.header import APPLICATION_ID, USER_VERSION
from schema.values.definition_versions import MadeOf, Version

# The same table that Alembic would make: a new file counts as upgraded to the newest revision.
_REVISIONS = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def create_file(path: Path, compiled: str, author: Author, source: str = "") -> None:
    """Write an empty workspace with these compiled definitions to `path`; `source` as in Backend.create."""
    try:
        with beside(path) as temporary:
            _write(temporary, compiled, author, source)
            put_in_place(temporary, path)
    except DBAPIError as error:
        raise trouble(error.orig, path) from error
    except sqlite3.Error as error:
        raise trouble(error, path) from error


def _write(temporary: Path, compiled: str, author: Author, source: str) -> None:
    connection = raw_connection(temporary, "rwc")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with contextlib.closing(connection):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        connection.execute("BEGIN IMMEDIATE")
        with engine.begin() as session:
            fill(session, compiled, author, source)


def fill(connection: Connection, compiled: str, author: Author, source: str = "") -> None:
    """Make the tables of an empty database and its first rows."""
    Base.metadata.create_all(connection)
    _REVISIONS.create(connection)
    connection.execute(insert(_REVISIONS).values(version_num=f"{USER_VERSION:04}"))
    version = Version.of(compiled, MadeOf(compiled, source) if source else MadeOf())
    connection.execute(insert(DefinitionsRow).values(hash=version.name, json=compiled, since=author.when))
    connection.execute(insert(MetaRow).values(_meta(version.name, author.when)))
    append_history(connection, [Step(DEFINITIONS, DEFINITIONS, "", version.state(), author.reason)], author)


def _meta(name: str, created: datetime) -> dict[str, object]:
    return {"id": str(uuid.uuid4()), "created": created, "program": program_version(), "definitions": name}


def program_version() -> str:
    """Return the version of Annals that runs; empty where it is not installed."""
    try:
        return version("annals")
    except PackageNotFoundError:
        return ""
