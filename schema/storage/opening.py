"""The steps of opening a workspace."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.errors import WorkspaceError
from schema.storage.database import USER_VERSION, Database
from schema.storage.header import check_header
from schema.storage.lock import Lock
from schema.storage.store import read_identity

_TOO_LONG_ON_WINDOWS = 206  # Windows calls it "not found" otherwise
_CAUSES = {
    errno.ENOENT: "workspace.no_folder",
    errno.ENOTDIR: "workspace.no_folder",
    errno.EACCES: "workspace.readonly",
    errno.EPERM: "workspace.readonly",
    errno.EROFS: "workspace.readonly",
    errno.ENOSPC: "workspace.full",
    errno.EDQUOT: "workspace.quota",
    errno.ENAMETOOLONG: "workspace.name_too_long",
}


@contextlib.contextmanager
def locked(path: Path, who: str, now: Callable[[], datetime]) -> Generator[Lock]:
    """Hold the workspace's lock; it is given back only where what follows fails."""
    try:
        lock = Lock(path, who, now())
    except OSError as error:
        raise WorkspaceError(_cause(error), path=str(path), reason=error.strerror or str(error)) from error
    try:
        yield lock
    except OSError as error:
        lock.release()
        raise WorkspaceError(_cause(error), path=str(path), reason=error.strerror or str(error)) from error
    except BaseException:
        lock.release()
        raise


def _cause(error: OSError) -> str:
    """Name what kept a file from being written beside the workspace; the system's own words go with what is left."""
    if getattr(error, "winerror", None) == _TOO_LONG_ON_WINDOWS:
        return "workspace.name_too_long"
    return _CAUSES.get(error.errno or 0, "workspace.io")


def make_current(path: Path) -> None:
    """Upgrade the file where an older program wrote it; the library for that is loaded only then."""
    if check_header(path) < USER_VERSION:
        from schema.storage.upgrade import upgrade

        upgrade(path)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A workspace's database, with the lock that writing takes, and the copy through which an older file is read."""

    path: Path
    database: Database
    lock: Lock | None = None
    copy: TemporaryDirectory[str] | None = None

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
    from schema.storage.upgrade import upgraded_copy

    return upgraded_copy(path)


def parse_definitions(text: str, path: Path, program: ProgramWords | None) -> Definitions:
    """Read the compiled definitions of a workspace."""
    from schema.catalogue.compiled import from_json

    try:
        return from_json(text, program)
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError("workspace.broken", path=str(path), reason=f"definitions: {error}") from error
