"""The sheet of charts: each chart's data, taken by formula from the value cells, and the chart below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from exporters.charts.content import ChartContent, ChartPoint, chart_content
from exporters.charts.data import ChartPlace, column_letter
from exporters.excel.sheets.breaks import notes
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.excel.sheets.matrix import append_matrix, matrices, matrix_width
from exporters.excel.sheets.plan import Plan
from exporters.excel.workbook import Cell, PlacedChart, Row, Sheet
from schema.catalogue.outline import ChartBlock
from schema.values.display import EXACT, plain

CHART_ROWS = 16
PER_PAGE = 2
CHART_ROW_HEIGHT = 15.0


def charts_sheet(context: Context, plan: Plan, title: str, contents: str) -> Sheet | None:
    """Return the sheet of all charts of the outline that have data, or None."""
    found, drawn = list(_contents(context)), list(matrices(context))
    if not found and not drawn:
        return None
    points = max((len(content.data.categories) for _, content in found), default=0)
    labels = [series.name for _, content in found for series in content.data.series]
    labels += [name for one in drawn for name in one.data.categories]
    categories = [name for _, content in found for name in content.data.categories]
    widths = (
        fit([*labels, context.say("sheet.back")], 28, 40),
        *([fit(categories, 12, 18)] * max(points, matrix_width(drawn), 4)),
    )
    back = Cell(context.say("sheet.back"), "link.plain", link=place(contents))
    rows = [
        Row(spanning(Cell(context.say("sheet.charts"), "heading"), widths).cells, 30),
        lead_row(back, context.say("sheet.charts.lead"), widths, len(widths)),
        Row((Cell(None, ""),), 8),
    ]
    charts: list[PlacedChart] = []
    breaks: list[int] = []
    for number, (caption, content) in enumerate(found):
        if number and number % PER_PAGE == 0:
            breaks.append(len(rows))
        charts.append(_append(rows, context, plan, title, caption, content, widths))
    for one in drawn:  # each takes a page of its own
        breaks += [len(rows)] if charts else []
        charts.append(append_matrix(rows, title, one.block.caption.best(context.language), one, widths))
    colours = context.catalogue.company.colours
    return Sheet(
        title,
        tuple(rows),
        widths,
        "A4",
        merges=(f"B2:{column_letter(len(widths))}2",),
        charts=tuple(charts),
        breaks=tuple(breaks),
        tab=(*colours, "")[0],
        portrait=True,
    )


def _contents(context: Context) -> Iterator[tuple[str, ChartContent]]:
    for section in context.outline.walk():
        for block in section.blocks:
            if isinstance(block, ChartBlock):
                content = chart_content(
                    block, context.outline.year, context.catalogue, context.figures, context.language, context.font
                )
                if content is not None:
                    yield block.caption.best(context.language), content


def _append(
    rows: list[Row],
    context: Context,
    plan: Plan,
    title: str,
    caption: str,
    content: ChartContent,
    widths: Sequence[float],
) -> PlacedChart:
    """Add a chart's rows and return the chart, placed on them."""
    data = content.data
    unit = f"（{data.unit}）" if context.language != "en" else f" ({data.unit})"
    heading = caption + (unit if data.unit and caption[-1:] not in ")）" else "")
    rows.append(Row((Cell(heading, "section"), *(Cell(None, "section") for _ in widths[1:])), 24))
    head = len(rows) + 1
    names = (Cell(name, "head.number") for name in data.categories)
    rows.append(row_of((Cell(data.unit or None, "unit"), *names), widths, least=21))
    for series, points in zip(data.series, content.points, strict=True):
        pairs = zip(points, series.values, strict=True)
        cells = [_point(plan, point, value, data.number_format) for point, value in pairs]
        rows.append(Row((Cell(series.name, "label"), *cells), 20))
    rows += [Row(spanning(Cell(words, "note"), widths).cells, 20) for words in _notes(context, content)]
    anchor = f"A{len(rows) + 1}"
    rows += [Row((), CHART_ROW_HEIGHT)] * CHART_ROWS
    chart_place = ChartPlace(title, head, 1, across=True)
    return PlacedChart(replace(data, title=caption), chart_place, anchor, width=17.5, height=7.8)


def _notes(context: Context, content: ChartContent) -> dict[str, None]:
    """Return what is to be said of years that do not count the same, each sentence once."""
    found: dict[str, None] = {}
    for points in content.points:
        shown = [result for point in points if (result := context.figures.value(point.key)).value is not None]
        metric = context.catalogue.metrics.get(shown[0].key.metric) if shown else None
        if metric is not None and len({result.key.period for result in shown}) > 1:
            found.update(dict.fromkeys(notes(context, metric, shown)))
    return found


def _point(plan: Plan, point: ChartPoint, value: Decimal | None, number_format: str) -> Cell:
    """Return the cell of a point: live where the value has a cell, empty where it is missing (a gap, not a zero)."""
    style = f"linked|{number_format}"
    if value is None:
        return Cell(None, "empty")
    if point.key not in plan.spots:
        return Cell(value, style)
    name = point.key.defined_name()
    formula = name if point.divisor == 1 else f"{name}{_over(point.divisor)}"
    return Cell(value, style, formula=f'IF({name}="","",{formula})')


def _over(divisor: Decimal) -> str:
    if divisor < 1 and EXACT.divide(Decimal(1), divisor) == EXACT.divide(Decimal(1), divisor).to_integral_value():
        return "*" + plain(EXACT.divide(Decimal(1), divisor))
    text = plain(divisor)
    return "/" + (text if len(text) <= 15 else repr(float(divisor)))
