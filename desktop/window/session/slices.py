"""Work that belongs on the UI thread, done a few milliseconds at a time: in between the window answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE = 0.012  # seconds

Steps = Generator[object, None, Any]


class Slices(QObject):
    """One piece of work at a time, a generator that stops after each small step and returns the result.

    `stepped` carries after each slice what the last step has told.
    """

    stepped = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._then: Callable[[Any], None] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def run(self, steps: Steps, then: Callable[[Any], None]) -> None:
        """Begin, and hand the result to `then`; what was under way is given up."""
        self._steps, self._then = steps, then
        self._go_on()

    def stop(self) -> None:
        """Give up what is under way."""
        self._steps = self._then = None
        self._next.stop()

    def finish(self) -> None:
        """Do the rest at once."""
        self._work(None)

    def _go_on(self) -> None:
        self._work(time.perf_counter() + _SLICE)

    def _work(self, end: float | None) -> None:
        steps, then = self._steps, self._then
        if steps is None or then is None:
            return
        try:
            told = next(steps)
            while end is None or time.perf_counter() < end:
                told = next(steps)
        except StopIteration as done:
            self.stop()
            then(done.value)
        else:
            self._next.start()
            self.stepped.emit(told)
