"""What a qualified or rounded number may stand for: a span of true values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from schema.grammar.decimals import EXACT
from schema.values.qualifiers import Qualifier, qualifier_of

ZERO = Decimal(0)
_ENDLESS = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Span:
    """All values from `low` to `high`; an open end does not hold its own limit."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: Span) -> bool:
        """Whether one value may be in both."""
        return not (self.wholly_below(other) or other.wholly_below(self))

    def wholly_below(self, other: Span) -> bool:
        """Whether every value of this span is less than every value of the other."""
        touches = self.high == other.low and (self.open_high or other.open_low)
        return self.high < other.low or touches


def span(value: Decimal, qualifier: str = "", half_step: Decimal = ZERO) -> Span:
    """Return what a number with its qualifier stands for; `half_step` is half of its last digit's size.

    A word reaches only so far before it misleads (超过 300 万 for 3,000 万 is a slip, not a boast).
    """
    row = qualifier_of(qualifier)
    return _span(value, row, EXACT.multiply(value.copy_abs(), row.reach), half_step)


def unlimited(value: Decimal, qualifier: str, half_step: Decimal = ZERO) -> Span:
    """Return the span by the qualifier's letter alone: "over" has no upper end, "nearly" no lower one."""
    row = qualifier_of(qualifier)
    bounded = row.side not in ("above", "below")
    return span(value, qualifier, half_step) if bounded else _span(value, row, _ENDLESS, half_step)


def falls_below(value: Decimal, qualifier: str, limit: Decimal) -> bool:
    """Whether a number says that the true value is under a limit: "nearly" does at the limit itself."""
    row = qualifier_of(qualifier)
    return value < limit or (value == limit and row.side == "below" and row.strict)


def rises_above(value: Decimal, qualifier: str, limit: Decimal) -> bool:
    """Whether a number says that the true value is past a limit: "over" does at the limit itself."""
    row = qualifier_of(qualifier)
    return value > limit or (value == limit and row.side == "above" and row.strict)


def _span(value: Decimal, row: Qualifier, reach: Decimal, half_step: Decimal) -> Span:
    match row.side:
        case "above":
            return Span(value, EXACT.add(value, reach), open_low=row.strict)
        case "below":
            return Span(EXACT.subtract(value, reach), value, open_high=row.strict)
        case "around":
            return _around(value, max(reach, half_step))
        case "at":
            return _around(value, half_step)
        case _:
            assert_never(row.side)


def _around(value: Decimal, reach: Decimal) -> Span:
    return Span(EXACT.subtract(value, reach), EXACT.add(value, reach)) if reach else Span(value, value)


def add_spans(spans: Iterable[Span]) -> Span:
    """Return what the sum of the parts may be."""
    low, high, open_low, open_high = ZERO, ZERO, False, False
    for part in spans:
        low, high = EXACT.add(low, part.low), EXACT.add(high, part.high)
        open_low, open_high = open_low or part.open_low, open_high or part.open_high
    return Span(low, high, open_low, open_high)
