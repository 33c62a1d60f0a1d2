"""The part of a row that only shows: last years, change, sparkline; painted in one piece because rows are many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.window.form.columns import Columns
from desktop.window.form.sparkline import draw_sparkline
from desktop.window.look.theme import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PastStrip(QWidget):
    """Texts of the past years (newest first), the change, and the values behind the sparkline.

    `told` is asked for the words of the tool tip when the pointer rests here; `ground` is what all of it was made from.
    """

    def __init__(self, theme: Theme, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self._past: Sequence[str] = ()
        self._change = ""
        self._values: Sequence[tuple[int, Decimal | None]] = ()
        self.ground: object = None
        self.told: Callable[[], str] = str
        self.setFixedWidth(columns.strip)

    def show_values(self, past: Sequence[str], change: str, values: Sequence[tuple[int, Decimal | None]]) -> None:
        """Show these texts and values."""
        if (past, change, values) != (self._past, self._change, self._values):
            self._past, self._change, self._values = past, change, values
            self.update()

    def event(self, event: QEvent) -> bool:
        """Say in words what stands here, when somebody asks."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.told())
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As wide as its columns."""
        return QSize(self._columns.strip, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one line, right-aligned under the heads."""
        del event
        painter = QPainter(self)
        columns, height = self._columns, self.height()
        painter.setPen(QColor(self._theme.text2))
        left = 0
        for text in self._past[: columns.past_years]:
            box = QRectF(left, 0, columns.past - 4, height)
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) - 4)
            painter.drawText(box, _RIGHT, elided)
            left += columns.past
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QRectF(left, 0, columns.change - 2, height), _RIGHT, self._change)
        box = QRectF(left + columns.change + 12, height / 2 - 8, columns.spark - 20, 16)
        if columns.spark and len(self._values) > 1:
            draw_sparkline(painter, self._values, box, self._theme.text3, self._theme.accent)
        painter.end()
