"""How coarse a value is, by the digits that were typed of it."""

from __future__ import annotations

import re
from decimal import Decimal

from schema.grammar.decimals import EXACT, last_digit, quotient

_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def typed_step(value: Decimal, typed: str) -> Decimal:
    """Return the size of the last digit that was typed, in the stored unit: 0.1 of 亿 for 5.6亿.

    0 where no digits were typed: such a value is what it is. Zero has the decimals that it is kept with.
    """
    match = _DIGITS.search(typed.translate(_FULL_WIDTH))
    if match is None:
        return Decimal(0)
    number = Decimal(match[0].replace(",", ""))
    if not number or not value:
        return min(last_digit(value), Decimal(1))
    return quotient(EXACT.multiply(last_digit(number), value.copy_abs()), number)
