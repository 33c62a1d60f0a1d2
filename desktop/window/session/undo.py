"""The one writer of the window: every change of what is kept is a command that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.window.session.background import Done
from desktop.window.session.workspace_session import WorkspaceSession
from schema.catalogue.assumptions import with_metrics
from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Metric
from schema.values.changes import Change, upon
from schema.values.kept_things import Subject

if TYPE_CHECKING:
    from schema.catalogue.outline import Definitions
    from schema.workspace import Workspace

_MERGED = 1
Name = Callable[[str, Sequence[Change]], str]


class Step(QUndoCommand):
    """Anything that was done: its text is what people read; `room` is the place of the window in which it was done."""

    room = ""

    def changes(self) -> tuple[Change, ...]:
        """Return what it does to kept things, as far as they are known here."""
        return ()

    def metrics(self) -> tuple[str, ...]:
        """Return the codes of the metrics whose definitions it changes."""
        return ()


class SetChanges(Step):
    """Some things become others, in one step; `visit` joins what is typed while one field has the focus."""

    def __init__(self, session: WorkspaceSession, words: str, changes: tuple[Change, ...], visit: int) -> None:
        super().__init__(words)
        self._session = session
        self._changes = changes
        self._visit = visit

    def redo(self) -> None:
        """Put what is new in place."""
        self._session.change(self._changes)

    def undo(self) -> None:
        """Put back what stood there."""
        self._session.change(tuple(change.undone() for change in reversed(self._changes)))

    def id(self) -> int:
        """Name the kind, so that Qt offers merging."""
        return _MERGED if self._visit else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        """Join with the next command of the same visit about the same things."""
        if not isinstance(other, SetChanges) or other._visit != self._visit:
            return False
        if [change.subject for change in other._changes] != [change.subject for change in self._changes]:
            return False
        pairs = zip(self._changes, other._changes, strict=True)
        self._changes = tuple(replace(new, before=old.before) for old, new in pairs)
        self.setText(other.text())
        return True

    def changes(self) -> tuple[Change, ...]:
        """Return what it changes, with what stood there."""
        return self._changes

    def touches(self, subjects: Collection[Subject]) -> bool:
        """Whether it changes one of these things."""
        return any(change.subject in subjects for change in self._changes)


class SetMetrics(Step):
    """Some metrics' definitions become others, in one step; all else of the definitions stays as it is by then."""

    def __init__(self, session: WorkspaceSession, words: str, after: Mapping[str, Metric], reason: str) -> None:
        super().__init__(words)
        known = session.definitions.catalogue.metrics
        self._session, self._reason = session, reason
        self._before, self._after = {code: known[code] for code in after}, after
        self.done: Done = self._settled

    def redo(self) -> None:
        """Put the new ones in force."""
        self._put(self._after)

    def undo(self) -> None:
        """Put those of before in force again."""
        self._put(self._before)

    def metrics(self) -> tuple[str, ...]:
        """Return the codes of the metrics that it defines."""
        return tuple(self._after)

    def _put(self, metrics: Mapping[str, Metric]) -> None:
        definitions = with_hash(with_metrics(self._session.definitions, metrics))
        done, self.done = self.done, self._settled
        self._session.adopt(definitions, (), self._reason, done)

    def _settled(self, error: Exception | None) -> None:
        if error is not None:
            self._session.crashed.emit(error)


Redefine = Callable[["Workspace"], "Definitions"]


class Redefinition(Step):
    """Definitions that are in force already when it is told: only what comes after its first time is done here."""

    def __init__(self, session: WorkspaceSession, words: str, put: Redefine, back: Redefine) -> None:
        super().__init__(words)
        self._session, self._put, self._back = session, put, back
        self._is_done = True

    def redo(self) -> None:
        """Put them in force again."""
        if not self._is_done:
            self._session.redefine(self._put, self._settled)
        self._is_done = False

    def undo(self) -> None:
        """Take them back."""
        self._session.redefine(self._back, self._settled)

    def _settled(self, error: Exception | None) -> None:
        if error is not None:
            self._session.crashed.emit(error)


class StoredStep(Step):
    """What is stored already when it is told, and is taken back or done again where it was stored."""

    def __init__(self, words: str, back: Callable[[], None], again: Callable[[], None]) -> None:
        super().__init__(words)
        self._back, self._again = back, again
        self._is_done = True

    def redo(self) -> None:
        """Do it again."""
        if not self._is_done:
            self._again()
        self._is_done = False

    def undo(self) -> None:
        """Take it back."""
        self._back()


class Commands(QUndoStack):
    """The stack of what was done; visits are counted here.

    `name` says what an act upon some changes is called; `here` which place of the window is shown.
    """

    def __init__(self, session: WorkspaceSession, name: Name, here: Callable[[], str]) -> None:
        super().__init__(session)
        self._session, self._name, self._here = session, name, here
        self._visits = 0
        self.setUndoLimit(500)

    def stand_in(self, name: Name, here: Callable[[], str]) -> None:
        """Go on in another view of the same session."""
        self._name, self._here = name, here

    def new_visit(self) -> int:
        """Return a number for one stay in a field."""
        self._visits += 1
        return self._visits

    def change(self, act: str, changes: Iterable[Change], visit: int = 0) -> None:
        """Do changes in one step, each upon what stands there now; the history keeps their reasons, undone or not.

        The step is called after the act and the things that it changes; without an act after what becomes of them.
        """
        true = upon(self._session.snapshot, changes)
        if true:
            self._do(SetChanges(self._session, self._name(act, true), true, visit))

    def _do(self, step: Step) -> None:
        step.room = self._here()
        self.push(step)

    def step(self, place: int) -> Step | None:
        """Return the step at a place of the stack; None where there is none."""
        found = self.command(place) if 0 <= place < self.count() else None
        return found if isinstance(found, Step) else None

    def settle(self, subjects: Collection[Subject]) -> None:
        """Let what was done with these things stand: others act upon it by now, so that no step takes it back."""
        for place in range(self.count()):
            command = self.command(place)
            if isinstance(command, SetChanges) and command.touches(subjects):
                command.setObsolete(True)
        while self.index() and self.command(self.index() - 1).isObsolete():
            self.undo()  # only lets go of it: the next step back is one that does something

    def stored(self, words: str, back: Callable[[], None], again: Callable[[], None]) -> None:
        """Keep what was stored elsewhere as one step, with what takes it back and what does it again."""
        self._do(StoredStep(words, back, again))

    def define(self, words: str, metrics: Mapping[str, Metric], reason: str, done: Done) -> None:
        """Put other definitions of metrics in force in one step; `done` hears how it went the first time."""
        command = SetMetrics(self._session, words, metrics, reason)
        command.done = done
        self._do(command)

    def redefine(self, words: str, put: Redefine, back: Redefine, done: Done) -> None:
        """Let `put` put other definitions in force; once it has, `back` takes them back in one step."""

        def settled(error: Exception | None) -> None:
            if error is None:
                self._do(Redefinition(self._session, words, put, back))
            done(error)

        self._session.redefine(put, settled)
