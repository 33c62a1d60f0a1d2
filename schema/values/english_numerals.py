"""Numbers in English words: twenty-four, four hundred million, four thousand nine hundred and fifty-one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
_HUNDRED = "hundred"
_BIG: Mapping[str, int] = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SCALE_WORDS = (_HUNDRED, *_BIG)

_WORD = "|".join(sorted((*SMALL, *SCALE_WORDS), key=len, reverse=True))
_FIRST = "|".join(sorted(SMALL, key=len, reverse=True))
# A run of number words, from a small one or “a hundred” to the last scale word.
RUN = (
    rf"(?:{_FIRST}|a(?=[ -](?:{'|'.join(SCALE_WORDS)})))"
    rf"(?:[\s-]+(?:and\s+(?=(?:{_FIRST})(?![a-z])))?(?:{_WORD})(?![a-z]))*"
)
_BETWEEN = re.compile(r"[\s-]+(?:and\s+)?")


def read_english(words: str) -> tuple[Decimal, Decimal] | None:
    """Return a number in words with the size of its last place; None where the words in a row are none."""
    total, section, limit, last = 0, 0, max(_BIG.values()) + 3, 0
    for word in _BETWEEN.split(words.lower()):
        if word in _BIG:
            if not section or _BIG[word] >= limit:
                return None
            total, section, limit = total + section * 10 ** _BIG[word], 0, _BIG[word]
            last = limit
        elif (added := _added(section, word)) is not None:
            section, last = added, 0
        else:
            return None
    return Decimal(total + section), Decimal(10) ** last


def _added(section: int, word: str) -> int | None:
    """Return a number below a thousand with one more word of it; None where the word does not fit."""
    if word == "a":
        return 1 if not section else None
    if word == _HUNDRED:
        return section * 100 if 0 < section < 10 else None
    number = SMALL[word]
    tens = section % 100
    fits = not section or (tens == 0 and number) or (tens >= 20 and not section % 10 and 0 < number < 10)
    return section + number if fits else None
