"""A foreign text being read off the UI thread: how far it is, what was found, and that it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.window.session.background import Background
from desktop.window.session.workspace_session import WorkspaceSession
from desktop.work.scan import ScanAsked, ScannedText, earlier_values, scan_file
from schema.moment import Moment
from schema.values.datapoint import HistoryEntry
from schema.workspace import Workspace


class Scanning(QObject):
    """`stepped` says how many paragraphs of how many are read; `finished` carries the text with what was found in it,
    `failed` why it cannot be read. What was begun before is heard no more.
    """

    stepped = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, session: WorkspaceSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._worker: Background | None = None
        self._stop = threading.Event()

    def begin(self, path: Path, source: str) -> None:
        """Read a file, of the code `source` where somebody has chosen one."""
        self.stop()
        self._stop = stop = threading.Event()
        self._session.ask(_values_before, partial(self._scan, path, source, stop), self.failed.emit)

    def _scan(self, path: Path, source: str, stop: threading.Event, before: Sequence[HistoryEntry]) -> None:
        """Read it on a thread of its own; the store's has the history read, and goes on saving."""
        if stop.is_set():
            return
        if self._worker is None:
            self._worker = Background("scan", self)
        session = self._session
        moment = Moment(session.definitions, session.snapshot)
        earlier = earlier_values(lambda metric: [e for e in before if e.subject.startswith(f"{metric}@")])

        def step(done: int, all_of_them: int) -> bool:
            self.stepped.emit(done, all_of_them)
            return not stop.is_set()

        asked = ScanAsked(source, earlier, step, stop.is_set)
        self._worker.run(partial(scan_file, path, moment, asked), partial(self._end, stop), partial(self._fail, stop))

    def _end(self, stop: threading.Event, scanned: ScannedText) -> None:
        if not stop.is_set():
            self.finished.emit(scanned)

    def _fail(self, stop: threading.Event, error: Exception) -> None:
        if not stop.is_set():
            self.failed.emit(error)

    def stop(self) -> None:
        """Read no further."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and end the thread."""
        self.stop()
        if self._worker is not None:
            self._worker.close()


def _values_before(workspace: Workspace) -> tuple[HistoryEntry, ...]:
    """Return the history of values that were another before."""
    return tuple(entry for entry in workspace.history() if entry.kind == "point" and entry.old)
