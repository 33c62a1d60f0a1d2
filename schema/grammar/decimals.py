"""How Annals reckons: exactly, with Decimal; the one quotient, and how long a number may be."""

from __future__ import annotations

from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
)

# A number is read if it has at most so many significant digits, and as many decimals.
MOST_DIGITS = 30

# Sums, differences and products of numbers that were read are exact: the largest (30 digits of 万亿 in the widest
# unit) and the smallest (30 decimals in the narrowest) are less than 120 digits apart.
EXACT = Context(prec=120, rounding=ROUND_HALF_UP)

# For rounding to a wanted decimal: every digit before it is kept, however many there are.
ANY_LENGTH = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)

_ENDING = Context(prec=120, traps=[Inexact, DivisionByZero, InvalidOperation])
_UNENDING = Context(prec=40, rounding=ROUND_HALF_UP)
_ROUGH = Context(prec=28)
_DOUBLE = 308
_SETTLED = Context(prec=26, rounding=ROUND_HALF_UP)
_READ = Context(prec=MOST_DIGITS, traps=[Inexact])


def last_digit(number: Decimal) -> Decimal:
    """Return the size of a number's last digit as it is written: 0.01 of 1.50."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Return a quotient that ends with all its digits, one that does not (1/3) with 40; DivisionByZero for 0."""
    try:
        return _ENDING.divide(dividend, divisor)
    except Inexact:
        return _UNENDING.divide(dividend, divisor)


def rough_quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Return a quotient to 28 digits, quicker than the exact one: for passing over what needs no closer look."""
    return _ROUGH.divide(dividend, divisor)


def settled(value: Decimal) -> Decimal:
    """Return a number that was reckoned with rounded scales, without the last digits, which these have spoilt."""
    return _SETTLED.plus(value).normalize(_SETTLED)


def is_long(value: Decimal) -> bool:
    """Whether a number has more significant digits than are read."""
    try:
        _READ.plus(value)
    except Inexact:
        return True
    return value.adjusted() >= MOST_DIGITS + 30


def is_long_text(digits: str) -> bool:
    """Whether plain digits with at most one point are more than are read, before or behind the point."""
    whole, _, decimals = digits.partition(".")
    return len((whole + decimals).lstrip("0")) > MOST_DIGITS or len(decimals) > MOST_DIGITS


def has_double(value: Decimal) -> bool:
    """Whether a cell or a drawing can hold the number: Excel's end at 10^308, as Python's float does."""
    return value.adjusted() < _DOUBLE


def plain(value: Decimal) -> str:
    """Return the canonical text of a value: plain notation without trailing zeros."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
