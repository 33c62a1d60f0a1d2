"""A first look into a workspace without the database library: what a window shows while that is being loaded.

Nothing is checked and nothing is decided here; whatever is unusual gives no look at all, and the opening proper,
which follows at once, says what is wrong.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from schema.catalogue.compiled import from_json
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.errors import WorkspaceError
from schema.storage.reading import read_all
from schema.storage.sqlite.known_objects import known_connection
from schema.values.datapoint import Snapshot

_SECONDS = 0.2  # that a writer may hold it up
_DEFINITIONS = "SELECT json FROM definitions JOIN meta ON meta.definitions = definitions.hash"


def first_look(path: Path, program: ProgramWords | None = None) -> tuple[Definitions, Snapshot] | None:
    """Return definitions and values as they stand in the file, or None where it cannot simply be read."""
    try:
        with closing(known_connection(path, "ro", seconds=_SECONDS)) as connection:
            connection.execute("BEGIN")
            definitions = from_json(connection.execute(_DEFINITIONS).fetchone()[0], program)
            return definitions, read_all(connection.execute)
    except (sqlite3.Error, OSError, ValueError, TypeError, KeyError, ArithmeticError, WorkspaceError):
        return None
