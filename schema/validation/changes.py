"""This year's entered values beside last year's: large changes, slips, copies, swaps, falls."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import EXACT, quotient
from schema.validation.facts import Amount, Coded, Fact, Percent
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues, Parts, Year
from schema.validation.slips import copied, slip_from_last_year, swapped
from schema.values.comparison import can_be_compared, is_exact_enough
from schema.values.datapoint import DataPoint
from schema.values.definition_breaks import SAME
from schema.values.intervals import ZERO, by_the_letter

_SWAP = Decimal("0.15")
_ONE, _HUNDRED = Decimal(1), Decimal(100)
_FAR_UP, _FAR_DOWN = Decimal(5), Decimal("0.2")


def check_changes(values: MetricValues, parts: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield what stands out against the year before, for every year of a metric."""
    for year, now in values.years.items():
        yield from check_year(values, year, now, parts)


def check_year(values: MetricValues, year: int, now: Year, parts: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield what stands out in one year of a metric against the year before."""
    if values.metric.timing == "cumulative":
        yield from _falls(values, year, now)
    before = values.years.get(year - 1)
    if not before or _breaks(values.metric, year - 1, year):
        return
    calm = _calm(values.metric)
    moved: set[str] = set()
    standing: list[Issue] = []
    for category, point in now.items():
        last = before.get(category)
        if last is not None and point.value is not None and last.value is not None:
            ratio = quotient(point.value, last.value) if last.value else None
            deviation = EXACT.subtract(ratio, _ONE).copy_abs() if ratio is not None else _FAR_UP
            if deviation > _SWAP:
                moved.add(category)
            # Most values move a little: only those that stand still or move far are looked at closely.
            if deviation > calm or not deviation:
                standing.extend(_point(values.metric, point, last, ratio))
    swaps = tuple(_swaps(now, before, moved, parts)) if len(moved) > 1 else ()
    yield from swaps
    # One cause, one issue: members that look swapped are not reported for their change as well.
    swapped_keys = {key for issue in swaps for key in (issue.key, issue.facts["other"])}
    yield from (issue for issue in standing if issue.key not in swapped_keys)


def _breaks(metric: Metric, before: int, now: int) -> bool:
    """Whether the two years do not count the same: what is between them then says nothing about a slip."""
    return any(change.what != SAME and before < change.since <= now for change in metric.changed)


def _calm(metric: Metric) -> Decimal:
    """How far a value may move without being looked at: up to its threshold, and less than any slip."""
    limit = metric.change_threshold
    return 1 - _FAR_DOWN if limit is None else min(limit / _HUNDRED, 1 - _FAR_DOWN)


def _point(metric: Metric, point: DataPoint, last: DataPoint, ratio: Decimal | None) -> Iterator[Issue]:
    value, before = point.value or ZERO, last.value or ZERO
    if copied(value, before, metric):
        yield _beside_last_year("slip.copied", point, value, before)
        return
    if ratio is None:
        return
    slip = slip_from_last_year(value, before, metric) if ratio >= _FAR_UP or ratio <= _FAR_DOWN else ""
    if slip:
        yield _beside_last_year("change.slip", point, value, before, slip=Coded("slip", slip))
        return
    limit = metric.change_threshold
    change = EXACT.multiply(EXACT.subtract(ratio, _ONE), _HUNDRED)
    if limit is None or change.copy_abs() <= limit:
        return
    shown: dict[str, Fact] = {"threshold": Percent(limit, limit=True)}
    if not can_be_compared(point, last):
        yield _beside_last_year("change.apart", point, value, before, **shown)
        return
    signed = change.copy_sign(EXACT.subtract(value, before))
    decimals = int(is_exact_enough(point, last, counted=metric.traits.counted))
    yield _beside_last_year("change.large", point, value, before, change=Percent(signed, decimals=decimals), **shown)


def _beside_last_year(code: str, point: DataPoint, value: Decimal, before: Decimal, **more: Fact) -> Issue:
    shown: dict[str, Fact] = {"value": Amount(value), "before": Amount(before), "year": point.key.period - 1}
    return Issue(code, "doubt", point.key, {**shown, **more})


def _swaps(now: Year, before: Year, moved: set[str], parts: tuple[Parts, ...]) -> Iterator[Issue]:
    for part in parts:
        for first, second in combinations([member for member in part.members if member in moved], 2):
            a, b, x, y = (year[c] for year in (now, before) for c in (first, second))
            if a.value is None or b.value is None or x.value is None or y.value is None:
                continue
            if swapped((a.value, b.value), (x.value, y.value), _SWAP):
                shown: dict[str, Fact] = {"other": b.key, "year": x.key.period, "value": Amount(a.value)}
                shown |= {"othervalue": Amount(b.value), "before": Amount(x.value), "otherbefore": Amount(y.value)}
                yield Issue("slip.swapped", "doubt", a.key, shown)


def _falls(values: MetricValues, year: int, now: Year) -> Iterator[Issue]:
    """A cumulative value never falls below the last one before it, if both count from the same year."""
    for category, point in now.items():
        earlier = [y for y in values.years if y < year and category in values.years[y]]
        if point.value is None or not earlier:
            continue
        last = values.years[max(earlier)][category]
        if last.value is None or last.since != point.since or _breaks(values.metric, max(earlier), year):
            continue
        if by_the_letter(point.value, point.qualifier).wholly_below(by_the_letter(last.value, last.qualifier)):
            shown = {"value": Amount(point.value), "before": Amount(last.value), "year": last.key.period}
            yield Issue("cumulative.falls", "error", point.key, shown)
