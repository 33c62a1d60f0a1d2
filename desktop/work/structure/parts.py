"""Parts of an outline by their addresses, and the tree put together anew around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Group,
    IndexBlock,
    Outline,
    Placement,
    Section,
    TableBlock,
    records_block,
)
from schema.grammar.reference import parse_reference
from schema.grammar.words import NO_WORDS, Words

Row = Placement | Group
Level = Literal["section", "block", "row"]
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A section (of any level) by its code, a block in it by its id, or a row of that block (-1: none)."""

    section: str
    block: str = ""
    row: int = -1

    @property
    def level(self) -> Level:
        """What it is."""
        return "section" if not self.block else "block" if self.row < 0 else "row"


@dataclass(frozen=True, slots=True)
class Moved:
    """An outline, and where the part stands in it that was made or moved."""

    outline: Outline
    part: Part


def section_at(outline: Outline, code: str) -> Section:
    """Return a section by its code. KeyError where there is none."""
    found = outline.part(code)
    section = next((one for one in outline.walk() if one.code == code), None) if found is None or found[1] else found[0]
    if section is None:
        raise KeyError(code)
    return section


def block_at(outline: Outline, part: Part) -> Block:
    """Return the block of a part. KeyError where there is none."""
    section = section_at(outline, part.section)
    block = next((one for one in section.blocks if one.id == part.block), None)
    if block is None:
        raise KeyError(part.block)
    return block


def row_at(outline: Outline, part: Part) -> Row:
    """Return the row of a part. KeyError or IndexError where there is none."""
    return rows_of(block_at(outline, part))[part.row]


def parent_of(outline: Outline, code: str) -> Section | None:
    """Return the section above one; None above a chapter."""
    return next((one for one in outline.walk() if any(below.code == code for below in one.sections)), None)


def siblings_of(outline: Outline, code: str) -> tuple[Section, ...]:
    """Return the sections that stand beside one, itself among them."""
    above = parent_of(outline, code)
    return above.sections if above is not None else outline.chapters


def place_of(outline: Outline, part: Part) -> int:
    """Return which of its siblings a part is, from 0."""
    match part.level:
        case "section":
            return [one.code for one in siblings_of(outline, part.section)].index(part.section)
        case "block":
            return [one.id for one in section_at(outline, part.section).blocks].index(part.block)
        case "row":
            return part.row


def height(section: Section) -> int:
    """Return over how many levels a section with all below it goes."""
    return 1 + max(map(height, section.sections), default=0)


def levelled(section: Section, level: int) -> Section:
    """Return a section as one of a level, with all below it."""
    return replace(section, level=level, sections=tuple(levelled(one, level + 1) for one in section.sections))


def with_section(outline: Outline, code: str, change: Callable[[Section], Section | None]) -> Outline:
    """Return the outline with one section changed; it is left out where `change` returns None."""
    return replace(outline, chapters=_changed(outline.chapters, code, change))


def _changed(
    sections: tuple[Section, ...], code: str, change: Callable[[Section], Section | None]
) -> tuple[Section, ...]:
    made = (
        change(one) if one.code == code else replace(one, sections=_changed(one.sections, code, change))
        for one in sections
    )
    return tuple(one for one in made if one is not None)


def with_section_put(outline: Outline, section: Section, above: str, index: int) -> Outline:
    """Return the outline with a section among those below `above` ("": the chapters), as the one at `index`."""
    if not above:
        chapters = outline.chapters
        return replace(outline, chapters=(*chapters[:index], levelled(section, 1), *chapters[index:]))

    def put(into: Section) -> Section:
        below = into.sections
        return replace(into, sections=(*below[:index], levelled(section, into.level + 1), *below[index:]))

    return with_section(outline, above, put)


def with_blocks(outline: Outline, code: str, blocks: tuple[Block, ...]) -> Outline:
    """Return the outline with other blocks in one section."""
    return with_section(outline, code, lambda section: replace(section, blocks=blocks))


def with_block(outline: Outline, part: Part, change: Callable[[Block], Block | None]) -> Outline:
    """Return the outline with one block changed; it is left out where `change` returns None."""
    blocks = section_at(outline, part.section).blocks
    made = (change(one) if one.id == part.block else one for one in blocks)
    return with_blocks(outline, part.section, tuple(one for one in made if one is not None))


def takes_rows(block: Block) -> bool:
    """Whether metrics stand in a block one after the other."""
    return isinstance(block, TableBlock | CalloutBlock | ChartBlock)


def rows_of(block: Block) -> tuple[Row, ...]:
    """Return the placements of a block, and a table's headings between them."""
    match block:
        case TableBlock():
            return block.rows
        case CalloutBlock():
            return block.items
        case ChartBlock():
            return block.series
        case _:
            return ()


def with_rows(block: Block, rows: tuple[Row, ...]) -> Block:
    """Return a block with other rows; headings stay in tables alone."""
    placed = tuple(row for row in rows if isinstance(row, Placement))
    match block:
        case TableBlock():
            return replace(block, rows=rows)
        case CalloutBlock():
            return replace(block, items=placed)
        case ChartBlock():
            return replace(block, series=placed)
        case _:
            return block


def title_of(block: Block) -> Words:
    """Return the words that head a block, or none."""
    return getattr(block, "caption", None) or getattr(block, "title", None) or NO_WORDS


def name_of_block(block: Block, catalogue: Catalogue) -> Words:
    """Return what a block is called: by its own words, else by what it shows; a text without a title has none."""
    if own := title_of(block):
        return own
    if isinstance(block, IndexBlock):
        return catalogue.frameworks[block.framework].name
    if (listing := records_block(block)) and listing.type in catalogue.records:
        return catalogue.records[listing.type].name
    first = next((row for row in rows_of(block)), None)
    return name_of_row(first, catalogue) if first is not None else NO_WORDS


def name_of_row(row: Row, catalogue: Catalogue) -> Words:
    """Return what a row says: its own label, else its metric's name."""
    if isinstance(row, Group):
        return row.title
    reference = parse_reference(row.reference)
    metric = catalogue.metrics.get(reference.code) if reference else None
    return row.label or (metric.name if metric else Words(row.reference, row.reference, row.reference))


def name_of(outline: Outline, part: Part, catalogue: Catalogue) -> Words:
    """Return what a part is called; a block without words of its own by its section."""
    section = section_at(outline, part.section)
    match part.level:
        case "section":
            return section.title
        case "block":
            return name_of_block(block_at(outline, part), catalogue) or section.title
        case "row":
            return name_of_row(row_at(outline, part), catalogue)
