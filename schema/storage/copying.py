"""A whole workspace out of one database into another: every row of every table, under its own number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, Table, func, insert, select, text

from schema.errors import WorkspaceError
from schema.storage.backend import Readable
from schema.storage.driver_rows import raw_rows
from schema.storage.first_rows import make_tables
from schema.storage.in_force import read_head, read_identity
from schema.storage.reading import Rows, last_number
from schema.storage.rows import AttachmentContentRow, Base
from schema.storage.verification import verify

Result = TypeVar("Result")

# So many rows are in memory at once; of the bytes of attachments one.
_MANY = 2_000
_CONTENTS = AttachmentContentRow.__tablename__


def copier(source: Readable, shown: str) -> Callable[[Connection], None]:
    """Return what fills an empty database with all that `source` holds at this moment.

    Raises WorkspaceError copy.damaged, told of `shown`, where what then stands there is not whole.
    """

    def fill(target: Connection) -> None:
        end = source.read(lambda connection: _copy(connection, target))
        issues, copied = verify(_Within(target)), _end(target)
        if issues or copied != end:
            raise WorkspaceError("copy.damaged", path=shown, count=str(len(issues) or 1))

    return fill


class _Within:
    """What stands in a database inside a transaction that is not over."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read_rows(self, work: Callable[[Rows], Result]) -> Result:
        return work(raw_rows(self._connection))

    def read(self, work: Callable[[Connection], Result]) -> Result:
        return work(self._connection)

    def damage(self) -> tuple[str, ...]:
        return ()


def _end(connection: Connection) -> tuple[str, int, str]:
    """Return whose history it is, how many entries it has and its head."""
    rows = raw_rows(connection)
    return read_identity(rows), last_number(rows), read_head(rows)


def _copy(source: Connection, target: Connection) -> tuple[str, int, str]:
    """Copy every row, and return the end of the source's history."""
    make_tables(target)
    for table in Base.metadata.sorted_tables:
        for rows in _portions(source, table):
            target.execute(insert(table), rows)
        _count_on(target, table)
    return _end(source)


def _portions(source: Connection, table: Table) -> Iterator[list[Mapping[str, Any]]]:
    order = table.primary_key.columns
    many = 1 if table.name == _CONTENTS else _MANY
    for rows in source.execute(select(table).order_by(*order)).mappings().partitions(many):
        yield [dict(row) for row in rows]


def _count_on(target: Connection, table: Table) -> None:
    """Let the next row get the number after the last: a server counts for itself."""
    key = table.primary_key.columns.values()
    if target.dialect.name != "postgresql" or not (len(key) == 1 and _is_counted(table)):
        return
    last = target.execute(select(func.max(key[0]))).scalar()
    if last is not None:
        target.execute(
            text("SELECT setval(pg_get_serial_sequence(:name, :key), :last)"),
            {"name": table.name, "key": key[0].name, "last": last},
        )


def _is_counted(table: Table) -> bool:
    counted = table.autoincrement_column
    return counted is not None and isinstance(counted.type, Integer)
