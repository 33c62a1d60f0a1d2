"""Points over two axes, each series in its colour; the label of each point stands where it covers nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, cast

from openpyxl.chart import ScatterChart
from openpyxl.chart.axis import ChartLines, NumericAxis, TextAxis
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import SeriesLabel, XYSeries
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import Text
from openpyxl.descriptors import Typed
from openpyxl.drawing.line import LineProperties

from exporters.charts.colours import INK, RULE, palette
from exporters.charts.data import ChartData, ChartPlace
from exporters.charts.look import POINT, body, dress_legend, dress_title, fill_of, frame, rich, titled, words

_AREA = (400.0, 250.0)  # points: about the room between the axes
_LABEL = (6.2, 10.0)  # points: a digit's width, a label's height
_MARKER, _AWAY = 8, 10.0
_STEPS = 6  # of an axis, about
_SIDES = {"r": (1, 0), "t": (0, 1), "l": (-1, 0), "b": (0, -1)}


_PARTS = ("idx", "spPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent",
          "showBubbleSize")  # fmt: skip
# A label with words of its own (tx), which openpyxl leaves out; a class of its writes only the parts that it names.
_NamedLabel: Any = cast("Any", type(DataLabel))(
    "_NamedLabel",
    (DataLabel,),
    {name: vars(DataLabel)[name] for name in _PARTS}
    | {
        "tx": Typed(expected_type=Text, allow_none=True),
        "tagname": "dLbl",
        "__elements__": (_PARTS[0], "tx", *_PARTS[1:]),
    },
)


def make_scatter(data: ChartData, place: ChartPlace) -> ScatterChart:
    """Return the chart as an openpyxl object with filled caches."""
    chart = ScatterChart(scatterStyle="lineMarker", varyColors=False)
    labels = label_sides(data)
    chart.series = [_series(data, place, number, labels) for number in range(len(data.series))]
    chart.roundedCorners = False
    chart.graphical_properties = frame()
    dress_title(chart, data)
    dress_legend(chart, data.font, shown=len(data.series) > 1)
    _dress(chart.x_axis, data.axes[0], data.across, data.font)
    _dress(chart.y_axis, data.axes[1], [value for _, value, _ in _points(data)], data.font)
    return chart


def _points(data: ChartData) -> Iterator[tuple[Decimal, Decimal, int]]:
    """Yield x, y and series of each point."""
    for number, x in enumerate(data.across):
        series = next(i for i, one in enumerate(data.series) if one.values[number] is not None)
        value = data.series[series].values[number]
        assert value is not None
        yield x, value, series


def span(values: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Return an axis's ends and its step: round numbers with a little room around the values."""
    low, high = min(values), max(values)
    wide = high - low or abs(high) or Decimal(1)
    power = Decimal(10) ** ((wide / 4).adjusted())
    step = next(power * n for n in (1, 2, 5, 10) if wide / (power * n) <= _STEPS)
    room = step / 5
    start = ((low - room) / step).to_integral_value(ROUND_FLOOR) * step
    end = ((high + room) / step).to_integral_value(ROUND_CEILING) * step
    return (max(start, Decimal(0)) if low >= 0 else start), end, step


def label_sides(data: ChartData) -> list[tuple[str, str]]:
    """Return each point's label and its side (r, t, l, b); points on one spot share the label of the first."""
    points = [(x, y) for x, y, _ in _points(data)]
    spots = _on_paper(points)
    taken = [_around(x, y, _MARKER, _MARKER) for x, y in spots]
    found: list[tuple[str, str]] = []
    for number, point in enumerate(points):
        if point in points[:number]:
            found.append(("", "r"))
            continue
        label = ", ".join(data.labels[i] for i, other in enumerate(points) if other == point)
        side, room = _free_side(spots[number], len(label) * _LABEL[0], taken)
        taken.append(room)
        found.append((label, side))
    return found


_Room = tuple[float, float, float, float]


