"""Charts from placements: numbers as they are shown, never rounded twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exporters.assembly import breaks
from exporters.assembly.desk import Desk, block_anchor
from exporters.assembly.footnotes import restated_words
from exporters.assembly.numbers import shape_for, unit_words
from exporters.assembly.tables import Line, lines_of
from exporters.charts.xml import ChartData, ChartSeries
from exporters.content import Chart, Inlines, Text
from schema.catalogue.outline import ChartBlock, Section
from schema.grammar.reference import Key
from schema.values.display import EXACT, Shape, resolve_format, round_half_up
from schema.values.listing import category_words


def chart_block(desk: Desk, block: ChartBlock, section: Section, font: str) -> Chart:
    """Return a chart over years, or of one wildcard reference over its members."""
    lines = [line for placement in block.series for line in lines_of(desk, placement)]
    for line in lines:
        desk.notes.placed.setdefault(line.key, section)
    by_member = block.kind in ("pie", "doughnut") or block.years == 1
    data = _by_member(desk, block, lines, font) if by_member else _by_year(desk, block, lines, font)
    caption = desk.words(block.caption)
    said = not data.unit or data.unit in caption or "单位" in caption or "單位" in caption
    unit = () if said else ((Text(desk.say("word.chart.unit", unit=data.unit)),),)
    notes = (*unit, *_notes(desk, block, lines, by_member=by_member))
    return Chart(block.id, caption, block_anchor(block.id), data, _described(desk, block, data), notes)


def _notes(desk: Desk, block: ChartBlock, lines: list[Line], *, by_member: bool) -> tuple[Inlines, ...]:
    """Return what is to be said of the years that a chart shows: they do not count the same, or were restated."""
    years = range(1) if by_member else range(block.years)
    keys = [[replace(line.key, period=line.key.period - back) for back in years] for line in lines]
    series = [(line.metric, breaks.shown_years(desk, shown)) for line, shown in zip(lines, keys, strict=True)]
    told = dict.fromkeys(words for shown in keys for key in shown for words in restated_words(desk, key, named=True))
    return (*breaks.notes(desk, series, marked=False), *((Text(words),) for words in told))


def _by_year(desk: Desk, block: ChartBlock, lines: list[Line], font: str) -> ChartData:
    year = desk.outline.year
    years = [year - block.years + 1 + number for number in range(block.years)]
    shapes = [_shape(desk, line) for line in lines]
    series = tuple(
        ChartSeries(_label(desk, line), tuple(_shown(desk, replace(line.key, period=y), made) for y in years))
        for line, made in zip(lines, shapes, strict=True)
    )
    kept = [n for n in range(len(years)) if any(s.values[n] is not None for s in series)] or [len(years) - 1]
    series = tuple(replace(s, values=tuple(s.values[n] for n in kept)) for s in series)
    return _data(desk, block, tuple(str(years[n]) for n in kept), series, shapes, font)


def _by_member(desk: Desk, block: ChartBlock, lines: list[Line], font: str) -> ChartData:
    shapes = [_shape(desk, line) for line in lines]
    values = tuple(_shown(desk, line.key, made) for line, made in zip(lines, shapes, strict=True))
    name = desk.words(lines[0].metric.name) if lines else desk.words(block.caption)
    categories = tuple(_label(desk, line) for line in lines)
    return _data(desk, block, categories, (ChartSeries(name, values),), shapes, font)


def _data(
    desk: Desk,
    block: ChartBlock,
    categories: tuple[str, ...],
    series: tuple[ChartSeries, ...],
    shapes: list[Shape],
    font: str,
) -> ChartData:
    units = {unit_words(made, desk.language) for made in shapes}
    decimals = max((made.decimals for made in shapes), default=0)
    return ChartData(
        block.id,
        block.kind,
        categories,
        series,
        unit=units.pop() if len(units) == 1 else "",
        number_format="#,##0" + ("." + "0" * decimals if decimals else ""),
        colours=desk.catalogue.company.colours,
        font=font,
    )


def _shape(desk: Desk, line: Line) -> Shape:
    form = resolve_format(line.metric, desk.catalogue, line.placement.format)
    return shape_for(desk, line.metric, form, desk.figures.value(line.key).value)


def _shown(desk: Desk, key: Key, made: Shape) -> Decimal | None:
    value = desk.figures.value(key).value
    return None if value is None else round_half_up(EXACT.divide(value, made.divisor), made.decimals)


def _label(desk: Desk, line: Line) -> str:
    label = desk.words(line.placement.label)
    category = category_words(line.key.category, desk.catalogue, desk.language)
    if line.member:
        return category
    return label or desk.name(line.key)


def _described(desk: Desk, block: ChartBlock, data: ChartData) -> str:
    """Return the chart in words for those who cannot see it."""
    parts = [desk.words(block.caption) + ("：" if desk.chinese else ": ")]
    for series in data.series:
        points = [
            f"{name} {value}" for name, value in zip(data.categories, series.values, strict=True) if value is not None
        ]
        parts.append(("，" if desk.chinese else ", ").join(points))
    return parts[0] + ("；" if desk.chinese else "; ").join(parts[1:])
