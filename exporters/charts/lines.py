"""Lines over years: named at their ends instead of in a legend, dashed on the way to a target."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from openpyxl.chart.label import DataLabel
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import DataPoint, Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from exporters.charts.colours import colour_of, palette, readable
from exporters.charts.data import PERCENT, ChartData
from exporters.charts.look import POINT, body, line_of, outlined, words
from exporters.drawings.measure import text_width

MOST_NAMED, SIZE = 3, 9  # more lines than these have a legend; points
_APART = 0.09  # ends that are nearer than this share of the scale would be written over each other
_WIDTH, _MOST = 162.0, 0.34  # millimetres of a chart; the share that names may take of it
_TOP, _HEIGHT = 0.05, 0.8
_AIR = 4.0  # millimetres before and behind a name
_BASE_SIZE, _GOAL_SIZE = 10, 8


def end_of(data: ChartData, number: int) -> int:
    """Return the last point of a series that has a value; -1 where none has."""
    values = data.series[number].values
    return max((place for place, value in enumerate(values) if value is not None), default=-1)


def names_room(data: ChartData) -> float:
    """Return the share of a chart's width that the names at the ends of its lines take; 0 where they have a legend."""
    if data.kind != "line" or not 1 < len(data.series) <= MOST_NAMED or data.small:
        return 0.0
    ends = sorted(series.values[end_of(data, n)] or 0 for n, series in enumerate(data.series) if end_of(data, n) >= 0)
    known = [value for series in data.series for value in series.values if value is not None]
    if len(ends) < len(data.series) or not known:
        return 0.0
    scale = float(max(known) - min(known)) or 1.0
    if any(float(above - below) < _APART * scale for below, above in pairwise(ends)):
        return 0.0
    widest = max(text_width(end_words(data, n), SIZE) for n in range(len(data.series)))
    share = (widest + _AIR) / _WIDTH
    return share if share <= _MOST else 0.0


def end_words(data: ChartData, number: int) -> str:
    """Return about what stands at the end of a line, to measure it: name and, where points carry them, number."""
    series = data.series[number]
    value = series.values[end_of(data, number)]
    return f"{series.name} {value:,}" if data.labelled else series.name


def plot_layout(room: float) -> Layout:
    """Return the place of the lines, with room for names behind them."""
    place = ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.02, y=_TOP, w=0.96 - room, h=_HEIGHT)
    return Layout(manualLayout=place)


def named_end(data: ChartData, number: int, labels: Sequence[DataLabel]) -> list[DataLabel]:
    """Return a line's labels with that of its end, which names it."""
    last = end_of(data, number)
    own = next((label.numFmt for label in labels if label.idx == last), None) or data.number_format
    # The name stands in the number's format: LibreOffice parts a name of its own with a semicolon.
    name = data.series[number].name.replace('"', "”")
    own = f'"{name} "{own}' if data.labelled or '"' in own.replace(PERCENT, "") else f'"{name}"'
    colour = readable(colour_of(data.series[number].colour) or palette(data.colours, len(data.series))[number])
    label = DataLabel(
        idx=last,
        numFmt=own,
        txPr=body(words(data.font, SIZE, colour, bold=True)),
        spPr=GraphicalProperties(noFill=True, ln=LineProperties(noFill=True)),
        showVal=True,
        showSerName=False,
        showPercent=False,
        showLegendKey=False,
        showCatName=False,
        showBubbleSize=False,
    )
    label.position = "r"
    return sorted([*(one for one in labels if one.idx != last), label], key=lambda one: one.idx)


def line_points(data: ChartData, colour: str) -> list[DataPoint]:
    """Return the looks of the points that stand apart: the base year a ring, a target open at the end of dashes."""
    points: list[DataPoint] = []
    if data.base >= 0:
        ring = Marker(symbol="circle", size=_BASE_SIZE, spPr=outlined("FFFFFF", colour))
        points.append(DataPoint(idx=data.base, marker=ring, spPr=line_of(colour)))
    if data.goal >= 0:
        open_end = Marker(symbol="diamond", size=_GOAL_SIZE, spPr=outlined("FFFFFF", colour))
        way = GraphicalProperties(ln=LineProperties(solidFill=colour, w=POINT * 3 // 2, prstDash="dash"))
        points.append(DataPoint(idx=data.goal, marker=open_end, spPr=way))
    return sorted(points, key=lambda point: point.idx)
