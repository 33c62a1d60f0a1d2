"""Charts as openpyxl chart objects: drawn in the workbook, and as native parts in the Word draft.

Values stand in the chart's caches too, since Word and viewers draw from them without opening the data.
"""

from __future__ import annotations

import re
from typing import cast

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series
from openpyxl.xml.functions import tostring

from exporters.charts.caches import bare_series
from exporters.charts.colours import colour_of, palette
from exporters.charts.data import ChartData, ChartPlace, ChartSeries
from exporters.charts.lines import line_points, named_end, names_room, plot_layout
from exporters.charts.look import (
    GAP,
    Chart,
    dress_axes,
    dress_legend,
    dress_title,
    fill_of,
    frame,
    is_told_apart,
    label_points,
    line_of,
    marker_of,
    outlined,
    point_look,
)
from exporters.charts.scatter import make_scatter
from exporters.charts.shares import make_shares

__all__ = ["ChartData", "ChartPlace", "ChartSeries", "chart_xml", "finish_xml", "make_chart"]


# The body of a label's look: labels stay on one line.
_LABELS = re.compile(rb"<a:bodyPr((?: xmlns:a=\"[^\"]*\")?) ?/>(?=(?:(?!</txPr>).)*</txPr><(?:dLblPos|showLegendKey))")


def make_chart(data: ChartData, place: ChartPlace) -> Chart:
    """Return the chart as an openpyxl object with filled caches, dressed in the company's colours."""
    if data.kind == "scatter":
        return make_scatter(data, place)
    if data.kind == "shares":
        return make_shares(data, place)
    chart = _empty(data)
    chart.series = [_series(data, place, number) for number in range(len(data.series))]
    chart.roundedCorners = False
    chart.display_blanks = "gap"
    chart.graphical_properties = frame()
    dress_title(chart, data)
    room = names_room(data)
    dress_legend(chart, data.font, shown=len(data.series) > 1 and not room)
    if room:
        chart.layout = plot_layout(room)
    dress_axes(chart, data, [value for series in data.series for value in series.values if value is not None])
    return chart


def chart_xml(data: ChartData, place: ChartPlace | None = None) -> bytes:
    """Return the chart part (`c:chartSpace`, without external data) for a Word package."""
    chart = make_chart(data, place or data.embedded())
    return finish_xml(cast("bytes", tostring(chart._write())))  # pyright: ignore  # openpyxl's own way to XML


def finish_xml(xml: bytes) -> bytes:
    """Add what openpyxl cannot say: no title out of a series' name, labels' own formats on one line, no empty runs."""
    xml = xml.replace(b"<chart><plotArea>", b'<chart><autoTitleDeleted val="1"/><plotArea>', 1)
    xml = re.sub(rb"<a:r><a:t ?/></a:r>|<a:r><a:t></a:t></a:r>", b"", xml)
    own = rb'((?:<dLbls>|</dLbl>|<idx val="\d+" ?/>)<numFmt formatCode="[^"]*") ?/>'
    xml = re.sub(own, rb'\1 sourceLinked="0"/>', xml)
    return _LABELS.sub(rb'<a:bodyPr\1 wrap="none"/>', xml)


def _empty(data: ChartData) -> BarChart | LineChart:
    if data.kind == "line":
        return LineChart(varyColors=False, marker=True)
    chart = BarChart(barDir="bar" if data.kind == "bar" else "col", gapWidth=GAP, overlap=-8, varyColors=False)
    chart.grouping = "clustered"
    return chart


def _series(data: ChartData, place: ChartPlace, number: int) -> Series:
    source = data.series[number]
    series = bare_series(data, place, number)
    _paint(series, data, number)
    if data.labelled:
        series.dLbls = label_points(data, source.formats)
    elif any(source.qualified):  # however crowded: a bare point would be read as exact
        series.dLbls = label_points(data, source.qualified, others=False)
    if names_room(data):
        labels = series.dLbls or label_points(data, others=False)
        labels.dLbl = named_end(data, number, labels.dLbl or ())
        series.dLbls = labels
    return series


def _paint(series: Series, data: ChartData, number: int) -> None:
    colour = colour_of(data.series[number].colour) or palette(data.colours, len(data.series))[number]
    if data.kind == "line":
        series.spPr = line_of(colour)
        series.marker = marker_of(colour)
        series.smooth = False
        series.dPt = line_points(data, colour)
    else:
        series.spPr = fill_of(colour)
        series.invertIfNegative = False
        series.dPt = _points(data, colour) if is_told_apart(data) else []


def _points(data: ChartData, colour: str) -> list[DataPoint]:
    """Return the looks of all points but the report's own year, which has that of the series."""
    looks = [(number, *point_look(data, number, colour)) for number in range(len(data.categories))]
    return [
        DataPoint(
            idx=number,
            spPr=outlined(fill, edge, dashed=number == data.goal) if edge else fill_of(fill),
            invertIfNegative=False,
        )
        for number, fill, edge in looks
        if number != data.own or edge
    ]
