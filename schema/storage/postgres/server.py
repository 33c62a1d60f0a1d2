"""The connections to one database of a server: short transactions, every trouble with a name."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError, NoResultFound, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from schema.errors import WorkspaceError
from schema.grammar.location import DatabaseUrl
from schema.storage.driver_rows import raw_rows
from schema.storage.history import holds
from schema.storage.in_force import read_head
from schema.storage.postgres.messages import tell_change
from schema.storage.reading import Rows

Result = TypeVar("Result")

CONNECT_SECONDS = 10
RETRY_SECONDS = 20.0
# One writer at a time: the history is one chain. Another number holds the commands apart that go on for moments.
_WRITING, _COMMAND = 0x414E4E4C_01, 0x414E4E4C_02
# What the server calls (SQLSTATE), or the class of it: the first two letters.
_NAMES = {
    "25006": "workspace.server_readonly",
    "28": "workspace.server_refused",
    "3D": "workspace.no_database",
    "42501": "workspace.server_denied",
    "53100": "workspace.full",
    "53300": "workspace.server_full",
    "55P03": "workspace.server_busy",
    "57014": "workspace.server_busy",
}
# At the door the driver gives words alone: those of a server that speaks English, as most do.
_AT_THE_DOOR = {
    "does not exist": "workspace.no_database", "password": "workspace.server_refused",
    "authentication": "workspace.server_refused", "pg_hba.conf": "workspace.server_refused",
    "too many": "workspace.server_full",
}  # fmt: skip
_AGAIN = ("40001", "40P01")


class Server:
    """One database; each transaction has a connection of its own while it runs. Threads may share it."""

    def __init__(self, url: DatabaseUrl) -> None:
        self.url = url
        self._engine = _engine(url)
        # The driver's own, too: bare statements go past the database library.
        driver: Any = self._engine.dialect.dbapi
        self._errors: tuple[type[Exception], ...] = (DBAPIError, PoolTimeout, driver.Error)
        self._command: Connection | None = None
        self._turn = threading.Lock()

    def read_rows(self, work: Callable[[Rows], Result]) -> Result:
        """Run `work`, which fetches all it needs by bare statements, in one short reading transaction."""
        return self.read(lambda connection: work(raw_rows(connection)))

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` on the database as it is at one moment. Raises WorkspaceError."""
        reading = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

        def look() -> Result:
            with reading.begin() as connection:
                return work(connection)

        return self._told(lambda: self._attempt(look))

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one transaction, while nobody else writes; it may run again. Raises WorkspaceError.

        Where the connection is lost while the server stores, the history says afterwards whether it has.
        """
        with self._turn:
            return self._attempt(lambda: self._write(work))

    def _write(self, work: Callable[[Connection], Result]) -> Result:
        done: list[tuple[Result, str]] = []
        try:
            with self._engine.begin() as connection:
                _stop_other_writers(connection)
                before = read_head(raw_rows(connection))
                result = work(connection)
                head = read_head(raw_rows(connection))
                if head != before:
                    tell_change(connection, head)
                    done.append((result, head))
            return result
        except DBAPIError as error:
            if not (error.connection_invalidated and done) or not self._is_stored(done[0][1]):
                raise
            return done[0][0]

    @contextmanager
    def listening(self) -> Generator[Any]:
        """Lend a connection of the driver's own, each statement of which is a transaction. Raises WorkspaceError."""
        pooled = self._attempt(self._engine.raw_connection)
        connection: Any = pooled.driver_connection
        try:
            connection.autocommit = True
            yield connection
        except self._errors as error:
            raise trouble(error, self.url) from error
        finally:
            pooled.invalidate()  # it listens: nobody else may get it

    def _is_stored(self, head: str) -> bool:
        return self._attempt(lambda: self._holds(head))

    def _holds(self, head: str) -> bool:
        with self._engine.begin() as connection:
            return holds(connection, head)

    def set_up(self, work: Callable[[Connection], None]) -> None:
        """Run `work`, which makes or alters tables, in one transaction, while nobody else writes."""

        def change() -> None:
            with self._engine.begin() as connection:
                _stop_other_writers(connection)
                work(connection)

        self._attempt(change)

    def wait_for_turn(self, seconds: int) -> None:
        """Hold other commands back until `close`: what one of them reads is still true when it writes."""

        def take() -> Connection:
            connection = self._engine.connect()
            try:
                connection.execute(text(f"SET lock_timeout = '{seconds}s'"))
                connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _COMMAND})
                connection.commit()
            except BaseException:
                connection.close()
                raise
            return connection

        self._command = self._attempt(take)

    def close(self) -> None:
        """Let go of every connection; closing twice does no harm."""
        with self._turn:
            if self._command is not None:
                self._command.invalidate()  # its lock ends with it, also where it would go back to the pool
                self._command.close()
                self._command = None
            self._engine.dispose()

    def _told(self, reading: Callable[[], Result]) -> Result:
        try:
            return reading()
        except (ValueError, TypeError, AttributeError, ArithmeticError, NoResultFound) as error:
            # The store writes no such time, number or text: somebody else has.
            raise WorkspaceError("workspace.broken", path=str(self.url), reason=str(error)) from error

    def _attempt(self, transaction: Callable[[], Result]) -> Result:
        deadline = time.monotonic() + RETRY_SECONDS
        while True:
            try:
                return transaction()
            except self._errors as error:
                again = _state(error) in _AGAIN or (isinstance(error, DBAPIError) and error.connection_invalidated)
                if not again or time.monotonic() > deadline:
                    raise trouble(error, self.url) from error
            time.sleep(0.1)


def _stop_other_writers(connection: Connection) -> None:
    """Let nobody else write until the connection's transaction ends."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITING})


def trouble(error: Exception, url: DatabaseUrl) -> WorkspaceError:
    """Name what the server met; the words of the driver never hold a password."""
    state, reason = _state(error), _reason(error)
    code = _NAMES.get(state) or _NAMES.get(state[:2])
    if code is None and state.startswith("42"):  # a table or column is not as this program made it
        code = "workspace.broken"
    if code is None and (isinstance(error, PoolTimeout) or not state):
        code = next((name for word, name in _AT_THE_DOOR.items() if word in reason), "workspace.no_server")
    return WorkspaceError(code or "workspace.io", path=str(url), database=url.name, reason=reason)


def _state(error: Exception) -> str:
    cause: Any = getattr(error, "orig", None) or error
    return str(getattr(cause, "sqlstate", None) or "")


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())[:200]


def _engine(url: DatabaseUrl) -> Engine:
    arguments = {"connect_timeout": CONNECT_SECONDS, "application_name": "annals"}
    try:
        return create_engine(url.url, pool_size=4, max_overflow=4, pool_pre_ping=True, connect_args=arguments)
    except ImportError as error:
        raise WorkspaceError("workspace.no_driver", path=str(url)) from error
    except (SQLAlchemyError, ValueError) as error:
        raise WorkspaceError("workspace.bad_url", path=str(url)) from error
