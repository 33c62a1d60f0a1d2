"""What a qualified or rounded number may stand for: all values between two ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from schema.grammar.decimals import EXACT, quotient
from schema.values.datapoint import PublishedValue
from schema.values.qualifiers import QUALIFIERS, Qualifier, qualifier_of, range_to

ZERO = Decimal(0)
ENDLESS = Decimal("Infinity")
_TWO = Decimal(2)

# The plainest qualifier of those whose number is the lower or the upper end, left out or not.
_PLAINEST = {
    ("above", True): "over",
    ("above", False): "at_least",
    ("below", True): "less_than",
    ("below", False): "at_most",
}


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`; an open end does not hold its own limit."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether one value may be in both."""
        return not (self.wholly_below(other) or other.wholly_below(self))

    def wholly_below(self, other: Interval) -> bool:
        """Whether every value of this one is less than every value of the other."""
        touches = self.high == other.low and (self.open_high or other.open_low)
        return self.high < other.low or touches


def within_reach(value: Decimal, qualifier: str = "", half_step: Decimal = ZERO) -> Interval:
    """Return what a number with its qualifier stands for; `half_step` is half of its last digit's size.

    A word reaches only so far before it misleads (超过 300 万 for 3,000 万 is a slip, not a boast).
    """
    row = qualifier_of(qualifier)
    return _interval(value, row, EXACT.multiply(value.copy_abs(), row.reach), half_step)


def by_the_letter(value: Decimal, qualifier: str, half_step: Decimal = ZERO) -> Interval:
    """Return the interval by the qualifier's letter alone: "over" has no upper end, "nearly" no lower one."""
    row = qualifier_of(qualifier)
    bounded = row.side not in ("above", "below")
    return within_reach(value, qualifier, half_step) if bounded else _interval(value, row, ENDLESS, half_step)


def allowed(value: Decimal, qualifier: str) -> Interval:
    """Return the interval by the qualifier's letter of an amount, which is not below zero unless it says so."""
    letter = by_the_letter(value, qualifier)
    return replace(letter, low=ZERO, open_low=False) if value >= 0 > letter.low else letter


def falls_below(value: Decimal, qualifier: str, limit: Decimal) -> bool:
    """Whether a number says that the true value is under a limit: "nearly" does at the limit itself."""
    row = qualifier_of(qualifier)
    return value < limit or (value == limit and row.side == "below" and row.strict)


def rises_above(value: Decimal, qualifier: str, limit: Decimal) -> bool:
    """Whether a number says that the true value is past a limit: "over" does at the limit itself."""
    row = qualifier_of(qualifier)
    if row.upper is not None:
        return row.upper > limit
    return value > limit or (value == limit and row.side == "above" and row.strict)


def _interval(value: Decimal, row: Qualifier, reach: Decimal, half_step: Decimal) -> Interval:
    match row.side:
        case "above":
            return Interval(value, EXACT.add(value, reach), open_low=row.strict, open_high=_ends(reach))
        case "below":
            return Interval(EXACT.subtract(value, reach), value, open_low=_ends(reach), open_high=row.strict)
        case "around":
            return _around(value, max(reach, half_step))
        case "at":
            return _around(value, half_step)
        case "between":
            assert row.upper is not None
            return Interval(EXACT.subtract(value, half_step), EXACT.add(max(value, row.upper), half_step))
        case _:
            assert_never(row.side)


def _ends(reach: Decimal) -> bool:
    """Whether a reach has an end, which itself is too far: nobody says 40 以上 of 80."""
    return reach.is_finite() and bool(reach)


def _around(value: Decimal, reach: Decimal) -> Interval:
    return Interval(EXACT.subtract(value, reach), EXACT.add(value, reach)) if reach else Interval(value, value)


def add_intervals(parts: Iterable[Interval]) -> Interval:
    """Return what the sum of the parts may be."""
    low, high, open_low, open_high = ZERO, ZERO, False, False
    for part in parts:
        low, high = EXACT.add(low, part.low), EXACT.add(high, part.high)
        open_low, open_high = open_low or part.open_low, open_high or part.open_high
    return Interval(low, high, open_low, open_high)


def printed_interval(printed: PublishedValue) -> Interval:
    """Return what a report said with a printed value, at its printed digits."""
    return within_reach(printed.value, printed.qualifier, quotient(printed.resolution, _TWO))


def fits(truth: Decimal, qualifier: str, printed: PublishedValue) -> bool:
    """Whether the printed text is true of the current value, at its precision and with its qualifier."""
    if truth == printed.value and qualifier == printed.qualifier:
        return True
    if qualifier_of(qualifier).upper is not None and qualifier_of(printed.qualifier).upper is not None:
        return False  # two ranges are one, or two
    return printed_interval(printed).meets(within_reach(truth, qualifier))


def qualifier_within(value: Decimal, known: Interval, qualifiers: Iterable[str]) -> str:
    """Return the code of the words that are true of a computed value: all that is known of it is an interval.

    The word of the inputs (`qualifiers`) stays where they share one that says the same; where the value is no end of
    the interval it is about so much.
    """
    if known.low == known.high:
        return ""
    shared = {code for code in qualifiers if code}
    if value == known.low and known.high.is_finite() and any(qualifier_of(code).side == "between" for code in shared):
        return range_to(known.high)
    if value not in (known.low, known.high):
        return "about"
    side, strict = ("above", known.open_low) if value == known.low else ("below", known.open_high)
    row = qualifier_of(shared.pop()) if len(shared) == 1 else None
    if row is not None and (row.side, row.strict) == (side, strict) and not row.inside:
        return row.code
    return QUALIFIERS[_PLAINEST[side, strict]].code


def qualifier_of_sum(parts: Iterable[tuple[Decimal, str]]) -> str:
    """Return the code of the words that are true of a sum of amounts with these qualifiers."""
    amounts = list(parts)
    if not any(qualifier for _, qualifier in amounts):
        return ""
    total = ZERO
    for value, _ in amounts:
        total = EXACT.add(total, value)
    known = add_intervals(allowed(value, qualifier) for value, qualifier in amounts)
    return qualifier_within(total, known, (qualifier for _, qualifier in amounts))
