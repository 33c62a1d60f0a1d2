"""Charts from placements, for Word, Excel and page alike; what is too little to be drawn, or told already, is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.chart_notes import chart_notes
from exporters.assembly.chart_points import Drawing, Source, common_name, drawing_of, keys_of, source_of
from exporters.assembly.chart_shares import bars_of, shares_drawing, whole_note
from exporters.assembly.table_lines import lines_of
from exporters.assembly.tables import table_block
from exporters.charts.data import FEWEST_POINTS, ChartData, ChartSeries, DrawnKind
from exporters.charts.labels import formatted
from exporters.content import Block, Chart, Inlines, Panel
from schema.catalogue.outline import ChartBlock, Placement, TableBlock
from schema.catalogue.outline_choices import OF_A_WHOLE
from schema.grammar.reference import Key
from schema.values.printing import unit_words


def chart_blocks(part: Part, block: ChartBlock, font: str) -> tuple[Block, ...]:
    """Return a chart or a panel of small ones; a table of what is too little for one.

    Fewer than three values make no chart. What a table of the section prints is not repeated: neither drawn, unless
    the chart adds years or shares, nor told again.
    """
    told = frozenset(_told(part))
    if block.panel:
        return _panel(part.assembly, block, font, told)
    chart = _drawn(part.assembly, block, font, told)
    return (chart,) if chart else _table(part.assembly, block, told)


def _told(part: Part) -> Iterator[Key]:
    """Yield the keys whose values stand in the tables of the section."""
    for table in (block for block in part.section.blocks if isinstance(block, TableBlock)):
        rows = (row for row in table.rows if isinstance(row, Placement))
        for line in (line for row in rows for line in lines_of(part.assembly, row)):
            yield from (replace(line.key, period=line.key.period - back) for back in range(table.years))


def _drawn(assembly: Assembly, block: ChartBlock, font: str, told: frozenset[Key]) -> Chart | None:
    source = source_of(assembly, block)
    if block.kind in OF_A_WHOLE:
        return _shares(source, font)
    chart = _plain(source, font)
    shown = {point.key for points in chart.points for point in points if point.value is not None}
    return chart if chart.data.drawn >= FEWEST_POINTS and not shown <= told else None


def _table(assembly: Assembly, block: ChartBlock, told: frozenset[Key]) -> tuple[Block, ...]:
    """Return the values of a chart as a table; nothing where they stand in one already."""
    shown = (key for row in block.series for line in lines_of(assembly, row) for key in keys_of(assembly, block, line))
    own = {key for key in shown if key.period == assembly.year or assembly.figures.value(key).value is not None}
    if own and own <= told:
        return ()
    return (table_block(assembly, TableBlock(block.id, block.caption, block.series, block.years, spans=block.spans)),)


def _panel(assembly: Assembly, block: ChartBlock, font: str, told: frozenset[Key]) -> tuple[Block, ...]:
    charts: list[Chart] = []
    rest: list[Placement] = []
    for number, placement in enumerate(block.series, 1):
        own = replace(block, id=f"{block.id}.{number}", series=(placement,), panel=False)
        chart = _drawn(assembly, own, font, told)
        if chart is None:
            rest.append(placement)
        else:
            charts.append(_small(assembly, chart, common_name(source_of(assembly, own))))
    left = _table(assembly, replace(block, id=f"{block.id}.table" if charts else block.id, series=tuple(rest)), told)
    if not charts:
        return left
    notes = tuple(dict.fromkeys(note for chart in charts for note in chart.notes))
    shown = tuple(replace(chart, notes=()) for chart in charts)
    return (
        Panel(block.id, assembly.words(block.caption), block_anchor(block.id), shown, notes),
        *(left if rest else ()),
    )


def _small(assembly: Assembly, chart: Chart, name: str) -> Chart:
    """Return a chart as one of a panel, under the name of what it shows."""
    data = replace(chart.data, small=True, title=name)
    return replace(chart, caption=name, anchor="", data=data, unit_line="", words=_described(assembly, name, data))


def _plain(source: Source, font: str) -> Chart:
    drawing, form = drawing_of(source), source.number_format
    return _chart(source, _data(source, drawing, drawing.series(form), (form, font)), drawing, chart_notes(source))


def _shares(source: Source, font: str) -> Chart | None:
    """Return bars of 100 %; two parts of one whole are told, not drawn."""
    bars = bars_of(source)
    drawing, series, form = shares_drawing(source, bars)
    if sum(len(bar.parts) for bar in bars) < FEWEST_POINTS:
        return None
    data = replace(_data(source, drawing, series, (form, font)), unit="%")
    notes = (*whole_note(source.assembly, bars), *chart_notes(source))
    return replace(_chart(source, data, drawing, notes), unit_line="")


def _data(source: Source, drawing: Drawing, series: tuple[ChartSeries, ...], set_in: tuple[str, str]) -> ChartData:
    units = {unit_words(shape, source.assembly.language) for shape in source.shapes}
    return ChartData(
        source.block.id,
        _kind(source.block),
        drawing.categories,
        series,
        unit=units.pop() if len(units) == 1 else "",
        number_format=set_in[0],
        colours=source.assembly.catalogue.company.colours,
        font=set_in[1],
        own=drawing.own,
        base=drawing.base,
        goal=drawing.goal,
    )


def _kind(block: ChartBlock) -> DrawnKind:
    match block.kind:
        case "column" | "bar" | "line" | "shares":
            return block.kind
        case "pie" | "doughnut":
            return "shares"


def _chart(source: Source, data: ChartData, drawing: Drawing, notes: Sequence[Inlines]) -> Chart:
    assembly, caption = source.assembly, source.assembly.words(source.block.caption)
    said = not data.unit or data.unit in caption or "单位" in caption or "單位" in caption
    unit = "" if said else assembly.say("word.chart.unit", unit=data.unit)
    words = _described(assembly, caption, data)
    return Chart(
        source.block.id, caption, block_anchor(source.block.id), data, words, unit, tuple(notes), drawing.points
    )


def _described(assembly: Assembly, caption: str, data: ChartData) -> str:
    """Return the chart in words for those who cannot see it."""
    marks = assembly.punctuation
    if data.kind == "shares":
        lines = (
            name + marks.colon + marks.comma.join(
                f"{series.parts[at]} {series.values[at]}%" for series in data.series if series.values[at] is not None
            )
            for at, name in enumerate(data.categories)
        )  # fmt: skip
    else:
        lines = (_told_series(series, data, marks.comma) for series in data.series)
    return caption + marks.colon + marks.semicolon.join(lines)


def _told_series(series: ChartSeries, data: ChartData, comma: str) -> str:
    formats = series.formats or [""] * len(data.categories)
    return comma.join(
        f"{name} {formatted(value, form)}"
        for name, value, form in zip(data.categories, series.values, formats, strict=True)
        if value is not None
    )
