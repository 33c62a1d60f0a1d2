"""The structure as it is being changed: shown at once, stored one step after the other, each undone by one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.structure.checks import issue_of, warm_up, with_outline
from desktop.work.structure.steps import put, step_of
from schema.catalogue.outline import Definitions, Outline
from schema.errors import AnnalsError, DefinitionsError

if TYPE_CHECKING:
    from schema.workspace import Workspace

_MOST_TOLD = 3


class Structuring(QObject):
    """`changed` comes with each change, told or undone; `refused` says why one was not stored, and it is gone again."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self.definitions: Definitions = desk.session.definitions
        self._open = 0
        self._warm = False
        desk.session.definitions_changed.connect(self._follow)

    @property
    def outline(self) -> Outline:
        """The chosen report's outline as it is by now."""
        return self.definitions.outlines[self._desk.report]

    @property
    def is_open(self) -> bool:
        """Whether something is still on its way to the store."""
        return bool(self._open)

    def outline_step(self, words: str, outline: Outline) -> None:
        """Change the chosen report's outline in one step."""
        self.step(words, with_outline(self.definitions, outline))

    def step(self, words: str, definitions: Definitions) -> None:
        """Change the definitions in one step; `words` name it for undo and history."""
        step = step_of(self.definitions, definitions, words)
        if step.delta.nothing:
            return
        self.definitions = replace(definitions, hash="")
        self._open += 1
        self._commands.redefine(words, partial(put, step=step), partial(put, step=step.undone()), self._settled)
        self.changed.emit()

    def ask(self, work: Callable[[Workspace], object], then: Callable[[object], None]) -> None:
        """Read off the UI thread."""
        self._desk.session.ask(work, then, self._desk.session.crashed.emit)

    def warm_up(self) -> None:
        """Import what the first change takes while nobody waits for it; what fails here is told where it is needed."""
        if not self._warm:
            self._desk.session.ask(lambda _: warm_up(), self._on_warm, self._on_warm)

    def _on_warm(self, _: object) -> None:
        self._warm = True

    def wait_until_warm(self) -> None:
        """Let what is being imported come to its end: two threads that import the same libraries at once trip up."""
        if not self._warm:
            self._desk.session.settle()

    def _follow(self) -> None:
        if not self._open:
            self._show_stored()

    def _settled(self, error: Exception | None) -> None:
        self._open -= 1
        if error is not None:
            self._show_stored()
            self._tell(error)
        elif not self._open:
            self._show_stored()

    def _show_stored(self) -> None:
        self.definitions = self._desk.session.definitions
        if self._desk.report in self.definitions.outlines:
            self.changed.emit()

    def _tell(self, error: Exception) -> None:
        if isinstance(error, DefinitionsError):
            said = dict.fromkeys(self._desk.sentence(issue_of(one)) for one in error.mistakes)
            self.refused.emit(" ".join(list(said)[:_MOST_TOLD]))
        elif isinstance(error, AnnalsError):
            self.refused.emit(self._desk.sentence(error))
        else:
            self._desk.session.crashed.emit(error)
