"""Paragraphs of a foreign text, and how those come about again whose lines were broken to fit a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

# A line and its place: its number, a page with its line (3:12), a paragraph.
Line = tuple[str, str]

_HAN = re.compile("[\u3400-\u9fff]")
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]")
_WORD = re.compile(r"[A-Za-z]{2,}")
# What begins a line of its own: a point of a list, a heading with its number.
_OPENS = re.compile(r"\s*(?:[•●■◆▪◇□○·\-–—*#>|]\s|[（(]?[一二三四五六七八九十]{1,3}[）)、.]|\d{1,2}[.)、．]\s?\D)")
# A number at the end of a line of prose, and its scale word or unit at the beginning of the next.
_TORN_END = re.compile("[\u3400-\u9fff][^|]{2,}[\u3400-\u9fff] ?\\d[\\d,.]*$")
_TORN_START = re.compile(r"(?:百|千|万|萬|亿|億)+(?:元|人|[\u4e00-\u9fff，。])|[%％]")
_ENDS = re.compile(r"[。！？!?；;：:…]$")
_FULL = 0.78  # so much of its column's width has a line that was broken
_AROUND = 2  # so many lines before and behind one say how wide its column is
_PROSE_HAN, _PROSE_WORDS, _NARROW = 5, 3, 14


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together; `starts` says at which characters each place (line, page:line) begins."""

    text: str
    starts: tuple[tuple[int, str], ...]

    def place(self, at: int) -> str:
        """Return the place of a character."""
        return self.starts[max(0, bisect_right(self.starts, at, key=lambda start: start[0]) - 1)][1]


def whole(pieces: Iterable[Line]) -> Paragraph:
    """Return a paragraph of pieces that follow each other."""
    text, starts = "", list[tuple[int, str]]()
    for place, words in pieces:
        if not starts or starts[-1][1] != place:
            starts.append((len(text), place))
        text += words
    return Paragraph(text, tuple(starts))


def rejoined(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return lines as paragraphs: a line that was broken at its column's edge goes on in the next.

    Numbers and words torn at the edge are whole again. Blank lines part paragraphs, unless most lines have one behind.
    """
    filled = [index for index, (_, words) in enumerate(lines) if words.strip()]
    spaced = sum(after - before > 1 for before, after in pairwise(filled)) * 2 > len(filled)
    rows = [(lines[index][0], lines[index][1].strip(), index) for index in filled]
    widths = [_width(words) for _, words, _ in rows]
    paragraphs, run = list[Paragraph](), list[Line]()
    for number, (place, words, index) in enumerate(rows):
        run.append((place, words))
        following = rows[number + 1] if number + 1 < len(rows) else None
        gap = following is None or following[2] - index > (2 if spaced else 1)
        if gap or following is None or not _goes_on(words, following[1], _column(widths, number), widths[number]):
            paragraphs.append(_joined(run))
            run = []
    return tuple(paragraphs)


def _column(widths: Sequence[int], number: int) -> int:
    return max(widths[max(0, number - _AROUND) : number + _AROUND + 1])


def _goes_on(words: str, following: str, column: int, width: int) -> bool:
    """Whether a line was broken at the edge: it is as wide as its column, and reads like prose; or a number is torn."""
    if _TORN_END.search(words) and _TORN_START.match(following):
        return True
    if _OPENS.match(following) or (_ENDS.search(words) and width < _FULL * column):
        return False
    prose = len(_HAN.findall(words)) >= _PROSE_HAN or len(_WORD.findall(words)) >= _PROSE_WORDS
    return prose and column >= _NARROW and width >= _FULL * column


def _joined(run: Sequence[Line]) -> Paragraph:
    text, starts = "", list[tuple[int, str]]()
    for place, words in run:
        text += _seam(text, words)
        starts.append((len(text), place))
        text += words
    return Paragraph(text, tuple(starts))


def _seam(before: str, behind: str) -> str:
    """Return what stands between two lines of one paragraph: a blank between words of letters, else nothing."""
    last, first = before[-1:], behind[:1]
    if not last or not last.isascii() or not first.isascii() or last in "-/" or (last + first).isdecimal():
        return ""
    return (
        ""
        if (last.isdecimal() and first in ".,%") or (first.isdecimal() and last in ".," and before[-2:-1].isdecimal())
        else " "
    )


def _width(words: str) -> int:
    return len(words) + len(_WIDE.findall(words))
