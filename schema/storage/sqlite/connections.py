"""The one door to SQLite: every connection has limits, so that no file, whoever made it, runs without end.

What is opened may have been made by anybody. Limits hold from the first statement on; whether the file's tables are
the known ones is asked of `known_objects` as soon as it is a workspace.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

BUSY_SECONDS = 5.0

# What a cell may hold: evidence of 50 MB, definitions and texts are far below.
LONGEST_CELL = 128_000_000
_LIMITS: Mapping[int, int] = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_CELL,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 20,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
}
_SETTINGS = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0")
# Names of Python 3.12 and later: what a file could run by itself is switched off in the library, too.
_SWITCHES: Mapping[str, bool] = {
    "SQLITE_DBCONFIG_DEFENSIVE": True,
    "SQLITE_DBCONFIG_ENABLE_TRIGGER": False,
    "SQLITE_DBCONFIG_ENABLE_VIEW": False,
    "SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION": False,
}
# A million rows of history are read in some twenty million steps, and checked in some hundred million.
MOST_STEPS = 5_000_000_000
_STEPS = 5_000_000


class Patience:
    """Counts the steps of a connection's statements, and ends what goes on without end."""

    def __init__(self, most: int) -> None:
        self._most, self._done = most // _STEPS, 0

    def renew(self) -> None:
        """Begin to count anew, with a new transaction."""
        self._done = 0

    def __call__(self) -> bool:
        """Count some millions more; true asks SQLite to stop."""
        self._done += 1
        return self._done > self._most


class Connection(sqlite3.Connection):
    """A connection that counts its steps; `patience` is renewed with each transaction."""

    patience: Patience


def raw_connection(
    path: Path, mode: str, *, immutable: bool = False, attached: int = 0, seconds: float | None = None
) -> Connection:
    """Open the file through SQLite itself (mode ro, rw or rwc), in autocommit: transactions are begun by hand.

    `attached` is how many other files may be joined to it, `seconds` how long a writer is waited for.
    """
    flags = "&immutable=1" if immutable else ""
    connection = sqlite3.connect(
        f"{file_uri(path)}?mode={mode}{flags}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS if seconds is None else seconds,
        factory=Connection,
    )
    try:
        _restrain(connection, attached)
    except BaseException:
        connection.close()
        raise
    return connection


def _restrain(connection: Connection, attached: int) -> None:
    for limit, most in (*_LIMITS.items(), (sqlite3.SQLITE_LIMIT_ATTACHED, attached)):
        connection.setlimit(limit, most)
    switch_off(connection)
    for setting in _SETTINGS:
        connection.execute(setting).fetchall()
    connection.patience = Patience(MOST_STEPS)
    connection.set_progress_handler(connection.patience, _STEPS)


def switch_off(connection: object, library: object = sqlite3) -> None:
    """Switch off what a file could run by itself, where this Python can say so."""
    setconfig: Callable[[int, bool], None] | None = getattr(connection, "setconfig", None)
    if setconfig is None:
        return
    for name, on in _SWITCHES.items():
        switch: int | None = getattr(library, name, None)
        if switch is not None:
            setconfig(switch, on)


def file_uri(path: Path) -> str:
    """Return a path as SQLite takes it where parameters follow."""
    # Three slashes before a drive letter, four before the server of a network path.
    text = path.absolute().as_posix()
    return "file://" + quote(text if text.startswith("/") else "/" + text)
