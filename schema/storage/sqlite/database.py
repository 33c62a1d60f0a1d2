"""The connection to a workspace's database: durable settings, short transactions, every trouble with a name.

The database library is loaded with the first writing, or the first reading that asks for it.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from schema.errors import WorkspaceError
from schema.storage.reading import Rows
from schema.storage.sqlite.connections import raw_connection
from schema.storage.sqlite.known_objects import known_connection

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

RETRY_SECONDS = 20.0

_UNFINISHED = (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_WRITING = (
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
)
_READING = ("PRAGMA query_only = ON", "PRAGMA foreign_keys = ON")

Result = TypeVar("Result")


class Database:
    """One workspace file. Writing goes through one connection; each reading has its own and closes it at once."""

    def __init__(self, path: Path, *, write: bool, alterable: bool = True, copy: Path | None = None) -> None:
        """Open the file; `alterable` is false in a read-only folder, where not even a crash can be cleaned up.

        Where there is a `copy` it is what is read; the file at `path` is what troubles are told of.
        """
        self.path = path
        self._read_from = copy or path
        self._mode = "rw" if alterable or copy is not None else "ro"
        self._write = write
        self._reading: Engine | None = None
        self._writing: Engine | None = None
        self._making = threading.Lock()
        # The one writing connection is shared by threads, one transaction at a time.
        self._turn = threading.Lock()

    def read_rows(self, work: Callable[[Rows], Result]) -> Result:
        """Run `work`, which fetches all it needs by bare statements, in one short reading transaction."""
        return self._look(lambda connection: work(connection.execute))

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work`, which fetches all it needs, in one short reading transaction."""
        from schema.storage.sqlite.engines import in_transaction, make_engine

        with self._making:
            if self._reading is None:
                self._reading = make_engine(self._connect_reading, "BEGIN", shared=False)
            engine = self._reading
        return self._told(lambda: in_transaction(engine, work))

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one writing transaction; when this returns, it is on the disk. `work` may run again."""
        if not self._write:
            raise WorkspaceError("workspace.reading", path=str(self.path))
        from schema.storage.sqlite.engines import in_transaction, make_engine

        with self._turn:
            if self._writing is None:
                self._writing = make_engine(self._connect_writing, "BEGIN IMMEDIATE", shared=True)
            engine = self._writing
            return self._attempt(lambda: in_transaction(engine, work))

    def forget(self) -> None:
        """Let the next writing begin with a connection of its own, which reads the file at the path anew."""
        with self._turn:
            if self._writing is not None:
                self._writing.dispose()
                self._writing = None

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy to a path where nothing stands yet, also while others write."""
        copy = raw_connection(target, "rwc")
        try:
            self._look(lambda connection: connection.backup(copy))
        finally:
            copy.close()

    def damage(self) -> tuple[str, ...]:
        """Return what SQLite's own checks find, one line each."""
        return self.read_rows(_damage)

    def close(self) -> None:
        """Close every connection, after a transaction that another thread may be in."""
        with self._turn, self._making:
            for engine in (self._reading, self._writing):
                if engine is not None:
                    engine.dispose()
            if self._write:
                self._tidy()

    def _tidy(self) -> None:
        # TRUNCATE leaves an empty journal file beside the workspace; people would wonder what it is.
        with (
            contextlib.suppress(sqlite3.Error, WorkspaceError),
            contextlib.closing(self._connect_writing()) as connection,
        ):
            connection.execute("PRAGMA journal_mode = DELETE")

    def _look(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        def look() -> Result:
            with contextlib.closing(self._connect_reading()) as connection:
                connection.execute("BEGIN")
                return work(connection)

        return self._told(look)

    def _told(self, reading: Callable[[], Result]) -> Result:
        try:
            return self._attempt(reading)
        except (ValueError, TypeError, AttributeError, ArithmeticError) as error:
            # The store writes no such time, number or text, and no empty column: the file's bytes have changed.
            raise WorkspaceError("workspace.broken", path=str(self.path), reason=str(error)) from error

    def _attempt(self, transaction: Callable[[], Result]) -> Result:
        deadline = time.monotonic() + RETRY_SECONDS
        while True:
            try:
                return transaction()
            except sqlite3.Error as error:
                if _code(error) == sqlite3.SQLITE_CANTOPEN and not self.path.exists():
                    raise WorkspaceError("workspace.gone", path=str(self.path)) from error  # it was there when opened
                if _code(error) not in _BUSY or time.monotonic() > deadline:
                    raise trouble(error, self.path) from error
            time.sleep(0.05)

    def _connect_reading(self) -> sqlite3.Connection:
        return _connection(self._read_from, self._mode, _READING)

    def _connect_writing(self) -> sqlite3.Connection:
        return _connection(self.path, "rw", _WRITING)


def _damage(rows: Rows) -> tuple[str, ...]:
    lines = [line for (line,) in rows("PRAGMA integrity_check", ()) if line != "ok"]
    references = rows("PRAGMA foreign_key_check", ())
    return (*lines, *(f"foreign key: {table} {row}" for table, row, *_ in references))


def _connection(path: Path, mode: str, settings: tuple[str, ...]) -> sqlite3.Connection:
    connection = known_connection(path, mode)
    try:
        for setting in settings:
            connection.execute(setting).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def trouble(error: BaseException | None, path: Path) -> WorkspaceError:
    """Name what the database met: busy, full, read-only, broken, or an input / output error."""
    if getattr(error, "sqlite_errorcode", 0) in _UNFINISHED:
        return WorkspaceError("workspace.unfinished", path=str(path))
    code = _code(error)
    if code == 0 and isinstance(error, sqlite3.Error):
        # The driver itself, not the database: bytes that are no text.
        return WorkspaceError("workspace.broken", path=str(path), reason=str(error)[:100])
    names = {
        sqlite3.SQLITE_BUSY: "workspace.busy",
        sqlite3.SQLITE_LOCKED: "workspace.busy",
        sqlite3.SQLITE_FULL: "workspace.full",
        sqlite3.SQLITE_READONLY: "workspace.readonly",
        sqlite3.SQLITE_CANTOPEN: "workspace.cannot_open",
        sqlite3.SQLITE_CORRUPT: "workspace.broken",
        sqlite3.SQLITE_ERROR: "workspace.broken",  # our statements are right: a table or column is gone
        sqlite3.SQLITE_NOTADB: "workspace.foreign",
        sqlite3.SQLITE_INTERRUPT: "workspace.endless",
        sqlite3.SQLITE_TOOBIG: "workspace.cell_too_large",
    }
    return WorkspaceError(names.get(code, "workspace.io"), path=str(path), reason=str(error))


def _code(error: BaseException | None) -> int:
    # The low byte is the kind, the rest its cause (SQLITE_IOERR_FSYNC …).
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
