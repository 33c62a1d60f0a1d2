"""Charts from placements: numbers as they are shown, never rounded twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exporters.assembly import breaks
from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.footnotes import named_words, restated_words
from exporters.assembly.shapes import shape_for, unit_words
from exporters.assembly.tables import Line, lines_of
from exporters.charts.data import ChartData, ChartSeries
from exporters.content import Chart, Inlines, Text
from schema.catalogue.outline import ChartBlock
from schema.grammar.decimals import quotient
from schema.values.display import Shape, resolve_format, round_half_up
from schema.values.key_words import cut_words


def chart_block(assembly: Assembly, block: ChartBlock, font: str) -> Chart:
    """Return a chart over years, or of one wildcard reference over its members."""
    source = _Source(assembly, block, [line for item in block.series for line in lines_of(assembly, item)])
    data = source.data(*(_by_member(source) if source.by_member else _by_year(source)), font)
    caption = assembly.words(block.caption)
    said = not data.unit or data.unit in caption or "单位" in caption or "單位" in caption
    unit = () if said else ((Text(assembly.say("word.chart.unit", unit=data.unit)),),)
    return Chart(
        block.id, caption, block_anchor(block.id), data, _described(source, caption, data), (*unit, *_notes(source))
    )


class _Source:
    """The lines that a chart shows, each with the shape of its numbers."""

    def __init__(self, assembly: Assembly, block: ChartBlock, lines: list[Line]) -> None:
        self.assembly = assembly
        self.block = block
        self.lines = lines
        self.shapes = [_shape(assembly, line) for line in lines]
        self.by_member = block.kind in ("pie", "doughnut") or block.years == 1

    def data(self, categories: tuple[str, ...], series: tuple[ChartSeries, ...], font: str) -> ChartData:
        """Return the chart of these series."""
        units = {unit_words(shape, self.assembly.language) for shape in self.shapes}
        decimals = max((shape.decimals for shape in self.shapes), default=0)
        return ChartData(
            self.block.id,
            self.block.kind,
            categories,
            series,
            unit=units.pop() if len(units) == 1 else "",
            number_format="#,##0" + ("." + "0" * decimals if decimals else ""),
            colours=self.assembly.catalogue.company.colours,
            font=font,
        )

    def shown(self, line: Line, shape: Shape, year: int) -> Decimal | None:
        """Return a value as it is printed, or None where there is none."""
        value = self.assembly.figures.value(replace(line.key, period=year)).value
        return None if value is None else round_half_up(quotient(value, shape.divisor), shape.decimals)


def _notes(source: _Source) -> tuple[Inlines, ...]:
    """Return what is to be said of the values that a chart shows: footnotes, years that do not count the same,
    restatements.
    """
    assembly = source.assembly
    years = range(1) if source.by_member else range(source.block.years)
    keys = [[replace(line.key, period=line.key.period - back) for back in years] for line in source.lines]
    series = [
        (line.metric, breaks.shown_years(assembly, shown)) for line, shown in zip(source.lines, keys, strict=True)
    ]
    restated = (words for shown in keys for key in shown for words in restated_words(assembly, key, named=True))
    own = (words for shown in keys for key in shown if (words := named_words(assembly, key)))
    lines = tuple((Text(words),) for words in dict.fromkeys((*own, *restated)))
    return (*breaks.notes(assembly, series, marked=False), *lines)


def _by_year(source: _Source) -> tuple[tuple[str, ...], tuple[ChartSeries, ...]]:
    """Return years and one series for each line; years without any value are left out."""
    year, pairs = source.assembly.year, list(zip(source.lines, source.shapes, strict=True))
    years = range(year - source.block.years + 1, year + 1)
    rows = {y: [source.shown(line, shape, y) for line, shape in pairs] for y in years}
    kept = [y for y in years if any(value is not None for value in rows[y])] or [year]
    series = tuple(
        ChartSeries(_label(source.assembly, line), tuple(rows[y][number] for y in kept))
        for number, line in enumerate(source.lines)
    )
    return tuple(map(str, kept)), series


def _by_member(source: _Source) -> tuple[tuple[str, ...], tuple[ChartSeries, ...]]:
    assembly, lines = source.assembly, source.lines
    pairs = zip(lines, source.shapes, strict=True)
    values = tuple(source.shown(line, shape, line.key.period) for line, shape in pairs)
    name = assembly.words(lines[0].metric.name) if lines else assembly.words(source.block.caption)
    return tuple(_label(assembly, line) for line in lines), (ChartSeries(name, values),)


def _shape(assembly: Assembly, line: Line) -> Shape:
    form = resolve_format(line.metric, assembly.catalogue, line.placement.format)
    return shape_for(assembly, line.metric, form, assembly.figures.value(line.key).value)


def _label(assembly: Assembly, line: Line) -> str:
    category = cut_words(line.key.category, assembly.catalogue, assembly.language)
    if line.member:
        return category
    return assembly.words(line.placement.label) or assembly.name(line.key)


def _described(source: _Source, caption: str, data: ChartData) -> str:
    """Return the chart in words for those who cannot see it."""
    marks = source.assembly.punctuation
    lines = (
        marks.comma.join(
            f"{name} {value}" for name, value in zip(data.categories, series.values, strict=True) if value is not None
        )
        for series in data.series
    )
    return caption + marks.colon + marks.semicolon.join(lines)
