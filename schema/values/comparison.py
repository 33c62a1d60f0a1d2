"""Whether two years of one metric can be compared, and by how much it changed: the one place that says a change.

A change is computed only from comparable and exact enough values; else it is not meaningful, with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, get_args

from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import Format
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.fiscal import FiscalYear
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint
from schema.values.display import Shape, merge_formats, metric_format, round_to, shape
from schema.values.figures import Figures, Result
from schema.values.interval_arithmetic import exactly
from schema.values.intervals import Interval, within_reach
from schema.values.typed_digits import typed_step

_ZERO, _TWO, _HUNDRED = Decimal(0), Decimal(2), Decimal(100)
_MOST_DECIMALS = 6

# Why there is no change to tell. The first two: there is nothing to compare; the others: it is not meaningful.
Reason = Literal["missing", "zero", "break", "qualified", "since", "as_of", "coarse", "sign", "inputs"]
REASONS: tuple[Reason, ...] = get_args(Reason)
NOT_MEANINGFUL: frozenset[Reason] = frozenset(REASONS) - {"missing", "zero"}


@dataclass(frozen=True, slots=True)
class Step:
    """The size of a change's last digit: `unit` of what it is told in, divided by ten for each of `decimals`.

    A `fixed` one was asked for; any other gives way to fewer decimals where the values bear no more.
    """

    unit: Decimal = Decimal(1)
    decimals: int = 1
    fixed: bool = False

    @property
    def size(self) -> Decimal:
        """The size of the last digit."""
        return EXACT.multiply(self.unit, Decimal(1).scaleb(-self.decimals))


PERCENT_STEP = Step()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A year beside the year before. `value` is unrounded: in percent of the year before, or in the stored unit.

    It has `decimals` that both years bear. Without a value the `reason` says why; `between` are the two years or dates
    that differ, the earlier year's first.
    """

    now: Result
    before: Result
    value: Decimal | None = None
    decimals: int = 0
    reason: Reason | Literal[""] = ""
    between: tuple[str, str] | None = None

    @property
    def not_meaningful(self) -> bool:
        """Whether both years are there and still no change is told of them."""
        return self.reason in NOT_MEANINGFUL


def percent_change(figures: Figures, key: Key, step: Step = PERCENT_STEP) -> Comparison:
    """Return the change on the year before in percent of its value."""
    return _compare(figures, key, step, relative=True)


def difference(figures: Figures, key: Key, step: Step) -> Comparison:
    """Return the change on the year before in the metric's stored unit; `step.unit` is in that unit, too."""
    return _compare(figures, key, step, relative=False)


def told_change(figures: Figures, key: Key, metric: Metric, placed: Format) -> Comparison:
    """Return the change that a format asks for: `change%` in percent, `change` in the metric's own display."""
    if placed.change == "change%":
        decimals = PERCENT_STEP.decimals if placed.decimals is None else placed.decimals
        return percent_change(figures, key, Step(decimals=decimals, fixed=placed.decimals is not None))
    form = replace(merge_formats(placed, metric_format(metric, figures.catalogue)), change="")
    return difference(figures, key, points_step(shape(metric, figures.catalogue, "zh-Hans", form, Decimal(1))))


def points_step(measure: Shape) -> Step:
    """Return the step of a change that is told as values of the metric are."""
    return Step(EXACT.scaleb(measure.resolution, measure.decimals), measure.decimals)


def moved(now: Decimal, before: Decimal) -> Decimal | None:
    """Return by how many percent of its value a number is another, or None where it is zero."""
    return quotient(EXACT.multiply(EXACT.subtract(now, before), _HUNDRED), before.copy_abs()) if before else None


def _compare(figures: Figures, key: Key, step: Step, *, relative: bool) -> Comparison:
    before = replace(key, period=key.period - 1)
    pair = Comparison(_unrounded(figures.value(key)), _unrounded(figures.value(before)))
    metric = metric_of(figures.catalogue, key.metric)
    if metric is not None and metric.traits.labelled:
        return replace(pair, reason="missing")  # no distance lies between two words
    pair = _compared(figures, pair)
    if pair.reason:
        return pair
    assert pair.now.value is not None
    assert pair.before.value is not None
    if relative and pair.before.value * pair.now.value < 0:
        return replace(pair, reason="sign")  # no percentage leads from a gain to a loss, or back
    value = moved(pair.now.value, pair.before.value)
    if not relative:
        value = EXACT.subtract(pair.now.value, pair.before.value)
    if value is None:
        return replace(pair, reason="zero")
    decimals = _borne(value, _reach(figures, pair, relative=relative), step)
    return replace(pair, reason="coarse") if decimals is None else replace(pair, value=value, decimals=decimals)


def _unrounded(result: Result) -> Result:
    return result if result.exact is None else replace(result, value=result.exact, qualifier="", exact=None)


