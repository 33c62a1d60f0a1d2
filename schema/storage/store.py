"""What is read from and written to the tables; each function is one step inside a transaction it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, func, insert, or_, select, update

from schema.storage.chain import DEFINITIONS, checksum, definitions_state, entry_hash
from schema.storage.rows import DefinitionsRow, HistoryRow, MetaRow
from schema.values.datapoint import HistoryEntry


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes something, when, and why."""

    who: str
    when: datetime
    reason: str = ""


# Made once: putting a statement together takes as long as running it.
_LAST = select(HistoryRow.number, HistoryRow.hash).order_by(HistoryRow.number.desc()).limit(1)
_APPEND = insert(HistoryRow)


@dataclass(frozen=True, slots=True)
class Step:
    """One change as history keeps it: `old` and `new` are states."""

    kind: str
    subject: str
    old: str
    new: str
    reason: str


def read_history(connection: Connection, metric: str = "") -> tuple[HistoryEntry, ...]:
    """Read the history, oldest first; of one metric where it is named."""
    row = HistoryRow
    columns = (row.number, row.at, row.who, row.kind, row.subject, row.old, row.new, row.reason, row.hash)
    query = select(*columns).order_by(row.number)
    if metric:
        query = query.where(or_(row.subject.startswith(f"{metric}@"), row.subject.startswith(f"{metric}/")))
    return tuple(HistoryEntry(*found) for found in connection.execute(query).all())


def read_definitions(connection: Connection) -> str:
    """Read the compiled definitions in force; ValueError where they are not what they were."""
    query = select(DefinitionsRow.hash, DefinitionsRow.json)
    name, compiled = connection.execute(query.join(MetaRow, MetaRow.definitions == DefinitionsRow.hash)).one()
    if checksum(compiled) != name:
        raise ValueError("definitions: checksum")
    return compiled


def adopt_definitions(connection: Connection, compiled: str, author: Author) -> tuple[HistoryEntry, ...]:
    """Put a version of the definitions in force; one that is in force already changes nothing."""
    hold_history(connection)
    name, in_force = checksum(compiled), connection.execute(select(MetaRow.definitions)).scalar_one()
    if name == in_force:
        return ()
    known = select(DefinitionsRow.json).where(DefinitionsRow.hash == name)
    if connection.execute(known).first() is None:
        connection.execute(insert(DefinitionsRow).values(hash=name, json=compiled, since=author.when))
    connection.execute(update(MetaRow).values(definitions=name))
    step = Step(DEFINITIONS, DEFINITIONS, definitions_state(in_force), definitions_state(name), author.reason)
    return append_history(connection, [step], author)


def hold_history(connection: Connection) -> None:
    """Make other writers wait: the chain has one end. On SQLite the transaction holds the whole file already."""
    if connection.dialect.name != "sqlite":
        connection.execute(select(MetaRow.id).with_for_update()).all()


def append_history(connection: Connection, steps: Sequence[Step], author: Author) -> tuple[HistoryEntry, ...]:
    """Add one chained entry per step and return them."""
    last = connection.execute(_LAST).first()
    number, previous = (0, "") if last is None else (last[0], last[1])
    entries: list[HistoryEntry] = []
    for step in steps:
        number += 1
        entry = HistoryEntry(
            number, author.when, author.who, step.kind, step.subject, step.old, step.new, step.reason, ""
        )
        entries.append(replace(entry, hash=entry_hash(entry, previous)))
        previous = entries[-1].hash
    if entries:
        connection.execute(_APPEND, [_history_fields(entry) for entry in entries])
    return tuple(entries)


def _history_fields(entry: HistoryEntry) -> dict[str, object]:
    fields: dict[str, object] = {name: getattr(entry, name) for name in HistoryEntry.__slots__ if name != "when"}
    return fields | {"at": entry.when}


def last_number(connection: Connection) -> int:
    """Return the number of the newest history entry."""
    return connection.execute(select(func.max(HistoryRow.number))).scalar_one() or 0


def read_identity(connection: Connection) -> str:
    """Return the workspace's own id; empty where the file has lost it."""
    return connection.execute(select(MetaRow.id)).scalar() or ""
