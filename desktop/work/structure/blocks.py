"""New sections, blocks and placements, and parts taken out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from desktop.work.structure.codes import block_id, section_code
from desktop.work.structure.moves import refused
from desktop.work.structure.parts import (
    Moved,
    Part,
    block_at,
    parent_of,
    place_of,
    rows_of,
    section_at,
    takes_rows,
    with_block,
    with_blocks,
    with_rows,
    with_section,
    with_section_put,
)
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Group,
    ImageBlock,
    Outline,
    Placement,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
)
from schema.grammar.words import NO_WORDS, Words
from schema.validation.issue import Issue

BlockKind = Literal["text", "table", "callout", "chart", "records", "image"]


@dataclass(frozen=True, slots=True)
class NewBlock:
    """What is asked for: its kind and words; `shows` is a metric's reference or a record type where it needs one."""

    kind: BlockKind
    title: Words = NO_WORDS
    shows: str = ""


_MADE: Mapping[BlockKind, Callable[[str, NewBlock], Block]] = {
    "text": lambda code, new: TextBlock(code, code, title=new.title),
    "table": lambda code, new: TableBlock(code, new.title, (Placement(new.shows),), years=3),
    "callout": lambda code, new: CalloutBlock(code, (Placement(new.shows),), new.title),
    "chart": lambda code, new: ChartBlock(code, "column", new.title, (Placement(new.shows),), years=3),
    "records": lambda code, new: RecordsBlock(code, new.shows, "table", new.title),
    "image": lambda code, new: ImageBlock(code, code, new.title),
}


def with_new_section(outline: Outline, beside: Part | None, words: Words) -> Moved | Issue:
    """Add a section after the one that a part stands in, on its level; without a part as the last chapter."""
    if not words:
        return refused("structure.empty", NO_WORDS)
    if beside is None:
        code = section_code(words, outline, "")
        return Moved(with_section_put(outline, Section(code, 1, words), "", len(outline.chapters)), Part(code))
    above, place = parent_of(outline, beside.section), place_of(outline, Part(beside.section))
    code = section_code(words, outline, above.code if above else "")
    section = Section(code, 1, words)
    return Moved(with_section_put(outline, section, above.code if above else "", place + 1), Part(code))


def with_new_block(outline: Outline, beside: Part, new: NewBlock) -> Moved:
    """Add a block after the one that a part is or stands in, or at the end of the section that it is."""
    blocks = section_at(outline, beside.section).blocks
    index = place_of(outline, replace(beside, row=-1)) + 1 if beside.block else len(blocks)
    block = _MADE[new.kind](block_id(outline, beside.section, new.kind), new)
    return Moved(
        with_blocks(outline, beside.section, (*blocks[:index], block, *blocks[index:])),
        Part(beside.section, block.id),
    )


def with_placement(outline: Outline, beside: Part, reference: str, title: Words) -> Moved:
    """Place a metric: after a row, at the end of a block of metrics, in the last table of a section; else a new table.

    `title` heads the table where one is made.
    """
    home = _home(outline, beside)
    if home is None:
        made = with_new_block(outline, beside, NewBlock("table", title, reference))
        return Moved(made.outline, replace(made.part, row=0))
    rows = rows_of(block_at(outline, home))
    index = beside.row + 1 if beside.row >= 0 else len(rows)
    put = (*rows[:index], Placement(reference), *rows[index:])
    return Moved(with_block(outline, home, lambda block: with_rows(block, put)), replace(home, row=index))


def with_heading(outline: Outline, beside: Part, words: Words) -> Moved | Issue:
    """Add a heading between the rows of a table, after the row that a part is."""
    block = block_at(outline, beside)
    if not isinstance(block, TableBlock):
        return refused("structure.heading_outside", words)
    index = beside.row + 1 if beside.row >= 0 else len(block.rows)
    rows = (*block.rows[:index], Group(words), *block.rows[index:])
    return Moved(with_block(outline, beside, lambda one: with_rows(one, rows)), replace(beside, row=index))


def _home(outline: Outline, beside: Part) -> Part | None:
    if beside.block:
        home = replace(beside, row=-1)
        return home if takes_rows(block_at(outline, home)) else None
    tables = [block for block in section_at(outline, beside.section).blocks if isinstance(block, TableBlock)]
    return Part(beside.section, tables[-1].id) if tables else None


def without(outline: Outline, part: Part) -> Outline:
    """Return the outline without a part and all that stands in it; the last row takes its block with it."""
    match part.level:
        case "section":
            return with_section(outline, part.section, lambda _: None)
        case "block":
            return with_block(outline, part, lambda _: None)
        case "row":
            rows = rows_of(block_at(outline, part))
            left = (*rows[: part.row], *rows[part.row + 1 :])
            return with_block(outline, part, lambda block: with_rows(block, left) if left else None)


def beside_removed(outline: Outline, part: Part) -> Part | None:
    """Return what stands there once a part is gone: the next of its list, the one before, or what it stood in."""
    place = place_of(outline, part)
    match part.level:
        case "section":
            above = parent_of(outline, part.section)
            others = [Part(one.code) for one in (above.sections if above else outline.chapters)]
            over = Part(above.code) if above else None
        case "block":
            others = [Part(part.section, one.id) for one in section_at(outline, part.section).blocks]
            over = Part(part.section)
        case "row":
            count = len(rows_of(block_at(outline, part)))
            if count > 1:
                return replace(part, row=min(part.row, count - 2))
            return beside_removed(outline, replace(part, row=-1))
    rest = others[place + 1 :] or others[:place][-1:]
    return rest[0] if rest else over