def _on_paper(points: Sequence[tuple[Decimal, Decimal]]) -> list[tuple[float, float]]:
    spans = [span([point[axis] for point in points]) for axis in (0, 1)]
    return [
        (
            float((x - spans[0][0]) / (spans[0][1] - spans[0][0])) * _AREA[0],
            float((y - spans[1][0]) / (spans[1][1] - spans[1][0])) * _AREA[1],
        )
        for x, y in points
    ]


def _around(x: float, y: float, width: float, height: float) -> _Room:
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _free_side(spot: tuple[float, float], width: float, taken: Sequence[_Room]) -> tuple[str, _Room]:
    """Return the side on which a label covers least of what is there already."""
    rooms = {
        side: _around(spot[0] + dx * (_AWAY + width) / 2, spot[1] + dy * _AWAY, width, _LABEL[1])
        for side, (dx, dy) in _SIDES.items()
    }
    side = min(rooms, key=lambda name: sum(_covered(rooms[name], other) for other in taken))
    return side, rooms[side]


def _covered(one: _Room, other: _Room) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _series(data: ChartData, place: ChartPlace, number: int, labels: Sequence[tuple[str, str]]) -> XYSeries:
    source, count = data.series[number], len(data.across)
    colour = palette(data.colours, len(data.series))[number]
    name = StrData(ptCount=1, pt=[StrVal(idx=0, v=source.name)])
    series = XYSeries(
        idx=number,
        order=number,
        tx=SeriesLabel(strRef=StrRef(f=place.name(number), strCache=name)),
        xVal=AxDataSource(numRef=_numbers(place.categories(count), data.across, data.number_format)),
        yVal=NumDataSource(numRef=_numbers(place.values(number, count), source.values, data.number_format)),
    )
    series.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
    series.marker = Marker(symbol="circle", size=_MARKER, spPr=fill_of(colour, rim=True))
    series.smooth = False
    own = [(i, *labels[i]) for i, value in enumerate(source.values) if value is not None]
    series.dLbls = _labels([_label(i, text, side, data.font) for i, text, side in own], data.font)
    return series


def _numbers(reference: str, values: Sequence[Decimal | None], number_format: str) -> NumRef:
    points = [NumVal(idx=i, v=repr(float(value))) for i, value in enumerate(values) if value is not None]
    return NumRef(f=reference, numCache=NumData(formatCode=number_format, ptCount=len(values), pt=points))


def _label(index: int, text: str, side: str, font: str) -> DataLabel:
    look = words(font, 8.5, INK, bold=True)
    label: Any = _NamedLabel(
        idx=index, dLblPos=side if text else None, showVal=bool(text),
        showLegendKey=False, showCatName=False, showSerName=False, showPercent=False, showBubbleSize=False,
    )  # fmt: skip
    label.tx = Text(rich=rich(text, look)) if text else None
    label.spPr = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    return label


def _labels(labels: list[DataLabel], font: str) -> DataLabelList:
    found = DataLabelList(
        dLbl=labels, txPr=body(words(font, 8.5, INK, bold=True)), showVal=False, showLegendKey=False,
        showCatName=False, showSerName=False, showPercent=False, showBubbleSize=False,
    )  # fmt: skip
    found.spPr = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    return found


def _dress(axis: NumericAxis | TextAxis, title: str, values: Sequence[Decimal], font: str) -> None:
    assert isinstance(axis, NumericAxis)
    low, high, step = span(values)
    axis.delete = False
    axis.title = titled(title, words(font, 9.5, INK)) if title else None
    axis.scaling.min, axis.scaling.max, axis.majorUnit = float(low), float(high), float(step)
    axis.txPr = body(words(font, 9))
    axis.number_format, axis.tickLblPos = "General", "low"
    axis.spPr = GraphicalProperties(ln=LineProperties(solidFill=RULE, w=POINT * 3 // 4))
    axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="EDEFF1", w=POINT // 2)))
