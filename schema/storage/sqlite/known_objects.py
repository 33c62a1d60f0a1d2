"""Whether a file holds the tables that Annals makes, and nothing else: asked before anything in them is read.

A trigger would run with the first change, a view could stand where a table belongs and never end, a column could be
computed or checked by a function. Each table's statement is compared, part by part, with the known one of its revision.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from schema.errors import WorkspaceError
from schema.storage.sqlite.connections import Connection, raw_connection
from schema.storage.sqlite.known_tables import TABLES

_TOKEN = re.compile(r"""\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|\w+|\S)""")
_PLAIN = re.compile(r'"([a-z_]\w*)"', re.ASCII)
_OBJECTS = "SELECT type, name, tbl_name, sql FROM {schema}.sqlite_master"
_MOST = 500  # a workspace has some fifty

Object = tuple[str, str, str, str | None]


def known_connection(path: Path, mode: str, seconds: float | None = None) -> Connection:
    """Open a file whose tables are the known ones. Raises sqlite3.Error, WorkspaceError workspace.strange."""
    connection = raw_connection(path, mode, seconds=seconds)
    try:
        check_objects(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def check_objects(connection: sqlite3.Connection, path: Path, schema: str = "main") -> None:
    """Raise WorkspaceError workspace.strange where the file holds anything else than the known tables, as they are.

    A table that is gone is damage: WorkspaceError workspace.broken.
    """
    (revision,) = connection.execute(f"PRAGMA {schema}.user_version").fetchone()
    objects: list[Object] = connection.execute(_OBJECTS.format(schema=schema)).fetchmany(_MOST)
    strange = next(strange_objects(objects, revision), "")
    if strange:
        raise WorkspaceError("workspace.strange", path=str(path), object=strange)
    gone = {name for name in TABLES if _known(name, revision)} - {name for _, name, _, _ in objects}
    if gone:
        raise WorkspaceError("workspace.broken", path=str(path), reason=f"no table {min(gone)}")


def strange_objects(objects: Iterable[Object], revision: int) -> Iterator[str]:
    """Yield the name of each object that a file of this revision does not have."""
    for kind, name, table, sql in objects:
        is_own_index = kind == "index" and sql is None and table in TABLES
        is_table = kind == "table" and name == table and sql is not None and shape(sql) == _known(name, revision)
        if not is_table and not is_own_index:
            yield f"{kind} {name}"[:80]


def _known(name: str, revision: int) -> str:
    """Return the shape that a table has in files of a revision; empty where there is none yet, or none any more."""
    since = [number for number in TABLES.get(name, {}) if number <= revision]
    return TABLES[name][max(since)] if since else ""


@lru_cache(maxsize=512)
def shape(statement: str) -> str:
    """Return what tells a table's statement from every other: its parts, however they are spaced and ordered."""
    head, parts, depth = list[str](), [list[str]()], 0
    for token in map(_written, _TOKEN.findall(statement)):
        depth += (token == "(") - (token == ")")
        if depth == 0 or (token == "(" and depth == 1):
            head.append(token)
        elif token == "," and depth == 1:
            parts.append([])
        else:
            parts[-1].append(token)
    told = "\n".join((" ".join(head), *sorted(_default(" ".join(part)) for part in parts)))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def _default(part: str) -> str:
    """Return a part without the brackets that a rebuilt table has around what fills a column."""
    return re.sub(r"DEFAULT (\( )+('[^']*'|\d+)( \))+", r"DEFAULT \2", part)


def _written(token: str) -> str:
    plain = _PLAIN.fullmatch(token)
    return plain[1] if plain else token
