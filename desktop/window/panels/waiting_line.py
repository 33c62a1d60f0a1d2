"""Work that may take a while: off the UI thread, with a bar and a way to call it off once it takes longer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from schema.errors import AnnalsError

_SHOWN_AFTER = 400  # milliseconds

Step = Callable[[], None]
Work = Callable[[Step], Any]


class CalledOff(Exception):
    """Somebody does not want to wait."""


class WaitingLine(QWidget):
    """One piece of work at a time; `busy` says when it begins and when it has ended, `refused` carries a sentence."""

    busy = Signal(bool)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker: Background | None = None
        self._stop: threading.Event | None = None
        self.words, self.bar = QLabel(self), QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.call_off)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        self._soon = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._soon.timeout.connect(self.show)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._stop is not None

    def run(self, words: str, work: Work, then: Callable[[Any], None]) -> None:
        """Do `work`, which calls what it is given between its parts, and hand its result to `then`.

        `words` say meanwhile what is done. A trouble of the user or of the environment is `refused`.
        """
        self.call_off()
        stop = self._stop = threading.Event()

        def step() -> None:
            if stop.is_set():
                raise CalledOff

        if self._worker is None:
            self._worker = Background("waiting", self)
        self.words.setText(words)
        self._soon.start()
        self.busy.emit(True)
        self._worker.run(lambda: work(step), partial(self._done, stop, then), partial(self._failed, stop))

    def call_off(self) -> None:
        """Let go of what is under way; what it still finds is not heard."""
        if self._stop is not None:
            self._stop.set()
            self._end()

    def _end(self) -> None:
        self._stop = None
        self._soon.stop()
        self.hide()
        self.busy.emit(False)

    def _done(self, stop: threading.Event, then: Callable[[Any], None], result: object) -> None:
        if stop is self._stop:
            self._end()
            then(result)

    def _failed(self, stop: threading.Event, error: Exception) -> None:
        if stop is self._stop:
            self._end()
        elif isinstance(error, CalledOff):
            return
        if isinstance(error, AnnalsError):
            self.refused.emit(self._desk.sentence(error))
        elif not isinstance(error, CalledOff):
            self._desk.session.crashed.emit(error)

    def close_worker(self) -> None:
        """Call off what is under way and end the thread."""
        self.call_off()
        if self._worker is not None:
            self._worker.close()
            self._worker = None
