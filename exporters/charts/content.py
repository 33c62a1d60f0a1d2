"""What a chart block of an outline shows: its data for Word and Excel alike, and the key behind each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.charts.data import ChartData, ChartSeries, ChartStyle
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import ChartBlock, Placement
from schema.grammar.decimals import has_double, quotient
from schema.grammar.reference import Key, parse_reference
from schema.values.display import Shape, join_unit, resolve_format, shape
from schema.values.figures import Figures
from schema.values.key_words import cut_words


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """The value behind a point: what is shown is the stored value / `divisor`."""

    key: Key
    divisor: Decimal


@dataclass(frozen=True, slots=True)
class ChartContent:
    """A chart's data with, for each series, the points it was made of."""

    data: ChartData
    points: tuple[tuple[ChartPoint, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A placement of the chart, resolved."""

    label: str
    key: Key
    metric: Metric
    format: str


_Point = tuple[Key, _Placed]


def chart_content(block: ChartBlock, year: int, figures: Figures, style: ChartStyle) -> ChartContent | None:
    """Return a chart's content in a report of this year, None where it has nothing to show.

    Several years run over years, one series for each placement or member; else these are the categories.
    """
    catalogue, language = figures.catalogue, style.language
    placed = [found for item in block.series if (found := _resolve(item, year, catalogue, language))]
    if not placed:
        return None
    names, categories, rows = _layout(block, placed, figures, language)
    if all(figures.value(key).value is None for row in rows for key, _ in row):
        return None
    shapes = {item: _shape(item, rows, figures, language) for item in placed}
    series = tuple(
        ChartSeries(name, tuple(_shown(figures.value(key).value, shapes[item]) for key, item in row))
        for name, row in zip(names, rows, strict=True)
    )
    units = {join_unit(made.scale_word, made.unit, language) for made in shapes.values()}
    data = ChartData(
        id=block.id,
        kind=block.kind,
        categories=tuple(categories),
        series=series,
        unit=units.pop() if len(units) == 1 else "",
        number_format=_number_format(tuple(shapes.values())),
        colours=style.colours,
        font=style.font,
    )
    points = tuple(tuple(ChartPoint(key, shapes[item].divisor) for key, item in row) for row in rows)
    return ChartContent(data, points)


def _resolve(placement: Placement, year: int, catalogue: Catalogue, language: str) -> _Placed | None:
    reference = parse_reference(placement.reference)
    metric = catalogue.metrics.get(reference.code) if reference else None
    if reference is None or metric is None or not reference.whole:
        return None
    key = reference.key(year)
    words = "" if reference.wildcard else cut_words(key.category, catalogue, language)
    label = placement.label.best(language) or " · ".join(part for part in (metric.name.best(language), words) if part)
    return _Placed(label, key, metric, placement.format)


def _layout(
    block: ChartBlock, placed: Sequence[_Placed], figures: Figures, language: str
) -> tuple[list[str], list[str], list[list[_Point]]]:
    """Return series names, categories, and the points of each series."""
    over_years = block.years > 1 and block.kind not in ("pie", "doughnut")
    lines = [line for item in placed for line in _lines(item, figures, language)]
    if not over_years:
        single = len(placed) == 1
        name = placed[0].label if single else block.caption.best(language)
        return [name], [label for label, _, _ in lines], [[(key, item) for _, key, item in lines]]
    year = placed[0].key.period
    years = [
        y
        for y in range(year - block.years + 1, year + 1)
        if any(figures.value(replace(key, period=y)).value is not None for _, key, _ in lines)
    ]
    rows = [[(replace(key, period=y), item) for y in years] for _, key, item in lines]
    return [label for label, _, _ in lines], [str(y) for y in years], rows


def _lines(item: _Placed, figures: Figures, language: str) -> list[tuple[str, Key, _Placed]]:
    """Return a placement with its label, or one line for each member of a wildcard."""
    if "*" not in item.key.category:
        return [(item.label, item.key, item)]
    members = figures.members(item.key)
    return [(cut_words(key.category, figures.catalogue, language), key, item) for key in members]


def _shape(item: _Placed, rows: Sequence[Sequence[_Point]], figures: Figures, language: str) -> Shape:
    """Return the shape that fits the largest value of a placement's points."""
    found = [figures.value(key).value for row in rows for key, placed in row if placed is item]
    largest = max((value.copy_abs() for value in found if value is not None), default=None)
    form = resolve_format(item.metric, figures.catalogue, item.format)
    return shape(item.metric, figures.catalogue, language, form, largest)


def _shown(value: Decimal | None, made: Shape) -> Decimal | None:
    return None if value is None or not has_double(value) else quotient(value, made.divisor)


def _number_format(shapes: Sequence[Shape]) -> str:
    places = max(made.decimals for made in shapes)
    percent = all(made.unit.sign for made in shapes)
    return "#,##0" + ("." + "0" * places if places else "") + ('"%"' if percent else "")
