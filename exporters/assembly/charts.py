"""Charts from placements, for Word and Excel alike: numbers as they are shown, and the value behind each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly import breaks
from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.changes import untold_notes
from exporters.assembly.footnotes import named_words, restated_words
from exporters.assembly.shapes import shape_for
from exporters.assembly.tables import Line, lines_of
from exporters.charts.data import PERCENT, ChartData, ChartPoint, ChartSeries
from exporters.charts.labels import digits_format, formatted, own_formats, point_format, point_of
from exporters.content import Chart, Inlines, Text
from schema.catalogue.outline import ChartBlock
from schema.grammar.reference import Key
from schema.values.display import Shape, resolve_format
from schema.values.key_words import cut_words
from schema.values.printing import unit_words

# Of these a part is seen as a share of all.
_OF_A_WHOLE = ("doughnut", "pie")


@dataclass(frozen=True, slots=True)
class _Point:
    """A point with its number as it is `shown`, and the number format that prints it as a table does."""

    point: ChartPoint
    shown: Decimal | None
    format: str


_Rows = Sequence[Sequence[_Point]]


def chart_block(assembly: Assembly, block: ChartBlock, font: str) -> Chart:
    """Return a chart over years, or of one wildcard reference over its members."""
    source = _source(assembly, block)
    names, categories, rows = _by_member(source) if _over_lines(block) else _by_year(source)
    series = (_series(source, name, row) for name, row in zip(names, rows, strict=True))
    data = _data(source, categories, tuple(series), font)
    caption = assembly.words(block.caption)
    said = not data.unit or data.unit in caption or "单位" in caption or "單位" in caption
    return Chart(
        block.id,
        caption,
        block_anchor(block.id),
        data,
        _described(source, caption, data),
        "" if said else assembly.say("word.chart.unit", unit=data.unit),
        _notes(source),
        tuple(tuple(one.point for one in row) for row in rows),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """The lines that a chart shows, each with the shape of its numbers: lines of one placement share it."""

    assembly: Assembly
    block: ChartBlock
    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...]

    @property
    def hidden(self) -> bool:
        """Whether its parts say nothing of the whole, since some are left out that nobody has approved."""
        return self.block.kind in _OF_A_WHOLE and any(self.assembly.withheld(line.key) for line in self.lines)

    def point(self, number: int, year: int) -> _Point:
        """Return the point of a line (from 0) in a year."""
        key, shape = replace(self.lines[number].key, period=year), self.shapes[number]
        result = self.assembly.figures.value(key)
        if self.hidden:
            return _Point(ChartPoint(key, shape.divisor, None), None, "")
        point, shown = point_of(result, shape)
        return _Point(point, shown, point_format(result, shown, shape, self.assembly.language))


def _series(source: _Source, name: str, row: Sequence[_Point]) -> ChartSeries:
    """Return the series of these points: one that the chart's number format does not print has its own."""
    formats = own_formats((one.format for one in row), _number_format(source.shapes))
    return ChartSeries(name, tuple(one.shown for one in row), formats=formats)


def _source(assembly: Assembly, block: ChartBlock) -> _Source:
    lines: list[Line] = []
    shapes: list[Shape] = []
    for placement in block.series:
        if own := lines_of(assembly, placement):
            lines += own
            shapes += [_shape(assembly, block, own)] * len(own)
    return _Source(assembly, block, tuple(lines), tuple(shapes))


def _shape(assembly: Assembly, block: ChartBlock, lines: Sequence[Line]) -> Shape:
    """Return the shape that fits the largest value that a placement shows."""
    keys = (replace(line.key, period=year) for line in lines for year in _years(assembly, block, line))
    values = (assembly.figures.value(key).value for key in keys)
    largest = max((abs(value) for value in values if value is not None), default=None)
    metric, placed = lines[0].metric, lines[0].placement
    return shape_for(assembly, metric, resolve_format(metric, assembly.catalogue, placed.format), largest)


def _over_lines(block: ChartBlock) -> bool:
    """Whether its lines are the categories of one series; else each line is a series over the years."""
    return block.kind in ("pie", "doughnut") or block.years == 1


def _years(assembly: Assembly, block: ChartBlock, line: Line) -> Sequence[int]:
    return (line.key.period,) if _over_lines(block) else range(assembly.year - block.years + 1, assembly.year + 1)


