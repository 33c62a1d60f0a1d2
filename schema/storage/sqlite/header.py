"""Is this file a workspace? Asked before anything in it is used."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

from schema.errors import WorkspaceError
from schema.foreign_file import SpecialFileError, beginning
from schema.storage.revision import REVISION
from schema.storage.sqlite.connections import raw_connection
from schema.storage.sqlite.database import trouble

APPLICATION_ID = 0x414E4E4C  # "ANNL", in the header of every workspace
_JOURNAL = bytes.fromhex("d9d505f920a163d7")  # how a journal of SQLite begins
USER_VERSION = REVISION  # what a file says of itself


def check_header(path: Path, newest: int = USER_VERSION) -> int:
    """Return the file's revision, or raise WorkspaceError where it is missing, foreign, newer or broken.

    The file is read through SQLite, without locks and without cleaning up after a crash: a foreign file is
    left exactly as it is, and no lock that this process holds on the file is dropped (any other way of
    opening and closing it would do that).
    """
    _check_file(path)
    application, version = _numbers(path)
    if application != APPLICATION_ID or version < 1:
        raise WorkspaceError("workspace.foreign", path=str(path))
    if version > newest:
        raise WorkspaceError("workspace.newer", path=str(path))
    return version


def check_journal(path: Path) -> None:
    """Raise WorkspaceError where the file named as the journal of `path` is none: SQLite would remove it unasked.

    An empty one, and one whose beginning is zeros, is how SQLite leaves a journal that it needs no more.
    """
    journal = path.with_name(f"{path.name}-journal")
    try:
        begin = beginning(journal, len(_JOURNAL))
    except SpecialFileError:  # SQLite would wait for it without end
        begin = b"?"
    except OSError:  # mostly: there is none
        return
    if begin.strip(b"\0") and begin != _JOURNAL:
        raise WorkspaceError("workspace.strange_journal", path=str(path), journal=journal.name)


def _check_file(path: Path) -> None:
    try:
        facts = path.stat()
    except PermissionError as error:
        raise WorkspaceError("workspace.cannot_open", path=str(path), reason=error.strerror or str(error)) from error
    except OSError as error:  # no such file, or a name that no file can have
        raise WorkspaceError("workspace.missing", path=str(path)) from error
    if not stat.S_ISREG(facts.st_mode):
        raise WorkspaceError("workspace.foreign", path=str(path))
    if facts.st_size == 0:
        raise WorkspaceError("workspace.empty", path=str(path))


def _numbers(path: Path) -> tuple[int, int]:
    try:
        connection = raw_connection(path, "ro", immutable=True)
    except sqlite3.Error as error:
        raise WorkspaceError("workspace.cannot_open", path=str(path), reason=str(error)) from error
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise WorkspaceError("workspace.cannot_open", path=str(path), reason=str(error)) from error
    except sqlite3.DatabaseError as error:
        # No database at all is foreign; a database that ends too early is named as broken.
        raise trouble(error, path) from error
    finally:
        connection.close()
    return application, version
