"""Freezing and comparing in the window: after everything that was typed is stored, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from desktop.work.differences import Step, Wanted
from desktop.work.freezes import Naming
from desktop.work.requests import Act
from schema.errors import AnnalsError, WorkspaceError
from schema.moment import Moment

if TYPE_CHECKING:
    from desktop.work.difference_places import Placed
    from desktop.work.difference_words import DifferenceWords
    from schema.values.datapoint import Snapshot
    from schema.values.freezes import Freeze
    from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, in words, each change with its place."""

    words: DifferenceWords
    changes: tuple[Placed, ...]


class Freezing(QObject):
    """`flush` hands over what is being typed."""

    def __init__(self, desk: Desk, flush: Callable[[], None]) -> None:
        super().__init__(desk)
        self._desk, self._flush = desk, flush

    def when_stored(self, then: Callable[[], None]) -> None:
        """Go on once everything that was typed has been tried to be stored."""
        self._flush()
        self._desk.session.ask(lambda workspace: None, lambda _: then(), self._desk.session.crashed.emit)

    def freeze(
        self, naming: Naming, reason: str, then: Callable[[Freeze], None], failed: Callable[[AnnalsError], None]
    ) -> None:
        """Name what stands now, or say why it cannot be."""
        self.when_stored(lambda: self._freeze(naming, reason, then, failed))

    def _freeze(
        self, naming: Naming, reason: str, then: Callable[[Freeze], None], failed: Callable[[AnnalsError], None]
    ) -> None:
        session = self._desk.session
        if count := session.unsaved():
            failed(AnnalsError("freeze.unsaved", count=str(count)))
            return

        def work(workspace: Workspace) -> tuple[Freeze, Snapshot]:
            from desktop.work.freezes import freeze
            from desktop.work.own_key import keys_folder, own_signer

            act = Act(workspace.author.who, datetime.now(UTC), reason)
            frozen = freeze(workspace, naming, act, own_signer(keys_folder(), act.who))
            return frozen, workspace.snapshot()

        def frozen(told: tuple[Freeze, Snapshot]) -> None:
            session.follow(session.definitions, told[1])
            then(told[0])

        session.ask(work, frozen, partial(self._failed, failed))

    def _failed(self, failed: Callable[[AnnalsError], None], error: Exception) -> None:
        if isinstance(error, AnnalsError):
            failed(error)
        else:
            self._desk.session.crashed.emit(error)

    def comparing(self, wanted: Wanted) -> Callable[[Step], Compared]:
        """Return the work that compares two states, freezes or backups, for a thread of its own."""
        desk = self._desk
        workspace, moment = desk.session.workspace, Moment(desk.session.definitions, desk.session.snapshot)
        language, report = desk.language, desk.report

        def opened(path: Path) -> Workspace:
            from schema.catalogue.program_words import program_of
            from schema.workspace import Workspace

            return Workspace.open(path, write=False, program=program_of(moment.definitions.catalogue.messages))

        def work(step: Step) -> Compared:
            from desktop.work.difference_places import Sought, placed
            from desktop.work.difference_words import DifferenceWords
            from desktop.work.differences import compare

            if workspace is None:
                raise WorkspaceError("workspace.missing", path=str(desk.session.path))
            comparison = compare(workspace, wanted, opened, step)
            words = DifferenceWords(comparison, moment.snapshot, language)
            return Compared(words, placed(comparison, Sought(moment, language, report), step))

        return work


def write_book(path: Path, compared: Compared) -> Path:
    """Write a comparison as a workbook; return where it went."""
    from desktop.work.difference_book import write_difference_book

    told = sorted((one.told for one in compared.changes), key=lambda told: told.subject)
    return write_difference_book(path, compared.words, told)
