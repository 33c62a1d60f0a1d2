"""The sheet of charts: each chart's data, taken by formula from the value cells, and the chart below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.charts.content import ChartContent, ChartPoint, chart_content
from exporters.charts.data import ChartPlace, column_letter
from exporters.excel.sheets.breaks import notes
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.excel.sheets.matrix import PlacedMatrix, matrices, matrix_rows, matrix_width, placed_matrix
from exporters.excel.workbook import Cell, PlacedChart, Row, Sheet
from schema.catalogue.outline import ChartBlock
from schema.grammar.decimals import plain, quotient

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
    """Return the sheet of all charts of the outline that have data, or None."""
    contents, drawn = list(_contents(context)), list(matrices(context))
    if not contents and not drawn:
        return None
    widths = _widths(context, [content for _, content in contents], drawn)
    frame = _Frame(context, title, widths, 0)
    rows, charts, breaks = [*_head(context, widths)], list[PlacedChart](), list[int]()
    for number, (caption, content) in enumerate(contents):
        breaks += [len(rows)] if number and number % PER_PAGE == 0 else []
        panel = _panel(replace(frame, above=len(rows)), caption, content)
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


def _widths(context: Context, contents: Sequence[ChartContent], drawn: Sequence[PlacedMatrix]) -> tuple[float, ...]:
    points = max((len(content.data.categories) for content in contents), default=0)
    labels = [series.name for content in contents for series in content.data.series]
    labels += [name for matrix in drawn for name in matrix.data.categories]
    categories = [name for content in contents for name in content.data.categories]
    first = fit([*labels, context.say("sheet.back")], 28, 40)
    return (first, *([fit(categories, 12, 18)] * max(points, matrix_width(drawn), 4)))


def _head(context: Context, widths: tuple[float, ...]) -> tuple[Row, ...]:
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    return (
        Row(spanning(Cell(context.say("sheet.charts"), "heading"), widths).cells, 30),
        lead_row(back, context.say("sheet.charts.lead"), widths, len(widths)),
        Row((Cell(None, ""),), 8),
    )


def _contents(context: Context) -> Iterator[tuple[str, ChartContent]]:
    for section in context.outline.walk():
        for block in section.blocks:
            if isinstance(block, ChartBlock):
                content = chart_content(block, context.outline.year, context.figures, context.chart_style)
                if content is not None:
                    yield block.caption.best(context.language), content


def _panel(frame: _Frame, caption: str, content: ChartContent) -> _Panel:
    """Return a chart's data, what is to be said of it, and room for the chart below."""
    context, data, widths = frame.context, content.data, frame.widths
    named = data.unit and caption[-1:] not in ")）"
    heading = context.assembly.punctuation.bracketed(caption, data.unit if named else "")
    rows = [Row((Cell(heading, "section"), *(Cell(None, "section") for _ in widths[1:])), 24)]
    names = (Cell(name, "head.number") for name in data.categories)
    rows.append(row_of((Cell(data.unit or None, "unit"), *names), widths, least=21))
    for series, points in zip(data.series, content.points, strict=True):
        pairs = zip(points, series.values, strict=True)
        cells = [_point(context, point, value, data.number_format) for point, value in pairs]
        rows.append(Row((Cell(series.name, "label"), *cells), 20))
    rows += [Row(spanning(Cell(words, "note"), widths).cells, 20) for words in _notes(context, content)]
    chart_place = ChartPlace(frame.title, frame.above + 2, 1, across=True)
    anchor = f"A{frame.above + len(rows) + 1}"
    chart = PlacedChart(replace(data, title=caption), chart_place, anchor, width=17.5, height=7.8)
    return _Panel((*rows, *([Row((), CHART_ROW_HEIGHT)] * CHART_ROWS)), chart)


def _matrix_panel(frame: _Frame, matrix: PlacedMatrix) -> _Panel:
    chart = placed_matrix(frame.title, frame.context.assembly.words(matrix.block.caption), matrix, frame.above)
    return _Panel(matrix_rows(frame.context, matrix, frame.widths), chart)


def _notes(context: Context, content: ChartContent) -> dict[str, None]:
    """Return what is to be said of years that do not count the same, each sentence once."""
    sentences: dict[str, None] = {}
    for points in content.points:
        shown = [result for point in points if (result := context.figures.value(point.key)).value is not None]
        metric = context.catalogue.metrics.get(shown[0].key.metric) if shown else None
        if metric is not None and len({result.key.period for result in shown}) > 1:
            sentences.update(dict.fromkeys(notes(context, metric, shown)))
    return sentences


def _point(context: Context, point: ChartPoint, value: Decimal | None, number_format: str) -> Cell:
    """Return the cell of a point: live where the value has a cell, empty where it is missing (a gap, not a zero)."""
    style = f"linked|{number_format}"
    if value is None:
        return Cell(None, "empty")
    if point.key not in context.plan.spots:
        return Cell(value, style)
    name = point.key.defined_name()
    formula = name if point.divisor == 1 else f"{name}{_over(point.divisor)}"
    return Cell(value, style, formula=f'IF({name}="","",{formula})')


def _over(divisor: Decimal) -> str:
    if divisor < 1 and quotient(Decimal(1), divisor) == quotient(Decimal(1), divisor).to_integral_value():
        return "*" + plain(quotient(Decimal(1), divisor))
    text = plain(divisor)
    return "/" + (text if len(text) <= 15 else repr(float(divisor)))
