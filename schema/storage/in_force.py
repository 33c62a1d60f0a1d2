"""The workspace's own row, read by bare statements: its identity, and the definitions in force."""

from __future__ import annotations

from schema.catalogue.compiled import from_json
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.errors import WorkspaceError
from schema.grammar.location import Location
from schema.storage.reading import Rows
from schema.values.definition_versions import checksum


def read_identity(rows: Rows) -> str:
    """Return the workspace's own id; empty where the file has lost it."""
    return next((str(name or "") for (name,) in rows("SELECT id FROM meta", ())), "")


def read_head(rows: Rows) -> str:
    """Return the hash of the newest entry of the history; empty where there is none."""
    return next((str(head) for (head,) in rows("SELECT hash FROM history ORDER BY number DESC LIMIT 1", ())), "")


def read_definitions(rows: Rows) -> str:
    """Read the compiled definitions in force; ValueError where they are not there, or not what they were."""
    query = "SELECT hash, json FROM definitions JOIN meta ON meta.definitions = definitions.hash"
    found = list(rows(query, ()))
    if len(found) != 1 or checksum(found[0][1]) != found[0][0]:
        raise ValueError("definitions: checksum")
    return found[0][1]


def parse_definitions(compiled: str, path: Location, program: ProgramWords | None) -> Definitions:
    """Understand the compiled definitions of the workspace at `path`; WorkspaceError where they cannot be."""
    try:
        return from_json(compiled, program)
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError("workspace.broken", path=str(path), reason=f"definitions: {error}") from error
