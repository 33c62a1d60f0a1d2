"""The words that an outline itself has for its readers: headings, captions, labels, footnotes at rows, drawn words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from schema.catalogue.outline import Block, ImageBlock, Outline, Placement, placements
from schema.grammar.words import Words


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the section or block `part`; `beside` is the reference, with its format, that they label in a row."""

    part: str
    words: Words
    beside: str = ""


def wordings(outline: Outline) -> Iterator[Wording]:
    """Yield the words of an outline in reading order, its title first; what only asks for a picture is left out."""
    yield Wording(outline.code, outline.title)
    for section in outline.walk():
        yield Wording(section.code, section.title)
        for block in section.blocks:
            if not isinstance(block, ImageBlock):
                yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Wording]:
    rows = placements(block)
    for row in rows:
        if row.label:
            yield Wording(block.id, row.label, row.reference + (f"|{row.format}" if row.format else ""))
        if row.footnote:
            yield Wording(block.id, row.footnote)
    for words in words_within(block, placed=False):
        yield Wording(block.id, words)


def words_within(thing: Any, *, placed: bool = True) -> Iterator[Words]:
    """Yield all words that stand in a part of an outline; without those of its placements where `placed` is false."""
    if isinstance(thing, Words):
        yield thing
    elif is_dataclass(thing) and (placed or not isinstance(thing, Placement)):
        for item in fields(thing):
            yield from words_within(getattr(thing, item.name), placed=placed)
    elif isinstance(thing, tuple):
        for item in thing:  # pyright: ignore[reportUnknownVariableType]
            yield from words_within(item, placed=placed)


def words_of(outline: Outline, part: str) -> tuple[Words, ...]:
    """Return all words of a section or block."""
    return tuple(wording.words for wording in wordings(outline) if wording.part == part)
