"""A numbered chapter opens with the list of its sections, below its first words and large figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from exporters.assembly.assembly import Assembly, Part
from exporters.content import Block, Callout, ChapterContents, Heading, Mark, Paragraph

_FEWEST, _SHORT = 3, 14  # sections, blocks: what stands on a page or two is seen without a list


def with_contents(part: Part, heading: Block, blocks: Sequence[tuple[Part, Block]]) -> tuple[tuple[Part, Block], ...]:
    """Return a chapter's blocks with the list of its sections, where it has one."""
    listed = chapter_contents(part.assembly, heading, [block for _, block in blocks])
    if listed is None:
        return tuple(blocks)
    at = opening_length([block for _, block in blocks])
    return (*blocks[:at], (part, listed), *blocks[at:])


def opening_length(blocks: Sequence[Block]) -> int:
    """Return how many blocks of a chapter stand before the list of its sections."""
    return sum(1 for _ in takewhile(lambda block: isinstance(block, Paragraph | Callout | Mark), blocks))


def chapter_contents(assembly: Assembly, heading: Block, blocks: Sequence[Block]) -> ChapterContents | None:
    """Return the list of a chapter's sections; None where they are few or not counted, or the chapter is short."""
    counted = isinstance(heading, Heading) and heading.level == 1 and heading.number and not heading.annex
    sections = tuple(block for block in blocks if isinstance(block, Heading) and block.level == 2)
    parts = sum(not isinstance(block, Mark) for block in blocks)
    if not counted or assembly.outline.form != "report" or len(sections) < _FEWEST or parts < _SHORT:
        return None
    return ChapterContents(f"{heading.id}.contents", sections)
