"""Bars of 100 %, each with parts of its own: names and shares in the parts, or behind the bar's end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import NumDataSource
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties

from exporters.charts.caches import bare_series, categories, numbers
from exporters.charts.colours import INK
from exporters.charts.data import ChartData, ChartPlace
from exporters.charts.look import body, dress_title, fill_of, frame, words
from exporters.charts.share_labels import (
    SIZE,
    WIDTH,
    ink_on,
    names_width,
    scale_end,
    share_colours,
    share_labels,
)

_GAP, _EDGE = 60, 0.02


def make_shares(data: ChartData, place: ChartPlace) -> BarChart:
    """Return the chart as an openpyxl object with filled caches."""
    chart = BarChart(barDir="bar", gapWidth=_GAP, overlap=100, varyColors=False)
    chart.grouping = "stacked"
    labels, colours = share_labels(data), share_colours(data)
    series = [
        _part(data, place, number, [bar.inside[number] for bar in labels], colours[number])
        for number in range(len(data.series))
    ]
    if any(bar.behind for bar in labels):
        series.append(_behind(data, place, [bar.behind for bar in labels]))
    chart.series = series
    chart.roundedCorners, chart.legend = False, None
    chart.graphical_properties = frame()
    dress_title(chart, data)
    _dress(chart, data)
    return chart


def _dress(chart: BarChart, data: ChartData) -> None:
    """Show the names of the bars, the first on top, and no scale: the shares stand in the bars."""
    across, along = chart.x_axis, chart.y_axis
    across.delete, along.delete = False, True
    across.scaling.orientation, across.tickLblPos = "maxMin", "low"
    across.axPos, along.axPos, along.crosses = "l", "b", "max"
    across.txPr = body(words(data.font, SIZE, INK, bold=True))
    across.spPr = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    across.majorTickMark = across.minorTickMark = "none"
    across.number_format, along.majorGridlines = "@", None
    along.scaling.min, along.scaling.max = 0, scale_end(data)
    left = names_width(data) / WIDTH
    chart.layout = Layout(
        manualLayout=ManualLayout(
            layoutTarget="inner", xMode="edge", yMode="edge", x=left, y=_EDGE, w=1 - left, h=1 - 2 * _EDGE
        )
    )


def _part(data: ChartData, place: ChartPlace, number: int, texts: Sequence[str], colour: str) -> Series:
    series, own = bare_series(data, place, number), data.series[number]
    series.spPr = fill_of(colour, rim=True)
    series.invertIfNegative = False
    forms = [f"{_literal(part + ' ')}{data.number_format}" for part in own.parts]
    shown = {bar: forms[bar] for bar, text in enumerate(texts) if text}
    series.dLbls = _labels(shown, words(data.font, SIZE, ink_on(colour), bold=True))
    return series


def _behind(data: ChartData, place: ChartPlace, texts: Sequence[str]) -> Series:
    """Return an unseen series whose labels stand behind the bars; it has no cells."""
    room = Decimal(str(scale_end(data))) - 100
    values = numbers([room if text else None for text in texts], "General")
    number = len(data.series)
    series = Series(
        idx=number, order=number, tx=SeriesLabel(v=" "), cat=categories(data, place), val=NumDataSource(numLit=values)
    )
    series.spPr = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    shown = {bar: _literal(text) for bar, text in enumerate(texts) if text}
    series.dLbls = _labels(shown, words(data.font, SIZE, INK))
    return series


def _literal(text: str) -> str:
    """Return words as a number format has them."""
    return '"' + text.replace('"', "”") + '"'


def _labels(formats: Mapping[int, str], look: CharacterProperties) -> DataLabelList:
    """Return labels at these points only; a number format says a part's name: words of their own would be broken."""
    bare = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    hidden = {"showLegendKey": False, "showCatName": False, "showSerName": False, "showPercent": False}
    made = [
        DataLabel(
            idx=bar, numFmt=form, txPr=body(look), spPr=bare, dLblPos="inBase", showVal=True, showBubbleSize=False,
            **hidden,
        )
        for bar, form in formats.items()
    ]  # fmt: skip
    return DataLabelList(dLbl=made, txPr=body(look), spPr=bare, showVal=False, showBubbleSize=False, **hidden)
