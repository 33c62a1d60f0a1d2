"""A workspace file that is open: its database, its lock, and the copy through which an older one is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from schema.errors import WorkspaceError
from schema.storage.meta import read_identity
from schema.storage.sqlite.backup import backup
from schema.storage.sqlite.database import Database, Result
from schema.storage.sqlite.header import USER_VERSION, check_header
from schema.storage.sqlite.lock import Lock


def make_current(path: Path) -> None:
    """Upgrade the file where an older program wrote it; the library for that is loaded only then."""
    if check_header(path) < USER_VERSION:
        from schema.storage.sqlite.upgrade import upgrade

        upgrade(path)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The store of one workspace file, with the lock that writing takes."""

    path: Path
    database: Database
    lock: Lock | None = None
    copy: TemporaryDirectory[str] | None = None

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work`, which fetches all it needs, in one short reading transaction."""
        return self.database.read(work)

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one writing transaction unless somebody has broken the lock and taken it."""
        if self.lock is not None:
            self.lock.check()
        return self.database.write(work)

    def damage(self) -> tuple[str, ...]:
        """Return what SQLite's own checks find, one line each."""
        return self.database.damage()

    def backup(self, target: Path) -> None:
        """Write a consistent, checked copy beside its target and move it into place."""
        backup(self.database, target)

    def close(self) -> None:
        """Close the file, then give back what it took to open it; closing twice does no harm."""
        self.database.close()
        if self.copy is not None:
            self.copy.cleanup()
        if self.lock is not None:
            self.lock.release()


def open_file(path: Path, lock: Lock | None) -> OpenFile:
    """Open a file whose header has been checked, with its lock for writing, and make sure that this can be done."""
    copy = _current_copy(path)
    alterable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if lock is not None and not alterable:
        raise WorkspaceError("workspace.readonly", path=str(path), reason="")
    database = Database(path, write=lock is not None, alterable=alterable, copy=copy and Path(copy.name, path.name))
    opened = OpenFile(path, database, lock, copy)
    try:
        if not database.read(read_identity):
            raise WorkspaceError("workspace.broken", path=str(path), reason="no meta row")
    except BaseException:
        database.close()
        if copy is not None:
            copy.cleanup()
        raise
    return opened


def _current_copy(path: Path) -> TemporaryDirectory[str] | None:
    """Return a folder with a copy as today's program would have the file; None where the file itself is current."""
    if check_header(path) == USER_VERSION:
        return None
    from schema.storage.sqlite.upgrade import upgraded_copy

    return upgraded_copy(path)
