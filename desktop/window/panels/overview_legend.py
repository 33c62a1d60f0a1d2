"""What the shapes in the matrix mean: those that stand in it, as far as there is room."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.window.look.scale import SMALL
from desktop.window.look.states import draw_state, state_word
from desktop.window.session.desk import Desk
from desktop.work.standing import STANDINGS, Standing

_ICON, _GAP = 13, 16


class Legend(QWidget):
    """Right-aligned; the most urgent stand last, and stay where there is room for a few only."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[Standing, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(100, 20)

    def show_standings(self, standings: Collection[Standing]) -> None:
        """Show what these mean."""
        self._shown = tuple(one for one in STANDINGS if one in standings)
        self.setAccessibleName(", ".join(state_word(one) for one in self._shown))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shapes and words from the right."""
        del event
        painter, theme, font = QPainter(self), self._desk.theme, QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        right = float(self.width())
        for standing in self._shown:
            words = state_word(standing)
            width = QFontMetrics(font).horizontalAdvance(words)
            left = right - width - _ICON - 5
            if left < 0:
                break
            draw_state(painter, standing, QRectF(left, 4, _ICON, _ICON), theme)
            painter.setPen(QColor(theme.text2))
            painter.drawText(QRectF(left + _ICON + 5, 0, width + 2, 20), Qt.AlignmentFlag.AlignVCenter, words)
            right = left - _GAP
        painter.end()
