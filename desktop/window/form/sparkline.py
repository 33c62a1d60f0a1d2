"""A small line of years: drawn with QPainter, in rows and grids alike."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def draw_sparkline(
    painter: QPainter, values: Sequence[tuple[int, Decimal | None]], box: QRectF, line: str, dot: str
) -> None:
    """Draw the values as a line with gaps where there is none and a dot at the newest; one alone is a dot."""
    points = _points(values, box)
    runs = _runs(points)
    if not runs:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for run in runs:
        painter.drawPolyline(QPolygonF(run))
    if points and points[-1] is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(dot))
        painter.drawEllipse(points[-1], 2.6, 2.6)
    painter.restore()


def _points(values: Sequence[tuple[int, Decimal | None]], box: QRectF) -> list[QPointF | None]:
    known = [float(value) for _, value in values if value is not None]
    if not known:
        return []
    low, high = min(known), max(known)
    span = (high - low) or 1.0
    step = box.width() / max(1, len(values) - 1)
    left = box.right() - step * (len(values) - 1)
    return [
        None if value is None else QPointF(left + step * i, _height(float(value), low, span, high, box))
        for i, (_, value) in enumerate(values)
    ]


def _height(value: float, low: float, span: float, high: float, box: QRectF) -> float:
    return box.center().y() if high == low else box.bottom() - (value - low) / span * box.height()


def _runs(points: Sequence[QPointF | None]) -> list[list[QPointF]]:
    runs: list[list[QPointF]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]
