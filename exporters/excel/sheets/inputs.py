"""The sheet of inputs: values that formulas, charts and texts need and no chapter holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exporters.excel.sheets.context import Context
from exporters.excel.sheets.homes import has_words, text_references
from exporters.excel.sheets.spots import DataPlan, Line, LineKind
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import ChartBlock
from schema.grammar.reference import Key, parse_reference


def keys_of(metric: Metric, category: str, years: Iterable[int]) -> tuple[Key, ...]:
    """Return where a metric's values stand, year by year."""
    return tuple([Key(metric.code, year, "", category) for year in years])


def is_known(context: Context, key: Key) -> bool:
    """Whether something was entered at a key, or follows from what was."""
    return key in context.snapshot.points or context.figures.value(key).value is not None


def inputs_plan(context: Context, title: str) -> DataPlan | None:
    """Gather what formulas, charts and texts need and no chapter holds, until nothing is lacking."""
    spots = context.plan.spots
    lacking = {key: None for key in _asked(context) if key not in spots}
    queue = [*(key for key in spots if key.metric in context.catalogue.metrics), *lacking]
    while queue:
        key = queue.pop()
        for target in needs(context, key):
            if target not in spots and target not in lacking:
                lacking[target] = None
                queue.append(target)
    if not lacking:
        return None
    years = tuple(sorted({key.period for key in lacking}))
    order = {code: number for number, code in enumerate(context.catalogue.metrics)}
    rows = sorted({(order.get(key.metric, len(order)), key.metric, key.category) for key in lacking})
    lines = tuple(_input_line(context, code, category, years) for _, code, category in rows)
    return DataPlan(title, context.say("sheet.inputs"), "", lines, years, frozenset(lacking))


def _input_line(context: Context, code: str, category: str, years: Iterable[int]) -> Line:
    metric = context.catalogue.metrics[code]
    kind: LineKind = "member" if category else "metric"
    return Line(kind, context.label(Key(code, 0, "", category)), 0, metric, category, keys_of(metric, category, years))


def _asked(context: Context) -> Iterator[Key]:
    """Yield the keys that charts and texts of the outline mean, beyond the years shown."""
    year = context.outline.year
    for section in context.outline.walk():
        for block in section.blocks:
            if has_words(block):
                keys = [reference.key(year) for reference in text_references(context, block)]
                yield from (key for key in keys if _known_metric(context, key) and is_known(context, key))
            elif isinstance(block, ChartBlock):
                yield from chart_keys(context, block)


def chart_keys(context: Context, block: ChartBlock) -> Iterator[Key]:
    """Yield the keys of a chart that have something to show."""
    for placement in block.series:
        reference = parse_reference(placement.reference)
        if reference is None or not reference.whole or reference.code not in context.catalogue.metrics:
            continue
        key = reference.key(context.outline.year)
        years = range(key.period - block.years + 1, key.period + 1)
        for member in context.figures.members(key) if reference.wildcard else (key,):
            keys = (replace(member, period=year) for year in years)
            yield from (key for key in keys if is_known(context, key))


def _known_metric(context: Context, key: Key) -> bool:
    return key.metric in context.catalogue.metrics and "*" not in key.category and key.whole


def needs(context: Context, key: Key) -> tuple[Key, ...]:
    """Return the keys that the cell at `key` refers to: inputs of its formula, or parts of its total."""
    metric = context.catalogue.metrics[key.metric]
    if metric.formula is not None:
        if key.period not in context.years and context.figures.value(key).value is None:
            return ()  # a chain of earlier years ends where nothing is known
        targets = (context.figures.targets(ref, key) for ref in metric.formula.references())
        # A number of a record stands on the sheet of records, or in the formula itself.
        return tuple(dict.fromkeys(t for lacking in targets for t in lacking if t.metric in context.catalogue.metrics))
    return total_parts(context, key, metric)


def total_parts(context: Context, key: Key, metric: Metric) -> tuple[Key, ...]:
    """Return the parts whose sum stands at `key`: those of its total, or of the first crossing that has data."""
    result = context.figures.value(key)
    if result.total:
        return result.inputs
    if result.kind != "missing":
        return ()
    for crossing in metric.crossings:
        parts = context.figures.parts(key, metric, crossing)
        if any(part in context.snapshot.points for part in parts):
            return parts
    return ()
