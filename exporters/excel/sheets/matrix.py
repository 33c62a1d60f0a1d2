"""A matrix of records on the sheet of charts: its points row by row, live from the records, and the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exporters.charts.data import ChartPlace, ChartPoint
from exporters.content import Chart
from exporters.excel.sheets.layout import row_of
from exporters.excel.sheets.lookups import literal, own_key, shown
from exporters.excel.workbook import Cell, PlacedChart, Row

_ROWS, _ROW_HEIGHT, _POINT_HEIGHT = 22, 15.0, 16.5


def matrix_width(matrices: Sequence[Chart]) -> int:
    """Return how many columns of numbers the widest matrix takes."""
    return max((1 + len(matrix.data.series) for matrix in matrices), default=0)


def matrix_rows(matrix: Chart, widths: Sequence[float]) -> tuple[Row, ...]:
    """Return the heading, room for the chart, and below it the points."""
    data, (across, *upwards) = matrix.data, matrix.points
    rows = [Row((Cell(matrix.caption, "section"), *(Cell(None, "section") for _ in widths[1:])), 24)]
    rows += [Row((), _ROW_HEIGHT)] * _ROWS
    names = [data.axes[0], *(f"{data.axes[1]} · {series.name}" for series in data.series)]
    rows.append(row_of((Cell(None, "unit"), *(Cell(name, "head.number") for name in names)), widths, least=36))
    style = f"linked|{data.number_format}"
    for number, name in enumerate(data.categories):
        cells = (_score(points[number], style) for points in (across, *upwards))
        rows.append(Row((Cell(name, "label"), *cells), _POINT_HEIGHT))
    return tuple(rows)


def placed_matrix(title: str, matrix: Chart, start: int) -> PlacedChart:
    """Return the chart of a matrix whose rows begin below row `start` of a sheet."""
    place = ChartPlace(title, start + _ROWS + 2, 2)
    data = replace(matrix.data, title=matrix.caption)
    return PlacedChart(data, place, f"A{start + 2}", width=17.5, height=11.2)


def _score(point: ChartPoint, style: str) -> Cell:
    """Return a score, looked up in the data sheet."""
    if point.value is None:
        return Cell(None, "empty")
    return Cell(point.value, style, shown(literal(own_key(point.key))))
