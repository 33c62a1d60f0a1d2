"""The first rows of a new workspace, in whatever database it is kept."""

from __future__ import annotations

import uuid
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert

from schema.storage.author import Author
from schema.storage.chain import DEFINITIONS
from schema.storage.history import Step, append_history
from schema.storage.revision import REVISION
from schema.storage.rows import Base, DefinitionsRow, MetaRow
from schema.values.definition_versions import MadeOf, Version

# The same table that Alembic would make: a new workspace counts as upgraded to the newest revision.
REVISIONS = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def make_tables(connection: Connection) -> None:
    """Make the tables of an empty database, as of the newest revision."""
    Base.metadata.create_all(connection)
    REVISIONS.create(connection)
    connection.execute(insert(REVISIONS).values(version_num=f"{REVISION:04}"))


def fill(connection: Connection, compiled: str, author: Author, source: str = "") -> None:
    """Make the tables of an empty database and its first rows."""
    make_tables(connection)
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
