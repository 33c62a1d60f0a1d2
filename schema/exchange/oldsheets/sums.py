"""Adding up what stands in several columns, and holding it against the total beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from schema.grammar.decimals import plain

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as text, and half a last digit of everything that went into it."""

    text: str
    slack: Decimal


@dataclass(frozen=True, slots=True)
class Footing:
    """The parts of a total: `kind` of them (m, q, h, "" for sites), their `sum` ("" = not all are numbers).

    `missing` are the heads under which nothing stands, `fits` whether sum and total agree as far as they are written.
    """

    kind: str
    sum: str
    missing: tuple[str, ...]
    fits: bool


def added(texts: Sequence[str]) -> Sum | None:
    """Return the sum of numbers that are all there; None where one is not a plain number."""
    numbers = [_number(text) for text in texts]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    return Sum(plain(sum(known, Decimal(0))), sum(map(_half_digit, known), Decimal(0)))


def footing(kind: str, total: str, parts: Sequence[tuple[str, str]]) -> Footing:
    """Hold parts, by their heads, against a total."""
    missing = tuple(head for head, text in parts if not text)
    found, whole = added([text for _, text in parts if text]), _number(total)
    if found is None or whole is None:
        return Footing(kind, "", missing, True)
    fits = abs(Decimal(found.text) - whole) <= found.slack + _half_digit(whole)
    return Footing(kind, found.text, missing, fits)


def _number(text: str) -> Decimal | None:
    words = text.strip()
    return Decimal(words.replace(",", "")) if _NUMBER.fullmatch(words) else None


def _half_digit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1) if exponent else Decimal(0)
