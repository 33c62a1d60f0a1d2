"""An automatic backup after each half hour in which something was stored."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.window.session.desk import Desk
from schema.errors import WorkspaceError
from schema.workspace import Workspace

SECONDS = 1800.0


class HalfHours(QObject):
    """`told` carries the sentence where a backup could not be made: work goes on, and the next change tries again."""

    told = Signal(str)

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(desk)
        self._desk, self._clock = desk, clock
        self._since = clock()
        self._failed = ""
        desk.session.saver.settled.connect(self._settled)

    def _settled(self, _: object, error: Exception | None) -> None:
        if error is not None or self._clock() - self._since < SECONDS:
            return
        self._since = self._clock()

        def keep(workspace: Workspace) -> None:
            workspace.keep_backup("work")

        self._desk.session.ask(keep, lambda _: None, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, WorkspaceError):
            self._since -= SECONDS
            if error.code != self._failed:  # said once: it comes with every change
                self._failed = error.code
                self.told.emit(self._desk.sentence(error))
        else:
            self._desk.session.crashed.emit(error)
