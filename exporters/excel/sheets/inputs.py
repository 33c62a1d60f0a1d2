"""What the workbook's formulas need and no chapter shows: it has its rows in the data sheet alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.content import Chart
from exporters.excel.sheets.context import Context
from schema.catalogue.definitions import Metric
from schema.grammar.reference import Key


def keys_of(metric: Metric, category: str, years: Iterable[int]) -> tuple[Key, ...]:
    """Return where a metric's values stand, year by year."""
    return tuple([Key(metric.code, year, "", category) for year in years])


def is_known(context: Context, key: Key) -> bool:
    """Whether something was entered at a key, or follows from what was."""
    return key in context.snapshot.points or context.figures.value(key).value is not None


def inputs(context: Context) -> Iterator[Key]:
    """Yield each value that figures, totals and charts follow from, and that no chapter shows."""
    lacking = dict.fromkeys(_drawn(context))
    queue, spots = [*context.plan.spots, *lacking], context.plan.spots
    while queue:
        for key in _below(context, queue.pop()):
            if key not in spots and key not in lacking:
                lacking[key] = None
                queue.append(key)
    order = {code: number for number, code in enumerate(context.catalogue.metrics)}
    yield from sorted(lacking, key=lambda key: (order.get(key.metric, len(order)), key.canonical()))


def _below(context: Context, key: Key) -> Iterator[Key]:
    """Yield what a value follows from; of a typed one what it is held against, where that is known."""
    result, metric = context.figures.value(key), context.catalogue.metrics.get(key.metric)
    yield from result.inputs
    if result.kind == "entered" and metric is not None and context.figures.sums_up(metric):
        parts = (part.key for way in context.figures.ways(key, metric) for part in way.parts)
        yield from (part for part in parts if is_known(context, part))


def _drawn(context: Context) -> Iterator[Key]:
    """Yield what charts show."""
    charts = (block for block in context.document.blocks if isinstance(block, Chart))
    points = (point for chart in charts for points in chart.points for point in points)
    yield from (point.key for point in points if point.value is not None and point.key not in context.plan.spots)
