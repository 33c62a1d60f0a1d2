"""A long form is made bit by bit: the first screen at once, what is gone to when it is gone to, the rest afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_AT_ONCE = 14  # rows, or what is as heavy, that are made before the first picture; the rest follow


class Gradual(QObject):
    """Takes steps that yield how heavy each was; none weighs nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[int] = iter(())
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[int]) -> None:
        """Take other steps from now on, those of the first screen at once."""
        self._steps = steps
        self._more.start()
        self._go_on()

    def stop(self) -> None:
        """Take no further step by itself."""
        self._more.stop()

    def finish(self) -> None:
        """Take what is left at once."""
        self.reach(lambda: False)
        self._more.stop()

    def reach(self, done: Callable[[], bool]) -> bool:
        """Take steps until something is so; return whether it is."""
        while not (is_done := done()) and next(self._steps, 0):
            pass
        return is_done

    def _go_on(self) -> None:
        made = 0
        while made < _AT_ONCE:
            weight = next(self._steps, 0)
            if not weight:
                self._more.stop()
                return
            made += weight
