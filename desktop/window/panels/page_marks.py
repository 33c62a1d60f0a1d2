"""What is painted over the page: rings around numbers, lines beside words, and where its sheets will about end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.window.look.scale import TINY
from desktop.window.look.theme import Theme

if TYPE_CHECKING:
    from desktop.window.paper.items import Spot
    from desktop.window.paper.page import Page, Placed

_PIXELS, _WIDE, _HIGH = TINY, 44, 18  # of the number of a page on the screen
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def draw_rings(painter: QPainter, theme: Theme, scale: float, rings: Iterable[tuple[Placed, Spot]]) -> None:
    """Ring numbers."""
    unit = 1 / scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 2 * unit))
    for placed, spot in rings:
        for box in spot.boxes:
            ring = box.translated(placed.x, placed.y).adjusted(-3 * unit, -unit, 3 * unit, unit)
            painter.drawRoundedRect(ring, 4 * unit, 4 * unit)


def draw_lines(painter: QPainter, theme: Theme, scale: float, marked: Iterable[Placed]) -> None:
    """Draw a line beside each block that is being written."""
    unit = 1 / scale
    for placed in marked:
        painter.fillRect(QRectF(placed.x - 12 * unit, placed.y, 3 * unit, placed.laid.height), QColor(theme.accent))


def draw_breaks(painter: QPainter, theme: Theme, scale: float, page: Page) -> None:
    """Draw a dashed line where a sheet will about end, with the number of the page that follows; on top the first."""
    unit, ink = 1 / scale, QColor(theme.edge)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(_PIXELS * unit)))
    painter.setFont(font)
    pen = QPen(ink, unit)
    pen.setDashPattern([6, 4])
    for y, number in page.breaks():
        painter.setPen(pen)
        painter.drawLine(QPointF(0, y), QPointF(page.width, y))
        _number(painter, page, y, number, unit)
    if page.shown.excerpt.page:
        painter.setPen(pen)
        _number(painter, page, 0.0, page.shown.excerpt.page, unit)


def _number(painter: QPainter, page: Page, y: float, number: int, unit: float) -> None:
    room = QRectF(page.width - (_WIDE + 6) * unit, y + 2 * unit, _WIDE * unit, _HIGH * unit)
    painter.drawText(room, _RIGHT, f"≈ {number}")
