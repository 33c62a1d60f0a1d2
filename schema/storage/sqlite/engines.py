"""The database library over a workspace file: transactions begin by hand, errors are the driver's own.

Loaded when something is written, or read by more than bare statements.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.pool import NullPool, StaticPool

Result = TypeVar("Result")


def make_engine(connect: Callable[[], sqlite3.Connection], begin: str, *, shared: bool) -> Engine:
    """Return an engine over such connections: one that all share, or one for each transaction."""

    def begin_by_hand(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.patience.renew()
        connection.exec_driver_sql(begin)

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool if shared else NullPool)
    # The driver's own BEGIN comes too late (it loses concurrent edits) and never for reading.
    event.listen(engine, "begin", begin_by_hand)
    return engine


def in_transaction(engine: Engine, work: Callable[[Connection], Result]) -> Result:
    """Run `work` in one transaction. Raises sqlite3.Error; ValueError where a row that must be there is not."""
    try:
        with engine.begin() as connection:
            return work(connection)
    except DBAPIError as error:
        raise error.orig or error from error
    except NoResultFound as error:
        raise ValueError(str(error)) from error
