"""The company's colour in the window: one small mark beside the name of its report, no control wears it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.window.look.theme import Theme

_SIDE, _INNER = 26, 12


class CompanyMark(QWidget):
    """A rounded square with a light one inside; edged finely, so that a white company is seen too."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.setBrush(QColor(self.theme.company))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left = (_SIDE - _INNER) / 2
        painter.setBrush(QColor(self.theme.surface))
        painter.drawRoundedRect(QRectF(left, left, _INNER, _INNER), 3, 3)
        painter.end()
