"""Bars of 100 % with the names of their parts, as the draft's native chart draws them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from desktop.window.paper.items import POINT, Ground
from desktop.window.paper.sketch import Sketch
from desktop.window.paper.writing import colour
from exporters.charts.colours import INK
from exporters.charts.data import ChartData
from exporters.charts.share_labels import WIDTH, BarLabels, ink_on, names_width, scale_end, share_colours, share_labels

_THICK = 1 / 1.6  # of the room that a bar has
_RIM = 0.75 * POINT


def shares(sketch: Sketch, data: ChartData) -> None:
    """Draw each bar with its name before it, and the words of small parts behind its end."""
    names = sketch.box.width() * names_width(data) / WIDTH
    area = sketch.box.adjusted(names, 3 * POINT, 0, -3 * POINT)
    step = area.height() / max(1, len(data.categories))
    unit = area.width() / scale_end(data)
    for number, (name, labels) in enumerate(zip(data.categories, share_labels(data), strict=True)):
        middle = area.top() + (number + 0.5) * step
        sketch.after(name, QPointF(sketch.box.left(), middle), INK, bold=True)
        row = QRectF(area.left(), middle - step * _THICK / 2, unit, step * _THICK)
        _parts(sketch, data, number, row, labels)


def _parts(sketch: Sketch, data: ChartData, bar: int, row: QRectF, labels: BarLabels) -> None:
    """Draw the parts of one bar; `row` is as wide as one percent."""
    left, unit = row.left(), row.width()
    for number, own in enumerate(share_colours(data)):
        value = data.series[number].values[bar]
        if value is None:
            continue
        wide = float(value) * unit
        sketch.items.append(Ground(QRectF(left, row.top(), max(wide - _RIM, 0.5), row.height()), colour(own)))
        if words := labels.inside[number]:
            sketch.after(words, QPointF(left + 5 * POINT, row.center().y()), ink_on(own), bold=True)
        left += wide
    if labels.behind:
        sketch.after(labels.behind, QPointF(left + 5 * POINT, row.center().y()), INK)
