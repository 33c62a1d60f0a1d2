"""Opening, making and filling a workspace: what the worker does before there is a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from schema.errors import AnnalsError, RightsError, WorkspaceError
from schema.foreign_file import beginning

if TYPE_CHECKING:
    from desktop.work.beginning_with import Beginning
    from desktop.work.open_pack import OpenedPack
    from schema.catalogue.built_in import BuiltIn
    from schema.catalogue.outline import Definitions
    from schema.catalogue.program_words import ProgramWords
    from schema.grammar.location import Location
    from schema.values.datapoint import Snapshot
    from schema.workspace import Workspace

# What keeps the lock from being taken keeps nobody from reading.
_READABLE_TROUBLES = (
    "workspace.locked", "workspace.readonly", "workspace.full", "workspace.quota", "workspace.name_too_long",
    "workspace.lock_denied", "workspace.lock_folder", "workspace.io",
)  # fmt: skip


def _nothing() -> None:
    return None


def is_packed(path: Path) -> bool:
    """Whether a file is a ZIP, as packs are and no workspace is: told by its first bytes, not by its name."""
    try:
        return beginning(path, 2) == b"PK"
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Opened:
    """An open workspace with its first snapshot.

    `trouble` says why it can only be read, or is None; `seen` tells that the first look showed the same. `pack` is what
    the pack did that it was opened with.
    """

    workspace: Workspace
    snapshot: Snapshot
    trouble: AnnalsError | None = None
    seen: bool = False
    pack: OpenedPack | None = None


@dataclass(frozen=True, slots=True)
class Early:
    """What can be shown before the workspace is open."""

    definitions: Definitions
    snapshot: Snapshot


def open_seen(work: Callable[[], Opened], early: Early, attach: Callable[[Workspace], None]) -> Opened:
    """Open what was looked into before, let it be attached to what shows it, and say whether it is the same."""
    opened = work()
    attach(opened.workspace)
    same = early.definitions.hash == opened.workspace.definitions.hash and early.snapshot == opened.snapshot
    return replace(opened, seen=same)


@dataclass(frozen=True, slots=True)
class Opener:
    """Who works, by which clock, with which data files, in which words; `warm_up` imports what is shown next.

    Where that name was not `said`, it is its pack's contact who works on a share. Who only `reads` is not listed.
    """

    who: str
    now: Callable[[], datetime]
    resources: Path
    program: ProgramWords
    warm_up: Callable[[], None] = _nothing
    said: bool = False
    reads: bool = False

    def peek(self, path: Location) -> Early | None:
        """Look into a file before the database library is loaded; None where only opening it can tell."""
        from schema.workspace import Workspace

        self.warm_up()
        found = Workspace.peek(path, self.program)
        return Early(*found) if found is not None and found[0].outlines else None

    def open(self, path: Location) -> Opened:
        """Open for writing; for reading where another has the lock or none can be taken.

        Also where the workspace lists its people and this name is not among them: what was typed could not be stored.
        """
        if self.reads:
            return self._read(self._workspace(path, write=False), RightsError("rights.reads"))
        trouble: AnnalsError | None = None
        try:
            workspace = self._workspace(path, write=True)
        except WorkspaceError as error:
            if error.code not in _READABLE_TROUBLES:
                raise
            workspace, trouble = self._workspace(path, write=False), error
        self.warm_up()
        if not self.said and (contact := workspace.contact):
            workspace.act_as(contact)
        opened = self._read(workspace, trouble)
        stranger = None if trouble else self._stranger(opened.snapshot)
        if stranger is None:
            return opened
        workspace.close()
        return self._read(self._workspace(path, write=False), stranger)

    def _stranger(self, snapshot: Snapshot) -> RightsError | None:
        from schema.values.people import people_of
        from schema.values.rights import acting

        try:
            acting(self.who, people_of(snapshot))
        except RightsError as error:
            return error
        return None

    def open_pack(self, pack: Path, path: Path) -> Opened:
        """Make the small workspace of a pack, or renew the one that stands there, and open it."""
        from desktop.work.open_pack import Desk, open_pack
        from exporters.output_files import make_folder

        make_folder(path.parent)
        opened = open_pack(pack, path, Desk(self.who if self.said else "", self.program, self.now))
        return replace(self.open(path), pack=opened)

    def create(self, path: Path, beginning: Beginning) -> Opened:
        """Make an empty workspace with what it begins with."""
        from desktop.work.beginning_with import begun, source_of

        definitions = begun(beginning, self.resources, self.program)
        return self._create(path, definitions, source_of(beginning, self.resources))

    def create_sample(self, path: Path) -> Opened:
        """Make a workspace with the published figures of the sample reports."""
        from schema.catalogue.built_in import source_digest
        from schema.sample import fill_sample, sample_definitions

        definitions = sample_definitions(self.built_in().definitions, self.resources / "sample")
        made = self._create(path, definitions, source_digest(self.resources))
        fill_sample(made.workspace, self.resources / "sample")
        return self._read(made.workspace, None)

    def built_in(self) -> BuiltIn:
        """Read the definitions that the program comes with."""
        from schema.catalogue.built_in import load_built_in

        return load_built_in(self.resources, self.program)

    def newer_source(self, workspace: Workspace) -> str:
        """Return the digest of the program's definitions where they are newer than the workspace's, and this person
        may put definitions in force; else an empty text. Those of a share are the company's to renew."""
        from desktop.work.catalogue_update import is_newer
        from schema.catalogue.built_in import source_digest
        from schema.values.people import people_of
        from schema.values.rights import check_definitions

        if workspace.origin is not None or not is_newer(workspace, self.resources):
            return ""
        try:
            check_definitions(self.who, people_of(workspace.snapshot()))
        except RightsError:
            return ""
        return source_digest(self.resources)

    def _create(self, path: Path, definitions: Definitions, source: str) -> Opened:
        from schema.workspace import Workspace

        self.warm_up()
        return self._read(Workspace.create(path, definitions, self.who, self.now, source), None)

    def _begin_report(self, workspace: Workspace, trouble: AnnalsError | None) -> None:
        """Begin a report where there is none to show. Raises WorkspaceError where that cannot be stored."""
        from desktop.work.first_report import begin_report

        if trouble is not None:
            raise WorkspaceError("workspace.no_report", path=str(workspace.path)) from trouble
        begin_report(workspace, self.now())

    def _workspace(self, path: Location, *, write: bool) -> Workspace:
        from desktop.work.witnesses import WatchedWorkspace
        from schema.workspace import Workspace

        kind = WatchedWorkspace if write else Workspace
        return kind.open(path, write=write, who=self.who, now=self.now, program=self.program)

    def _read(self, workspace: Workspace, trouble: AnnalsError | None) -> Opened:
        try:
            if not workspace.definitions.outlines:
                self._begin_report(workspace, trouble)
            return Opened(workspace, workspace.snapshot(), trouble)
        except BaseException:
            workspace.close()
            raise
