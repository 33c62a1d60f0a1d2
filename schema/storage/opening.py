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


@contextlib.contextmanager
def locked(path: Path, who: str, now: Callable[[], datetime]) -> Generator[Lock]:
    """Hold the workspace's lock; it is given back only where what follows fails."""
    try:
        lock = Lock(path, who, now())
    except FileNotFoundError as error:
        raise WorkspaceError("workspace.no_folder", path=str(path)) from error
    except OSError as error:
        raise WorkspaceError("workspace.readonly", path=str(path), reason=str(error)) from error
    try:
        yield lock
    except OSError as error:
        lock.release()
        code = "workspace.full" if error.errno == errno.ENOSPC else "workspace.io"
        raise WorkspaceError(code, path=str(path), reason=str(error)) from error
    except BaseException:
        lock.release()
        raise


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
