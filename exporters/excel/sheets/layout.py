"""Widths, heights and titles: what fits into a cell, a column, a tab."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence

from exporters.charts.data import quoted
from exporters.excel.workbook import Cell, Row

LINE_HEIGHT = 14.5
ROW_HEIGHT = 19.5
LONGEST_TITLE = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_WRAPPED = (
    "label", "text", "note", "lead", "link", "code", "unit", "unread", "entry", "head", "asked.text", "asked.choice",
    "asked.short", "alert", "step", "free",
)  # fmt: skip

_SMALL = ("note", "code", "code.top")


def text_width(text: str) -> int:
    """Return the width of the longest line in characters; Chinese ones are two wide."""
    if "\n" in text:
        return max(map(text_width, text.split("\n")))
    return len(text) if text.isascii() else sum(map(_wide, text))


def _wide(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fit(texts: Iterable[str], least: float, most: float) -> float:
    """Return the width of a column that shows these texts, within bounds."""
    return min(most, max(least, max(map(text_width, set(texts)), default=0) + 2.5))


def row_of(cells: Sequence[Cell], widths: Sequence[float], least: float = ROW_HEIGHT) -> Row:
    """Return a row as high as its wrapped texts need."""
    lines = 1
    for cell, width in zip(cells, widths, strict=False):
        text = cell.value
        # no character is wider than two: most texts fit without being measured
        if isinstance(text, str) and (2 * len(text) >= width - 1 or "\n" in text):
            lines = max(lines, _lines(text, cell.style, width))
    return Row(tuple(cells), max(least, lines * LINE_HEIGHT + 5))


def _lines(text: str, style: str, width: float) -> int:
    if not style.startswith(_WRAPPED):
        return 1
    small = 1.12 if style in _SMALL else 1.0
    room = max(4.0, (width - 1.0) * small)
    return sum(max(1, math.ceil(text_width(line) / room)) for line in text.split("\n"))


def spanning(cell: Cell, widths: Sequence[float]) -> Row:
    """Return a row whose one text runs over all columns (they are merged), as high as it needs."""
    return row_of((cell, *(Cell(None, cell.style) for _ in widths[1:])), (sum(widths), *([1.0] * (len(widths) - 1))))


def lead_row(back: Cell, lead: str, widths: Sequence[float], printed: int) -> Row:
    """Return the row below a heading: the way back, and a sentence over the remaining printed columns."""
    room = sum(widths[1:printed])
    lines = max(1, math.ceil(text_width(lead) / max(10.0, room - 2)))
    cells = (back, Cell(lead, "lead"), *(Cell(None, "lead") for _ in widths[2:]))
    return Row(cells, 7 + lines * LINE_HEIGHT)


def sheet_title(text: str, taken: Iterable[str]) -> str:
    """Return a tab's title: allowed characters, at most 31, not taken yet (case does not count)."""
    used = {title.casefold() for title in taken} | {"history"}
    words = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("'") or "-"
    title = words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rstrip() + "…"
    number = 1
    while title.casefold() in used:
        number += 1
        end = f" ({number})"
        title = words[: LONGEST_TITLE - len(end)] + end
    return title


def place(title: str, cell: str = "A1") -> str:
    """Return a place in the workbook, for links and formulas."""
    return f"{quoted(title)}!{cell}"
