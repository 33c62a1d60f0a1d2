"""Whether the file at a path is still the one that was opened, as this program left it.

A sync client, a colleague or a file manager may put another file in its place, copy an older one over it, rename or
delete it while it is open. SQLite writes on, into a file that nobody will see again or over pages that are not its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from schema.errors import WorkspaceError
from schema.storage.in_force import read_head

if TYPE_CHECKING:
    from sqlalchemy import Connection

Result = TypeVar("Result")
Marks = tuple[int, int, int, int]


class SameFile:
    """What was last seen of one file: the marks that the system gives it, and the head of its history.

    `None` as head: not known, so that the next writing takes what it finds.
    """

    def __init__(self, path: Path, head: str | None) -> None:
        self._path = path
        self._head = head
        self._marks = _marks(path)
        self._unsure = False

    @property
    def head(self) -> str | None:
        """How the history ended as this program knows it."""
        return self._head

    def is_touched(self) -> bool:
        """Whether something else than this program's own writing has touched it.

        Raises WorkspaceError workspace.gone where nothing stands at the path any more.
        """
        return _marks(self._path) != self._marks

    def write(self, connection: Connection, work: Callable[[Connection], Result]) -> tuple[Result, str]:
        """Run `work` where the history ends as it was left, and return with its result how it ends then.

        Raises WorkspaceError workspace.replaced: nothing is written over somebody else's.
        """
        from schema.storage.driver_rows import raw_rows

        rows = raw_rows(connection)
        if self._head is not None and read_head(rows) != self._head and not self._is_own(connection):
            raise WorkspaceError("workspace.replaced", path=str(self._path))
        return work(connection), read_head(rows)

    def left(self, head: str) -> None:
        """Remember how this program has left it."""
        self._head, self._marks, self._unsure = head, _marks(self._path), False

    def not_left(self) -> None:
        """A writing was reported as failed and may be stored: the next finds what is known, or something upon it."""
        self._unsure = True

    def _is_own(self, connection: Connection) -> bool:
        from schema.storage.history import holds

        return self._unsure and holds(connection, self._head or "")


def _marks(path: Path) -> Marks:
    try:
        told = path.stat()
    except FileNotFoundError as error:
        raise WorkspaceError("workspace.gone", path=str(path)) from error
    except OSError:  # out of reach for a moment: the database says what it is
        return (0, 0, 0, 0)
    return (told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns)
