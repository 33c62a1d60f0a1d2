"""A workspace file that is open: its database, its lock, and the copy through which an older one is read."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from schema.errors import WorkspaceError
from schema.storage.in_force import read_head, read_identity
from schema.storage.reading import Rows
from schema.storage.sqlite.current_copy import current_copy
from schema.storage.sqlite.database import Database, Result
from schema.storage.sqlite.header import USER_VERSION, check_header, check_journal
from schema.storage.sqlite.held_file import HeldFile
from schema.storage.sqlite.lock import Lock
from schema.storage.sqlite.same_file import SameFile
from schema.values.kept_backup import Why
from schema.values.rest import Rest
from schema.values.watching import Alone, Heard, Watch

if TYPE_CHECKING:
    from sqlalchemy import Connection


def make_current(path: Path) -> None:
    """Upgrade the file where an older program wrote it; the library for that is loaded only then."""
    if check_header(path) < USER_VERSION:
        from schema.storage.sqlite.upgrade import upgrade

        upgrade(path)


class OpenFile:
    """The store of one workspace file, with the lock that writing takes.

    A file of an older program is read through a `copy` and left as it is until something is written.
    """

    def __init__(self, path: Path, database: Database, lock: Lock | None, copy: TemporaryDirectory[str] | None) -> None:
        self.path = path
        self._database = database
        self._lock = lock
        self._copy = copy
        self.is_older = copy is not None
        self._turn = threading.Lock()
        self._file = SameFile(path, None)
        self._held: HeldFile | None = None
        self._identity = ""

    def watch(self) -> None:
        """Remember how the history ends, where what is written must begin, and hold the file as it is."""
        self._file = SameFile(self.path, self._database.read_rows(read_head))
        self._identity = self._database.read_rows(read_identity)
        self._held = HeldFile(self.path)

    def read_rows(self, work: Callable[[Rows], Result]) -> Result:
        """Run `work`, which fetches all it needs by bare statements, in one short reading transaction."""
        return self._database.read_rows(work)

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work`, which fetches all it needs, in one short reading transaction."""
        return self._database.read(work)

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one writing transaction unless somebody has taken the lock, or put another file here."""
        if self._lock is None:
            return self._database.write(work)
        self._lock.check()
        with self._turn:
            self._make_current()
            return self._write_own(work)

    def _write_own(self, work: Callable[[Connection], Result]) -> Result:
        if touched := self._file.is_touched():
            self._database.forget()
        try:
            result, head = self._database.write(lambda connection: self._file.write(connection, work))
        except BaseException:
            self._file.not_left()
            raise
        self._file.left(head)
        if touched and self._held is not None:
            self._held.hold()
        return result

    def _make_current(self) -> None:
        if not self.is_older:
            return
        if self._file.is_touched() and Database(self.path, write=False).read_rows(read_head) != self._file.head:
            raise WorkspaceError("workspace.replaced", path=str(self.path))  # and is not upgraded either
        make_current(self.path)
        older, self._database = self._database, Database(self.path, write=True)
        self.is_older = False
        older.close()
        self._file = SameFile(self.path, self._file.head)
        if self._held is not None:
            self._held.hold()

    def save_rest(self, target: Path) -> Rest:
        """Make a workspace at `target` of what is left of this one; whatever stands there is refused."""
        from schema.storage.sqlite.rest import check_place, save_copy, save_rest  # deferred: few ever need it

        check_place(self.path, target)
        if self._held is None or self.is_older:
            return save_copy(self._database.copy_to, target)
        with self._turn:
            return save_rest(self.path, (self._identity, self._file.head or ""), self._held, target)

    def damage(self) -> tuple[str, ...]:
        """Return what SQLite's own checks find, one line each."""
        return self._database.damage()

    def backup(self, target: Path) -> None:
        """Write a consistent, checked copy beside its target and move it into place."""
        from schema.storage.sqlite.backup import backup  # deferred, with the database library: few readers make one

        backup(self._database, target)

    def keep_backup(self, why: Why, now: datetime) -> None:
        """Keep an automatic backup of what stands now; the next upgrade keeps that of an older file."""
        from schema.storage.sqlite.backup_folder import keep_backup

        if self._lock is not None and not self.is_older:
            keep_backup(self.path, why, now)

    def listen(self, heard: Callable[[Heard], None]) -> Watch:
        """Do nothing: who holds a file is alone in writing it."""
        del heard
        return Alone()

    def close(self) -> None:
        """Close the file, then give back what it took to open it; closing twice does no harm."""
        self._database.close()
        if self._held is not None:
            self._held.close()
        if self._copy is not None:
            self._copy.cleanup()
        if self._lock is not None:
            self._lock.release()


def open_file(path: Path, lock: Lock | None) -> OpenFile:
    """Open a file, with its lock for writing, and make sure that this can be done."""
    check_journal(path)
    copy = current_copy(path)
    alterable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if lock is not None and not alterable:
        raise WorkspaceError("workspace.readonly", path=str(path), reason="")
    own = lock is not None and copy is None  # a copy is never written to
    database = Database(path, write=own, alterable=alterable, copy=copy and Path(copy.name, path.name))
    opened = OpenFile(path, database, lock, copy)
    try:
        if not database.read_rows(read_identity):
            raise WorkspaceError("workspace.broken", path=str(path), reason="no meta row")
        if lock is not None:
            opened.watch()
    except BaseException:
        database.close()
        if copy is not None:
            copy.cleanup()
        raise
    return opened
