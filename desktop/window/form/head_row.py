"""The heads over the columns of a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.window.form.columns import Columns
from desktop.window.look.scale import SMALL
from desktop.window.look.theme import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HeadRow(QWidget):
    """Painted in line with the rows below: name, this year, past years, change, trend."""

    def __init__(self, theme: Theme, columns: Columns, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._columns, self._words = theme, columns, tuple(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """One low line."""
        return QSize(300, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and a fine rule."""
        del event
        painter = QPainter(self)
        columns, height = self._columns, self.height() - 3
        name, year, *rest = self._words
        left = self.width() - columns.fixed
        painter.setPen(QColor(self._theme.text2))
        painter.drawText(QRectF(0, 0, left, height), _LEFT, name)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QRectF(left, 0, columns.value - 10, height), _RIGHT, year)
        painter.setPen(QColor(self._theme.text2))
        left += columns.value
        widths = [columns.past] * columns.past_years + [columns.change]
        past, (change, trend) = rest[: columns.past_years], rest[-2:]
        for words, width in zip([*past, change], widths, strict=True):
            if not width:  # the change has given way to the names
                continue
            painter.drawText(QRectF(left, 0, width - 3, height), _RIGHT, words)
            left += width
        if columns.spark:
            painter.drawText(QRectF(left + 12, 0, columns.spark - 10, height), _LEFT, trend)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
