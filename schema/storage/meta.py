"""The versions of the definitions, and which of them is in force."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from schema.storage.author import Author
from schema.storage.chain import DEFINITIONS
from schema.storage.history import Step, append_history
from schema.storage.rows import DefinitionsRow, HistoryRow, MetaRow
from schema.storage.version_steps import earlier_of, is_step, later_of, step_between
from schema.values.datapoint import HistoryEntry
from schema.values.definition_versions import MadeOf, Version, checksum
from schema.values.via import Elsewhere

_MOST_STEPS = 100_000  # more than anybody makes: versions that lead round in a circle are broken


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
    whole, steps = _stored(connection, name), list[str]()
    while is_step(whole):
        steps.append(whole)
        whole = _stored(connection, later_of(whole))
        if len(steps) > _MOST_STEPS:
            raise ValueError("definitions: steps")
    compiled = earlier_of(whole, steps[::-1]) if steps else whole
    if checksum(compiled) != name:
        raise ValueError("definitions: checksum")
    return compiled


def _stored(connection: Connection, name: str) -> str:
    """Return a version as it is kept: whole, or as its difference from a later one."""
    stored = connection.execute(select(DefinitionsRow.json).where(DefinitionsRow.hash == name)).scalar()
    if stored is None:
        raise ValueError("definitions: checksum")
    return stored


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
    if now.name not in (new.built_in, now.built_in):  # what others are made of is kept whole
        _thin(connection, now.name, compiled, new.name)
    step = Step(DEFINITIONS, DEFINITIONS, now.state(), new.state(), author.reason, elsewhere)
    return append_history(connection, [step], author)


def keep_version(connection: Connection, compiled: str, author: Author) -> None:
    """Keep a version of definitions, once, and whole: it is in force now, or others come from it."""
    name = checksum(compiled)
    stored = connection.execute(select(DefinitionsRow.json).where(DefinitionsRow.hash == name)).scalar()
    if stored is None:
        connection.execute(insert(DefinitionsRow).values(hash=name, json=compiled, since=author.when))
    elif stored != compiled:
        _store(connection, name, compiled)


def _thin(connection: Connection, name: str, later: str, later_name: str) -> None:
    """Keep a version that is in force no more as its difference from the one that is, where that is much less."""
    whole = _stored(connection, name)
    if not is_step(whole) and checksum(whole) == name and (step := step_between(whole, later, later_name)) is not None:
        _store(connection, name, step)


def _store(connection: Connection, name: str, stored: str) -> None:
    connection.execute(update(DefinitionsRow).where(DefinitionsRow.hash == name).values(json=stored))
