"""The versions of the definitions, and which of them is in force."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from schema.storage.author import Author
from schema.storage.chain import DEFINITIONS
from schema.storage.history import Step, append_history
from schema.storage.rows import DefinitionsRow, HistoryRow, MetaRow
from schema.values.datapoint import HistoryEntry
from schema.values.definition_versions import MadeOf, Version, checksum
from schema.values.via import Elsewhere


@dataclass(frozen=True, slots=True)
class Adopted:
    """Definitions that are put in force, compiled, by whom; the rest as `adopt_definitions` takes it."""

    compiled: str
    author: Author
    made_of: MadeOf | None = None
    elsewhere: Elsewhere | None = None


def read_versions(connection: Connection) -> tuple[Version, ...]:
    """Read which definitions were ever in force, oldest first."""
    row = HistoryRow
    query = select(row.new).where(row.kind == DEFINITIONS).order_by(row.number)
    return tuple(map(Version.read, connection.execute(query).scalars()))


def read_compiled(connection: Connection, name: str) -> str:
    """Read a version of the definitions by its name, compiled; ValueError where it is gone or not what it was."""
    compiled = connection.execute(select(DefinitionsRow.json).where(DefinitionsRow.hash == name)).scalar()
    if compiled is None or checksum(compiled) != name:
        raise ValueError("definitions: checksum")
    return compiled


def is_in_force(connection: Connection, compiled: str, made_of: MadeOf | None = None) -> bool:
    """Whether a version of the definitions is the one in force, and known to come from nothing else."""
    now = _in_force(connection)
    return _next(now, compiled, made_of) == now


def _in_force(connection: Connection) -> Version:
    """Return the version in force, with what the last history entry says that it is made of."""
    name = connection.execute(select(MetaRow.definitions)).scalar_one()
    last = next(iter(read_versions(connection)[-1:]), Version(name))
    return Version(name, last.built_in, last.source)


def _next(now: Version, compiled: str, made_of: MadeOf | None) -> Version:
    return Version.of(compiled, made_of) if made_of else Version(checksum(compiled), now.built_in, now.source)


def adopt_definitions(
    connection: Connection,
    compiled: str,
    author: Author,
    made_of: MadeOf | None = None,
    elsewhere: Elsewhere | None = None,
) -> tuple[HistoryEntry, ...]:
    """Put a version of the definitions in force; one that is in force already changes nothing.

    `made_of` is the built-in catalogue that they come from; without it they come from the same as those before.
    """
    now = _in_force(connection)
    new = _next(now, compiled, made_of)
    if new == now:
        return ()
    for version in filter(None, (compiled, made_of.compiled if made_of else "")):
        keep_version(connection, version, author)
    connection.execute(update(MetaRow).values(definitions=new.name))
    step = Step(DEFINITIONS, DEFINITIONS, now.state(), new.state(), author.reason, elsewhere)
    return append_history(connection, [step], author)


def keep_version(connection: Connection, compiled: str, author: Author) -> None:
    """Keep a version of definitions, once."""
    name = checksum(compiled)
    if connection.execute(select(DefinitionsRow.hash).where(DefinitionsRow.hash == name)).first() is None:
        connection.execute(insert(DefinitionsRow).values(hash=name, json=compiled, since=author.when))
