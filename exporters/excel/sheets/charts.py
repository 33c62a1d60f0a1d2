"""The sheet of charts: the Document's charts, their data looked up in the data sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.charts.data import ChartData, ChartPlace, ChartPoint, column_letter
from exporters.content import Chart, Text
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.excel.sheets.lookups import literal, own_key, shown
from exporters.excel.sheets.matrix import matrix_rows, matrix_width, placed_matrix
from exporters.excel.workbook import Cell, PlacedChart, Row, Sheet
from schema.grammar.decimals import has_double

CHART_ROWS = 16
PER_PAGE = 2
CHART_ROW_HEIGHT = 15.0


@dataclass(frozen=True, slots=True)
class _Panel:
    """The rows of one chart with the chart on them, its places counted from the sheet's first row."""

    rows: tuple[Row, ...]
    chart: PlacedChart


@dataclass(frozen=True, slots=True)
class _Frame:
    """The sheet being filled: its title, its columns, and how many rows stand above."""

    context: Context
    title: str
    widths: tuple[float, ...]
    above: int


def charts_sheet(context: Context, title: str) -> Sheet | None:
    """Return the sheet of all charts of the Document that have data, or None."""
    charts_shown = [block for block in context.document.blocks if isinstance(block, Chart) and _has_data(block)]
    drawn = [chart for chart in charts_shown if chart.data.kind == "scatter"]
    plain_charts = [chart for chart in charts_shown if chart.data.kind != "scatter"]
    if not charts_shown:
        return None
    widths = _widths(context, plain_charts, drawn)
    frame = _Frame(context, title, widths, 0)
    rows, charts, breaks = [*_head(context, widths)], list[PlacedChart](), list[int]()
    for number, chart in enumerate(plain_charts):
        breaks += [len(rows)] if number and number % PER_PAGE == 0 else []
        panel = _panel(replace(frame, above=len(rows)), chart)
        rows += panel.rows
        charts.append(panel.chart)
    for matrix in drawn:  # each takes a page of its own
        breaks += [len(rows)] if charts else []
        panel = _matrix_panel(replace(frame, above=len(rows)), matrix)
        rows += panel.rows
        charts.append(panel.chart)
    merges = (f"B2:{column_letter(len(widths))}2",)
    tab = (*context.catalogue.company.colours, "")[0]
    return Sheet(
        title, tuple(rows), widths, "A4", merges=merges, charts=tuple(charts), breaks=tuple(breaks), tab=tab,
        portrait=True,
    )  # fmt: skip


def _widths(context: Context, charts: Sequence[Chart], drawn: Sequence[Chart]) -> tuple[float, ...]:
    points = max((len(chart.data.categories) for chart in charts), default=0)
    labels = [series.name for chart in charts for series in chart.data.series]
    labels += [name for matrix in drawn for name in matrix.data.categories]
    categories = [name for chart in charts for name in chart.data.categories]
    first = fit([*labels, context.say("sheet.back")], 28, 40)
    return (first, *([fit(categories, 12, 18)] * max(points, matrix_width(drawn), 4)))


def _head(context: Context, widths: tuple[float, ...]) -> tuple[Row, ...]:
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    return (
        Row(spanning(Cell(context.say("sheet.charts"), "heading"), widths).cells, 30),
        lead_row(back, context.say("sheet.charts.lead"), widths, len(widths)),
        Row((Cell(None, ""),), 8),
    )


def _has_data(chart: Chart) -> bool:
    return any(point.value is not None for points in chart.points for point in points)


def _cell_value(point: ChartPoint) -> Decimal | None:
    return point.value if point.value is not None and has_double(point.value) else None


def _exact(chart: Chart) -> ChartData:
    """Return the chart's data as its cells have them, unrounded, under its caption."""
    series = tuple(
        replace(series, values=tuple(map(_cell_value, points)))
        for series, points in zip(chart.data.series, chart.points, strict=True)
    )
    return replace(chart.data, series=series, title=chart.caption)


def _panel(frame: _Frame, chart: Chart) -> _Panel:
    """Return a chart's data, what is to be said of it, and room for the chart below."""
    context, data, widths = frame.context, chart.data, frame.widths
    named = chart.unit_line and chart.caption[-1:] not in ")）"
    heading = context.assembly.punctuation.bracketed(chart.caption, data.unit if named else "")
    rows = [Row((Cell(heading, "section"), *(Cell(None, "section") for _ in widths[1:])), 24)]
    names = (Cell(name, "head.number") for name in data.categories)
    rows.append(row_of((Cell(data.unit or None, "unit"), *names), widths, least=21))
    for series, points in zip(data.series, chart.points, strict=True):
        forms = series.formats or [""] * len(points)
        cells = [_point(context, point, form or data.number_format) for point, form in zip(points, forms, strict=True)]
        rows.append(Row((Cell(series.name, "label"), *cells), 20))
    rows += [Row(spanning(Cell(words, "note"), widths).cells, 20) for words in _notes(chart)]
    chart_place = ChartPlace(frame.title, frame.above + 2, 1, across=True)
    anchor = f"A{frame.above + len(rows) + 1}"
    placed = PlacedChart(_exact(chart), chart_place, anchor, width=17.5, height=7.8)
    return _Panel((*rows, *([Row((), CHART_ROW_HEIGHT)] * CHART_ROWS)), placed)


def _matrix_panel(frame: _Frame, matrix: Chart) -> _Panel:
    return _Panel(matrix_rows(matrix, frame.widths), placed_matrix(frame.title, matrix, frame.above))


def _notes(chart: Chart) -> list[str]:
    return ["".join(part.text for part in note if isinstance(part, Text)) for note in chart.notes]


def _point(context: Context, point: ChartPoint, number_format: str) -> Cell:
    """Return the cell of a point, looked up; empty where it is missing (a gap, not a zero)."""
    style, value = f"linked|{number_format}", _cell_value(point)
    if value is None:
        return Cell(None, "empty")
    if not context.plan.has(point.key):
        return Cell(value, style)
    key = literal(context.plan.printed.get(point.key, own_key(point.key)))
    return Cell(value, style, shown(key, point.divisor, point.rounding, point.places))
