"""A typed value held against what it would be, were it not typed: the sum over entities, over shorter periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key
from schema.validation.facts import Amount, Fact, PartsOf
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues
from schema.validation.sums import Addend, Measure, compare, displayed_half
from schema.values.display import resolution
from schema.values.figures import Figures, Result
from schema.values.intervals import ZERO, by_the_letter
from schema.values.omissions import counts_as_nothing
from schema.values.rollup.way import ONE, Axis, Part, Way
from schema.values.typed_digits import typed_half


def check_rollups(values: MetricValues, figures: Figures) -> Iterator[Issue]:
    """Yield where typed values of a metric and reporter contradict those that they are the sum of."""
    if not figures.sums_up(values.metric):
        return
    measure = Measure(values.metric, values.step)
    for year in values.years.values():
        for point in year.values():
            if point.value is not None:
                yield from _against(point.key, figures, measure)


def check_rollup(key: Key, metric: Metric, figures: Figures) -> Iterator[Issue]:
    """Yield where a value contradicts what it is the sum of, and where one that it is a part of does."""
    measure = Measure(metric, resolution(metric, figures.catalogue))
    for at in (key, *figures.wholes(key, metric)):
        if figures.value(at).kind == "entered":
            yield from _against(at, figures, measure)


def _against(key: Key, figures: Figures, measure: Measure) -> Iterator[Issue]:
    """Hold a value against each axis once: quarters say the same as the halves that they make up."""
    held: set[Axis] = set()
    for way in figures.ways(key, measure.metric):
        parts, full = _parts(way, figures, measure.metric)
        if way.axis in held or not parts:
            continue
        if full:
            held.add(way.axis)
        if way.last:
            yield from _against_last(figures.value(key), parts, measure)
        else:
            whole = _addend(figures.value(key), Part(key), measure.metric)
            said = PartsOf(keys=tuple(part.key for part in parts))
            weighted = any(part.weight != ONE for part in way.parts)
            yield from (_told(issue, weighted=weighted) for issue in compare(whole, parts, full, said, measure))


def _against_last(whole: Result, parts: Sequence[Addend], measure: Measure) -> Iterator[Issue]:
    """Yield where the value at the end of a period is not that at the end of its last part."""
    typed = _addend(whole, Part(whole.key), measure.metric)
    half = displayed_half(measure, [typed.value, *(part.value for part in parts)])
    for part in parts:
        own = by_the_letter(typed.value, typed.qualifier, max(half, typed.half))
        if not own.meets(by_the_letter(part.value, part.qualifier, max(half, part.half))):
            facts: dict[str, Fact] = {"total": Amount(typed.value), "value": Amount(part.value), "part": part.key}
            yield Issue("total.last", "doubt", whole.key, facts)


def _parts(way: Way, figures: Figures, metric: Metric) -> tuple[list[Addend], bool]:
    """Return the parts that have a value, each by its weight, and whether none is missing."""
    addends, full = list[Addend](), True
    for part in way.parts:
        result = figures.value(part.key)
        if result.value is not None:
            addends.append(_addend(result, part, metric))
        elif not counts_as_nothing(result.omission):
            full = False
    return addends, full


def _addend(result: Result, part: Part, metric: Metric) -> Addend:
    value = result.value or ZERO
    half = typed_half(value, result.typed, counted=metric.traits.counted) if result.typed else ZERO
    weighted = (EXACT.multiply(number, part.weight) for number in (value, half))
    return Addend(part.key, next(weighted), result.qualifier, next(weighted))


def _told(issue: Issue, *, weighted: bool) -> Issue:
    """A part that counts by a share is not called slipped: what is typed there is another number."""
    if not weighted or issue.code not in ("total.partslip", "total.part"):
        return issue
    kept = {name: fact for name, fact in issue.facts.items() if name in ("total", "sum", "parts", "difference")}
    return replace(issue, code="total.differs", facts=kept) if "sum" in kept else issue
