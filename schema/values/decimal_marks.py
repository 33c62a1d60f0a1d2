"""Which sign parts the decimals off in a file: where its numbers do not prove it, a person must say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# The other sign may part groups of three digits.
DecimalMark = Literal["point", "comma"]

_DIGITS = re.compile(r"[\d.,]*\d[\d.,]*")
_SWAPPED = str.maketrans(".,", ",.")
_FIGURES = re.compile(r"\d[\d.,]*\d")
_COMMA = re.compile(r"\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|0,\d+")
_POINT = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|0\.\d+")
_EITHER = re.compile(r"\d{1,3}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Undecided:
    """Numbers of a file for which a person must say what its points and commas are.

    `example` has one meaning with a decimal point and another one with a decimal comma, where the file has such a
    number; `comma` is one that only a decimal comma explains, empty where there is none.
    """

    example: str
    comma: str = ""

    def stands_in(self, text: str) -> bool:
        """Whether the number that a person is told first stands in a text."""
        return (self.comma or self.example) in _FIGURES.findall(text)


def undecided(texts: Iterable[str], *, continental: bool) -> Undecided | None:
    """Return what a person must be asked about in the numbers of a file, or None where it is plain.

    That are numbers with a decimal comma where no number has a decimal point; and where the file is `continental`, its
    columns parted by semicolons, numbers such as 12.345 while no number proves what the point is. In a file of both
    kinds each number that cannot be read is told by itself.
    """
    figures = [figure for text in texts for figure in _FIGURES.findall(text)]
    if any(map(_POINT.fullmatch, figures)):
        return None
    commas = list(filter(_COMMA.fullmatch, figures))
    comma = next((figure for figure in commas if "," in figure), next(iter(commas), ""))
    either = next(filter(_EITHER.fullmatch, figures), "") if comma or continental else ""
    return Undecided(either or comma, comma) if either or comma else None


def with_point(text: str) -> str:
    """Return a text whose numbers have a decimal comma with a decimal point, commas between groups of three."""
    return _DIGITS.sub(lambda match: match[0].translate(_SWAPPED), text)
