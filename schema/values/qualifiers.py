"""The words around a number that is not exact: one row for each, with all that any other module has to know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal, assert_never

from schema.grammar.decimals import plain
from schema.grammar.words import NO_WORDS, Words

# Where the true value lies: at the number, above it, below it, somewhere around it, or from it up to another one.
Side = Literal["at", "above", "below", "around", "between"]


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What one qualifier says of its number, how people write it, and how it is shown.

    `strict`: the number itself is not meant. `reach`: as a share of the number, how far the true value may be from
    it before the word misleads. `written_before` and `written_after` are read beside a number, in any language;
    `before`, `inside` (right behind the digits) and `after` (behind the unit) are shown, blanks included; `fronted`
    stands before a number that counts a noun, where `after` would part the two (至少100名用户). `upper` is the
    other end of a range, in the stored unit.
    """

    code: str
    side: Side
    strict: bool
    reach: Decimal
    written_before: tuple[str, ...]
    written_after: tuple[str, ...]
    before: Words
    inside: Words = NO_WORDS
    after: Words = NO_WORDS
    fronted: Words = NO_WORDS
    upper: Decimal | None = None

    @property
    def rounding(self) -> str:
        """The rounding, of Python's decimal, after which the sentence is still true."""
        match self.side:
            case "above":
                return ROUND_FLOOR
            case "below":
                return ROUND_CEILING
            case "at" | "around" | "between":
                return ROUND_HALF_UP
            case _:
                assert_never(self.side)

    def against(self, other: Qualifier) -> bool:
        """Whether both cannot be said of one number: one has the true value above it, the other below."""
        return {self.side, other.side} == {"above", "below"}


EXACTLY = Qualifier("", "at", False, Decimal(0), (), (), NO_WORDS)

_ROWS = (
    Qualifier(
        "over", "above", True, Decimal(1),
        (
            "超过", "超過", "突破", "多于", "多於", "高于", "高於", "大于", "大於", "逾", "超",
            "more than", "over", "above", ">",
        ),
        (),
        Words("超过", "超過", "over "),
    ),
    Qualifier(
        "at_least", "above", False, Decimal(1),
        (
            "至少", "不少于", "不少於", "不低于", "不低於", "大于等于", "大於等於", "大于或等于", "大於或等於",
            "at least", "no less than", "not less than", "no fewer than", "not fewer than", "not below",
            ">=", "≥", "≧", "⩾", "≳",
        ),
        ("及以上", "以上", "or more", "+"),
        Words("", "", "at least "), after=Words("以上", "以上", ""), fronted=Words("至少", "至少", ""),
    ),
    Qualifier(
        "nearly", "below", True, Decimal("0.2"),
        ("接近", "将近", "將近", "几乎", "幾乎", "差不多", "近", "nearly", "almost"),
        (),
        Words("近", "近", "nearly "),
    ),
    Qualifier(
        "about", "around", False, Decimal("0.1"),
        (
            "大约", "大約", "约", "約", "about", "around", "roughly", "circa", "approximately", "approx.", "ca.",
            "~", "≈",
        ),
        ("左右",),
        Words("约", "約", "about "),
    ),
    Qualifier(
        "some_more", "above", True, Decimal(1),
        (),
        ("有余", "有餘", "余", "餘", "多"),
        Words("", "", "more than "), inside=Words("余", "餘", ""),
    ),
    Qualifier(
        "less_than", "below", True, Decimal("0.5"),
        (
            "不足", "不到", "未满", "未滿", "未达", "未達", "少于", "少於", "低于", "低於", "小于", "小於",
            "under", "below", "less than", "fewer than", "<",
        ),
        (),
        Words("不足", "不足", "under "),
    ),
    Qualifier(
        "at_most", "below", False, Decimal("0.5"),
        (
            "不超过", "不超過", "不多于", "不多於", "不高于", "不高於", "不大于", "不大於", "至多", "最多",
            "小于等于", "小於等於", "小于或等于", "小於或等於", "at most", "up to", "no more than", "not more than",
            "not over", "not exceeding", "no greater than", "not above", "<=", "≤", "≦", "⩽", "≲",
        ),
        ("及以下", "以下", "以内", "以內", "or less", "or fewer"),
        Words("不超过", "不超過", "at most "),
    ),
)  # fmt: skip

# By code, as data points, history and CSV files hold it; an exact value has none.
QUALIFIERS: Mapping[str, Qualifier] = {row.code: row for row in _ROWS}


# A range has its other end in its code (20, to:30), so that both stand wherever a number with its qualifier does.
_TO = "to:"
_RANGE = re.compile(r"to:(-?\d{1,60}(?:\.\d{1,60})?)", re.ASCII)


def range_to(upper: Decimal) -> str:
    """Return the code that makes a number the lower end of a range."""
    return _TO + plain(upper)


def is_qualifier(code: str) -> bool:
    """Whether a stored code is one: of the registry, or that of a range."""
    return code in QUALIFIERS or _RANGE.fullmatch(code) is not None


def qualifier_of(code: str) -> Qualifier:
    """Return the row of a stored code; an empty one means exactly the number. KeyError for any other."""
    if code.startswith(_TO) and (ends := _RANGE.fullmatch(code)) is not None:
        return Qualifier(code, "between", False, Decimal(0), (), (), NO_WORDS, upper=Decimal(ends[1]))
    return QUALIFIERS[code] if code else EXACTLY


def both(before: Qualifier, after: Qualifier) -> Qualifier:
    """Return what two words around one number say together: of two on one side the strict one, else the one behind."""
    if before.side == after.side and before.strict:
        return before
    return after if after.code else before


def take_before(words: str) -> tuple[Qualifier, str]:
    """Take the longest qualifier from the front of what was written; return it with the rest."""
    lowered = words.lower()
    written = ((word, row) for row in QUALIFIERS.values() for word in row.written_before if lowered.startswith(word))
    word, row = max(written, key=_length, default=("", EXACTLY))
    return row, words[len(word) :].strip()


def take_after(words: str, scales: tuple[str, ...]) -> tuple[Qualifier, str]:
    """Take the longest qualifier from what stands behind the digits; return it with the rest.

    It may stand before or behind scale word and unit: 20余万人, 20万余人, 20万人以上.
    """
    if not words:
        return EXACTLY, words
    lowered = words.lower()
    starts = ("", *(scale for scale in scales if lowered.startswith(scale)))
    for word, row in sorted(_written_after(), key=_length, reverse=True):
        for start in starts:
            if lowered.startswith(start + word):
                return row, start + words[len(start + word) :].strip()
        if lowered.endswith(word):
            return row, words[: -len(word)].strip()
    return EXACTLY, words


def _written_after() -> Iterator[tuple[str, Qualifier]]:
    return ((word, row) for row in QUALIFIERS.values() for word in row.written_after)


def _length(written: tuple[str, Qualifier]) -> int:
    return len(written[0])
