"""A numbered chapter opens with the list of its sections, below its first words and large figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from exporters.assembly.assembly import Part
from exporters.content import Block, Callout, ChapterContents, Heading, Mark, Paragraph

_FEWEST = 3  # two sections are seen without a list


def with_contents(part: Part, heading: Block, blocks: Sequence[tuple[Part, Block]]) -> tuple[tuple[Part, Block], ...]:
    """Return a chapter's blocks with the list of its sections; without it where they are few or not counted."""
    sections = tuple(block for _, block in blocks if isinstance(block, Heading) and block.level == 2)
    counted = isinstance(heading, Heading) and heading.level == 1 and heading.number and not heading.annex
    if not counted or len(sections) < _FEWEST or part.assembly.outline.form != "report":
        return tuple(blocks)
    opening = tuple(takewhile(lambda placed: isinstance(placed[1], Paragraph | Callout | Mark), blocks))
    listed = ChapterContents(f"{heading.id}.contents", sections)
    return (*opening, (part, listed), *blocks[len(opening) :])
