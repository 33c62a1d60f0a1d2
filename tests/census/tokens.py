"""The numbers of a plain text: each with its line, its value, its scale word and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_FULL_WIDTH = str.maketrans("０１２３４５６７８９％＋", "0123456789%+")
_SCALES = {
    "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "百万": 6, "百萬": 6, "千万": 7, "千萬": 7,
}  # fmt: skip
# Two years, or a decimal and a number with thousands separators, that the text extraction ran together.
_JOINED_YEARS = re.compile(r"(?<![\d.,])((?:19|20)\d\d)((?:19|20)\d\d)(?![\d.,])")
_JOINED_COLUMNS = re.compile(r"(?<![\d.,])(\d{1,3}\.\d{1,2}?)([1-9]\d{0,2}(?:,\d{3})+)(?![\d,])")
_NUMBER = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"[多余餘]?(?:\n*(?P<broken>[万萬亿億])(?=[元人名件点觀观播；，。])|(?P<scale>[百千]?[万萬亿億]|千(?![瓦克])|百(?![分城])))?"
    r"(?P<percent>[%‰])?"
)
# A separator at the end of a line and three digits at the start of the next are one number.
_BROKEN = re.compile(r"(?<=\d,)\s*\n\s*(?=\d{3}(?!\d))|(?<=\d\.)\s*\n\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `text` as printed without scale word, `value` with the scale applied, `percent` apart."""

    line: int
    start: int
    end: int
    text: str
    bare: Decimal
    scale: int
    percent: bool
    after: str

    @property
    def value(self) -> Decimal:
        """Return the number with its scale word applied."""
        return self.bare.scaleb(self.scale)


@dataclass(frozen=True, slots=True)
class Flat:
    """A text without the blanks that typesetting put between characters; `starts` are the places of its lines."""

    text: str
    starts: tuple[int, ...]

    def line(self, place: int) -> int:
        """Return the number, from 1, of the original line at a place."""
        return bisect_right(self.starts, place)

    def alone(self, number: Number) -> bool:
        """Whether nothing else stands in the number's line."""
        before = self.text[number.start - 1] if number.start else "\n"
        return before == "\n" and self.text[number.end : number.end + 1] in ("", "\n")

    def numbers(self) -> Iterator[Number]:
        """Yield each number in reading order."""
        for match in _NUMBER.finditer(self.text):
            scale = _SCALES.get(match["scale"] or match["broken"] or "", 0)
            digits = match["digits"]
            bare = Decimal(digits.replace(",", ""))
            after = self.text[match.end() : match.end() + 12].replace("\n", "").lstrip("+余餘多 ")
            line = self.line(match.start())
            yield Number(line, match.start(), match.end(), digits, bare, scale, bool(match["percent"]), after)


def flatten(text: str) -> Flat:
    """Drop blanks except between ASCII letters and digits, keep one line feed per line."""
    joined = _BROKEN.sub(lambda match: "\0" * match[0].count("\n"), text.translate(_FULL_WIDTH).replace("\r\n", "\n"))
    parts: list[str] = []
    starts: list[int] = []
    place = 0
    for line in joined.split("\n"):
        flat = _close_up(line)
        pieces = line.split("\0")
        starts.extend(place + len(_close_up("".join(pieces[:count]))) for count in range(len(pieces)))
        parts.append(flat)
        place += len(flat) + 1
    return Flat("\n".join(parts), tuple(starts))


def _close_up(line: str) -> str:
    line = re.sub(r"\s+", " ", line.replace("\0", "")).strip()
    line = re.sub(r"(?<![A-Za-z0-9%.,]) | (?![A-Za-z0-9.])", "", line)
    line = _JOINED_COLUMNS.sub(r"\1 \2", _JOINED_YEARS.sub(r"\1 \2", line))
    return _JOINED_YEARS.sub(r"\1 \2", line)


def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text."""
    return tuple(flatten(text).numbers())
