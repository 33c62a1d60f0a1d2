"""Charts of the page, drawn from the same neutral data as the draft's native ones, in their look."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop.window.paper.chart_labels import label_words
from desktop.window.paper.items import MILLIMETRE, POINT, Ground, Item, Laid, Stroke, straight
from desktop.window.paper.scatter import scatter
from desktop.window.paper.sketch import Sketch
from desktop.window.paper.writing import Press, colour
from exporters.charts.data import ChartData
from exporters.charts.look import GREY, INK, RULE, colour_of, palette
from exporters.charts.scatter import span
from exporters.word.style_names import chart_size

_MOST_LABEL = 0.34  # of a bar chart's width for the names beside the bars
_HOLE = 0.58
_GRID = "E6E9EC"


def chart(press: Press, data: ChartData, room: tuple[int, int] | None = None) -> Laid:
    """Return a chart; `room` is its size in millimetres where it does not choose."""
    wide, high = (part * MILLIMETRE for part in room or chart_size(data))
    sketch = Sketch(press, QRectF(0, 0, wide, high))
    if data.kind == "scatter":
        scatter(sketch, data)
    elif data.round:
        _circle(sketch, data)
    else:
        _axes(sketch, data)
    return sketch.laid()


def _series_colours(data: ChartData) -> list[str]:
    known = palette(data.colours, len(data.series))
    return [colour_of(series.colour) or own for series, own in zip(data.series, known, strict=True)]


def _circle(sketch: Sketch, data: ChartData) -> None:
    """Draw the parts of a whole, and below them what they are."""
    colours = palette(data.colours, len(data.categories))
    area = sketch.legend(list(zip(data.categories, colours, strict=False)))
    values = data.series[0].values if data.series else ()
    whole = sum((value for value in values if value is not None), Decimal(0))
    if whole <= 0:
        return
    side = (min(area.width(), area.height()) - 8 * POINT) * (1.0 if data.kind == "doughnut" else 0.84)
    circle = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    at = Decimal(0)
    formats = data.series[0].formats or [""] * len(values)
    for value, own, form in zip(values, colours, formats, strict=False):
        if value is None or value <= 0:
            continue
        turn = float(value / whole) * 360
        start = 90 - float(at / whole) * 360
        _slice(sketch, data, circle, (start, turn), own)
        words = label_words(value / whole, "0.0%") if data.shared else label_words(value, form or data.number_format)
        _slice_label(sketch, data, circle, start - turn / 2, words)
        at += value


def _slice(sketch: Sketch, data: ChartData, circle: QRectF, span_of: tuple[float, float], own: str) -> None:
    start, turn = span_of
    path = QPainterPath()
    if data.kind == "doughnut":
        lost = circle.width() * (1 - _HOLE) / 2
        hole = circle.adjusted(lost, lost, -lost, -lost)
        path.arcMoveTo(circle, start)
        path.arcTo(circle, start, -turn)
        path.arcTo(hole, start - turn, turn)
    else:
        path.moveTo(circle.center())
        path.arcTo(circle, start, -turn)
    path.closeSubpath()
    sketch.items.append(Stroke(path, QPen(colour("FFFFFF"), 1.5 * POINT), colour(own)))


def _slice_label(sketch: Sketch, data: ChartData, circle: QRectF, angle: float, words: str) -> None:
    ring = QPainterPath()
    far = (1 + _HOLE) / 2 if data.kind == "doughnut" else 1.3
    lost = circle.width() * (1 - far) / 2
    box = circle.adjusted(lost, lost, -lost, -lost)
    ring.arcMoveTo(box, angle)
    doughnut = data.kind == "doughnut"
    sketch.label(words, ring.currentPosition(), "FFFFFF" if doughnut else INK, bold=doughnut)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The area between the axes, the scale's ends, and whether the bars lie."""

    area: QRectF
    ends: tuple[Decimal, Decimal, Decimal]
    lying: bool

    @property
    def low(self) -> float:
        """Return where the scale begins."""
        return float(self.ends[0])

    @property
    def high(self) -> float:
        """Return where it ends."""
        return float(self.ends[1])

    def along(self, value: float) -> float:
        """Return where a value stands: to the right where the bars lie, else from above."""
        share = (value - self.low) / (self.high - self.low)
        return self.area.left() + share * self.area.width() if self.lying else (
            self.area.bottom() - share * self.area.height())  # fmt: skip


def _axes(sketch: Sketch, data: ChartData) -> None:
    """Draw columns, bars or lines over their categories."""
    colours = _series_colours(data)
    many = len(data.series) > 1
    names = [series.name for series in data.series]
    area = sketch.legend(list(zip(names, colours, strict=True))) if many else sketch.box
    frame = _framed(sketch, data, area.adjusted(4 * POINT, 12 * POINT, -4 * POINT, -2 * POINT))
    _ground(sketch, data, frame)
    if data.kind == "line":
        for number, own in enumerate(colours):
            _line(sketch, data, frame, number, own)
    else:
        for number, own in enumerate(colours):
            _bars(sketch, data, frame, number, own)


