"""A figure that is being drawn: short words at places, dots, a legend below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPen, QTextLayout, QTextOption

from desktop.window.paper.items import POINT, Ground, Item, Laid, Stroke, Words
from desktop.window.paper.writing import Press, colour
from exporters.charts.colours import GREY

SIZE = 9.0
_KEY = 7 * POINT  # the side of a legend's square
_BETWEEN = 14 * POINT


class Sketch:
    """Gathers what a figure is painted from; `box` is its whole area."""

    def __init__(self, press: Press, box: QRectF) -> None:
        self.press, self.box = press, box
        self.items: list[Item] = []
        self.words: list[str] = []

    def laid(self) -> Laid:
        """Return the figure, which stays whole."""
        return Laid(self.box.height(), tuple(self.items), (), (), tuple(self.words))

    def text(self, words: str, width: float, *, size: float = SIZE, bold: bool = False) -> tuple[QTextLayout, QRectF]:
        """Return words broken into lines of a width, and the room that they take; centred."""
        layout = QTextLayout(words, self.press.font(size, bold=bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y, widest, high = 0.0, 0.0, size * POINT * 1.3
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            lines.append(line)
            widest = max(widest, line.naturalTextWidth())
        for line in lines:
            left = (widest - line.naturalTextWidth()) / 2
            line.setPosition(QPointF(left, y + (high - line.ascent() - line.descent()) / 2))
            y += high
        layout.endLayout()
        self.words.append(words)
        return layout, QRectF(0, 0, widest, y)

    def width(self, words: str, size: float = SIZE) -> float:
        """Return how wide words are on one line."""
        layout, room = self.text(words, 1e6, size=size)
        del layout
        self.words.pop()
        return room.width()

    def lines(self, words: str, width: float) -> int:
        """Return how many lines words take."""
        layout, _ = self.text(words, width)
        self.words.pop()
        return layout.lineCount()

    def label(self, words: str, centre: QPointF, ink: str, *, bold: bool = False) -> None:
        """Put words around a point."""
        layout, room = self.text(words, 1e6, bold=bold)
        self.items.append(Words(layout, centre - room.center(), colour(ink)))

    def below(self, words: str, top: QPointF, ink: str, width: float) -> None:
        """Put words below a point, centred."""
        layout, room = self.text(words, width)
        self.items.append(Words(layout, top - QPointF(room.width() / 2, 0), colour(ink)))

    def beside(self, words: str, right: QPointF, ink: str, width: float = 1e6) -> None:
        """Put words to the left of a point."""
        layout, room = self.text(words, width)
        self.items.append(Words(layout, right - QPointF(room.width(), room.height() / 2), colour(ink)))

    def after(self, words: str, left: QPointF, ink: str, *, size: float = SIZE, bold: bool = False) -> None:
        """Put words to the right of a point."""
        layout, room = self.text(words, 1e6, size=size, bold=bold)
        self.items.append(Words(layout, left - QPointF(0, room.height() / 2), colour(ink)))

    def dot(self, at: QPointF, own: str, size: float = 7.0) -> Stroke:
        """Return a round mark with a white rim."""
        path = QPainterPath()
        path.addEllipse(at, size * POINT / 2, size * POINT / 2)
        return Stroke(path, QPen(colour("FFFFFF"), 1.5 * POINT), colour(own))

    def legend(self, entries: Sequence[tuple[str, str]]) -> QRectF:
        """Put names with their colours below, as many in a line as there is room for; return what is left above."""
        rows: list[list[tuple[str, str, float]]] = [[]]
        used = 0.0
        for name, own in entries:
            wide = _KEY + 4 * POINT + self.width(name)
            if rows[-1] and used + wide > self.box.width():
                rows.append([])
                used = 0.0
            rows[-1].append((name, own, wide))
            used += wide + _BETWEEN
        high = 14 * POINT
        top = self.box.bottom() - high * len(rows)
        for number, row in enumerate(rows):
            whole = sum(wide for _, _, wide in row) + _BETWEEN * (len(row) - 1)
            left, y = self.box.center().x() - whole / 2, top + (number + 0.5) * high
            for name, own, wide in row:
                self.items.append(Ground(QRectF(left, y - _KEY / 2, _KEY, _KEY), colour(own)))
                self.after(name, QPointF(left + _KEY + 4 * POINT, y), GREY)
                left += wide + _BETWEEN
        return self.box.adjusted(0, 0, 0, -(high * len(rows) + 4 * POINT))
