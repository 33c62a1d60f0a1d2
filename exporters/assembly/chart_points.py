"""The numbers of a chart: the lines that it shows, each with its shape, as points over years or over members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly.assembly import Assembly
from exporters.assembly.shapes import shape_for
from exporters.assembly.table_lines import Line, lines_of
from exporters.charts.data import PERCENT, ChartPoint, ChartSeries
from exporters.charts.labels import digits_format, own_formats, point_format, point_of
from schema.catalogue.outline import ChartBlock
from schema.catalogue.outline_choices import OF_A_WHOLE
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, parse_reference
from schema.grammar.spacing import closed_up
from schema.values.display import Shape, resolve_format
from schema.values.key_words import part_words
from schema.values.period_words import span_words


@dataclass(frozen=True, slots=True)
class Point:
    """A point with its number as it is `shown`, and the number format that prints it as a table does."""

    point: ChartPoint
    shown: Decimal | None
    format: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a line is to reach, `by` which year, against which `base` year (0: none)."""

    key: Key
    by: int
    base: int


@dataclass(frozen=True, slots=True)
class Source:
    """The lines that a chart shows, each with the shape of its numbers: lines of one placement share it."""

    assembly: Assembly
    block: ChartBlock
    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...]

    def point(self, number: int, key: Key) -> Point:
        """Return the point at a key in the shape of a line (from 0)."""
        shape, result = self.shapes[number], self.assembly.figures.value(key)
        point, shown = point_of(result, shape)
        return Point(point, shown, point_format(result, shown, shape, self.assembly.language))

    def label(self, line: Line) -> str:
        """Return what a line is called."""
        if line.member:
            return part_words(line.key, self.assembly.catalogue, self.assembly.language)
        return self.assembly.words(line.placement.label) or self.assembly.name(line.key)

    @property
    def number_format(self) -> str:
        """Return the number format of the chart."""
        decimals = max((shape.decimals for shape in self.shapes), default=0)
        percent = bool(self.shapes) and all(shape.unit.sign for shape in self.shapes)
        return digits_format(decimals) + (PERCENT if percent else "")

    @property
    def target(self) -> Target | None:
        """Return the target of a chart of one line; only what has the line's own unit can be drawn beside it."""
        if len(self.lines) != 1 or over_lines(self.block):
            return None
        line = self.lines[0]
        reference = parse_reference(line.placement.target)
        metric = metric_of(self.assembly.catalogue, reference.code) if reference else None
        if reference is None or metric is None or metric.unit != line.metric.unit:
            return None
        key = reference.key(self.assembly.year)
        wanted = line.placement.by > self.assembly.year and self.assembly.figures.value(key).value is not None
        return Target(key, line.placement.by, line.placement.base) if wanted else None


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a chart draws: the names of its series and categories, the points of each series."""

    names: tuple[str, ...]
    categories: tuple[str, ...]
    rows: tuple[tuple[Point, ...], ...]
    own: int = -1
    base: int = -1
    goal: int = -1

    def series(self, number_format: str) -> tuple[ChartSeries, ...]:
        """Return the series; a point that the chart's number format does not print has its own."""
        return tuple(
            ChartSeries(name, tuple(p.shown for p in row), formats=own_formats((p.format for p in row), number_format))
            for name, row in zip(self.names, self.rows, strict=True)
        )

    @property
    def points(self) -> tuple[tuple[ChartPoint, ...], ...]:
        """Return the values behind the points."""
        return tuple(tuple(one.point for one in row) for row in self.rows)


def source_of(assembly: Assembly, block: ChartBlock) -> Source:
    """Return what a chart may show."""
    lines: list[Line] = []
    shapes: list[Shape] = []
    for placement in block.series:
        if own := lines_of(assembly, placement):
            lines += own
            shapes += [_shape(assembly, block, own)] * len(own)
    return Source(assembly, block, tuple(lines), tuple(shapes))


