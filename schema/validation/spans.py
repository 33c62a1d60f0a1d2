"""What a qualified or rounded number may stand for: a span of true values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from schema.values.display import EXACT

ZERO = Decimal(0)
# How far a word may reach before it misleads: "about" ten percent either way, "nearly" a fifth below,
# "over" and its kin up to twice the number (超过 300 万 for 3,000 万 is a slip, not a boast).
_ABOUT = Decimal("0.1")
_NEARLY = Decimal("0.2")
_WIDE = Decimal(1)


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
    """Return what a number with its qualifier stands for; `half_step` is half of its last digit's size."""
    size = abs(value)
    if qualifier in ("over", "some_more"):
        return Span(value, value + size * _WIDE, open_low=True)
    if qualifier == "at_least":
        return Span(value, value + size * _WIDE)
    if qualifier == "nearly":
        return Span(value - size * _NEARLY, value, open_high=True)
    if qualifier == "about":
        reach = max(size * _ABOUT, half_step)
        return Span(value - reach, value + reach)
    return Span(value - half_step, value + half_step) if half_step else Span(value, value)


def unlimited(value: Decimal, qualifier: str, half_step: Decimal = ZERO) -> Span:
    """Return the span by the qualifier's letter alone: "over" has no upper end, "nearly" no lower one."""
    if qualifier in ("over", "at_least", "some_more"):
        return Span(value, Decimal("Infinity"), open_low=qualifier != "at_least")
    if qualifier == "nearly":
        return Span(Decimal("-Infinity"), value, open_high=True)
    return span(value, qualifier, half_step)


def add_spans(spans: Iterable[Span]) -> Span:
    """Return what the sum of the parts may be."""
    low, high, open_low, open_high = ZERO, ZERO, False, False
    for part in spans:
        low, high = EXACT.add(low, part.low), EXACT.add(high, part.high)
        open_low, open_high = open_low or part.open_low, open_high or part.open_high
    return Span(low, high, open_low, open_high)
