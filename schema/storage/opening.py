"""The steps of opening a workspace."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path

from schema.catalogue.outline import Definitions
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


def open_database(path: Path, *, write: bool) -> Database:
    """Open a file whose header has been checked and make sure that it can be read (and written)."""
    if check_header(path) < USER_VERSION:
        raise WorkspaceError("workspace.older", path=str(path))
    alterable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if write and not alterable:
        raise WorkspaceError("workspace.readonly", path=str(path), reason="")
    database = Database(path, write=write, alterable=alterable)
    try:
        found = database.read(read_identity)
        if not found:
            raise WorkspaceError("workspace.broken", path=str(path), reason="no meta row")
    except BaseException:
        database.close()
        raise
    return database


def parse_definitions(text: str, path: Path) -> Definitions:
    """Read the compiled definitions of a workspace."""
    from schema.catalogue.compiled import from_json

    try:
        return from_json(text)
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError("workspace.broken", path=str(path), reason=f"definitions: {error}") from error
