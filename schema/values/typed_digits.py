"""How coarse a value is, by the digits that were typed of it."""

from __future__ import annotations

import re
from decimal import Decimal

from schema.grammar.decimals import EXACT, last_digit, quotient

_PLAIN = re.compile(r"[^\d.,]*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)[^\d.,分成eE^x×]*")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def typed_step(value: Decimal, typed: str) -> Decimal:
    """Return the size of the last digit that was typed, in the stored unit: 0.1 of 亿 for 5.6亿, 1 for 28万5155.

    0 where no digits were typed: such a value is what it is. Zero has the decimals that it is kept with.
    """
    known = _typed(typed.translate(_FULL_WIDTH))
    if known is None:
        return Decimal(0)
    number, step = known
    if not number or not value:
        return min(last_digit(value), Decimal(1))
    return quotient(EXACT.multiply(step, value.copy_abs()), number)


def typed_half(value: Decimal, typed: str, *, counted: bool) -> Decimal:
    """Return half of the last typed digit, in the stored unit; a count to the last one is exact (0)."""
    step = typed_step(value, typed)
    return Decimal(0) if counted and step <= 1 else quotient(step, Decimal(2))


def _typed(words: str) -> tuple[Decimal, Decimal] | None:
    """Return the number that was typed, before scale word and unit, with the size of its last digit."""
    if (plain := _PLAIN.fullmatch(words)) is not None:
        number = Decimal(plain[1].replace(",", ""))
        return number, last_digit(number)
    from schema.values.numerals import Endless, numerals, starts  # deferred: most values are typed in plain digits

    try:
        numeral = next((n for start in starts(words) for n in numerals(words[start:])), None)
    except Endless:
        return None
    return None if numeral is None or numeral.long else (numeral.value.copy_abs(), numeral.step)
