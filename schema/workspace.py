"""The workspace: one file (or database) with everything of one company, and the one door to it.

Importing this costs nothing; the database library is loaded when a workspace is written, or its history read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from schema.catalogue.outline import Definitions
from schema.grammar.location import Location
from schema.grammar.times import utc_now
from schema.place import place_of
from schema.storage.author import Author
from schema.storage.backend import Store
from schema.validation.issue import Issue
from schema.values.changes import Change, keep
from schema.values.datapoint import HistoryEntry, LastChange, Snapshot
from schema.values.kept_things import Subject, form_of

if TYPE_CHECKING:
    from schema.catalogue.program_words import ProgramWords
    from schema.storage.meta import Adopted
    from schema.storage.replay import Replay
    from schema.storage.snapshot import Known
    from schema.values.definition_versions import MadeOf, Version
    from schema.values.freezes import Freeze
    from schema.values.kept_backup import Why
    from schema.values.pack_origin import PackOrigin
    from schema.values.rest import Rest
    from schema.values.via import Elsewhere, How
    from schema.values.watching import Heard, Watch


class Workspace:
    """An open workspace; close it, or use it as a context manager.
    Threads may share it: changes are applied one after the other, each reading is a short transaction of its own.
    After a WorkspaceError read again: a change that was reported as failed may be stored."""

    def __init__(self, store: Store, who: str, now: Callable[[], datetime], program: ProgramWords | None) -> None:
        """Take over what `create` or `open` have prepared."""
        self.path = store.path
        self._store = store
        self._program = program
        self._who = who
        self._now = now
        self._definitions: Definitions | None = None
        self._known: Known | None = None

    @classmethod
    def create(
        cls, path: Location, definitions: Definitions, who: str, now: Callable[[], datetime] = utc_now, source: str = ""
    ) -> Workspace:
        """Make an empty workspace with these definitions, open for writing; an existing file is refused.
        Where they are the built-in ones, `source` is the digest of their files (schema.catalogue.built_in).
        """
        from schema.catalogue.compiled import to_json
        from schema.catalogue.program_words import program_of

        store = place_of(path).create(to_json(definitions), Author(who, now()), source)
        return cls(store, who, now, program_of(definitions.catalogue.messages))

    @classmethod
    def open(
        cls, path: Location, *, write: bool, who: str = "", now: Callable[[], datetime] = utc_now,
        program: ProgramWords | None = None,
    ) -> Workspace:  # fmt: skip
        """Open a workspace; for writing its lock is taken and an older file is upgraded, for reading a copy of it is.

        `program` is what the program says; without it only a company's own messages and phrases are there.
        Raises WorkspaceError: .missing .empty .foreign .newer .broken .locked .readonly …"""
        backend = place_of(path)
        store = backend.open_for_writing(Author(who, now())) if write else backend.open_for_reading()
        return cls(store, who, now, program)

    @classmethod
    def open_briefly(
        cls, path: Location, *, who: str, now: Callable[[], datetime] = utc_now, program: ProgramWords | None = None
    ) -> Workspace:
        """Open a workspace for writing, for moments: another command's lock is waited for, half a minute at most."""
        return cls(place_of(path).open_for_writing(Author(who, now(), brief=True)), who, now, program)

    @staticmethod
    def peek(path: Location, program: ProgramWords | None = None) -> tuple[Definitions, Snapshot] | None:
        """Return what a window may show while `open` is still at work, or None; nothing is checked."""
        return place_of(path).first_look(program)

    @property
    def author(self) -> Author:
        """Who writes here, at this moment."""
        return self._author("")

    def act_as(self, who: str) -> None:
        """Let whatever is done from now on be done by somebody else."""
        self._who = who

    @property
    def origin(self) -> PackOrigin | None:
        """Where a small workspace comes from; None of any other."""
        from schema.storage.snapshot import read_origin

        return self._store.read_rows(read_origin)

    @property
    def contact(self) -> str:
        """The person whom the pack of a small workspace is addressed to; empty where there is none."""
        from schema.storage.snapshot import read_contact

        return self._store.read_rows(read_contact)

    @property
    def identity(self) -> str:
        """The workspace's own id, which its copies share; empty where the file has lost it."""
        from schema.storage.in_force import read_identity

        return self._store.read_rows(read_identity)

    @property
    def head(self) -> str:
        """The newest hash of the history, which stands for all before it."""
        from schema.storage.in_force import read_head

        return self._store.read_rows(read_head)

    @property
    def definitions(self) -> Definitions:
        """The catalogue and outlines in force."""
        from schema.storage.in_force import parse_definitions, read_definitions

        if self._definitions is None:
            self._definitions = parse_definitions(self._store.read_rows(read_definitions), self.path, self._program)
        return self._definitions

    def snapshot(self) -> Snapshot:
        """Read all current values at one moment."""
        from schema.storage.snapshot import read_snapshot

        known = self._known
        self._known = self._store.read_rows(lambda rows: read_snapshot(rows, known))
        return self._known[1]

    def definitions_at(self, number: int) -> Definitions:
        """Return the definitions that were in force once the history's entry of this number was written."""
        from schema.storage.in_force import parse_definitions

        return parse_definitions(self.replay.compiled(number), self.path, self._program)

    @property
    def replay(self) -> Replay:
        """The history played again."""
        from schema.storage.replay import Replay

        return Replay(self._store)

    def freeze(self, made: Callable[[int, str], Freeze]) -> tuple[HistoryEntry, ...]:
        """Name what stands now: `made` makes the freeze of the history's last number and head; nothing where its name
        is taken. Raises as `apply` does."""
        from schema.storage.transaction import apply_freeze

        self.allow((keep(made(0, "")),))
        author = self._author(made(0, "").reason)
        return self._store.write(lambda connection: apply_freeze(connection, made, author))

    def attachment(self, name: str) -> bytes:
        """Read the bytes of an attachment by its hash. Raises WorkspaceError where they are gone or changed."""
        from schema.storage.attachments import read_content

        return self._store.read(lambda connection: read_content(connection, name))

    def apply(self, changes: Sequence[Change], reason: str = "", *, as_seen: bool = False) -> tuple[HistoryEntry, ...]:
        """Store the changes in one transaction, and return one entry per change that changed something: on the disk.

        Raises WorkspaceError, and RightsError where a change is not theirs to make who write here; `as_seen`: Raced
        where they were made from what is not there any more. What changes nothing leaves an older file as it is."""
        from schema.storage.transaction import alters, apply_changes

        if self._store.is_older and not self._store.read(lambda connection: alters(connection, changes)):
            return ()
        upon, changes = changes if as_seen else (), (*changes, *self.allow(changes))
        author = self._author(reason)
        return self._store.write(lambda connection: apply_changes(connection, changes, author, upon=upon))

    def adopt(
        self, definitions: Definitions, reason: str = "", changes: Sequence[Change] = (),
        made_of: MadeOf | None = None, elsewhere: Elsewhere | None = None,
    ) -> tuple[HistoryEntry, ...]:  # fmt: skip
        """Put other definitions in force, with the changes that belong to them in the same transaction.
        The earlier ones are kept; without changes no value is touched. Raises as `apply` does. `made_of`: the built-in
        catalogue that they were brought up to, else that of those before; `elsewhere`: who has sent them in a pack."""
        from schema.catalogue.compiled import to_json
        from schema.storage.meta import Adopted, is_in_force
        from schema.storage.transaction import alters

        compiled = to_json(definitions)
        if self._store.is_older and self._store.read(
            lambda connection: is_in_force(connection, compiled, made_of) and not alters(connection, changes)
        ):
            return ()
        changes = (*changes, *self.allow(changes, definitions))
        return self._put(definitions, Adopted(compiled, self._author(reason), made_of, elsewhere), changes)

    def restore(self, version: Version, reason: str) -> tuple[HistoryEntry, ...]:
        """Put an earlier version of the definitions in force again, as it was kept, with what it is made of."""
        from schema.storage.in_force import parse_definitions
        from schema.storage.meta import Adopted
        from schema.values.definition_versions import MadeOf

        compiled = self.compiled(version.name)
        made_of = MadeOf(self.compiled(version.built_in) if version.built_in else "", version.source)
        definitions = parse_definitions(compiled, self.path, self._program)
        return self._put(definitions, Adopted(compiled, self._author(reason), made_of), self.allow((), definitions))

    def _put(self, definitions: Definitions, new: Adopted, changes: Sequence[Change]) -> tuple[HistoryEntry, ...]:
        from schema.storage.transaction import put_in_force

        entries = self._store.write(lambda connection: put_in_force(connection, new, changes))
        self._definitions = definitions
        return entries

    def versions(self) -> tuple[Version, ...]:
        """Return which definitions were ever in force and what they are made of, oldest first."""
        from schema.storage.meta import read_versions

        return self._store.read(read_versions)

    def compiled(self, name: str) -> str:
        """Read the definitions of a version, or what they are made of, compiled. Raises WorkspaceError."""
        from schema.storage.meta import read_compiled

        return self._store.read(lambda connection: read_compiled(connection, name))

    def history(self, metric: str = "", since: int = 0) -> tuple[HistoryEntry, ...]:
        """Return who changed what after the entry of a number, oldest first; of one metric where it is named."""
        from schema.storage.history import read_history

        return self._store.read(lambda connection: read_history(connection, metric, since))

    def brought(self, how: How) -> tuple[HistoryEntry, ...]:
        """Return what came with packs, merges or imports, oldest first."""
        from schema.storage.history import read_brought

        return self._store.read(lambda connection: read_brought(connection, how))

    def numbers(self, how: How) -> tuple[int, ...]:
        """Return the numbers of the packs, merges or imports that brought something, sorted."""
        from schema.storage.history import read_numbers

        return self._store.read(lambda connection: read_numbers(connection, how))

    def last_changes(self, subjects: Collection[Subject]) -> Mapping[Subject, LastChange]:
        """Return who last changed what stands at these subjects; those that nobody has touched are left out."""
        from schema.storage.history import read_last

        written = {at: form_of(at).written(at) for at in subjects}
        last = self._store.read(lambda connection: read_last(connection, frozenset(written.values())))
        return {at: last[text] for at, text in written.items() if text in last}

    def verify(self) -> tuple[Issue, ...]:
        """Check the file, the history's chain and that the values are what history says."""
        from schema.storage.verification import verify

        return verify(self._store)

    def backup(self, target: Path) -> None:
        """Write a consistent, checked copy beside its target and move it into place."""
        self._store.backup(target)

    def copy(self, to: Location) -> None:
        """Make a workspace elsewhere of all that is here. WorkspaceError copy.damaged where it is not whole."""
        place_of(to).receive(self._store)

    def keep_backup(self, why: Why) -> None:
        """Keep an automatic backup before something large changes what stands. Raises WorkspaceError backup.failed."""
        self._store.keep_backup(why, self._now())

    def save_rest(self, target: Path) -> Rest:
        """Make a workspace at `target`, where nothing may stand, of what is left of this one."""
        return self._store.save_rest(target)

    def reinstate(self, definitions: Definitions, changes: Sequence[Change], reason: str) -> tuple[HistoryEntry, ...]:
        """Store here what was stored elsewhere before: whether somebody may was asked then."""
        from schema.catalogue.compiled import to_json
        from schema.storage.meta import Adopted

        return self._put(definitions, Adopted(to_json(definitions), self._author(reason)), changes)

    def listen(self, heard: Callable[[Heard], None]) -> Watch:
        """Let `heard` be called, on a thread of its own, whenever another has changed this workspace or is there."""
        return self._store.listen(heard)

    def close(self) -> None:
        """Close the file and give the lock back; closing twice does no harm."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def allow(self, changes: Sequence[Change], adopted: Definitions | None = None) -> tuple[Change, ...]:
        """Return the approvals that changes void. RightsError where they are not theirs to make; nothing is stored."""
        from schema.storage.snapshot import read_people

        people = self._store.read_rows(read_people)
        if people is None and not any(change.elsewhere and change.elsewhere.department for change in changes):
            return ()
        from schema.guard import Guard

        guard = Guard(self.definitions, self.snapshot(), self._who, people or ())
        if adopted is not None:
            guard.check_adoption()
        guard.check(changes, self.last_changes)
        return guard.voided(changes)

    def _author(self, reason: str) -> Author:
        return Author(self._who, self._now(), reason)
