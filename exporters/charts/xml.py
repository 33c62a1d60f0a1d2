"""Charts as openpyxl chart objects: drawn in the workbook, and as native parts in the Word draft.

Values stand in the chart's caches too, since Word and viewers draw from them without opening the data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from openpyxl.chart import BarChart, DoughnutChart, LineChart, PieChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.xml.functions import tostring

from exporters.charts.data import ChartData, ChartPlace, ChartSeries
from exporters.charts.look import (
    Chart,
    colour_of,
    dress_axes,
    dress_legend,
    dress_title,
    fill_of,
    frame,
    label_points,
    line_of,
    marker_of,
    palette,
)
from exporters.charts.scatter import make_scatter

__all__ = ["ChartData", "ChartPlace", "ChartSeries", "chart_xml", "finish_xml", "make_chart"]


def make_chart(data: ChartData, place: ChartPlace) -> Chart:
    """Return the chart as an openpyxl object with filled caches, dressed in the company's colours."""
    if data.kind == "scatter":
        return make_scatter(data, place)
    chart = _empty(data)
    chart.series = [_series(data, place, number) for number in range(len(_drawn(data)))]
    chart.roundedCorners = False
    chart.display_blanks = "gap"
    chart.graphical_properties = frame()
    dress_title(chart, data.title, data.font)
    dress_legend(chart, data.font, shown=data.round or len(data.series) > 1)
    if not data.round:
        values = [value for series in data.series for value in series.values if value is not None]
        dress_axes(chart, data, values)
    return chart


def chart_xml(data: ChartData, place: ChartPlace | None = None) -> bytes:
    """Return the chart part (`c:chartSpace`, without external data) for a Word package."""
    chart = make_chart(data, place or data.embedded())
    return finish_xml(cast("bytes", tostring(chart._write())))  # pyright: ignore  # openpyxl's own way to XML


def finish_xml(xml: bytes) -> bytes:
    """Add what openpyxl cannot say: no title out of a series' name, label formats of their own, no empty runs."""
    xml = xml.replace(b"<chart><plotArea>", b'<chart><autoTitleDeleted val="1"/><plotArea>', 1)
    xml = re.sub(rb"<a:r><a:t ?/></a:r>|<a:r><a:t></a:t></a:r>", b"", xml)
    own = rb'((?:<dLbls>|</dLbl>|<idx val="\d+" ?/>)<numFmt formatCode="[^"]*") ?/>'
    return re.sub(own, rb'\1 sourceLinked="0"/>', xml)


def _drawn(data: ChartData) -> Sequence[ChartSeries]:
    return data.series[:1] if data.round else data.series


def _empty(data: ChartData) -> Chart:
    if data.kind == "pie":
        return PieChart(varyColors=True, firstSliceAng=0)
    if data.kind == "doughnut":
        return DoughnutChart(varyColors=True, holeSize=58)
    if data.kind == "line":
        return LineChart(varyColors=False, marker=True)
    gap = 60 if len(data.series) > 1 else 90
    chart = BarChart(barDir="bar" if data.kind == "bar" else "col", gapWidth=gap, overlap=-8, varyColors=False)
    chart.grouping = "clustered"
    return chart


def _series(data: ChartData, place: ChartPlace, number: int) -> Series:
    source = data.series[number]
    series = Series(
        idx=number,
        order=number,
        tx=SeriesLabel(strRef=StrRef(f=place.name(number), strCache=_strings((source.name,)))),
        cat=_categories(data, place),
        val=_values(data, place, number),
    )
    _paint(series, data, number)
    if data.labelled:
        series.dLbls = label_points(data, source.formats)
    elif any(source.qualified):  # however crowded: a bare point would be read as exact
        series.dLbls = label_points(data, source.qualified, others=False)
    return series


def _categories(data: ChartData, place: ChartPlace) -> AxDataSource:
    reference = place.categories(len(data.categories))
    return AxDataSource(strRef=StrRef(f=reference, strCache=_strings(data.categories)))


def _values(data: ChartData, place: ChartPlace, number: int) -> NumDataSource:
    values = data.series[number].values
    points = [NumVal(idx=i, v=_text(value)) for i, value in enumerate(values) if value is not None]
    cache = NumData(formatCode=data.number_format, ptCount=len(values), pt=points)
    return NumDataSource(numRef=NumRef(f=place.values(number, len(values)), numCache=cache))


def _strings(texts: Sequence[str]) -> StrData:
    return StrData(ptCount=len(texts), pt=[StrVal(idx=i, v=text) for i, text in enumerate(texts)])


def _text(value: Decimal) -> str:
    return repr(float(value))


def _paint(series: Series, data: ChartData, number: int) -> None:
    if data.round:
        colours = palette(data.colours, len(data.categories))
        series.dPt = [DataPoint(idx=i, spPr=fill_of(colour, rim=True)) for i, colour in enumerate(colours)]
        return
    colour = colour_of(data.series[number].colour) or palette(data.colours, len(data.series))[number]
    if data.kind == "line":
        series.spPr = line_of(colour)
        series.marker = marker_of(colour)
        series.smooth = False
    else:
        series.spPr = fill_of(colour)
        series.invertIfNegative = False
