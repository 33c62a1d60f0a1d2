"""Shares and averages by breakdown: they never add up, but the whole lies between its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.grammar.decimals import quotient
from schema.validation import mending
from schema.validation.change_thresholds import Alert, alert_of
from schema.validation.facts import Amount, AmountAt, Coded, PartsOf, Times
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues, Parts, Year, member_categories
from schema.values.datapoint import DataPoint
from schema.values.intervals import ZERO, Interval, add_intervals, by_the_letter

_HUNDRED = Decimal(100)
_TWO = Decimal(2)


def is_rate(metric: Metric, catalogue: Catalogue) -> bool:
    """Whether a metric is a share, or an amount per something (hours per person, not joules: time under it is none)."""
    unit = catalogue.units.get(metric.unit)
    powers = unit.dimension.split() if unit else []
    return metric.traits.share or any("^-" in power and not power.startswith("time^") for power in powers)


def groups_of(catalogue: Catalogue, metric: Metric) -> tuple[Parts, ...]:
    """Return the crossings of a rate, each with its categories; none of what adds up."""
    if not metric.crossings or not is_rate(metric, catalogue):
        return ()
    return tuple(
        Parts("", crossing, member_categories(catalogue, crossing), _complete(catalogue, crossing))
        for crossing in metric.crossings
        if not set(crossing) & set(metric.sum_over)
    )


def _complete(catalogue: Catalogue, crossing: Sequence[str]) -> bool:
    return all(catalogue.breakdowns[code].complete for code in crossing)


def check_rates(values: MetricValues, groups: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield what cannot be right among the parts of a rate, in every year."""
    for year in values.years:
        yield from check_year_rates(values, year, groups)


def check_year_rates(values: MetricValues, year: int, groups: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield what cannot be right among the parts of a rate in one year."""
    points = values.years.get(year, {})
    for group in groups:
        parts = [point for member in group.members if (point := points.get(member)) and point.value is not None]
        yield from _unlike(values.metric, points.get(""), parts)
        if values.metric.traits.share:
            yield from _counts_among_shares(values.metric, parts)
        if group.complete and parts and len(parts) == len(group.members):
            yield from _outside(values, points, parts, PartsOf(breakdowns=group.crossing))


def _unlike(metric: Metric, whole: DataPoint | None, parts: Sequence[DataPoint]) -> Iterator[Issue]:
    """Rates of one cut are of one size: one far from all others, the whole among them, stands out."""
    known = [*parts, whole] if whole is not None and whole.value else parts
    alert = alert_of(metric, remarked=False)
    for position, part in enumerate(parts):
        others = [one for one in known if one is not part]
        if not part.value or not others or not all(_is_far(alert, part, other) for other in others):
            continue
        low, high = (end(others, key=lambda one: one.value or ZERO) for end in (min, max))
        facts = {
            "value": Amount(part.value, part.qualifier),
            "peers": Coded("side", "peers.parts"),
            "other": others[0].key,
            "mended": mending.like_all(part.value, low.value or ZERO, high.value or ZERO, metric),
        }
        ends = {"low": AmountAt(low.key, low.value or ZERO), "high": AmountAt(high.key, high.value or ZERO)}
        # Of two that are unlike each other one is told, and names the other.
        if len(known) > 2 or position == 0:
            yield Issue("value.unlike", "doubt", part.key, {**facts, **ends})


def _is_far(alert: Alert, point: DataPoint, other: DataPoint) -> bool:
    if point.value is None or not other.value:
        return False
    return isinstance(alert.passed(point.value, other.value), Times)


def _counts_among_shares(metric: Metric, parts: Sequence[DataPoint]) -> Iterator[Issue]:
    """A part above 100 where the others are not looks like a number of things, unless more may be."""
    above = [part for part in parts if part.value is not None and part.value > _HUNDRED]
    if metric.maximum is None and 0 < len(above) < len(parts):
        yield from (Issue("share.count", "doubt", p.key, {"value": Amount(p.value)}) for p in above if p.value)


def _outside(values: MetricValues, points: Year, parts: Sequence[DataPoint], said: PartsOf) -> Iterator[Issue]:
    """An average lies between the lowest and the highest part; parts of a hundred add up to it instead."""
    whole = points.get("")
    if whole is None or whole.value is None:
        return
    half = quotient(values.step, _TWO)
    spans = [_span(part, half) for part in parts]
    total = _span(whole, half)
    beyond = all(total.wholly_below(span) for span in spans) or all(span.wholly_below(total) for span in spans)
    if beyond and not total.meets(add_intervals(spans)):
        numbers = [part.value for part in parts if part.value is not None]
        facts = {"total": Amount(whole.value), "low": Amount(min(numbers)), "high": Amount(max(numbers)), "parts": said}
        yield Issue("total.outside", "doubt", whole.key, facts)


def _span(point: DataPoint, half: Decimal) -> Interval:
    return by_the_letter(point.value or Decimal(0), point.qualifier, half)
