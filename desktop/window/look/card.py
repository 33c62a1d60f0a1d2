"""A white card with a title, and the words that head it: what forms, pages and panels are made of."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.window.look.scale import WRITTEN
from desktop.window.look.theme import Theme


class Card(QWidget):
    """Lays its rows below each other; painted by itself, so that no style sheet wraps hundreds of widgets."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 14, 14)
        self.body.setSpacing(2)
        if title:
            self.body.addWidget(heading(title, self, WRITTEN))
            self.body.addSpacing(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


def heading(text: str, parent: QWidget, pixels: int) -> QLabel:
    """Return a heading that wraps."""
    label = QLabel(text, parent, wordWrap=True)
    font = QFont(parent.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def muted(text: str, theme: Theme, parent: QWidget) -> QLabel:
    """Return a quiet line that wraps."""
    label = QLabel(text, parent, wordWrap=True)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), QColor(theme.text2))
    label.setPalette(palette)
    return label
