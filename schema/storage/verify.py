"""Is the file whole, and is its history true?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from schema.errors import WorkspaceError
from schema.storage.attachments import attachment_issues
from schema.storage.chain import DEFINITIONS, checksum, definitions_state, entry_hash
from schema.storage.database import Database, raw_rows
from schema.storage.reading import read_rows
from schema.storage.rows import DefinitionsRow, MetaRow
from schema.storage.store import read_history
from schema.validation.issue import Issue
from schema.values.datapoint import HistoryEntry
from schema.values.registry import KEPT

Subject = tuple[str, str]  # kind and subject


def verify(database: Database) -> tuple[Issue, ...]:
    """Check the database, the chain, each current row against what history says of it, and the pictures."""
    try:
        return database.read(_verify)
    except WorkspaceError as error:
        if error.code not in ("workspace.broken", "workspace.foreign"):
            raise
        return (Issue("verify.integrity", "error", facts={"reason": error.params["reason"]}),)


def verify_file(path: Path) -> tuple[Issue, ...]:
    """Check a file that nobody has open."""
    database = Database(path, write=False)
    try:
        return verify(database)
    finally:
        database.close()


def _verify(connection: Connection) -> tuple[Issue, ...]:
    damaged = tuple(_database_issues(connection))
    if damaged:
        return damaged
    history = read_history(connection)
    states = _differences(_current(connection), _last(history))
    return (*_chain_issues(history), *states, *attachment_issues(connection))


def state_issues(connection: Connection) -> Iterator[Issue]:
    """Yield each current row that is not what history says of it."""
    yield from _differences(_current(connection), _last(read_history(connection)))


def _database_issues(connection: Connection) -> Iterator[Issue]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if line != "ok":
            yield Issue("verify.integrity", "error", facts={"reason": line})
    for table, row, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Issue("verify.integrity", "error", facts={"reason": f"foreign key: {table} {row}"})


def _chain_issues(history: tuple[HistoryEntry, ...]) -> Iterator[Issue]:
    previous = ""
    for number, entry in enumerate(history, start=1):
        if entry.number != number or entry.hash != entry_hash(entry, previous):
            # What follows hangs on this entry: one finding says it all.
            yield Issue("verify.chain", "error", facts={"number": str(number), "subject": entry.subject})
            return
        previous = entry.hash


def _differences(current: dict[Subject, str], last: dict[Subject, str]) -> Iterator[Issue]:
    for kind, subject in sorted(current.keys() | last.keys()):
        if current.get((kind, subject), "") != last.get((kind, subject), ""):
            yield Issue("verify.state", "error", facts={"kind": kind, "subject": subject})


def _last(history: tuple[HistoryEntry, ...]) -> dict[Subject, str]:
    return {(entry.kind, entry.subject): entry.new for entry in history}


def _current(connection: Connection) -> dict[Subject, str]:
    states = {(DEFINITIONS, DEFINITIONS): _definitions(connection)}
    for kept in KEPT:
        for subject, values in read_rows(raw_rows(connection), kept):
            states[kept.form.kind, kept.form.stored(subject)] = kept.state_of(values)
    return states


def _definitions(connection: Connection) -> str:
    query = select(DefinitionsRow.json).join(MetaRow, MetaRow.definitions == DefinitionsRow.hash)
    compiled = connection.execute(query).scalar()
    return "" if compiled is None else definitions_state(checksum(compiled))
