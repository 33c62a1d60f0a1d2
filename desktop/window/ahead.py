"""Places are loaded before somebody goes to them: once everything is checked, one after the other between events."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from desktop.window.session.desk import Desk

_BETWEEN = 40  # milliseconds in which keys and paint go first
# What people go to first; loading each takes longer than showing it.
_PLACES = ("sheet_page", "issues_page", "overview_page", "my_work_page")


class Ahead(QObject):
    """Nothing is loaded before the first check has ended: opening comes first."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._left: Iterator[str] = iter(_PLACES)
        self._timer = QTimer(self, interval=_BETWEEN)
        self._timer.timeout.connect(self._load)
        desk.session.issues_changed.connect(self._begin)

    def _begin(self) -> None:
        if self._desk.session.checked:
            self._desk.session.issues_changed.disconnect(self._begin)
            self._timer.start()

    def _load(self) -> None:
        name = next(self._left, "")
        if name:
            import_module(f"desktop.window.pages.{name}")
        else:
            self._timer.stop()
