"""Line icons drawn with QPainter: sharp at every scale, in any colour, no files and no SVG plug-in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

# Strokes on a field of 16 × 16: polylines as "x,y x,y …", circles as "o x,y,r".
_STROKES = {
    "undo": ("6,3 2.5,6.5 6,10", "2.5,6.5 10,6.5 12.5,7.5 13.5,10 12.5,12.5 10,13.5 7,13.5"),
    "redo": ("10,3 13.5,6.5 10,10", "13.5,6.5 6,6.5 3.5,7.5 2.5,10 3.5,12.5 6,13.5 9,13.5"),
    "search": ("o 7,7,4.5", "10.3,10.3 14,14"),
    "note": ("3,2.5 13,2.5 13,10.5 8,10.5 5,13.5 5,10.5 3,10.5 3,2.5", "5.5,5.3 10.5,5.3", "5.5,7.8 8.5,7.8"),
    "more": ("o 3.5,8,0.6", "o 8,8,0.6", "o 12.5,8,0.6"),
    "export": ("8,2 8,10", "4.8,7 8,10.2 11.2,7", "2.5,11 2.5,13.5 13.5,13.5 13.5,11"),
    "folder": ("1.8,4 1.8,12.8 14.2,12.8 14.2,5.3 8,5.3 6.5,3.3 1.8,3.3 1.8,4",),
    "pack": ("8,1.8 13.5,4.8 13.5,11.2 8,14.2 2.5,11.2 2.5,4.8 8,1.8", "2.5,4.8 8,7.8 13.5,4.8", "8,7.8 8,14.2"),
    "plus": ("8,3 8,13", "3,8 13,8"),
    "sample": ("2.5,13.5 13.5,13.5", "4.5,13 4.5,8.5", "8,13 8,3", "11.5,13 11.5,6"),
    "clock": ("o 8,8,5.7", "8,4.8 8,8 10.5,9.5"),
    "check": ("3,8.5 6.5,12 13,4.5",),
    "cross": ("4,4 12,12", "12,4 4,12"),
    "right": ("6,3.5 10.5,8 6,12.5",),
    "down": ("3.5,6 8,10.5 12.5,6",),
    "empty": ("o 8,8,5.5",),
    "edit": ("3,13 3.6,10.2 10.8,3 13,5.2 5.8,12.4 3,13", "9.3,4.5 11.5,6.7"),
    "submitted": ("o 8,8,6", "8,11.2 8,5", "5.5,7.5 8,5 10.5,7.5"),
    "returned": ("2.5,2.5 13.5,2.5 13.5,13.5 2.5,13.5 2.5,2.5", "11.2,8 5,8", "7.5,5.5 5,8 7.5,10.5"),
    "approved": ("8,1.8 13.2,3.6 13.2,8 11.8,11.2 8,14.2 4.2,11.2 2.8,8 2.8,3.6 8,1.8", "5.4,7.8 7.3,9.7 10.7,6.1"),
    "late": ("o 8,9,5", "8,6 8,9 10.2,10.3", "2,4.8 4.6,2.4", "14,4.8 11.4,2.4"),
    "people": (
        "o 6,5.4,2.4",
        "1.8,13.4 2.2,10.9 3.8,9.6 8.2,9.6 9.8,10.9 10.2,13.4",
        "o 11.3,6.2,1.9",
        "11.8,9.9 13.4,10.6 14.2,12 14.4,13.4",
    ),
    "review": ("2.5,4.2 4,5.7 6.4,2.8", "2.5,10.4 4,11.9 6.4,9", "8.5,4.5 14,4.5", "8.5,10.7 14,10.7"),
    "send": ("1.8,7.4 14.2,1.8 10.6,14.2 7.6,8.6 1.8,7.4", "14.2,1.8 7.6,8.6"),
    "bell": (
        "3,11.5 4.2,10 4.2,7 5.2,4.6 8,3.4 10.8,4.6 11.8,7 11.8,10 13,11.5 3,11.5",
        "6.6,13.4 9.4,13.4",
        "8,3.4 8,2",
    ),
    "talk": ("2,3 14,3 14,11 7.5,11 4.5,13.8 4.5,11 2,11 2,3",),
    "ask": (
        "2,2.5 14,2.5 14,11.5 7.5,11.5 4.5,14.2 4.5,11.5 2,11.5 2,2.5",
        "6,5.6 6.6,4.6 8,4.2 9.4,4.6 9.9,5.7 9.3,6.7 8,7.2 8,8",
        "o 8,9.6,0.4",
    ),
    "inbox": ("2,9 4.2,3 11.8,3 14,9 14,13 2,13 2,9", "2,9 5.4,9 6.4,10.8 9.6,10.8 10.6,9 14,9"),
    "clip": ("11.8,7.2 7.6,11.4 5.6,11.8 4.2,10.4 4.6,8.4 10,3 11.6,2.7 12.9,3.9 12.6,5.6 7.4,10.8 6.4,9.8 10.6,5.6",),
    "flag": ("4,14 4,2.5", "4,3 12.5,3 10.5,5.8 12.5,8.6 4,8.6"),
    "sheet": ("2,3 14,3 14,13 2,13 2,3", "2,6.3 14,6.3", "2,9.7 14,9.7", "6,3 6,13"),
    "filter": ("2.5,3.5 13.5,3.5 9.3,8.5 9.3,12.8 6.7,11.5 6.7,8.5 2.5,3.5",),
    "lock": ("3.8,7.2 12.2,7.2 12.2,13.3 3.8,13.3 3.8,7.2", "5.5,7.2 5.5,5 6.3,3.4 8,2.7 9.7,3.4 10.5,5 10.5,7.2"),
    "text": ("3,3.5 13,3.5", "3,6.7 13,6.7", "3,9.9 13,9.9", "3,13 9,13"),
}


def path_of(name: str) -> QPainterPath:
    """Return the strokes of an icon on a 16 × 16 field."""
    path = QPainterPath()
    for stroke in _STROKES[name]:
        if stroke.startswith("o "):
            x, y, radius = map(float, stroke[2:].split(","))
            path.addEllipse(QPointF(x, y), radius, radius)
            continue
        points = [QPointF(*map(float, pair.split(","))) for pair in stroke.split()]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
    return path


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: str) -> None:
    """Draw an icon into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    pen = QPen(QColor(colour), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
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
