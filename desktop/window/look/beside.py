"""A panel beside what is worked in: it gives way where there is no room for both, and comes when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QWidget


class Beside(QObject):
    """Hides the panel while the splitter is narrower than `least`, once for each time that it becomes so."""

    def __init__(self, splitter: QSplitter, panel: QWidget, least: int) -> None:
        super().__init__(splitter)
        self._splitter, self._panel, self._least = splitter, panel, least
        self._narrow = False
        splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width."""
        if watched is self._splitter and event.type() == QEvent.Type.Resize:
            narrow = self._splitter.width() < self._least
            if narrow != self._narrow:
                self._narrow = narrow
                self._panel.setVisible(not narrow)
        return super().eventFilter(watched, event)
