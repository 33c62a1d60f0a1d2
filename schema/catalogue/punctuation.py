"""How a language joins, brackets and parts words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Punctuation:
    """The signs of one language with the blanks that belong to them.

    `listing` parts the entries of a list, `series` names that may have commas inside; `space` stands between words,
    `seam` between a number and what it numbers, `placeholder` around what stands in the place of words.
    """

    listing: str
    series: str
    comma: str
    semicolon: str
    colon: str
    space: str
    seam: str
    brackets: tuple[str, str]
    placeholder: tuple[str, str]

    def listed(self, names: Iterable[str]) -> str:
        """Return names as the entries of a list."""
        return self.listing.join(names)

    def bracketed(self, words: str, inside: str) -> str:
        """Return words with others in brackets behind them; without those as they are."""
        return f"{words}{self.brackets[0]}{inside}{self.brackets[1]}" if inside else words


_CHINESE = Punctuation("、", "、", "，", "；", "：", "", "　", ("（", "）"), ("【", "】"))
_ENGLISH = Punctuation(", ", "; ", ", ", "; ", ": ", " ", "  ", (" (", ")"), ("[", "]"))
PUNCTUATION: Mapping[str, Punctuation] = {"zh-Hans": _CHINESE, "zh-Hant": _CHINESE, "en": _ENGLISH}
