"""Which backend keeps the workspace of a location."""

from __future__ import annotations

from pathlib import Path

from schema.grammar.location import Location
from schema.storage.backend import Backend


def place_of(location: Location) -> Backend:
    """Return the place of a workspace, open or not, and there or not: its backups, who holds it."""
    from schema.storage.sqlite.backend import SqliteBackend

    if isinstance(location, Path):
        return SqliteBackend(location)
    from schema.storage.postgres.backend import PostgresBackend

    return PostgresBackend(location, SqliteBackend)
