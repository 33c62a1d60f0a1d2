"""What a workspace asks of the database it is kept in. Naming a backend loads no database library; opening it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from schema.catalogue.outline import Definitions
from schema.grammar.location import Location
from schema.storage.author import Author
from schema.values.datapoint import Snapshot
from schema.values.holder import Holder
from schema.values.kept_backup import KeptBackup, Why
from schema.values.rest import Rest
from schema.values.watching import Heard, Watch

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from schema.catalogue.program_words import ProgramWords
    from schema.storage.reading import Rows

Result = TypeVar("Result")


class Readable(Protocol):
    """What is read and checked; each method may be called from several threads and raises WorkspaceError."""

    def read_rows(self, work: Callable[[Rows], Result]) -> Result:
        """Run `work`, which fetches all it needs by bare statements, in one short reading transaction."""
        ...

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work`, which fetches all it needs, in one short reading transaction."""
        ...

    def damage(self) -> tuple[str, ...]:
        """Return what the database itself says is wrong with its pages, indexes and references."""
        ...


class Store(Readable, Protocol):
    """An open workspace."""

    @property
    def path(self) -> Location:
        """The place that people know the workspace by."""
        ...

    @property
    def is_older(self) -> bool:
        """Whether it stands as an earlier program wrote it: what is written first upgrades it."""
        ...

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one writing transaction; when this returns, it is on the disk. `work` may run again.

        Refused where the workspace was opened for reading, and where somebody else has taken the writing over.
        """
        ...

    def backup(self, target: Path) -> None:
        """Write a consistent, checked copy beside its target and move it into place."""
        ...

    def keep_backup(self, why: Why, now: datetime) -> None:
        """Keep an automatic backup of what stands now. Raises WorkspaceError backup.failed."""
        ...

    def save_rest(self, target: Path) -> Rest:
        """Make a workspace at a place where none is yet of what is left of this one, whatever became of its own."""
        ...

    def listen(self, heard: Callable[[Heard], None]) -> Watch:
        """Let `heard` be called, on a thread of its own, whenever another has changed this workspace or is there."""
        ...

    def close(self) -> None:
        """Let go of everything that opening took; closing twice does no harm."""
        ...


class FilePlace(Protocol):
    """A file that can take what is kept elsewhere."""

    def receive(self, source: Readable) -> None:
        """Make a workspace of all that another holds, checked before it counts; an existing one is refused."""
        ...

    def receive_backup(self, source: Readable) -> None:
        """Do the same, and let an earlier backup of that workspace give way."""
        ...


class Backend(Protocol):
    """A place for one workspace, which may not be there yet."""

    def create(self, compiled: str, author: Author, source: str = "") -> Store:
        """Make an empty workspace with these compiled definitions, open for writing; an existing one is refused.

        Where they are the built-in ones, `source` is the digest of their files.
        """
        ...

    def receive(self, source: Readable) -> None:
        """Make a workspace of all that another holds, checked before it counts; an existing one is refused."""
        ...

    def open_for_reading(self) -> Store:
        """Open the workspace as it is; an older one is read as today's program would have it."""
        ...

    def open_for_writing(self, author: Author) -> Store:
        """Open the workspace as its one holder; an older one is upgraded first."""
        ...

    def backups(self) -> tuple[KeptBackup, ...]:
        """Return the automatic backups, newest first."""
        ...

    def holder(self) -> Holder | None:
        """Return who holds it for writing; None where nobody does."""
        ...

    def put_back(self, backup: Path) -> None:
        """Make a workspace of a backup where none is yet; verified before it stands there."""
        ...

    def unlock(self) -> None:
        """Take it from whoever holds it: a person has said so."""
        ...

    def first_look(self, program: ProgramWords | None) -> tuple[Definitions, Snapshot] | None:
        """Return what a window may show before the workspace is open, unchecked; None where that is not simple."""
        ...
