"""Charts of the page, drawn from the same neutral data as the draft's native ones, in their look."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop.window.paper.chart_labels import label_words
from desktop.window.paper.items import MILLIMETRE, POINT, Ground, Item, Laid, Stroke, straight
from desktop.window.paper.scatter import scatter
from desktop.window.paper.shares import shares
from desktop.window.paper.sketch import Sketch
from desktop.window.paper.writing import Press, colour
from exporters.charts.colours import GREY, INK, RULE, colour_of, palette
from exporters.charts.data import ChartData
from exporters.charts.lines import end_of, names_room
from exporters.charts.look import GAP, is_told_apart, point_look
from exporters.charts.scatter import span
from exporters.word.style_names import chart_size

_MOST_LABEL = 0.34  # of a bar chart's width for the names beside the bars
_GRID = "E6E9EC"


def chart(press: Press, data: ChartData) -> Laid:
    """Return a chart in its own size."""
    wide, high = (part * MILLIMETRE for part in chart_size(data))
    sketch = Sketch(press, QRectF(0, 0, wide, high))
    if data.kind == "scatter":
        scatter(sketch, data)
    elif data.kind == "shares":
        shares(sketch, data)
    else:
        _axes(sketch, data)
    return sketch.laid()


def _series_colours(data: ChartData) -> list[str]:
    known = palette(data.colours, len(data.series))
    return [colour_of(series.colour) or own for series, own in zip(data.series, known, strict=True)]


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
    room = names_room(data)
    area = sketch.legend(list(zip(names, colours, strict=True))) if many and not room else sketch.box
    area = area.adjusted(0, 0, -room * area.width(), 0)
    if data.small:
        area = _titled(sketch, data, area)
    frame = _framed(sketch, data, area.adjusted(4 * POINT, 12 * POINT, -4 * POINT, -2 * POINT))
    _ground(sketch, data, frame)
    if data.kind == "line":
        for number, own in enumerate(colours):
            _line(sketch, data, frame, number, own)
    else:
        for number, own in enumerate(colours):
            _bars(sketch, data, frame, number, own)


def _titled(sketch: Sketch, data: ChartData, area: QRectF) -> QRectF:
    """Put what a small chart shows over it, with its unit; return what is left."""
    left, y = area.left(), area.top() + 6 * POINT
    sketch.after(data.title, QPointF(left, y), INK, bold=True)
    sketch.after(data.unit, QPointF(left + sketch.width(data.title) * 1.08 + 5 * POINT, y), GREY, size=8.0)
    return area.adjusted(0, 8 * POINT, 0, 0)


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
    gap = GAP / 100
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
        sketch.items.append(_box(data, place, box, own))
        bold = is_told_apart(data) and place == data.own
        if words := _label(data, number, place, value):
            if frame.lying and value < 0:
                sketch.beside(words, QPointF(box.left() - 3 * POINT, box.center().y()), INK)
            elif frame.lying:
                sketch.after(words, QPointF(box.right() + 3 * POINT, box.center().y()), INK, bold=bold)
            else:
                sketch.label(words, QPointF(box.center().x(), box.top() - 7 * POINT), INK, bold=bold)


def _box(data: ChartData, place: int, box: QRectF, own: str) -> Item:
    """Return a bar: past years are quieter than the report's own, a target is an empty box."""
    if not is_told_apart(data):
        return Ground(box, colour(own))
    fill, edge = point_look(data, place, own)
    if not edge:
        return Ground(box, colour(fill))
    path, pen = QPainterPath(), QPen(colour(edge), 1.0 * POINT)
    path.addRect(box)
    if place == data.goal:
        pen.setStyle(Qt.PenStyle.DashLine)
    return Stroke(path, pen, colour(fill) if fill else None)


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
    path, way, marks, is_open = QPainterPath(), QPainterPath(), list[Item](), False
    named, before = bool(names_room(data)), QPointF()
    for place, value in enumerate(data.series[number].values):
        if value is None:
            is_open = False
            continue
        spot = QPointF(frame.area.left() + (place + 0.5) * step, frame.along(float(value)))
        if place == data.goal and is_open:
            way.moveTo(before)
            way.lineTo(spot)
        else:
            path.lineTo(spot) if is_open else path.moveTo(spot)
        is_open, before = True, spot
        marks.append(sketch.dot(spot, own) if place not in (data.base, data.goal) else _open_dot(spot, own))
        words = _label(data, number, place, value)
        if named and place == end_of(data, number):
            sketch.after(f"{data.series[number].name}  {words}".strip(), spot + QPointF(6 * POINT, 0), own, bold=True)
        elif words:
            sketch.label(words, spot - QPointF(0, 9 * POINT), INK)
    pen = QPen(colour(own), 2.25 * POINT)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    sketch.items += [Stroke(path, pen), *_way_to_goal(way, own), *marks]


def _open_dot(spot: QPointF, own: str) -> Item:
    """Return the mark of a base year or a target."""
    path = QPainterPath()
    path.addEllipse(spot, 4 * POINT, 4 * POINT)
    return Stroke(path, QPen(colour(own), 1.0 * POINT), colour("FFFFFF"))


def _way_to_goal(way: QPainterPath, own: str) -> list[Item]:
    pen = QPen(colour(own), 1.5 * POINT)
    pen.setStyle(Qt.PenStyle.DashLine)
    return [] if way.isEmpty() else [Stroke(way, pen)]
