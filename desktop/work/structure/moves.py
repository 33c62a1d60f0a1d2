"""A part of an outline moved: one step by a key, or to where it is let go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from desktop.work.structure.parts import (
    DEEPEST,
    Moved,
    Part,
    Row,
    block_at,
    height,
    parent_of,
    place_of,
    rows_of,
    section_at,
    siblings_of,
    takes_rows,
    with_block,
    with_blocks,
    with_rows,
    with_section,
    with_section_put,
)
from schema.catalogue.outline import Group, Outline, Section, TableBlock
from schema.grammar.words import Words
from schema.validation.issue import Issue

Way = Literal["up", "down", "in", "out"]


@dataclass(frozen=True, slots=True)
class Target:
    """Below which part (None: among the chapters), and before which of those there now, from 0."""

    above: Part | None
    index: int


def refused(code: str, name: Words) -> Issue:
    """Return why something cannot be done to the part of this name."""
    return Issue(code, "error", facts={"name": name})


def stepped(outline: Outline, part: Part, way: Way, name: Words) -> Moved | Issue:
    """Move a part one step; what stands at the end of its list goes on into the neighbour. `name` is for refusals."""
    if way in ("in", "out"):
        return _shifted(outline, part, way, name) if part.level == "section" else refused("structure.no_level", name)
    place = place_of(outline, part)
    count = _count(outline, part)
    if way == "up" and place > 0:
        return moved(outline, part, Target(_above(outline, part), place - 1), name)
    if way == "down" and place < count - 1:
        return moved(outline, part, Target(_above(outline, part), place + 2), name)
    target = _neighbour(outline, part, -1 if way == "up" else 1)
    if target is None:
        return refused("structure.first" if way == "up" else "structure.last", name)
    return moved(outline, part, target, name)


def _count(outline: Outline, part: Part) -> int:
    match part.level:
        case "section":
            return len(siblings_of(outline, part.section))
        case "block":
            return len(section_at(outline, part.section).blocks)
        case "row":
            return len(rows_of(block_at(outline, part)))


def _above(outline: Outline, part: Part) -> Part | None:
    match part.level:
        case "section":
            above = parent_of(outline, part.section)
            return Part(above.code) if above else None
        case "block":
            return Part(part.section)
        case "row":
            return replace(part, row=-1)


def _neighbour(outline: Outline, part: Part, step: int) -> Target | None:
    """Return the end of the list before, or the beginning of the list after, that may hold a part."""
    match part.level:
        case "section":
            above = parent_of(outline, part.section)
            lists = [Part(one.code) for one in outline.walk() if above and one.level == above.level]
            own = Part(above.code) if above else None
        case "block":
            lists, own = [Part(one.code) for one in outline.walk()], Part(part.section)
        case "row":
            lists = [Part(one.code, block.id) for one in outline.walk() for block in one.blocks if takes_rows(block)]
            own = replace(part, row=-1)
    if own is None or not 0 <= lists.index(own) + step < len(lists):
        return None
    beside = lists[lists.index(own) + step]
    return Target(beside, _length(outline, beside, part) if step < 0 else 0)


def _length(outline: Outline, above: Part, part: Part) -> int:
    match part.level:
        case "section":
            return len(section_at(outline, above.section).sections)
        case "block":
            return len(section_at(outline, above.section).blocks)
        case "row":
            return len(rows_of(block_at(outline, above)))


def _shifted(outline: Outline, part: Part, way: Way, name: Words) -> Moved | Issue:
    """A level deeper it goes below the section before it, a level higher it follows the one that it stood below."""
    place, above = place_of(outline, part), parent_of(outline, part.section)
    if way == "out":
        if above is None:
            return refused("structure.chapter", name)
        over = parent_of(outline, above.code)
        target = Target(Part(over.code) if over else None, place_of(outline, Part(above.code)) + 1)
        return moved(outline, part, target, name)
    if not place:
        return refused("structure.none_before", name)
    before = siblings_of(outline, part.section)[place - 1]
    return moved(outline, part, Target(Part(before.code), len(before.sections)), name)


def moved(outline: Outline, part: Part, target: Target, name: Words) -> Moved | Issue:
    """Move a part to another place; what cannot stand there is refused with a sentence."""
    match part.level:
        case "section":
            return _section_moved(outline, part, target, name)
        case "block":
            return _block_moved(outline, part, target, name)
        case "row":
            return _row_moved(outline, part, target, name)


def _section_moved(outline: Outline, part: Part, target: Target, name: Words) -> Moved | Issue:
    section, above = section_at(outline, part.section), target.above.section if target.above else ""
    if target.above is not None and target.above.level != "section":
        return refused("structure.section_in_block", name)
    if above in [one.code for one in section.walk()]:
        return refused("structure.inside", name)
    depth = section_at(outline, above).level if above else 0
    if depth + height(section) > DEEPEST:
        return refused("structure.too_deep", name)
    own = parent_of(outline, section.code)
    index = target.index
    if (own.code if own else "") == above and place_of(outline, part) < index:
        index -= 1
    rest = with_section(outline, section.code, _gone)
    return Moved(with_section_put(rest, section, above, index), part)


def _gone(section: Section) -> None:
    del section


def _block_moved(outline: Outline, part: Part, target: Target, name: Words) -> Moved | Issue:
    if target.above is None or target.above.level != "section":
        return refused("structure.needs_section", name)
    block, index, code = block_at(outline, part), target.index, target.above.section
    if code == part.section and place_of(outline, part) < index:
        index -= 1
    rest = with_block(outline, part, lambda _: None)
    blocks = section_at(rest, code).blocks
    return Moved(with_blocks(rest, code, (*blocks[:index], block, *blocks[index:])), Part(code, block.id))


def _row_moved(outline: Outline, part: Part, target: Target, name: Words) -> Moved | Issue:
    above = target.above
    if above is None or above.level != "block" or not takes_rows(block_at(outline, above)):
        return refused("structure.needs_list", name)
    row = rows_of(block_at(outline, part))[part.row]
    if isinstance(row, Group) and not isinstance(block_at(outline, above), TableBlock):
        return refused("structure.heading_outside", name)
    index = target.index
    if above == replace(part, row=-1) and part.row < index:
        index -= 1
    rest = with_block(outline, part, lambda block: with_rows(block, _without(rows_of(block), part.row)))
    put = with_block(rest, above, lambda block: with_rows(block, _with(rows_of(block), row, index)))
    return Moved(put, replace(above, row=index))


def _without(rows: tuple[Row, ...], index: int) -> tuple[Row, ...]:
    return (*rows[:index], *rows[index + 1 :])


def _with(rows: tuple[Row, ...], row: Row, index: int) -> tuple[Row, ...]:
    return (*rows[:index], row, *rows[index:])
