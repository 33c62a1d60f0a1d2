"""What a value would be without a slip by a power of ten that its size alone suggests; never sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import EXACT, quotient
from schema.validation.change_thresholds import TIMES, is_times
from schema.validation.facts import Mended
from schema.validation.slips import ENERGY_UNITS, LIKE, MASS_UNITS, POWERS, power_name

# Of two slips the nearer is suggested, if the other one is half as far again.
_FARTHER = Decimal("1.5")
_ABOVE_HUNDRED = Decimal("100.5")
_HUNDRED, _THOUSAND, _TEN_THOUSAND = Decimal(100), Decimal(1000), Decimal(10000)


@dataclass(frozen=True, slots=True)
class _Candidate:
    mended: Mended
    times: Decimal  # how many times the other value it is, or the other it: 1 or more


def beside(before: Decimal, value: Decimal, metric: Metric) -> Mended:
    """Return the slip without which nobody would ask about a value beside another year's; none where two are near."""
    if before <= 0 or value <= 0:
        return Mended()
    candidates = [_Candidate(one, _apart(one.value, before)) for one in _candidates(value, metric, POWERS)]
    near = sorted(candidates, key=lambda one: one.times)
    if not near or near[0].times >= TIMES:
        return Mended()
    alone = len(near) == 1 or near[1].times >= EXACT.multiply(near[0].times, _FARTHER)
    return near[0].mended if alone else Mended()


def risen(before: Decimal, value: Decimal, metric: Metric) -> Mended:
    """Return the slip without which what adds up would have risen since an earlier year, to less than three times."""
    mended = beside(before, value, metric)
    return mended if before <= mended.value and not is_times(mended.value, before, LIKE) else Mended()


def among(value: Decimal, low: Decimal, high: Decimal, metric: Metric) -> Mended:
    """Return the slip of its unit without which a value would lie among those of other metrics: kWh and MWh, 万."""
    usual = _THOUSAND if metric.unit in ENERGY_UNITS | MASS_UNITS else _TEN_THOUSAND
    return next((one for one in _candidates(value, metric, (usual,)) if low <= one.value <= high), Mended())


def like_all(value: Decimal, low: Decimal, high: Decimal, metric: Metric) -> Mended:
    """Return the only slip without which a value would be of the size of all others, from `low` to `high`."""
    ends = low, high
    found = [
        one for one in _candidates(value, metric, POWERS) if not any(is_times(one.value, end, LIKE) for end in ends)
    ]
    return found[0] if len(found) == 1 else Mended()


def within_hundred(value: Decimal, metric: Metric) -> Mended:
    """Return the smallest slip without which a share would be one of a hundred at most; none for what is no share.

    What is rounded to a hundred has the noise of a spreadsheet behind it, or its rounding: no slip.
    """
    slips = _candidates(value, metric, POWERS) if metric.traits.share and value >= _ABOVE_HUNDRED else ()
    return next((one for one in slips if one.value <= _HUNDRED), Mended())


def _candidates(value: Decimal, metric: Metric, powers: Iterable[Decimal]) -> Iterator[Mended]:
    """Yield a value without each slip; none leaves a part of something that is counted."""
    for power, grown in product(powers, (True, False)):
        mended = quotient(value, power) if grown else EXACT.multiply(value, power)
        if not metric.traits.counted or mended == mended.to_integral_value():
            yield Mended(power_name(int(power), grown, metric), mended)


def _apart(first: Decimal, second: Decimal) -> Decimal:
    small, large = sorted((first, second))
    return quotient(large, small)
