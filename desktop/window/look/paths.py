"""Strokes of icons as Qt paths: the part of SVG's path data that the icons are written in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_TOKEN = re.compile(r"[MLHVCSAZz]|[mlhvcsa]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
_DASHES, _DASH = 8, 22.0  # of a dashed circle: how many, and how long in degrees


def add_stroke(path: QPainterPath, stroke: str) -> None:
    """Add a stroke of the icons' table to a path."""
    kind, *rest = stroke.split()
    if kind in ("o", "dashed"):
        x, y, radius = map(float, rest)
        circle = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        if kind == "o":
            path.addEllipse(circle)
        for dash in range(_DASHES if kind == "dashed" else 0):
            path.arcMoveTo(circle, dash * 360 / _DASHES)
            path.arcTo(circle, dash * 360 / _DASHES, _DASH)
    elif kind == "box":
        x, y, width, height, radius = map(float, rest)
        path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    else:
        _add_data(path, stroke)


def _add_data(path: QPainterPath, data: str) -> None:
    bend = QPointF()  # the last control point, which a smooth curve mirrors
    for letter, numbers in _commands(data):
        here = path.currentPosition()
        big, around = letter.upper(), here if letter.islower() else QPointF()
        points = [QPointF(x, y) + around for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        if big == "M":
            path.moveTo(points[0])
        elif big == "L":
            path.lineTo(points[0])
        elif big == "H":
            path.lineTo(numbers[0] + around.x(), here.y())
        elif big == "V":
            path.lineTo(here.x(), numbers[0] + around.y())
        elif big in "CS":
            first = points[0] if big == "C" else here * 2 - bend
            bend, end = points[-2:]
            path.cubicTo(first, bend, end)
        elif big == "A":
            _add_arc(path, numbers, QPointF(numbers[5], numbers[6]) + around)
        else:
            path.closeSubpath()


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; numbers that go on without a letter repeat it, after M as lines."""
    tokens, letter = _TOKEN.findall(data), ""
    at = 0
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        count = _TAKES[letter.upper()]
        yield letter, [float(token) for token in tokens[at : at + count]]
        at += count
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _add_arc(path: QPainterPath, numbers: list[float], end: QPointF) -> None:
    """Add an arc of a circle, by the two points and the two choices of SVG."""
    radius, large, sweep, start = numbers[0], bool(numbers[3]), bool(numbers[4]), path.currentPosition()
    half = (end - start) / 2
    length = math.hypot(half.x(), half.y())
    radius = max(radius, length)
    away = math.sqrt(max(0.0, radius**2 - length**2)) / length * (1 if large == sweep else -1)
    centre = (start + end) / 2 + QPointF(half.y(), -half.x()) * away
    first, last = (-math.degrees(math.atan2(p.y() - centre.y(), p.x() - centre.x())) for p in (start, end))
    turn = (last - first) % 360 - (360 if sweep else 0)
    path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), first, turn)
