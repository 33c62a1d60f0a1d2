"""The workspace: one file with everything of one company, and the one door to it.

Importing this costs nothing; the database library is loaded when a workspace is opened.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from schema.catalogue.outline import Definitions
from schema.errors import WorkspaceError
from schema.validation.issue import Issue
from schema.values.changes import Change
from schema.values.datapoint import HistoryEntry, Snapshot

if TYPE_CHECKING:
    from schema.catalogue.program_words import ProgramWords
    from schema.storage.opening import OpenFile
    from schema.storage.snapshot import Known
    from schema.storage.store import Author


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def _real(path: Path) -> Path:
    # The lock stands beside the file itself: two links to it shall not have a lock each.
    # (Path's own ways raise for a name that is too long, and for links in a circle.)
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114


class Workspace:
    """An open workspace; close it, or use it as a context manager.

    It may be used from several threads: changes are applied one after the other, each reading is a short
    transaction of its own. After a WorkspaceError read again: a change that was reported as failed may be stored.
    """

    def __init__(self, opened: OpenFile, who: str, now: Callable[[], datetime], program: ProgramWords | None) -> None:
        """Take over what `create` or `open` have prepared."""
        self.path = opened.path
        self._opened = opened
        self._database = opened.database
        self._lock = opened.lock
        self._program = program
        self._who = who
        self._now = now
        self._definitions: Definitions | None = None
        self._known: Known | None = None

    @classmethod
    def create(cls, path: Path, definitions: Definitions, who: str, now: Callable[[], datetime] = utc_now) -> Workspace:
        """Make an empty workspace with these definitions and open it for writing; an existing file is refused."""
        from schema.catalogue.compiled import to_json
        from schema.catalogue.program_words import program_of
        from schema.storage.create import create_file
        from schema.storage.opening import locked, open_file
        from schema.storage.store import Author

        path = _real(path)
        if not path.name:
            raise WorkspaceError("workspace.exists", path=str(path))
        with locked(path, who, now) as lock:
            if path.exists():
                raise WorkspaceError("workspace.exists", path=str(path))
            create_file(path, to_json(definitions), Author(who, now()))
            return cls(open_file(path, lock), who, now, program_of(definitions.catalogue.messages))

    @classmethod
    def open(
        cls, path: Path, *, write: bool, who: str = "", now: Callable[[], datetime] = utc_now,
        program: ProgramWords | None = None,
    ) -> Workspace:  # fmt: skip
        """Open a workspace; for writing its lock is taken and an older file is upgraded first.

        For reading an older file is left as it is, and a copy upgraded. `program` is what the program says; without
        it only a company's own messages and phrases are there.
        Raises WorkspaceError: .missing .empty .foreign .newer .broken .locked .readonly …
        """
        from schema.storage.header import check_header
        from schema.storage.opening import locked, make_current, open_file

        path = _real(path)
        check_header(path)
        if not write:
            return cls(open_file(path, None), who, now, program)
        with locked(path, who, now) as lock:
            make_current(path)
            return cls(open_file(path, lock), who, now, program)

    @staticmethod
    def peek(path: Path, program: ProgramWords | None = None) -> tuple[Definitions, Snapshot] | None:
        """Return what a window may show while `open` is still at work, or None; nothing is checked."""
        from schema.storage.look import first_look

        return first_look(path, program)

    @property
    def definitions(self) -> Definitions:
        """The catalogue and outlines in force."""
        from schema.storage.opening import parse_definitions
        from schema.storage.store import read_definitions

        if self._definitions is None:
            self._definitions = parse_definitions(self._database.read(read_definitions), self.path, self._program)
        return self._definitions

    def snapshot(self) -> Snapshot:
        """Read all current values at one moment."""
        from schema.storage.snapshot import read_snapshot

        known = self._known
        self._known = self._database.read(lambda connection: read_snapshot(connection, known))
        return self._known[1]

    def attachment(self, name: str) -> bytes:
        """Read the bytes of an attachment by its hash. Raises WorkspaceError where they are gone or changed."""
        from schema.storage.attachments import read_content

        return self._database.read(lambda connection: read_content(connection, name))

    def apply(self, changes: Sequence[Change], reason: str = "") -> tuple[HistoryEntry, ...]:
        """Store the changes in one transaction; when this returns they are on the disk.

        Returns one entry per change that changed something. Raises WorkspaceError.
        """
        from schema.storage.write import apply_changes

        author = self._author(reason)
        return self._database.write(lambda connection: apply_changes(connection, changes, author))

    def adopt(
        self, definitions: Definitions, reason: str = "", changes: Sequence[Change] = ()
    ) -> tuple[HistoryEntry, ...]:
        """Put other definitions in force, with the changes that belong to them in the same transaction.

        The earlier definitions are kept; without changes no value is touched.
        """
        from schema.catalogue.compiled import to_json
        from schema.storage.store import adopt_definitions
        from schema.storage.write import apply_changes

        compiled, author = to_json(definitions), self._author(reason)
        entries = self._database.write(
            lambda connection: (
                *adopt_definitions(connection, compiled, author),
                *apply_changes(connection, changes, author),
            )
        )
        self._definitions = definitions
        return entries

    def history(self, metric: str = "") -> tuple[HistoryEntry, ...]:
        """Return who changed what, oldest first; of one metric where it is named."""
        from schema.storage.store import read_history

        return self._database.read(lambda connection: read_history(connection, metric))

    def verify(self) -> tuple[Issue, ...]:
        """Check the file, the history's chain and that the values are what history says."""
        from schema.storage.verify import verify

        return verify(self._database)

    def backup(self, target: Path) -> None:
        """Write a consistent, checked copy beside its target and move it into place."""
        from schema.storage.backup import backup

        backup(self._database, target)

    def close(self) -> None:
        """Close the file and give the lock back; closing twice does no harm."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _author(self, reason: str) -> Author:
        from schema.storage.store import Author

        if self._lock is not None:
            self._lock.check()
        return Author(self._who, self._now(), reason)
