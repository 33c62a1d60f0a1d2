"""The matrix of the page: numbered points over two axes, each group in its colour."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF

from desktop.window.paper.items import POINT, Words, straight
from desktop.window.paper.sketch import Sketch
from desktop.window.paper.writing import colour
from exporters.charts.colours import GREY, INK, RULE, palette
from exporters.charts.data import ChartData
from exporters.charts.scatter import label_sides, span

_AWAY = 8 * POINT
_SIDES = {"r": (1, 0), "t": (0, -1), "l": (-1, 0), "b": (0, 1)}
_GRID = "EDEFF1"


def scatter(sketch: Sketch, data: ChartData) -> None:
    """Draw the points of a matrix."""
    colours = palette(data.colours, len(data.series))
    names = [series.name for series in data.series]
    box = sketch.legend(list(zip(names, colours, strict=True))) if len(names) > 1 else sketch.box
    area = box.adjusted(34 * POINT, 10 * POINT, -12 * POINT, -34 * POINT)
    heights = [value for series in data.series for value in series.values if value is not None]
    across, up = span(data.across), span(heights)
    _axis(sketch, area, across, lying=True)
    _axis(sketch, area, up, lying=False)
    sketch.label(data.axes[0], QPointF(area.center().x(), area.bottom() + 24 * POINT), INK)
    _upright(sketch, data.axes[1], area)
    sides = label_sides(data)
    for number, x in enumerate(data.across):
        own = next(place for place, series in enumerate(data.series) if series.values[number] is not None)
        value = data.series[own].values[number]
        assert value is not None
        spot = QPointF(
            area.left() + _share(x, across) * area.width(), area.bottom() - _share(value, up) * area.height()
        )
        sketch.items.append(sketch.dot(spot, colours[own], 8.0))
        words, side = sides[number]
        if words:
            way = _SIDES[side]
            room = sketch.width(words, 8.5) / 2 if way[0] else 0.0
            sketch.label(words, spot + QPointF(way[0] * (_AWAY + room), way[1] * _AWAY * 1.2), INK, bold=True)


def _share(value: Decimal, ends: tuple[Decimal, Decimal, Decimal]) -> float:
    return float((value - ends[0]) / (ends[1] - ends[0]))


def _axis(sketch: Sketch, area: QRectF, ends: tuple[Decimal, Decimal, Decimal], *, lying: bool) -> None:
    low, high, step = ends
    value = low
    while value <= high:
        share, words = _share(value, ends), f"{value.normalize():f}"
        own = colour(RULE if value == low else _GRID)
        if lying:
            x = area.left() + share * area.width()
            sketch.items.append(straight((x, area.top()), (x, area.bottom()), own, 0.5 * POINT))
            sketch.below(words, QPointF(x, area.bottom() + 3 * POINT), GREY, 1e6)
        else:
            y = area.bottom() - share * area.height()
            sketch.items.append(straight((area.left(), y), (area.right(), y), own, 0.5 * POINT))
            sketch.beside(words, QPointF(area.left() - 4 * POINT, y), GREY)
        value += step


def _upright(sketch: Sketch, words: str, area: QRectF) -> None:
    """Put the name of the upward axis sign below sign where it is Chinese, else at the axis's top."""
    if sketch.press.excerpt.language == "en":
        sketch.after(words, QPointF(area.left() - 28 * POINT, area.top() - 6 * POINT), INK)
        return
    layout, room = sketch.text(words, 1.0)
    at = QPointF(area.left() - 32 * POINT, area.center().y() - room.height() / 2)
    sketch.items.append(Words(layout, at, colour(INK)))
