"""What a chart block of an outline shows: its data for Word and Excel alike, and the key behind each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.chart_data import ChartData, ChartSeries
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import ChartBlock, Placement
from schema.values.figures import Figures
from schema.values.listing import category_words
from schema.values.numbers import EXACT, Format, Shape, join_unit, resolve_format, shape
from schema.values.reference import Key, parse_reference


@dataclass(frozen=True, slots=True)
class ChartContent:
    """A chart's data with, for each series, the keys of its points; a shown value is the stored one / `divisor`."""

    data: ChartData
    keys: tuple[tuple[Key, ...], ...]
    divisor: Decimal


@dataclass(frozen=True, slots=True)
class _Placed:
    """A placement of the chart, resolved."""

    label: str
    key: Key
    metric: Metric
    format: str


def chart_content(
    block: ChartBlock, year: int, catalogue: Catalogue, figures: Figures, language: str, font: str
) -> ChartContent | None:
    """Return a chart's content in a report of this year, None where it has nothing to show.

    One wildcard reference runs over its members, several years over years, else the placements are the categories.
    """
    placed = [found for item in block.series if (found := _resolve(item, year, catalogue, language))]
    if not placed:
        return None
    names, categories, keys = _layout(block, placed, figures, language)
    values = [figures.value(key).value for row in keys for key in row]
    if all(value is None for value in values):
        return None
    form = _format(placed[0], catalogue)
    made = shape(placed[0].metric, catalogue, language, form, max(abs(v) for v in values if v is not None))
    series = tuple(
        ChartSeries(name, tuple(_shown(figures.value(key).value, made) for key in row))
        for name, row in zip(names, keys, strict=True)
    )
    data = ChartData(
        id=block.id,
        kind=block.kind,
        categories=tuple(categories),
        series=series,
        unit=join_unit(made.scale_word, made.unit, language),
        number_format=_number_format(made),
        colours=catalogue.company.colours,
        font=font,
    )
    return ChartContent(data, tuple(tuple(row) for row in keys), made.divisor)


def _resolve(placement: Placement, year: int, catalogue: Catalogue, language: str) -> _Placed | None:
    reference = parse_reference(placement.reference)
    metric = catalogue.metrics.get(reference.code) if reference else None
    if reference is None or metric is None:
        return None
    key = reference.key(year)
    words = "" if reference.wildcard else category_words(key.category, catalogue, language)
    label = placement.label.best(language) or " · ".join(part for part in (metric.name.best(language), words) if part)
    return _Placed(label, key, metric, placement.format)


def _layout(
    block: ChartBlock, placed: Sequence[_Placed], figures: Figures, language: str
) -> tuple[list[str], list[str], list[list[Key]]]:
    """Return series names, categories, and the keys of each series."""
    years = range(placed[0].key.period - block.years + 1, placed[0].key.period + 1)
    if "*" in placed[0].key.category:
        members = figures.members(placed[0].key)
        words = [category_words(member.category, figures.catalogue, language) for member in members]
        names = [str(year) for year in years] if block.years > 1 else [placed[0].label]
        return names, words, [[replace(member, period=year) for member in members] for year in years]
    if block.years > 1:
        rows = [[replace(item.key, period=year) for year in years] for item in placed]
        return [item.label for item in placed], [str(year) for year in years], rows
    return [block.caption.best(language)], [item.label for item in placed], [[item.key for item in placed]]


def _format(placed: _Placed, catalogue: Catalogue) -> Format:
    return resolve_format(placed.metric, catalogue, placed.format)


def _shown(value: Decimal | None, made: Shape) -> Decimal | None:
    return None if value is None else EXACT.divide(value, made.divisor)


def _number_format(made: Shape) -> str:
    digits = "#,##0" + ("." + "0" * made.decimals if made.decimals else "")
    return digits + ('"%"' if made.unit.code == "percent" else "")
