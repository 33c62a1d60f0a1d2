"""Line icons drawn with QPainter: sharp at every scale, in any colour, no files and no SVG plug-in."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from desktop.window.look.paths import add_stroke
from desktop.window.look.strokes import STROKES

_WIDTH = 1.5  # of a stroke, on the field of 16 × 16


@cache
def path_of(name: str) -> QPainterPath:
    """Return the strokes of an icon on a 16 × 16 field; read once, since lists draw the same few all the time."""
    path = QPainterPath()
    for stroke in STROKES[name]:
        add_stroke(path, stroke)
    return path


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: str) -> None:
    """Draw an icon into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    pen = QPen(QColor(colour), _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(name))
    painter.restore()


def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """Return an icon that is sharp at 100, 125, 150, 200 and 300 %."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(_drawn(name, colour, size, ratio))
    return made


def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return an icon at one scale, from Qt's own cache where it is there: each row of a form has the same few."""
    at = f"annals.icon {name} {colour} {size} {ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(at, pixmap):
        return pixmap
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    QPixmapCache.insert(at, pixmap)
    return pixmap


class IconShelf:
    """Keeps what was drawn, for a list that shows the same few icons in every row."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str) -> QIcon:
        """Return an icon in a colour."""
        if (name, colour) not in self._drawn:
            self._drawn[name, colour] = icon(name, colour)
        return self._drawn[name, colour]