def _compared(figures: Figures, pair: Comparison) -> Comparison:
    """Return the pair with the reason why its years cannot be compared whatever their size."""
    now, before = pair.now, pair.before
    if figures.breaks(now.key.metric, before.key.period, now.key.period):
        return replace(pair, reason="break")
    if now.value is None or before.value is None:
        lacking = {result.untold for result in (now, before) if result.value is None}
        return replace(pair, reason="missing" if False in lacking else "inputs")
    if now.qualifier or before.qualifier:
        return replace(pair, reason="qualified")
    fiscal = figures.catalogue.company.fiscal
    for leaf in figures.leaves(now):
        one, other = (figures.value(key).point for key in (leaf, replace(leaf, period=leaf.period - 1)))
        if one is not None and other is not None and (differs := _differs(one, other, fiscal)):
            return replace(pair, reason=differs[0], between=differs[1:])
    return pair


def _differs(now: DataPoint, before: DataPoint, fiscal: FiscalYear) -> tuple[Reason, str, str] | None:
    """Return what two years count from, or were counted at, where that is not the same."""
    if now.since != before.since:
        return "since", str(before.since or "—"), str(now.since or "—")
    if not (now.as_of or before.as_of):
        return None
    days = (point.as_of or _last_day(point.key, fiscal) for point in (before, now))
    earlier, later = days
    return ("as_of", earlier, later) if _in_year(earlier) != _in_year(later) else None


def _last_day(key: Key, fiscal: FiscalYear) -> str:
    return fiscal.last_day_of(key.period, key.span).isoformat()


def _in_year(day: str) -> str:
    """The last day of February is the same day in each year."""
    return "-02-29" if day.endswith("-02-28") else day[4:]


def can_be_compared(now: DataPoint, before: DataPoint, fiscal: FiscalYear) -> bool:
    """Whether two entered values are exact numbers of one kind of time, whatever their digits."""
    return not (now.qualifier or before.qualifier or _differs(now, before, fiscal))


def is_exact_enough(now: DataPoint, before: DataPoint, *, counted: bool) -> bool:
    """Whether what was typed of two values that can be compared bears a change in percent with its decimal."""
    if now.value is None or not before.value:
        return False
    steps = (typed_step(point.value or _ZERO, point.typed) for point in (now, before))
    halves = tuple(_ZERO if counted and step <= 1 else quotient(step, _TWO) for step in steps)
    reach = _relative_reach(now.value, before.value, (halves[0], halves[1]))
    return EXACT.multiply(reach, _TWO) <= PERCENT_STEP.size


def _reach(figures: Figures, pair: Comparison, *, relative: bool) -> Decimal:
    """Return how far the last digit of either year moves the change: the farther of the two."""
    if not relative:
        return max(_points_half(figures, pair.now), _points_half(figures, pair.before))
    halves = half_of(figures, pair.now), half_of(figures, pair.before)
    value, base = pair.now.value, pair.before.value
    assert value is not None
    assert base
    return _relative_reach(value, base, halves)


def _relative_reach(value: Decimal, base: Decimal, halves: tuple[Decimal, Decimal]) -> Decimal:
    now, before = halves
    by_now = quotient(EXACT.multiply(now, _HUNDRED), base.copy_abs())
    share = quotient(EXACT.multiply(value.copy_abs(), _HUNDRED), EXACT.multiply(base, base))
    return max(by_now, EXACT.multiply(before, share)) if share else by_now


def half_of(figures: Figures, result: Result) -> Decimal:
    """Return how far a value may be from what it says, for the digits that were typed of it or of its inputs."""
    if result.kind != "figure" or result.computed is not None:
        return figures.half_step(result)

    def rounded(leaf: Result) -> Interval:
        half = figures.half_step(leaf)
        return within_reach(leaf.value or Decimal(0), "", half) if half else exactly(leaf.value or Decimal(0))

    known = figures.interval(result.key, rounded)
    assert result.value is not None
    return max(EXACT.subtract(known.high, result.value), EXACT.subtract(result.value, known.low))


def _points_half(figures: Figures, result: Result) -> Decimal:
    """Return how far a value may be from what it says where a difference is told in the unit that it is shown in.

    A percentage that somebody typed without decimals is printed with those of its metric (100 as 100.0 %), so that it
    says as much; one that a report printed stays as coarse as it was printed.
    """
    half, metric = half_of(figures, result), metric_of(figures.catalogue, result.key.metric)
    if metric is None or not metric.in_percent or figures.half_step(result, typed=False):
        return half
    form = metric_format(metric, figures.catalogue)
    if form.decimals is None:
        return half
    return min(half, quotient(shape(metric, figures.catalogue, "zh-Hans", form).resolution, _TWO))


def _borne(value: Decimal, reach: Decimal, step: Step) -> int | None:
    """Return how many decimals a change may have, or None where even the fewest would say more than is known.

    A change that is not zero has a digit that says so.
    """
    wanted = _telling(value, step)
    for decimals in range(wanted, (step.decimals if step.fixed else 0) - 1, -1):
        size = replace(step, decimals=decimals).size
        if EXACT.multiply(reach, _TWO) <= size and (not value or round_to(quotient(value, size), 0, ROUND_HALF_UP)):
            return decimals
    return None


def _telling(value: Decimal, step: Step) -> int:
    """Return the decimals of a step, or more where only these tell the change from none."""
    if not value:
        return step.decimals
    first = -quotient(value, step.unit).adjusted()
    needed = step.decimals if round_to(quotient(value, step.size), 0, ROUND_HALF_UP) else first
    return min(needed, max(step.decimals, _MOST_DECIMALS))
