"""A matrix of records on the sheet of charts: its points row by row, live from the records, and the chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.charts.data import ChartData, ChartPlace
from exporters.charts.matrix import MatrixPoint, matrix_chart, read_matrix
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import row_of
from exporters.excel.workbook import Cell, PlacedChart, Row
from schema.catalogue.drawn_blocks import MatrixBlock

_ROWS, _ROW_HEIGHT, _POINT_HEIGHT = 22, 15.0, 16.5


@dataclass(frozen=True, slots=True)
class PlacedMatrix:
    """A matrix that has scores: its chart and the points in it, in the same order."""

    block: MatrixBlock
    data: ChartData
    points: tuple[MatrixPoint, ...]


def matrices(context: Context) -> Iterator[PlacedMatrix]:
    """Yield every matrix of the outline that has something to draw."""
    for section in context.outline.walk():
        for block in section.blocks:
            if isinstance(block, MatrixBlock):
                matrix = read_matrix(block, context.outline.code, context.catalogue, context.snapshot, context.language)
                data = matrix_chart(block, matrix, context.chart_style, context.say("word.matrix.rest"))
                if data is not None:
                    yield PlacedMatrix(block, data, tuple(point for point in matrix.points if point.scored))


def matrix_width(matrices_shown: Sequence[PlacedMatrix]) -> int:
    """Return how many columns of numbers the widest matrix takes."""
    return max((1 + len(matrix.data.series) for matrix in matrices_shown), default=0)


def matrix_rows(context: Context, matrix: PlacedMatrix, widths: Sequence[float]) -> tuple[Row, ...]:
    """Return the heading, room for the chart, and below it the points."""
    caption, data, block = context.assembly.words(matrix.block.caption), matrix.data, matrix.block
    rows = [Row((Cell(caption, "section"), *(Cell(None, "section") for _ in widths[1:])), 24)]
    rows += [Row((), _ROW_HEIGHT)] * _ROWS
    names = [data.axes[0], *(f"{data.axes[1]} · {series.name}" for series in data.series)]
    rows.append(row_of((Cell(None, "unit"), *(Cell(name, "head.number") for name in names)), widths, least=36))
    for number, (point, name) in enumerate(zip(matrix.points, data.categories, strict=True)):
        style = f"linked|{data.number_format}"
        cells = [_score(point, block.x, point.x, style)]
        for series in data.series:
            there = series.values[number] is not None
            cells.append(_score(point, block.y, point.y, style) if there else Cell(None, "empty"))
        rows.append(Row((Cell(name, "label"), *cells), _POINT_HEIGHT))
    return tuple(rows)


def placed_matrix(title: str, caption: str, matrix: PlacedMatrix, start: int) -> PlacedChart:
    """Return the chart of a matrix whose rows begin below row `start` of a sheet."""
    place = ChartPlace(title, start + _ROWS + 2, 2)
    data = replace(matrix.data, title=caption)
    return PlacedChart(data, place, f"A{start + 2}", width=17.5, height=11.2)


def _score(point: MatrixPoint, column: str, value: Decimal | None, style: str) -> Cell:
    """Return a score, live: the record's own cell has its reference for a name."""
    name = point.record.key.number(column).defined_name()
    return Cell(value, style, formula=f'IF({name}="","",{name})')