def _by_year(source: _Source) -> tuple[list[str], list[str], _Rows]:
    """Return a series for each line over the years; years without any value are left out."""
    assembly, count = source.assembly, range(len(source.lines))
    years = range(assembly.year - source.block.years + 1, assembly.year + 1)
    points = {year: [source.point(number, year) for number in count] for year in years}
    kept = [year for year in years if any(one.shown is not None for one in points[year])] or [assembly.year]
    names = [_label(assembly, line) for line in source.lines]
    return names, list(map(str, kept)), [[points[year][number] for year in kept] for number in count]


def _by_member(source: _Source) -> tuple[list[str], list[str], _Rows]:
    """Return one series with a category for each line."""
    row = [source.point(number, line.key.period) for number, line in enumerate(source.lines)]
    return [_common_name(source)], [_label(source.assembly, line) for line in source.lines], [row]


def _common_name(source: _Source) -> str:
    """Return what all lines show: the name of their placement, or the caption where there are several."""
    assembly, lines, placed = source.assembly, source.lines, source.block.series
    if len(placed) != 1 or not lines:
        return assembly.words(source.block.caption)
    own = lines[0]
    return assembly.words(placed[0].label) or (
        assembly.words(own.metric.name) if own.member else assembly.name(own.key)
    )


def _data(source: _Source, categories: Sequence[str], series: tuple[ChartSeries, ...], font: str) -> ChartData:
    units = {unit_words(shape, source.assembly.language) for shape in source.shapes}
    return ChartData(
        source.block.id,
        source.block.kind,
        tuple(categories),
        series,
        unit=units.pop() if len(units) == 1 else "",
        number_format=_number_format(source.shapes),
        colours=source.assembly.catalogue.company.colours,
        font=font,
    )


def _number_format(shapes: Sequence[Shape]) -> str:
    decimals = max((shape.decimals for shape in shapes), default=0)
    percent = bool(shapes) and all(shape.unit.sign for shape in shapes)
    return digits_format(decimals) + (PERCENT if percent else "")


def _notes(source: _Source) -> tuple[Inlines, ...]:
    """Return what is to be said of the values that a chart shows: footnotes, years that do not count the same,
    restatements.
    """
    assembly = source.assembly
    years = range(1) if _over_lines(source.block) else range(source.block.years)
    keys = [[replace(line.key, period=line.key.period - back) for back in years] for line in source.lines]
    series = [
        (line.metric, breaks.shown_years(assembly, shown)) for line, shown in zip(source.lines, keys, strict=True)
    ]
    restated = (words for shown in keys for key in shown for words in restated_words(assembly, key, named=True))
    own = (words for shown in keys for key in shown if (words := named_words(assembly, key)))
    lines = tuple((Text(words),) for words in dict.fromkeys((*own, *restated)))
    untold = untold_notes(assembly, (key for shown in keys for key in shown))
    pending = _pending_notes(assembly, [key for shown in keys for key in shown])
    return (*breaks.notes(assembly, series, marked=False), *untold, *lines, *pending)


def _pending_notes(assembly: Assembly, keys: Sequence[Key]) -> tuple[Inlines, ...]:
    """Return that a chart shows what nobody has approved, or for whose approval it waits where that is left out."""
    if assembly.moment.withheld:
        waiting = assembly.waiting(keys)
        return ((Text(assembly.say("word.pending", department=waiting)),),) if waiting else ()
    waits = any(assembly.is_pending(key) and assembly.figures.value(key).value is not None for key in keys)
    return ((Text(assembly.say("word.pending.chart"), pending=True),),) if waits else ()


def _label(assembly: Assembly, line: Line) -> str:
    category = cut_words(line.key.category, assembly.catalogue, assembly.language)
    if line.member:
        return category
    return assembly.words(line.placement.label) or assembly.name(line.key)


def _described(source: _Source, caption: str, data: ChartData) -> str:
    """Return the chart in words for those who cannot see it."""
    marks, blank = source.assembly.punctuation, [""] * len(data.categories)
    lines = (
        marks.comma.join(
            f"{name} {formatted(value, form)}"
            for name, value, form in zip(data.categories, series.values, series.formats or blank, strict=True)
            if value is not None
        )
        for series in data.series
    )
    return caption + marks.colon + marks.semicolon.join(lines)
