"""A sum typed into a field (=12*3+4): exact, or not computed at all."""

from __future__ import annotations

import re
from decimal import Decimal, DivisionByZero, InvalidOperation

from schema.grammar.decimals import EXACT, is_long_text, plain, quotient

_TOKEN = re.compile(r"\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|[-+*/()])")
_SIGNS = str.maketrans("×÷", "*/")
_LONGEST = 300
_DEEPEST = 40


class NoSum(ArithmeticError):
    """The text is no sum, or its result has no end or too many digits."""


def read_sum(words: str) -> tuple[Decimal, str]:
    """Return the result of a text that begins with = and what stands behind the sum; NoSum where there is no result."""
    if len(words) > _LONGEST:
        raise NoSum
    sum_ = _Sum(words.removeprefix("=").translate(_SIGNS))
    try:
        value = sum_.add(0)
    except (DivisionByZero, InvalidOperation) as error:
        raise NoSum from error
    return _exact(value), sum_.rest.strip()


def _exact(value: Decimal) -> Decimal:
    """Every step must be as short as a number that is read, so that nothing was rounded on the way."""
    if is_long_text(plain(value.copy_abs())):
        raise NoSum
    return value


class _Sum:
    """Reads from left to right what binds weaker around what binds stronger."""

    def __init__(self, words: str) -> None:
        self.rest = words

    def add(self, depth: int) -> Decimal:
        total = self._multiply(depth)
        while sign := self._take("+-"):
            part = self._multiply(depth)
            total = _exact(EXACT.add(total, part) if sign == "+" else EXACT.subtract(total, part))
        return total

    def _multiply(self, depth: int) -> Decimal:
        product = self._one(depth)
        while sign := self._take("*/"):
            factor = self._one(depth)
            product = _exact(EXACT.multiply(product, factor) if sign == "*" else quotient(product, factor))
        return product

    def _one(self, depth: int) -> Decimal:
        if depth > _DEEPEST:
            raise NoSum
        if sign := self._take("+-"):
            inner = self._one(depth + 1)
            return inner.copy_negate() if sign == "-" else inner
        if self._take("("):
            inner = self.add(depth + 1)
            if not self._take(")"):
                raise NoSum
            return inner
        match = _TOKEN.match(self.rest)
        if match is None or match[1] in "-+*/()":
            raise NoSum
        self.rest = self.rest[match.end() :]
        return _exact(Decimal(match[1].replace(",", "")))

    def _take(self, signs: str) -> str:
        match = _TOKEN.match(self.rest)
        if match is None or match[1] not in signs:
            return ""
        self.rest = self.rest[match.end() :]
        return match[1]
