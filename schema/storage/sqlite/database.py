"""The connection to a workspace's database: two engines, durable settings, every trouble with a name."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.pool import NullPool, StaticPool

from schema.errors import WorkspaceError

BUSY_SECONDS = 5.0
RETRY_SECONDS = 20.0

_UNFINISHED = (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_WRITING = (
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)
_READING = ("PRAGMA query_only = ON", "PRAGMA foreign_keys = ON", "PRAGMA trusted_schema = OFF")

Result = TypeVar("Result")


class Database:
    """One workspace file. Writing goes through one connection; each reading has its own and closes it at once."""

    def __init__(self, path: Path, *, write: bool, alterable: bool = True, copy: Path | None = None) -> None:
        """Open the file; `alterable` is false in a read-only folder, where not even a crash can be cleaned up.

        Where there is a `copy` it is what is read; the file at `path` is what troubles are told of.
        """
        self.path = path
        mode = "rw" if alterable or copy is not None else "ro"
        self._reading = _engine(copy or path, mode, "BEGIN", _READING, NullPool)
        self._writing = _engine(path, "rw", "BEGIN IMMEDIATE", _WRITING, StaticPool) if write else None
        # The one writing connection is shared by threads, one transaction at a time.
        self._turn = threading.Lock()

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work`, which fetches all it needs, in one short reading transaction."""
        try:
            return self._attempt(self._reading, work)
        except (ValueError, TypeError, AttributeError, ArithmeticError, NoResultFound) as error:
            # The store writes no such time, number or text, and no empty column: the file's bytes have changed.
            raise WorkspaceError("workspace.broken", path=str(self.path), reason=str(error)) from error

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one writing transaction; when this returns, it is on the disk. `work` may run again."""
        if self._writing is None:
            raise WorkspaceError("workspace.reading", path=str(self.path))
        with self._turn:
            return self._attempt(self._writing, work)

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy to a path where nothing stands yet, also while others write."""
        copy = sqlite3.connect(target)
        try:
            self.read(lambda connection: _raw(connection).backup(copy))
        finally:
            copy.close()

    def damage(self) -> tuple[str, ...]:
        """Return what SQLite's own checks find, one line each."""
        return self.read(_damage)

    def close(self) -> None:
        """Close every connection, after a transaction that another thread may be in."""
        with self._turn:
            self._reading.dispose()
            if self._writing is not None:
                self._tidy(self._writing)
                self._writing.dispose()

    def _tidy(self, engine: Engine) -> None:
        # TRUNCATE leaves an empty journal file beside the workspace; people would wonder what it is.
        with contextlib.suppress(DBAPIError), engine.connect() as connection:
            _raw(connection).rollback()
            _raw(connection).execute("PRAGMA journal_mode = DELETE")

    def _attempt(self, engine: Engine, work: Callable[[Connection], Result]) -> Result:
        deadline = time.monotonic() + RETRY_SECONDS
        while True:
            try:
                with engine.begin() as connection:
                    return work(connection)
            except (DBAPIError, sqlite3.Error) as error:
                # The driver's own, where rows are read without the library between.
                cause = error.orig if isinstance(error, DBAPIError) else error
                if _code(cause) not in _BUSY or time.monotonic() > deadline:
                    raise trouble(cause, self.path) from error
            time.sleep(0.05)


def _damage(connection: Connection) -> tuple[str, ...]:
    pages = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    lines = [line for line in pages if line != "ok"]
    references = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return (*lines, *(f"foreign key: {table} {row}" for table, row, *_ in references))


def raw_connection(path: Path, mode: str, *, immutable: bool = False) -> sqlite3.Connection:
    """Open the file through SQLite itself (mode ro, rw or rwc), in autocommit: transactions are begun by hand."""
    flags = "&immutable=1" if immutable else ""
    return sqlite3.connect(
        f"{_uri(path)}?mode={mode}{flags}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )


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
    }
    return WorkspaceError(names.get(code, "workspace.io"), path=str(path), reason=str(error))


def _code(error: BaseException | None) -> int:
    # The low byte is the kind, the rest its cause (SQLITE_IOERR_FSYNC …).
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _raw(connection: Connection) -> sqlite3.Connection:
    raw: Any = connection.connection.driver_connection
    return raw


def _engine(path: Path, mode: str, begin: str, settings: tuple[str, ...], pool: type[Any]) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = raw_connection(path, mode)
        for setting in settings:
            connection.execute(setting).fetchall()
        return connection

    def begin_by_hand(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    engine = create_engine("sqlite://", creator=connect, poolclass=pool)
    # The driver's own BEGIN comes too late (it loses concurrent edits) and never for reading.
    event.listen(engine, "begin", begin_by_hand)
    return engine


def _uri(path: Path) -> str:
    # Three slashes before a drive letter, four before the server of a network path.
    text = path.absolute().as_posix()
    return "file://" + quote(text if text.startswith("/") else "/" + text)