def _shape(assembly: Assembly, block: ChartBlock, lines: Sequence[Line]) -> Shape:
    """Return the shape that fits the largest value that a placement shows."""
    keys = (key for line in lines for key in keys_of(assembly, block, line))
    values = (assembly.figures.value(key).value for key in keys)
    largest = max((abs(value) for value in values if value is not None), default=None)
    metric, placed = lines[0].metric, lines[0].placement
    return shape_for(assembly, metric, resolve_format(metric, assembly.catalogue, placed.format), largest)


def over_lines(block: ChartBlock) -> bool:
    """Whether its lines are the categories of one series; else each line is a series over the years."""
    return (block.years == 1 and not block.spans) or block.kind in OF_A_WHOLE


def keys_of(assembly: Assembly, block: ChartBlock, line: Line) -> list[Key]:
    """Return the keys that a chart shows of a line, newest last."""
    if over_lines(block):
        return [line.key]
    shift = line.key.period - assembly.year
    return [_at(line.key, (year + shift, span)) for year, span in _columns(assembly, block)]


def _columns(assembly: Assembly, block: ChartBlock) -> list[tuple[int, str]]:
    """Return the years that a chart runs over, newest last, or the parts of the report's year."""
    if block.spans:
        return [(assembly.year, span) for span in assembly.catalogue.company.fiscal.spans(block.spans)]
    return [(year, "") for year in range(assembly.year - block.years + 1, assembly.year + 1)]


def _at(key: Key, column: tuple[int, str]) -> Key:
    year, span = column
    return replace(key, period=year, span=span or key.span)


def _category(assembly: Assembly, column: tuple[int, str]) -> str:
    year, span = column
    if span:
        return closed_up(span_words(span, assembly.catalogue, assembly.language))
    return assembly.bare_year(year)


def drawing_of(source: Source) -> Drawing:
    """Return the points of a chart over lines or over years."""
    return _by_line(source) if over_lines(source.block) else _by_year(source)


def _by_year(source: Source) -> Drawing:
    """Return a series for each line over the years, or the parts of one; those without any value are left out."""
    assembly, count = source.assembly, range(len(source.lines))
    columns = _columns(assembly, source.block)
    points = {
        column: [source.point(number, _at(source.lines[number].key, column)) for number in count] for column in columns
    }
    kept = [column for column in columns if any(one.shown is not None for one in points[column])] or columns[-1:]
    this = (assembly.year, "")
    own = kept.index(this) if this in kept else -1
    rows = [[points[column][number] for column in kept] for number in count]
    categories, target = [_category(assembly, column) for column in kept], source.target
    if target is None or source.block.spans:
        return Drawing(_names(source), tuple(categories), tuple(map(tuple, rows)), own)
    base = kept.index((target.base, "")) if (target.base, "") in kept else -1
    if base >= 0:
        categories[base] = assembly.say("chart.base", year=assembly.bare_year(target.base))
    categories.append(assembly.say("chart.target", year=assembly.bare_year(target.by)))
    rows[0].append(source.point(0, target.key))
    return Drawing(_names(source), tuple(categories), (tuple(rows[0]),), own, base, len(kept))


def _names(source: Source) -> tuple[str, ...]:
    return tuple(map(source.label, source.lines))


def _by_line(source: Source) -> Drawing:
    """Return one series with a category for each line."""
    row = tuple(source.point(number, line.key) for number, line in enumerate(source.lines))
    return Drawing((common_name(source),), _names(source), (row,))


def common_name(source: Source) -> str:
    """Return what all lines show: the name of their placement, or the caption where there are several."""
    assembly, lines, placed = source.assembly, source.lines, source.block.series
    if len(placed) != 1 or not lines:
        return assembly.words(source.block.caption)
    own = lines[0]
    return assembly.words(placed[0].label) or (
        assembly.words(own.metric.name) if own.member else assembly.name(own.key)
    )
