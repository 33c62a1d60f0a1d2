"""The backend of a workspace in a database of a PostgreSQL server; what each step needs is loaded when it is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from schema.catalogue.outline import Definitions
from schema.errors import WorkspaceError
from schema.grammar.location import DatabaseUrl
from schema.storage.author import Author
from schema.values.datapoint import Snapshot

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from schema.catalogue.program_words import ProgramWords
    from schema.storage.backend import FilePlace, Readable
    from schema.storage.postgres.open_database import OpenDatabase
    from schema.values.holder import Holder
    from schema.values.kept_backup import KeptBackup

# A command that only goes on for moments waits so long for those before it.
_TURN_SECONDS = 120


class PostgresBackend:
    """One database; its roles and backups are the server's own affair. `file` names the place of a file."""

    def __init__(self, url: DatabaseUrl, file: Callable[[Path], FilePlace]) -> None:
        self._url = url
        self._file = file

    def create(self, compiled: str, author: Author, source: str = "") -> OpenDatabase:
        """Make an empty workspace with these compiled definitions, open for writing; an existing one is refused."""
        from schema.storage.first_rows import fill

        self._make(lambda connection: fill(connection, compiled, author, source))
        return self.open_for_writing(author)

    def receive(self, source: Readable) -> None:
        """Make a workspace of all that another holds; checked before it counts."""
        from schema.storage.copying import copier

        self._make(copier(source, str(self._url)))

    def open_for_reading(self) -> OpenDatabase:
        """Open the workspace as it is."""
        from schema.storage.postgres.open_database import open_database

        return open_database(self._url, self._file, write=False)

    def open_for_writing(self, author: Author) -> OpenDatabase:
        """Open the workspace; others may have it open, too. For moments (`author.brief`) other commands wait."""
        from schema.storage.postgres.open_database import open_database

        return open_database(self._url, self._file, write=True, turn=_TURN_SECONDS if author.brief else 0)

    def backups(self) -> tuple[KeptBackup, ...]:
        """Return nothing: a server's backups are made and kept by its administrator."""
        return ()

    def holder(self) -> Holder | None:
        """Return None: nobody holds a database alone."""
        return None

    def put_back(self, backup: Path) -> None:
        """Refuse: a backup becomes a file, and a file can be copied into a database."""
        raise WorkspaceError("restore.to_database", path=str(backup))

    def unlock(self) -> None:
        """Do nothing: nobody holds a database alone."""

    def first_look(self, program: ProgramWords | None) -> tuple[Definitions, Snapshot] | None:
        """Return None: what a server holds is there as soon as it is open."""
        return None

    def _make(self, fill: Callable[[Connection], None]) -> None:
        from schema.storage.postgres.open_database import check_empty
        from schema.storage.postgres.server import Server

        def make(connection: Connection) -> None:
            check_empty(connection, self._url)
            fill(connection)

        server = Server(self._url)
        try:
            server.set_up(make)
        finally:
            server.close()
