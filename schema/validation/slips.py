"""Usual slips of the hand, named where a value is far from what other evidence says."""

from __future__ import annotations

from decimal import Decimal

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import EXACT, plain, quotient
from schema.validation.change_thresholds import SMALL_COUNT

ENERGY_UNITS = frozenset({"kwh", "mwh", "kwhperson", "mwhperson"})
MASS_UNITS = frozenset({"kg", "t", "kgperson", "tperson", "kgce", "tce", "kgco2e", "tco2e", "tco2eperson"})

POWERS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10000), Decimal(100000000))
# What is of one size is less than so many times apart.
LIKE = Decimal(3)
# Against last year's value the true change hides in the ratio: a third more or a quarter less than a power is near it.
_NEAR = (Decimal("0.75"), quotient(Decimal(4), Decimal(3)))


def power_slip(value: Decimal, other: Decimal, metric: Metric, band: tuple[Decimal, Decimal]) -> str:
    """Name the slip that would turn `other` into `value` by a power of ten, or return an empty string."""
    if value <= 0 or other <= 0:
        return ""
    grown = value > other
    ratio = quotient(value, other) if grown else quotient(other, value)
    for power in POWERS:
        if power * band[0] <= ratio <= power * band[1]:
            return power_name(int(power), grown, metric)
    return ""


def power_name(power: int, grown: bool, metric: Metric) -> str:
    """Return the slip that makes a value larger or smaller by a power of ten, as people in its unit make it."""
    if power == 1000 and metric.unit in ENERGY_UNITS:
        return "slip.energy.more" if grown else "slip.energy.less"
    if power == 1000 and metric.unit in MASS_UNITS:
        return "slip.mass.more" if grown else "slip.mass.less"
    if power == 100 and metric.traits.share and not grown:
        return "slip.fraction"
    return f"slip.{'times' if grown else 'part'}.{power}"


def slip_from_last_year(value: Decimal, before: Decimal, metric: Metric) -> str:
    """Name the slip that last year's value betrays; small counts jump by themselves."""
    if metric.traits.counted and max(value, before) < SMALL_COUNT:
        return ""
    return "slip.sign" if value == -before else power_slip(value, before, metric, _NEAR)


def slip_from_evidence(value: Decimal, evidence: Decimal, step: Decimal, metric: Metric) -> str:
    """Name the slip between a value and evidence for the same thing, given to `step`."""
    if evidence == 0 or value == 0:
        return ""
    near = min(Decimal("0.1"), abs(quotient(step, evidence)) + Decimal("0.001"))
    slip = power_slip(value, evidence, metric, (1 - near, 1 + near))
    if slip:
        return slip
    if value == -evidence:
        return "slip.sign"
    return "slip.digits" if transposed(value, evidence) else ""


def transposed(first: Decimal, second: Decimal) -> bool:
    """Whether the numbers differ by two neighbouring digits that changed places."""
    left, right = plain(first.copy_abs()), plain(second.copy_abs())
    if len(left) != len(right) or left == right or len(left.replace(".", "")) < 3:
        return False
    places = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(places) != 2 or "." in left[places[0] : places[1] + 1]:
        return False
    i, j = places
    return j == i + 1 and left[i] == right[j] and left[j] == right[i]


def gained_a_digit(value: Decimal, other: Decimal) -> bool:
    """Whether one of two whole numbers has a digit more than the other, whose digits it has in order: 1170 and 170."""
    short, long = sorted((plain(value), plain(other)), key=len)
    if len(short) < 3 or len(long) != len(short) + 1 or not (short + long).isdecimal() or long == short + "0":
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def copied(value: Decimal, before: Decimal, metric: Metric) -> bool:
    """Whether a value repeats last year's to the last digit, where that is unlikely by itself."""
    if value != before or metric.timing == "cumulative":
        return False
    return len(plain(value.copy_abs()).replace(".", "").strip("0")) >= 3


def swapped(now: tuple[Decimal, Decimal], before: tuple[Decimal, Decimal], tolerance: Decimal) -> bool:
    """Whether this year's pair is the other pair with its members exchanged, and they are far enough apart to tell."""
    a, b = now
    x, y = before
    if _close(a, y, tolerance) and _close(b, x, tolerance):
        return not (_close(a, x, tolerance) or _close(b, y, tolerance))
    return bool(tolerance) and _grown_alike((a, b), (y, x), tolerance) and not (_thinkable(a, x) or _thinkable(b, y))


def _grown_alike(now: tuple[Decimal, Decimal], before: tuple[Decimal, Decimal], tolerance: Decimal) -> bool:
    """Whether both grew by about the same factor, and by a thinkable one."""
    if not (_thinkable(now[0], before[0]) and _thinkable(now[1], before[1])):
        return False
    return _close(quotient(now[0], before[0]), quotient(now[1], before[1]), tolerance)


def _thinkable(value: Decimal, before: Decimal) -> bool:
    """Whether a value may have come out of last year's by itself: at most three times as much or as little."""
    return before > 0 and value > 0 and before <= 3 * value and value <= 3 * before


def _close(value: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    return EXACT.subtract(value, other).copy_abs() <= EXACT.multiply(other.copy_abs(), tolerance)
