"""How wide words are and how many lines they take: Chinese signs break anywhere, Latin words do not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

TITLE_SIZE, NOTE_SIZE, LABEL_SIZE = 9.5, 8.5, 8.0  # points
TITLE_LINE, NOTE_LINE = 13.5, 12.0
INSET_X, INSET_Y = 1.8, 1.5  # millimetres
POINT = 25.4 / 72
_WIDE = "\u2e80"
_SAFE = 1.04  # fonts differ between machines: a line too many looks better than one that is cut; Latin ones most
# Widths of Arial Bold and faces as wide, against their size; small letters and digits that are not here take 0.56.
_BOLD = {
    **dict.fromkeys("bdghnopqu", 0.61), **dict.fromkeys("ftIijl .,:;'!|/", 0.31), **dict.fromkeys("r-()", 0.36),
    **dict.fromkeys("EFLPSTVXYZ", 0.65), "m": 0.89, "w": 0.78, "M": 0.84, "W": 0.95,
}  # fmt: skip
# A Latin word with what ends it, a single Chinese sign with the punctuation that may not begin a line, blanks.
_PIECES = re.compile(r"\s+|[^\s\u2e80-\uffff]+|[\u2e80-\uffff][，。、；：！？）」』》”’…]*")


def text_width(text: str, size: float) -> float:
    """Return the width of a text on one line."""
    return sum(map(_sign, text)) * size * POINT * _SAFE


def _sign(sign: str) -> float:
    if sign >= _WIDE or sign in "“”‘’…—":
        return 1.0
    if sign.isupper() or sign in "%&@mw":
        return 0.76
    return 0.34 if sign in " .,:;'ijl|!()[]-/" else 0.6


def line_count(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes; its own line breaks count."""
    return sum(_lines(part, width, size) for part in text.split("\n")) if text else 0


def title_line_count(text: str, width: float, size: float) -> int:
    """Return how many lines a bold title takes, by the widths of its face: one too many would move what lies behind."""
    return _lines(text, width, size, lambda piece, points: sum(map(_bold_sign, piece)) * points * POINT)


def _bold_sign(sign: str) -> float:
    return 1.0 if sign >= _WIDE else _BOLD.get(sign, 0.56 if sign.islower() or sign.isdigit() else 0.72)


def _lines(text: str, width: float, size: float, measured: Callable[[str, float], float] = text_width) -> int:
    lines, used = 1, 0.0
    for piece in _PIECES.findall(text):
        needed = measured(piece, size)
        if used + needed > width and used > 0 and piece.strip():
            lines, used = lines + 1, 0.0
        if needed > width:  # a word longer than its box is broken
            lines, needed = lines + math.ceil(needed / width) - 1, needed % width
        used += needed
    return lines


def longest_word(text: str, size: float) -> float:
    """Return the width of the longest piece that may not be broken."""
    return max((text_width(piece, size) for piece in _PIECES.findall(text)), default=0.0)


def box_height(title: str, note: str, width: float, *, numbered: bool = False) -> float:
    """Return how high a box of this width must be; a number stands on a line of its own."""
    room = width - 2 * INSET_X
    title_lines, note_lines = line_count(title, room, TITLE_SIZE), line_count(note, room, NOTE_SIZE)
    between = 1.0 if title_lines and note_lines else 0.0
    lines = title_lines * TITLE_LINE + (note_lines + numbered) * NOTE_LINE
    return lines * POINT + 2 * INSET_Y + between
