"""The workspace's own row: its identity, and the definitions in force."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from schema.catalogue.compiled import from_json
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.errors import WorkspaceError
from schema.storage.author import Author
from schema.storage.chain import DEFINITIONS, checksum, definitions_state
from schema.storage.history import Step, append_history
from schema.storage.rows import DefinitionsRow, MetaRow
from schema.values.datapoint import HistoryEntry


def read_identity(connection: Connection) -> str:
    """Return the workspace's own id; empty where the file has lost it."""
    return connection.execute(select(MetaRow.id)).scalar() or ""


def read_definitions(connection: Connection) -> str:
    """Read the compiled definitions in force; ValueError where they are not what they were."""
    query = select(DefinitionsRow.hash, DefinitionsRow.json)
    name, compiled = connection.execute(query.join(MetaRow, MetaRow.definitions == DefinitionsRow.hash)).one()
    if checksum(compiled) != name:
        raise ValueError("definitions: checksum")
    return compiled


def parse_definitions(compiled: str, path: Path, program: ProgramWords | None) -> Definitions:
    """Understand the compiled definitions of the workspace at `path`; WorkspaceError where they cannot be."""
    try:
        return from_json(compiled, program)
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError("workspace.broken", path=str(path), reason=f"definitions: {error}") from error


def is_in_force(connection: Connection, compiled: str) -> bool:
    """Whether a version of the definitions is the one in force."""
    return checksum(compiled) == connection.execute(select(MetaRow.definitions)).scalar_one()


def adopt_definitions(connection: Connection, compiled: str, author: Author) -> tuple[HistoryEntry, ...]:
    """Put a version of the definitions in force; one that is in force already changes nothing."""
    name, in_force = checksum(compiled), connection.execute(select(MetaRow.definitions)).scalar_one()
    if name == in_force:
        return ()
    known = select(DefinitionsRow.json).where(DefinitionsRow.hash == name)
    if connection.execute(known).first() is None:
        connection.execute(insert(DefinitionsRow).values(hash=name, json=compiled, since=author.when))
    connection.execute(update(MetaRow).values(definitions=name))
    step = Step(DEFINITIONS, DEFINITIONS, definitions_state(in_force), definitions_state(name), author.reason)
    return append_history(connection, [step], author)
