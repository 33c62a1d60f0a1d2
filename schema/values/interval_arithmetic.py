"""Reckoning with intervals: what a sum, product or quotient may be where its operands may be any value of theirs.

The outcome is never too narrow; it is too wide where a formula names one operand twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from schema.grammar.decimals import EXACT, quotient
from schema.values.intervals import ENDLESS, ZERO, Interval

ANYTHING = Interval(-ENDLESS, ENDLESS, open_low=True, open_high=True)

# An end, and whether the interval leaves it out.
End = tuple[Decimal, bool]


def exactly(value: Decimal) -> Interval:
    """Return the interval of one value."""
    return Interval(value, value)


def add(left: Interval, right: Interval) -> Interval:
    """Return what the sum may be."""
    low, high = EXACT.add(left.low, right.low), EXACT.add(left.high, right.high)
    return Interval(low, high, left.open_low or right.open_low, left.open_high or right.open_high)


def negate(term: Interval) -> Interval:
    """Return the interval on the other side of zero."""
    return Interval(term.high.copy_negate(), term.low.copy_negate(), term.open_high, term.open_low)


def multiply(left: Interval, right: Interval) -> Interval:
    """Return what the product may be."""
    return _between(_product(a, b) for a in _ends(left) for b in _ends(right))


def divide(left: Interval, right: Interval) -> Interval:
    """Return what the quotient may be: anything where the divisor is zero or may be on either side of it."""
    if right.low < 0 < right.high or right.low == right.high == 0:
        return ANYTHING
    sign = Decimal(1) if right.high > 0 else Decimal(-1)
    return _between(end for a in _ends(left) for b in _ends(right) for end in _quotients(a, b, sign))


def greatest(terms: Sequence[Interval]) -> Interval:
    """Return what the largest of several may be."""
    low, open_low = max((term.low, term.open_low) for term in terms)
    high, closed_high = max((term.high, not term.open_high) for term in terms)
    return Interval(low, high, open_low, not closed_high)


def least(terms: Sequence[Interval]) -> Interval:
    """Return what the smallest of several may be."""
    return negate(greatest([negate(term) for term in terms]))


def size(term: Interval) -> Interval:
    """Return what the amount without its sign may be."""
    if term.low >= 0 or term.high <= 0:
        return term if term.low >= 0 else negate(term)
    return _between(((ZERO, False), *_ends(term)[1:], *_ends(negate(term))[1:]))


def mapped(term: Interval, function: Callable[[Decimal], Decimal]) -> Interval:
    """Return what a function that never falls makes of the interval; where it rises in steps it meets its ends."""
    low, high = (end if end.is_infinite() else function(end) for end in (term.low, term.high))
    return Interval(low, high)


def either(one: Interval, other: Interval) -> Interval:
    """Return the interval that holds both."""
    return _between((*_ends(one), *_ends(other)))


def _ends(term: Interval) -> tuple[End, End]:
    return (term.low, term.open_low), (term.high, term.open_high)


def _product(left: End, right: End) -> End:
    (a, a_open), (b, b_open) = left, right
    if a and b:
        return EXACT.multiply(a, b), a_open or b_open
    # Nothing times something endless is nothing, and it is reached where the nothing is.
    return ZERO, not ((not a and not a_open) or (not b and not b_open))


def _quotients(left: End, right: End, sign: Decimal) -> Iterable[End]:
    """Return what the quotient of two ends comes to; `sign` is that of the divisor."""
    (a, a_open), (b, b_open) = left, right
    nothing = ZERO, bool(a) or a_open
    if b.is_infinite():
        return (nothing, (EXACT.multiply(a, sign), True)) if a.is_infinite() else (nothing,)
    if not a:
        return (nothing,)
    if not b or a.is_infinite():
        return ((EXACT.multiply(ENDLESS.copy_sign(a), sign), True),)
    return ((quotient(a, b), a_open or b_open),)


def _between(ends: Iterable[End]) -> Interval:
    """Return the narrowest interval with these ends: of two alike, one that is reached."""
    known = list(ends)
    low, open_low = min(known)
    high, closed_high = max((value, not is_open) for value, is_open in known)
    return Interval(low, high, open_low, not closed_high)
