"""Which sign parts the decimals off in a file: where its numbers do not prove it, a person must say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

# The other sign may part groups of three digits.
DecimalMark = Literal["point", "comma"]

_DIGITS = re.compile(r"[\d.,]*\d[\d.,]*")
_SWAPPED = str.maketrans(".,", ",.")
_FIGURES = re.compile(r"\d[\d.,]*\d")
_COMMA = re.compile(r"\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|0,\d+")
_POINT = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|0\.\d+")
_EITHER = re.compile(r"\d{1,3}[.,]\d{3}")


def undecided(texts: Iterable[str], *, continental: bool) -> str:
    """Return the first number of which a person must say whether point or comma parts its decimals, or an empty text.

    That is a number with a decimal comma where no number has a decimal point; and where the file is `continental`, its
    columns parted by semicolons, a number such as 12.345 while no number proves what the point is. In a file of both
    kinds each number that cannot be read is told by itself.
    """
    figures = [figure for text in texts for figure in _FIGURES.findall(text)]
    commas = [figure for figure in figures if _COMMA.fullmatch(figure)]
    if any(map(_POINT.fullmatch, figures)):
        return ""
    either = [figure for figure in figures if _EITHER.fullmatch(figure)] if continental else []
    return next(iter((*commas, *either)), "")


def with_point(text: str) -> str:
    """Return a text whose numbers have a decimal comma with a decimal point, commas between groups of three."""
    return _DIGITS.sub(lambda match: match[0].translate(_SWAPPED), text)
