"""Page numbers as they will about be: what the contents list shows until Word or LibreOffice has counted.

Heights are those of the template's styles, in points. A reader who opens the draft in Word is asked to update the
fields; programs that don't count show these.
"""

from __future__ import annotations

from math import ceil
from typing import assert_never

from exporters.content import (
    Block,
    Callout,
    ChapterContents,
    Chart,
    Document,
    Footnote,
    Frame,
    Heading,
    Image,
    Index,
    IndexRow,
    Inlines,
    LinkedNumber,
    Mark,
    Pages,
    Panel,
    Paragraph,
    Table,
    Text,
    block_inlines,
)
from exporters.drawings.measure import POINT
from exporters.drawn_content import Diagram, Questionnaire
from exporters.word.callouts import rows_of
from exporters.word.forms import choice_columns
from exporters.word.style_names import SMALL_CHART, SMALL_IN_A_ROW, chart_size

_PAGE = 689.0
_WIDTH, _WORDS = 459.0, 380.0  # of tables and figures; of words, which leave the margin to numbers
_OPENER, _HEADINGS = 166.0, {2: 58.0, 3: 38.0}
# style: size of a sign, line, space below
_LINES = {"lead": (12.5, 21.0, 17.0), "letter": (11.0, 19.0, 9.0), "quote": (13.0, 22.0, 9.0)}
_TEXT = (10.5, 17.0, 8.5)
_ROW, _ROW_LINE, _NOTE_LINE, _ENTRY = 17.5, 13.0, 12.0, 22.0
_MILLIMETRE = 72 / 25.4
_WHOLE = (Chart, Panel, Image, Callout, Diagram)  # never broken over two pages
_PAGES = 2.5  # the length of a page number with its prefix, in Chinese characters


def guess_pages(document: Document) -> dict[str, str]:
    """Return a page number for each bookmark."""
    pages: dict[str, str] = {}
    count = PageCount()
    for block in document.blocks:
        page, _ = count.begin(block)
        anchor = "" if isinstance(block, Paragraph | Frame | Image) else block.anchor
        if anchor:
            pages[anchor] = str(page)
        numbers = (inline for inline in block_inlines(block) if isinstance(inline, LinkedNumber) and inline.anchor)
        pages |= {number.anchor: str(page) for number in numbers}
    return pages


class PageCount:
    """Counts on which page each block of a report begins, one after the other."""

    def __init__(self) -> None:
        self._page, self._used = 0, 0.0
        self._below_part = False

    def begin(self, block: Block) -> tuple[int, float]:
        """Return on which page the next block begins, and which share of that page stands before it."""
        size = height(block)
        opens = isinstance(block, Heading) and block.level <= 1 and not self._below_part
        if isinstance(block, Heading):  # the title of a part's first chapter stands on its page
            self._below_part = block.level == 0
        if opens or self._used + (size if isinstance(block, _WHOLE) else min(size, 60)) > _PAGE:
            self._page, self._used = self._page + 1, 0.0
        begun = self._page, self._used / _PAGE
        self._used += size
        self._page, self._used = self._page + int(self._used // _PAGE), self._used % _PAGE
        return begun


def height(block: Block) -> float:  # noqa: C901  one case for each kind
    """Return how high a block stands on the page."""
    match block:
        case Heading():
            return _HEADINGS.get(block.level, _OPENER if block.level else 0.0)
        case Paragraph():
            return _paragraph(block, _WORDS)
        case Frame():
            return 58 + sum(_table(b, 355) if isinstance(b, Table) else height(b) for b in block.blocks)
        case Table():
            return _table(block, _WIDTH)
        case Callout():
            return 20 + 58.0 * len(rows_of(block.items)) + _notes(block)
        case Chart():
            return 50.0 + chart_size(block.data)[1] * _MILLIMETRE
        case Panel():
            rows = ceil(len(block.charts) / SMALL_IN_A_ROW)
            return 50.0 + rows * SMALL_CHART[1] * _MILLIMETRE
        case Image():
            return block.height * _MILLIMETRE + (34 if block.caption else 14)
        case ChapterContents():
            return 24.0 + _ENTRY * len(block.headings)
        case Mark():
            return 0.0
        case Diagram():
            return 45.0 + block.drawing.height / POINT
        case Questionnaire():
            return _questionnaire(block)
        case Index():
            return sum(_ROW + (_index_lines(block, row) - 1) * _ROW_LINE for row in block.rows)
        case _:
            assert_never(block)


def _index_lines(block: Index, row: IndexRow) -> int:
    """Return how many lines the highest cell of a row takes."""
    if row.heading:
        return 1
    whole = sum(column.weight for column in block.columns) or 1
    rooms = (_WIDTH * column.weight / whole - 9 for column in block.columns)
    return max(ceil(_length(cell) * 9 / room) or 1 for cell, room in zip(row.cells, rooms, strict=True))


def _questionnaire(block: Questionnaire) -> float:
    rows = sum(-(-len(q.choices) // choice_columns(q.choices)) if q.choices else q.lines for q in block.questions)
    return 60.0 + 34.0 * len(block.questions) + 21.5 * rows


def _paragraph(block: Paragraph, width: float) -> float:
    size, line, space = _LINES.get(block.style, _TEXT)
    lines = ceil(_length(block.inlines) * size / width) or 1
    return lines * line + space


def _table(block: Table, width: float) -> float:
    whole = sum(column.weight for column in block.columns) or 1
    rooms = [width * column.weight / whole - 9 for column in block.columns]
    rows = 0.0
    for row in block.rows:
        lines = 1 if row.kind == "group" else max(
            (ceil(_length(cell) * 9 / room) for cell, room in zip(row.cells, rooms, strict=False)), default=1
        )  # fmt: skip
        rows += _ROW + max(lines - 1, 0) * _ROW_LINE
    return rows + (30 if block.caption else 12) + 20 + _notes(block)


def _notes(block: Table | Callout) -> float:
    cells = (cell for row in block.rows for cell in row.cells) if isinstance(block, Table) else (
        item.label for item in block.items
    )  # fmt: skip
    notes = [inline for cell in cells for inline in cell if isinstance(inline, Footnote)]
    return sum(ceil(_length(note.inlines) * 8 / _WIDTH) * _NOTE_LINE for note in notes)


def _length(inlines: Inlines) -> float:
    words = sum(_signs(i.text) for i in inlines if isinstance(i, Text | LinkedNumber))
    return words + _PAGES * sum(len(i.places) for i in inlines if isinstance(i, Pages))


def _signs(text: str) -> float:
    """Return a text's length in Chinese characters."""
    narrow = sum(ord(sign) < 0x2E80 for sign in text)
    return len(text) - narrow * 0.45
