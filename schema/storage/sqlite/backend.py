"""The backend of a workspace that is one file; what each step needs is loaded when it is taken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from schema.catalogue.outline import Definitions
from schema.errors import WorkspaceError
from schema.storage.author import Author
from schema.values.datapoint import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from schema.catalogue.program_words import ProgramWords
    from schema.storage.backend import Readable
    from schema.storage.sqlite.open_file import OpenFile
    from schema.values.holder import Holder
    from schema.values.kept_backup import KeptBackup


class SqliteBackend:
    """One file at a path, and what stands beside it: its lock, its journal, the older file that an upgrade keeps."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is looked at but where a link leads."""
        self._path = _real(path)

    def create(self, compiled: str, author: Author, source: str = "") -> OpenFile:
        """Make an empty workspace with these compiled definitions, open for writing; an existing file is refused."""
        from schema.storage.first_rows import fill
        from schema.storage.sqlite.lock import locked
        from schema.storage.sqlite.open_file import open_file

        self._check_name()
        with locked(self._path, author) as lock:
            self._make(lambda connection: fill(connection, compiled, author, source))
            return open_file(self._path, lock)

    def receive(self, source: Readable) -> None:
        """Make a file of all that another workspace holds, checked before it stands there."""
        from schema.storage.copying import copier

        self._check_name()
        self._make(copier(source, str(self._path)))

    def receive_backup(self, source: Readable) -> None:
        """Do the same, and let go of an earlier backup of this workspace that stands there."""
        from schema.storage.copying import copier
        from schema.storage.sqlite.backup import check_earlier
        from schema.storage.sqlite.new_file import create_file

        check_earlier(self._path, source)
        create_file(self._path, copier(source, str(self._path)))

    def _check_name(self) -> None:
        from schema.storage.sqlite.header import check_journal

        if not self._path.name:
            raise WorkspaceError("workspace.exists", path=str(self._path))
        check_journal(self._path)

    def _make(self, fill: Callable[[Connection], None]) -> None:
        from schema.storage.sqlite.new_file import create_file

        if self._path.exists():
            raise WorkspaceError("workspace.exists", path=str(self._path))
        create_file(self._path, fill)

    def open_for_reading(self) -> OpenFile:
        """Open the file as it is; an older one is left alone, and a copy upgraded."""
        from schema.storage.sqlite.open_file import open_file

        return open_file(self._path, None)

    def open_for_writing(self, author: Author) -> OpenFile:
        """Take the file's lock and open it; an older one is upgraded when something is written."""
        from schema.storage.sqlite.header import check_header
        from schema.storage.sqlite.lock import locked
        from schema.storage.sqlite.open_file import open_file

        check_header(self._path)
        with locked(self._path, author) as lock:
            return open_file(self._path, lock)

    def backups(self) -> tuple[KeptBackup, ...]:
        """Return the automatic backups beside the file, newest first."""
        from schema.storage.sqlite.backup_folder import backups_of

        return backups_of(self._path)

    def put_back(self, backup: Path) -> None:
        """Make the file of a backup; an existing one is refused."""
        from schema.storage.sqlite.restoring import put_back

        put_back(backup, self._path)

    def holder(self) -> Holder | None:
        """Return who holds the lock beside the file; None where nobody does."""
        from schema.storage.sqlite.lock import holder_of

        return holder_of(self._path)

    def unlock(self) -> None:
        """Take the lock beside the file from whoever holds it."""
        from schema.storage.sqlite.lock import take_away

        take_away(self._path)

    def first_look(self, program: ProgramWords | None) -> tuple[Definitions, Snapshot] | None:
        """Return definitions and values as they stand in the file, or None where it cannot simply be read."""
        from schema.storage.sqlite.first_look import first_look

        return first_look(self._path, program)


def _real(path: Path) -> Path:
    # The lock stands beside the file itself: two links to it shall not have a lock each.
    # (Path's own ways raise for a name that is too long, and for links in a circle.)
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114
