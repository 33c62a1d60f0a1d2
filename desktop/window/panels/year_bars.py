"""The values of a few years as bars, each with its words above: a change is seen before it is read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.window.look.scale import TINY
from desktop.window.look.theme import Theme

Bar = tuple[str, Decimal | None, str]  # the year, its value, its words
_HIGH, _LINE, _WIDEST, _SMALL = 112, 17, 44.0, TINY


class YearBars(QWidget):
    """The newest year, the last one, has the accent; a year without a value has a line only."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: Sequence[Bar] = ()
        self.setFixedHeight(_HIGH)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these; hidden where fewer than two years have a value, or one is below zero."""
        known = [value for _, value, _ in bars if value is not None]
        self._bars = bars
        self.setVisible(len(known) > 1 and min(known) >= 0 and max(known) > 0)
        self.setAccessibleName(", ".join(f"{year} {words}" for year, _, words in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it is drawn."""
        return QSize(200, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars on their line."""
        del event
        painter, theme = QPainter(self), self._theme
        font = QFont(self.font())
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        most = max((value for _, value, _ in self._bars if value is not None), default=Decimal(0)) or Decimal(1)
        step, ground = self.width() / max(1, len(self._bars)), self.height() - _LINE
        for number, (year, value, words) in enumerate(self._bars):
            box = QRectF(number * step, 0, step, self.height())
            high = float((value or Decimal(0)) / most) * (ground - _LINE - 2)
            wide = min(_WIDEST, step * 0.55)
            last = number == len(self._bars) - 1
            bar = QRectF(box.center().x() - wide / 2, ground - high, wide, high)
            painter.fillRect(bar, QColor(theme.accent if last else theme.text3))
            painter.setPen(QColor(theme.text if last else theme.text2))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(step) - 4)
            painter.drawText(QRectF(box.left(), bar.top() - _LINE, step, _LINE), Qt.AlignmentFlag.AlignCenter, shown)
            painter.setPen(QColor(theme.text2))
            painter.drawText(QRectF(box.left(), ground, step, _LINE), Qt.AlignmentFlag.AlignCenter, year)
        painter.setPen(QColor(theme.line))
        painter.drawLine(0, int(ground), self.width(), int(ground))
        painter.end()
