"""The sheet of charts: the Document's charts, their data looked up in the data sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.charts.data import ChartData, ChartPlace, ChartPoint, column_letter
from exporters.content import Chart, Inlines, LinkedNumber, Panel, Text
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.excel.sheets.lookups import literal, looked_up, own_key, shown, summed_up
from exporters.excel.sheets.matrix import matrix_rows, matrix_width, placed_matrix
from exporters.excel.workbook import Cell, PlacedChart, Row, Sheet
from schema.grammar.decimals import has_double

CHART_ROWS = 16
PER_PAGE = 2
CHART_ROW_HEIGHT = 15.0
SMALL_IN_A_ROW = 3
_SMALL, _SMALL_ROWS = (5.2, 4.2), 9  # centimetres; rows that a small chart covers


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of a chart or a panel with the charts on them, their places counted from the sheet's first row."""

    rows: tuple[Row, ...]
    charts: tuple[PlacedChart, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The sheet being filled: its title, its columns, and how many rows stand above."""

    context: Context
    title: str
    widths: tuple[float, ...]
    above: int


def charts_sheet(context: Context, title: str) -> Sheet | None:
    """Return the sheet of all charts of the Document that have data, or None."""
    shown = [block for block in context.document.blocks if isinstance(block, Chart | Panel) and _has_data(block)]
    if not shown:
        return None
    widths = _widths(context, shown)
    frame = _Frame(context, title, widths, 0)
    rows, charts, breaks = [*_head(context, widths)], list[PlacedChart](), list[int]()
    # Each matrix takes a page of its own, after the others.
    for number, block in enumerate(sorted(shown, key=_is_matrix)):
        breaks += [len(rows)] if number and (_is_matrix(block) or number % PER_PAGE == 0) else []
        part = _part(replace(frame, above=len(rows)), block)
        rows += part.rows
        charts += part.charts
    merges = (f"B2:{column_letter(len(widths))}2",)
    tab = (*context.catalogue.company.colours, "")[0]
    return Sheet(
        title, tuple(rows), widths, "A4", merges=merges, charts=tuple(charts), breaks=tuple(breaks), tab=tab,
        portrait=True,
    )  # fmt: skip


def _is_matrix(block: Chart | Panel) -> bool:
    return isinstance(block, Chart) and block.data.kind == "scatter"


def _part(frame: _Frame, block: Chart | Panel) -> _Part:
    if isinstance(block, Panel):
        return _panel_part(frame, block)
    if _is_matrix(block):
        return _Part(matrix_rows(block, frame.widths), (placed_matrix(frame.title, block, frame.above),))
    return _chart_part(frame, block)


def _charts(block: Chart | Panel) -> tuple[Chart, ...]:
    return block.charts if isinstance(block, Panel) else (block,)


def _widths(context: Context, shown: Sequence[Chart | Panel]) -> tuple[float, ...]:
    charts = [chart for block in shown for chart in _charts(block) if not _is_matrix(chart)]
    drawn = [block for block in shown if isinstance(block, Chart) and _is_matrix(block)]
    points = max((len(chart.data.categories) for chart in charts), default=0)
    labels = [_named(context, chart.data) if chart.data.small else "" for chart in charts]
    labels += [series.name for chart in charts for series in chart.data.series]
    labels += [name for matrix in drawn for name in matrix.data.categories]
    categories = [name for chart in charts for name in chart.data.categories]
    first = fit([*labels, context.say("sheet.back")], 28, 40)
    least = 14 if any(chart.data.small for chart in charts) else 12  # two of them carry a small chart
    return (first, *([fit(categories, least, 18)] * max(points, matrix_width(drawn), 4)))


def _head(context: Context, widths: tuple[float, ...]) -> tuple[Row, ...]:
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    return (
        Row(spanning(Cell(context.say("sheet.charts"), "heading"), widths).cells, 30),
        lead_row(back, context.say("sheet.charts.lead"), widths, len(widths)),
        Row((Cell(None, ""),), 8),
    )


def _has_data(block: Chart | Panel) -> bool:
    values = (point.value for chart in _charts(block) for points in chart.points for point in points)
    return any(value is not None for value in values)


def _cell_value(point: ChartPoint) -> Decimal | None:
    return point.value if point.value is not None and has_double(point.value) else None


def _exact(chart: Chart, names: Sequence[str] = ()) -> ChartData:
    """Return the chart's data as its cells have them, unrounded, under its caption; `names` are the series' there."""
    series = tuple(
        replace(series, name=name, values=tuple(map(_cell_value, points)))
        for name, series, points in zip(
            names or [one.name for one in chart.data.series], chart.data.series, chart.points, strict=True
        )
    )
    return replace(chart.data, series=series, title=chart.caption)


def _chart_part(frame: _Frame, chart: Chart) -> _Part:
    """Return a chart's data, what is to be said of it, and room for the chart below."""
    context, data, widths = frame.context, chart.data, frame.widths
    named = chart.unit_line and chart.caption[-1:] not in ")）"
    heading = context.assembly.punctuation.bracketed(chart.caption, data.unit if named else "")
    rows = [_heading(heading, widths), _categories(frame, data, data.unit)]
    rows += [
        Row((Cell(data.series[number].name, "label"), *_cells(frame, chart, number)), 20) for number in _count(chart)
    ]
    rows += _note_rows(chart.notes, widths)
    chart_place = ChartPlace(frame.title, frame.above + 2, 1, across=True)
    anchor = f"A{frame.above + len(rows) + 1}"
    placed = PlacedChart(_exact(chart), chart_place, anchor, width=17.5, height=7.8)
    return _Part((*rows, *([Row((), CHART_ROW_HEIGHT)] * CHART_ROWS)), (placed,))


def _panel_part(frame: _Frame, panel: Panel) -> _Part:
    """Return the data of small charts as one table, a new head where the categories change, the charts below it."""
    rows, places, head = [_heading(panel.caption, frame.widths)], list[ChartPlace](), -1
    for number, chart in enumerate(panel.charts):
        if not number or chart.data.categories != panel.charts[number - 1].data.categories:
            head = len(rows)
            rows.append(_categories(frame, chart.data, ""))
        at = ChartPlace(frame.title, frame.above + head + 1, 1, across=True, skip=len(rows) - head - 1)
        places.append(at)
        rows += [Row((Cell(name, "label"), *_cells(frame, chart, n)), 20) for n, name in _small_names(frame, chart)]
    rows += _note_rows(panel.notes, frame.widths)
    charts = tuple(
        PlacedChart(
            _exact(chart, [name for _, name in _small_names(frame, chart)]),
            at,
            _small_anchor(frame, len(rows), number),
            *_SMALL,
        )
        for number, (chart, at) in enumerate(zip(panel.charts, places, strict=True))
    )
    lines = -(-len(charts) // SMALL_IN_A_ROW) * _SMALL_ROWS
    return _Part((*rows, *([Row((), CHART_ROW_HEIGHT)] * lines)), charts)


def _small_names(frame: _Frame, chart: Chart) -> Iterator[tuple[int, str]]:
    """Yield what each series of a small chart is called in the table: with its unit, after the chart where several."""
    data = chart.data
    for number in _count(chart):
        own = _named(frame.context, data)
        yield number, own if len(data.series) == 1 else f"{own} · {data.series[number].name}"


def _named(context: Context, data: ChartData) -> str:
    return context.assembly.punctuation.bracketed(data.title, data.unit) if data.unit else data.title


def _small_anchor(frame: _Frame, rows: int, number: int) -> str:
    """Return the cell of a small chart: the first stands at the wide first column, the others two columns apart."""
    row = frame.above + rows + 1 + number // SMALL_IN_A_ROW * _SMALL_ROWS
    return f"{('A', 'B', 'D')[number % SMALL_IN_A_ROW]}{row}"


def _count(chart: Chart) -> range:
    return range(len(chart.data.series))


def _heading(words: str, widths: tuple[float, ...]) -> Row:
    return Row((Cell(words, "section"), *(Cell(None, "section") for _ in widths[1:])), 24)


def _categories(frame: _Frame, data: ChartData, unit: str) -> Row:
    names = (Cell(name, "head.number") for name in data.categories)
    return row_of((Cell(unit or None, "unit"), *names), frame.widths, least=21)


def _cells(frame: _Frame, chart: Chart, number: int) -> list[Cell]:
    """Return the cells of a series."""
    series, points = chart.data.series[number], chart.points[number]
    forms = series.formats or [""] * len(points)
    form = chart.data.number_format
    return [_point(frame.context, point, own or form) for point, own in zip(points, forms, strict=True)]


def _note_rows(notes: Sequence[Inlines], widths: tuple[float, ...]) -> list[Row]:
    return [Row(spanning(Cell(words, "note"), widths).cells, 20) for words in _notes(notes)]


def _notes(notes: Sequence[Inlines]) -> list[str]:
    return ["".join(part.text for part in note if isinstance(part, Text | LinkedNumber)) for note in notes]


def _point(context: Context, point: ChartPoint, number_format: str) -> Cell:
    """Return the cell of a point, looked up; empty where it is missing (a gap, not a zero)."""
    style, value = f"linked|{number_format}", _cell_value(point)
    if value is None:
        return Cell(None, "empty")
    if not context.plan.has(point.key):
        return Cell(value, style)
    key = literal(context.plan.printed.get(point.key, own_key(point.key)))
    if point.whole:
        share = f"{looked_up(key)}/{summed_up(point.whole)}*100"
        return Cell(value, style, f'IF({looked_up(key)}="","",{share})')
    return Cell(value, style, shown(key, point.divisor, point.rounding, point.places))