def _framed(sketch: Sketch, data: ChartData, area: QRectF) -> _Frame:
    values = [value for series in data.series for value in series.values if value is not None]
    lying = data.kind == "bar"
    ends = (
        span([*values, Decimal(0)] if data.kind != "line" else values)
        if values
        else (Decimal(0), Decimal(1), Decimal(1))
    )
    if lying:
        names = max((sketch.width(name) for name in data.categories), default=0.0) + 6 * POINT
        names = min(names, area.width() * _MOST_LABEL)
        room = area.adjusted(names, -8 * POINT, -34 * POINT if data.labelled else 0, 0)
    else:
        left = 0.0 if data.labelled else sketch.width(label_words(ends[1], data.number_format)) + 5 * POINT
        room = area.adjusted(left, 4 * POINT, 0, -_category_room(sketch, data, area.width()))
    return _Frame(room, ends, lying)


def _category_room(sketch: Sketch, data: ChartData, width: float) -> float:
    step = width / max(1, len(data.categories))
    lines = max((sketch.lines(name, step - 4 * POINT) for name in data.categories), default=1)
    return (lines * 12 + 6) * POINT


def _ground(sketch: Sketch, data: ChartData, frame: _Frame) -> None:
    """Draw the axis of the categories with their names; lines for numbers only where the points carry none."""
    area, base = frame.area, frame.along(max(0.0, frame.low))
    if not data.labelled and not frame.lying:
        value, end, step = frame.ends
        while value <= end:
            y = frame.along(float(value))
            sketch.items.append(straight((area.left(), y), (area.right(), y), colour(_GRID), 0.5 * POINT))
            sketch.beside(label_words(value, data.number_format), QPointF(area.left() - 3 * POINT, y), GREY)
            value += step
    ends = ((base, area.top()), (base, area.bottom())) if frame.lying else ((area.left(), base), (area.right(), base))
    sketch.items.append(straight(*ends, colour(RULE), 0.75 * POINT))
    step = (area.height() if frame.lying else area.width()) / max(1, len(data.categories))
    for number, name in enumerate(data.categories):
        middle = (number + 0.5) * step
        if frame.lying:
            wide = area.left() - sketch.box.left() - 5 * POINT
            sketch.beside(name, QPointF(area.left() - 4 * POINT, area.top() + middle), GREY, wide)
        else:
            sketch.below(name, QPointF(area.left() + middle, area.bottom() + 3 * POINT), GREY, step - 4 * POINT)


def _bars(sketch: Sketch, data: ChartData, frame: _Frame, number: int, own: str) -> None:
    count, series = len(data.series), data.series[number]
    room = frame.area.height() if frame.lying else frame.area.width()
    step = room / max(1, len(data.categories))
    # As a native chart: the gap beside the bars in parts of one, a small one between them.
    gap = 0.6 if count > 1 else 0.9
    thick = step / (count + 0.08 * (count - 1) + gap)
    first = (step - thick * (count + 0.08 * (count - 1))) / 2 + number * thick * 1.08
    base = frame.along(max(0.0, frame.low))
    for place, value in enumerate(series.values):
        if value is None:
            continue
        end, side = frame.along(float(value)), place * step + first
        if frame.lying:
            box = QRectF(min(base, end), frame.area.top() + side, abs(end - base), thick)
        else:
            box = QRectF(frame.area.left() + side, min(base, end), thick, abs(end - base))
        sketch.items.append(Ground(box, colour(own)))
        if words := _label(data, number, place, value):
            if frame.lying and value < 0:
                sketch.beside(words, QPointF(box.left() - 3 * POINT, box.center().y()), INK)
            elif frame.lying:
                sketch.after(words, QPointF(box.right() + 3 * POINT, box.center().y()), INK)
            else:
                sketch.label(words, QPointF(box.center().x(), box.top() - 7 * POINT), INK)


def _label(data: ChartData, number: int, place: int, value: Decimal) -> str:
    """Return what stands at a point; however crowded a chart is, the words around an inexact number do."""
    series = data.series[number]
    own = series.formats[place] if series.formats else ""
    if data.labelled:
        return label_words(value, own or data.number_format)
    qualified = series.qualified[place] if series.formats else ""
    return label_words(value, qualified) if qualified else ""


def _line(sketch: Sketch, data: ChartData, frame: _Frame, number: int, own: str) -> None:
    step = frame.area.width() / max(1, len(data.categories))
    path, marks, is_open = QPainterPath(), list[Item](), False
    for place, value in enumerate(data.series[number].values):
        if value is None:
            is_open = False
            continue
        spot = QPointF(frame.area.left() + (place + 0.5) * step, frame.along(float(value)))
        path.lineTo(spot) if is_open else path.moveTo(spot)
        is_open = True
        marks.append(sketch.dot(spot, own))
        if words := _label(data, number, place, value):
            sketch.label(words, spot - QPointF(0, 9 * POINT), INK)
    pen = QPen(colour(own), 2.25 * POINT)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    sketch.items += [Stroke(path, pen), *marks]
