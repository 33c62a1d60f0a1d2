"""The mark at the end of a row: what it says is told by its shape, its colour and its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.window.look.states import State, draw_state
from desktop.window.look.theme import Theme


class StateMark(QWidget):
    """Shows one state; its tooltip and accessible name say it in words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.state: State = "empty"
        self.setFixedSize(QSize(16, 16))

    def show_state(self, state: State, words: str) -> None:
        """Show a state with the words that name it."""
        if state != self.state or words != self.toolTip():
            self.state = state
            self.setToolTip(words)
            self.setAccessibleName(words)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        del event
        painter = QPainter(self)
        draw_state(painter, self.state, QRectF(self.rect()), self._theme)
        painter.end()
