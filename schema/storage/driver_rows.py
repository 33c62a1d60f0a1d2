"""Rows as the database's driver gives them, in a fraction of the time that the database library takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

from schema.storage.reading import Rows
from schema.storage.typed_rows import TypedRows


def raw_rows(connection: Connection) -> Rows:
    """Return what reads rows within the connection's transaction; places in the statements are `?`."""
    raw: Any = connection.connection.driver_connection
    if connection.dialect.paramstyle == "qmark":
        return raw.execute

    def rows(statement: str, places: Sequence[Any]) -> Iterable[Sequence[Any]]:
        return raw.execute(_pyformat(statement), places)

    return TypedRows(rows)


@cache
def _pyformat(statement: str) -> str:
    """Write a statement as drivers want it that know places as %s."""
    return statement.replace("%", "%%").replace("?", "%s")
