"""This year's entered values beside last year's: large changes, slips, copies, swaps, falls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import EXACT, quotient, rough_quotient
from schema.grammar.reference import Key
from schema.validation import mending
from schema.validation.change_thresholds import Alert, Limit
from schema.validation.facts import Amount, Coded, Fact, Mended, Times
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues, Parts, Year
from schema.validation.slips import copied, slip_from_last_year, swapped
from schema.values.comparison import can_be_compared, is_exact_enough
from schema.values.datapoint import DataPoint
from schema.values.definition_breaks import SAME
from schema.values.intervals import ZERO, by_the_letter

_SWAP = Decimal("0.15")
_FARTHEST = 5  # years
_ONE, _HUNDRED = Decimal(1), Decimal(100)


def check_changes(values: MetricValues, parts: tuple[Parts, ...], alert: Alert) -> Iterator[Issue]:
    """Yield what stands out against the year before, for every year of a metric."""
    for year in values.years:
        yield from check_year(values, year, parts, alert)


def check_year(values: MetricValues, year: int, parts: tuple[Parts, ...], alert: Alert) -> Iterator[Issue]:
    """Yield what stands out in one year of a metric against the year before, or the nearest one that has a value."""
    now = values.years.get(year, {})
    if values.metric.timing == "cumulative":
        yield from _falls(values, year, now)
    calm, before = alert.calm, values.years.get(year - 1, {})
    plain = not values.metric.changed  # most values have one of the year before that counts the same
    earlier = [y for y in range(year - 1, year - _FARTHEST - 1, -1) if y in values.years or y in values.printed]
    moved: dict[str, DataPoint] = {}  # by category what stood there last year, kept or printed
    standing: list[Issue] = []
    for category, point in now.items():
        last = before.get(category)
        if not plain or last is None or last.value is None:
            last = _last(values, earlier, point.key)
        if last is not None and point.value is not None and last.value is not None:
            deviation = (rough_quotient(point.value, last.value) - _ONE).copy_abs() if last.value else _ONE
            if deviation > _SWAP and last.key.period == year - 1:
                moved[category] = last
            # Most values move a little: only those that stand still or move far are looked at closely.
            if (deviation >= calm or not deviation) and not _was_odd(values, last, point, alert):
                standing.extend(_point(values.metric, alert, point, last))
    swaps = tuple(_swaps(now, moved, parts)) if len(moved) > 1 else ()
    yield from swaps
    # One cause, one issue: members that look swapped are not reported for their change as well.
    swapped_keys = {key for issue in swaps for key in (issue.key, issue.facts["other"])}
    yield from (issue for issue in standing if issue.key not in swapped_keys)


def _last(values: MetricValues, earlier: Sequence[int], key: Key) -> DataPoint | None:
    """Return the nearest value of earlier years that counts the same: kept, or printed where none is kept."""
    for year in earlier:
        point = values.valued(year, key.category)
        if point is not None:
            return None if _breaks(values.metric, year, key.period) else point
    return None


def _breaks(metric: Metric, before: int, now: int) -> bool:
    """Whether the two years do not count the same: what is between them then says nothing about a slip."""
    return any(change.what != SAME and before < change.since <= now for change in metric.changed)


def _was_odd(values: MetricValues, last: DataPoint, point: DataPoint, alert: Alert) -> bool:
    """Whether last year's value is the odd one, and told as that: this one is like that of the year before it."""
    earlier = values.valued(last.key.period - 1, last.key.category)
    if earlier is None or not earlier.value or last.value is None or point.value is None:
        return False
    if _breaks(values.metric, earlier.key.period, point.key.period):
        return False
    return isinstance(alert.passed(last.value, earlier.value), Times) and not alert.passed(point.value, earlier.value)


def _point(metric: Metric, alert: Alert, point: DataPoint, last: DataPoint) -> Iterator[Issue]:
    value, before = point.value or ZERO, last.value or ZERO
    years = point.key.period - last.key.period
    if years == 1 and copied(value, before, metric):
        yield _beside("slip.copied", point, last)
        return
    limit = alert.over(years).passed(value, before)
    slip = slip_from_last_year(value, before, metric) if before and (years == 1 or limit) else ""
    if slip:
        yield _beside("change.slip", point, last, slip=Coded("slip", slip))
        return
    if limit is None:
        return
    mended = mending.beside(before, value, metric) if isinstance(limit, Times) else Mended()
    if not can_be_compared(point, last, alert.fiscal):
        yield _beside("change.apart", point, last, threshold=limit, mended=mended)
        return
    decimals = int(is_exact_enough(point, last, counted=metric.traits.counted))
    code, facts = told(value, before, limit, decimals)
    yield _beside(code, point, last, **({**facts, "mended": mended} if "mended" in facts else facts))


def told(
    value: Decimal, before: Decimal, limit: Limit, decimals: int, large: str = "change.large"
) -> tuple[str, dict[str, Fact]]:
    """Return the code of a change that passes a limit, and how large it is: as that limit is given."""
    if value * before < 0:
        return "change.sign", {}
    if isinstance(limit, Times):
        ratio = quotient(value, before).copy_abs()
        return ("change.far", {"times": Times(ratio), "mended": Mended()}) if ratio else ("change.none", {})
    change = EXACT.subtract(value, before)
    if not limit.points:
        change = quotient(EXACT.multiply(change, _HUNDRED), before.copy_abs())
    return large, {"change": replace(limit, value=change, limit=False, decimals=decimals), "threshold": limit}


def _beside(code: str, point: DataPoint, last: DataPoint, **more: Fact) -> Issue:
    value, before = (Amount(one.value or ZERO, one.qualifier) for one in (point, last))
    return Issue(code, "doubt", point.key, {"value": value, "before": before, "year": last.key.period, **more})


def _swaps(now: Year, moved: Mapping[str, DataPoint], parts: tuple[Parts, ...]) -> Iterator[Issue]:
    for part in parts:
        for first, second in combinations([member for member in part.members if member in moved], 2):
            a, b, x, y = (year[c] for year in (now, moved) for c in (first, second))
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
            mended = mending.risen(last.value, point.value, values.metric)
            shown: dict[str, Fact] = {"value": Amount(point.value), "before": Amount(last.value), "mended": mended}
            yield Issue("cumulative.falls", "error", point.key, {**shown, "year": last.key.period})
