"""Headings, titles and labels in other words, in one language or in all of them."""

from __future__ import annotations

from dataclasses import replace

from desktop.work.structure.moves import refused
from desktop.work.structure.parts import (
    Part,
    Row,
    block_at,
    row_at,
    rows_of,
    section_at,
    title_of,
    with_block,
    with_rows,
    with_section,
)
from schema.catalogue.outline import Block, Group, Outline, Placement, Section
from schema.grammar.words import NO_WORDS, Words
from schema.validation.issue import Issue
from schema.values.parse import clean_text

FIELDS = {"zh-Hans": "zh_hans", "zh-Hant": "zh_hant", "en": "en"}


def said(text: str) -> str:
    """Return typed words as one line that may be kept."""
    return " ".join(clean_text(text).split())


def in_language(language: str, text: str) -> Words:
    """Return words in one language; in the others they are asked for later."""
    return replace(NO_WORDS, **{FIELDS[language]: said(text)})


def with_language(words: Words, language: str, text: str) -> Words:
    """Return words with those of one language replaced."""
    return replace(words, **{FIELDS[language]: said(text)})


def words_of(outline: Outline, part: Part) -> Words | None:
    """Return the part's own words that can be changed; None where it has no place for any."""
    match part.level:
        case "section":
            return section_at(outline, part.section).title
        case "block":
            block = block_at(outline, part)
            return title_of(block) if _field(block) else None
        case "row":
            row = row_at(outline, part)
            return row.title if isinstance(row, Group) else row.label


def can_be_named(thing: Section | Block | Row) -> bool:
    """Whether a part has a place for words of its own."""
    return isinstance(thing, Section | Placement | Group) or bool(_field(thing))


def renamed(outline: Outline, part: Part, words: Words) -> Outline | Issue:
    """Return the outline with a part in these words. A row without words of its own says its metric's name again."""
    known = words_of(outline, part)
    if known is None:
        return refused("structure.unnamed", section_at(outline, part.section).title)
    if not words and _needs_words(outline, part):
        return refused("structure.empty", known)
    match part.level:
        case "section":
            return with_section(outline, part.section, lambda section: _titled(section, words))
        case "block":
            return with_block(outline, part, lambda block: _headed(block, words))
        case "row":
            return with_block(outline, part, lambda block: _labelled(block, part.row, words))


def _needs_words(outline: Outline, part: Part) -> bool:
    if part.level == "section":
        return True
    return part.level == "row" and isinstance(row_at(outline, part), Group)


def _titled(section: Section, words: Words) -> Section:
    return replace(section, title=words)


def _field(block: Block) -> str:
    return next((name for name in ("caption", "title") if hasattr(block, name)), "")


def _headed(block: Block, words: Words) -> Block:
    return replace(block, **{_field(block): words})


def _labelled(block: Block, index: int, words: Words) -> Block:
    rows = rows_of(block)
    row = rows[index]
    made = replace(row, label=words) if isinstance(row, Placement) else replace(row, title=words)
    return with_rows(block, (*rows[:index], made, *rows[index + 1 :]))
