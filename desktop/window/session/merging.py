"""Answers, forms and figures on their way into the workspace, off the UI thread: read, tried, taken, taken back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.merge import FileMerged, Manner, ReadFile, merge_read, mistakes_in, undo_merge
from desktop.work.requests import Act
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError
from schema.exchange.merging.decision import Verdict
from schema.moment import Moment
from schema.values.changes import Change, overlay

if TYPE_CHECKING:
    from desktop.work.came_in import CameIn
    from schema.exchange.taking_back import Undoing
    from schema.validation.issue import Issue
    from schema.values.datapoint import Snapshot
    from schema.values.kept_things import Subject
    from schema.workspace import Workspace

_AT_ONCE = 8  # files that are read before it is told how far it is
Decided = Mapping[str, Mapping["Subject", Verdict]]


class Merging(QObject):
    """`progress` says how many files of how many are read; `told` a sentence for the status line."""

    progress = Signal(int, int)
    told = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None]) -> None:
        super().__init__(desk)
        self._desk, self._commands, self._flush = desk, commands, flush
        self._worker: Background | None = None
        self._stop = threading.Event()

    # reading and trying

    def read(self, paths: Sequence[Path], then: Callable[[list[ReadFile]], None]) -> None:
        """Read files one group after another; what was read until `stop` is given on."""
        from desktop.work.answer_files import read_answers  # deferred: most sessions take no answers

        self._stop.clear()
        definitions, chosen = self._desk.session.definitions, [*paths]

        def work() -> list[ReadFile]:
            read: list[ReadFile] = []
            for start in range(0, len(chosen), _AT_ONCE):
                if self._stop.is_set():
                    break
                group = chosen[start : start + _AT_ONCE]
                read += zip(group, read_answers(group, definitions), strict=True)
                self.progress.emit(len(read), len(chosen))
            return read

        if self._worker is None:
            self._worker = Background("answers", self)
        self._worker.run(work, then, self._desk.session.crashed.emit)

    def stop(self) -> None:
        """Read no further."""
        self._stop.set()

    def try_out(
        self, read: Sequence[ReadFile], decided: Decided,
        then: Callable[[tuple[FileMerged, ...], Mapping[str, tuple[Issue, ...]]], None],
        failed: Callable[[AnnalsError], None],
    ) -> None:  # fmt: skip
        """Tell what taking files would do, with what is wrong in the values that they bring, by file."""
        self._flush()

        def work(workspace: Workspace) -> tuple[tuple[FileMerged, ...], Mapping[str, tuple[Issue, ...]]]:
            merges = merge_read(workspace, read, self._act(workspace), Manner(dry=True, decided=decided))
            changes = [change for merged in merges for change in merged.changes]
            moment = Moment(workspace.definitions, overlay(workspace.snapshot(), changes))
            wrong = {m.outcome.answer.sha256: mistakes_in(m.outcome, moment) for m in merges if m.outcome is not None}
            return merges, wrong

        self._ask(work, lambda told: then(*told), failed)

    # taking

    def take(
        self, read: Sequence[ReadFile], decided: Decided, replies: Path | None,
        then: Callable[[tuple[FileMerged, ...], tuple[Path, ...]], None], failed: Callable[[AnnalsError], None],
    ) -> None:  # fmt: skip
        """Take files, as one step; write replies into a folder where one is named."""
        self._flush()

        def work(workspace: Workspace) -> tuple[tuple[FileMerged, ...], tuple[Path, ...], Snapshot]:
            act = self._act(workspace)
            merges = merge_read(workspace, read, act, Manner(decided=decided))
            written = _replies(workspace, merges, replies, act) if replies is not None else ()
            return merges, written, workspace.snapshot()

        def taken(told: tuple[tuple[FileMerged, ...], tuple[Path, ...], Snapshot]) -> None:
            self._follow(told[2])
            self._keep_step([m for m in told[0] if m.number is not None and m.changes], [*read], decided)
            then(told[0], told[1])

        self._ask(work, taken, failed)

    def _keep_step(self, merged: Sequence[FileMerged], read: list[ReadFile], decided: Decided) -> None:
        """Let one undo take these merges back, newest first, and one redo take the files again."""
        if not merged:
            return
        state = {"numbers": [one.number for one in merged if one.number is not None]}

        def back() -> None:
            for number in reversed(state["numbers"]):
                self.undo(number, self._tell_left, self._tell)

        def again() -> None:
            def work(workspace: Workspace) -> Snapshot:
                merges = merge_read(workspace, read, self._act(workspace), Manner(decided=decided))
                state["numbers"] = [m.number for m in merges if m.number is not None and m.changes]
                return workspace.snapshot()

            self._ask(work, self._follow, self._tell)

        files = PUNCTUATION[self._desk.language].listed(Path(one.file).name for one in merged)
        self._commands.stored(self.tr("answers of {file}").format(file=files), back, again)

    def take_figures(
        self, changes: Sequence[Change], file: str, then: Callable[[], None], failed: Callable[[AnnalsError], None]
    ) -> None:
        """Store what a file of figures brings under the next number, as one step."""
        from desktop.work.imports import store_import  # deferred: most sessions take no figures

        state: dict[str, int | None] = {"number": None}

        def work(workspace: Workspace) -> tuple[int | None, Snapshot]:
            return store_import(workspace, changes, file).number, workspace.snapshot()

        def stored(told: tuple[int | None, Snapshot]) -> None:
            state["number"] = told[0]
            self._follow(told[1])
            if told[0] is not None:
                self.told.emit(self.tr("Taken in as import {number}: {file}").format(number=told[0], file=file))

        def taken(told: tuple[int | None, Snapshot]) -> None:
            stored(told)
            if told[0] is not None:
                self._commands.stored(self.tr("Import of {file}").format(file=file), back, again)
            then()

        def back() -> None:
            if (number := state["number"]) is not None:
                self.undo(number, self._tell_left, self._tell, way="import")

        def again() -> None:
            self._ask(work, stored, self._tell)

        self._flush()
        self._ask(work, taken, failed)

    # taking back

    def list_came_in(self, then: Callable[[tuple[CameIn, ...]], None]) -> None:
        """Read what came in so far."""
        from desktop.work.came_in import came_in

        self._desk.session.ask(came_in, then, self._desk.session.crashed.emit)

    def undo(
        self, number: int, then: Callable[[Undoing], None], failed: Callable[[AnnalsError], None], *, dry: bool = False,
        way: str = "merge",
    ) -> None:  # fmt: skip
        """Take a merge or an import back, or only tell what that would do."""
        from desktop.work.imports import undo_import

        self._flush()

        def work(workspace: Workspace) -> tuple[Undoing, Snapshot]:
            if way == "import":
                undoing = undo_import(workspace, number, dry=dry)
            else:
                undoing = undo_merge(workspace, number, self._act(workspace), dry=dry)
            return undoing, workspace.snapshot()

        def undone(told: tuple[Undoing, Snapshot]) -> None:
            if not dry:
                self._follow(told[1])
            then(told[0])

        self._ask(work, undone, failed)

    def _tell_left(self, undoing: Undoing) -> None:
        if undoing.left:
            words = self.tr("Taken back, but for {count} that were changed or approved since.")
            self.told.emit(words.format(count=len(undoing.left)))

    def _tell(self, error: AnnalsError) -> None:
        self.told.emit(self._desk.sentence(error))

    # trust

    def trust(self, person: str, then: Callable[[], None], failed: Callable[[AnnalsError], None]) -> None:
        """Forget the key of a person, so that the one of the next answer is kept."""
        from desktop.work.people import forgotten_key

        def work(workspace: Workspace) -> Snapshot:
            workspace.apply([forgotten_key(workspace.snapshot(), person)])
            return workspace.snapshot()

        def forgotten(snapshot: Snapshot) -> None:
            self._follow(snapshot)
            then()

        self._ask(work, forgotten, failed)

    # inner

    def _act(self, workspace: Workspace) -> Act:
        return Act(workspace.author.who, datetime.now(UTC))

    def _follow(self, snapshot: Snapshot) -> None:
        self._desk.session.follow(self._desk.session.definitions, snapshot)

    def _ask(
        self, work: Callable[[Workspace], Any], then: Callable[[Any], None], failed: Callable[[AnnalsError], None]
    ) -> None:
        self._desk.session.ask(work, then, partial(self._failed, failed))

    def _failed(self, failed: Callable[[AnnalsError], None], error: Exception) -> None:
        if isinstance(error, AnnalsError):
            failed(error)
        else:
            self._desk.session.crashed.emit(error)

    def close(self) -> None:
        """End the reading."""
        self._stop.set()
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def _replies(workspace: Workspace, merges: Sequence[FileMerged], folder: Path, act: Act) -> tuple[Path, ...]:
    """Write what goes back to whoever answered: a text for each, with a form a fresh form of what is open."""
    from desktop.work.form_reply import write_form_reply
    from desktop.work.merge_reply import write_reply

    moment = Moment(workspace.definitions, workspace.snapshot())
    written: list[Path] = []
    for merged in merges:
        if merged.outcome is not None:
            mistakes = mistakes_in(merged.outcome, moment)
            written.append(write_reply(folder, merged.outcome, mistakes, moment))
            if not merged.outcome.answer.key:
                written.append(write_form_reply(folder, merged.outcome, mistakes, moment, act))
    return tuple(written)
