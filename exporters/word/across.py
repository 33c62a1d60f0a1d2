"""Tables that lie across: a chapter that holds nothing else has pages in landscape."""

from __future__ import annotations

import re

from exporters.content import Document, Heading, Mark, Table
from exporters.word.table_rows import row_lines, widths_of

PORTRAIT, LANDSCAPE = 9186, 14118  # twentieths of a point: how wide the text is
_MOST_LINES = 4  # of a row of a wide table that stands upright
_RUNNING = re.compile(r'(<w:pStyle w:val="(?:Header|Footer)"/>)')
_TABS = f'<w:tabs><w:tab w:val="clear" w:pos="{PORTRAIT}"/><w:tab w:val="right" w:pos="{LANDSCAPE}"/></w:tabs>'
_SIZE = re.compile(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"/>')


def across(document: Document) -> frozenset[str]:
    """Return the ids of the chapters whose pages lie across, and of their tables."""
    found: set[str] = set()
    chapter: set[str] = set()
    whole = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 1:
            found |= chapter if whole and len(chapter) > 1 else set()
            chapter, whole = {block.id}, block.level == 1
        elif isinstance(block, Table) and block.wide and _is_high(block):
            chapter.add(block.id)
        elif not isinstance(block, Heading | Mark):
            whole = False
    return frozenset(found | (chapter if whole and len(chapter) > 1 else set()))


def _is_high(block: Table) -> bool:
    """Whether a wide table would have a row of more lines than are easily read, if its page stood upright."""
    widths = widths_of(block.columns, PORTRAIT)
    return max((row_lines(row, widths) for row in block.rows), default=0) > _MOST_LINES


def turned(section: str) -> str:
    """Return a section (w:sectPr) whose pages lie across; it has no band behind its opening."""
    section = _SIZE.sub(r'<w:pgSz w:w="\2" w:h="\1" w:orient="landscape"/>', section)
    return section.replace("<w:titlePg/>", "")


def widened(running: str) -> str:
    """Return a running head or foot for such pages: what stands right does so there."""
    return _RUNNING.sub(rf"\1{_TABS}", running)
