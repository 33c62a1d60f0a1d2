"""A part of a report in words: a text, a picture, a list, a heading by its title in its section, never by its code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from schema.catalogue.definitions import Catalogue
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    ImageBlock,
    IndexBlock,
    Outline,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
    records_block,
)
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.slots import alternative_slot, caption_slot
from schema.grammar.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class PartWords:
    """The parts of one report in a language."""

    outline: Outline
    catalogue: Catalogue
    language: str

    def name(self, part: str) -> str:
        """Return the section's title, with what is there in brackets; `part` is a section's code, a block's id, a slot.

        What the outline does not have (any more) keeps its code.
        """
        if part == self.outline.code:
            return self.outline.title.best(self.language)
        place = self.outline.part(part)
        if place is None:
            return part
        section, block = place
        title, inside = self._section(section), self._inside(section, block)
        beside = self._beside(block, part)
        inside = " ".join(filter(None, (inside if inside != title else "", beside)))
        return PUNCTUATION[self.language].bracketed(title, inside)

    def _section(self, section: Section) -> str:
        """Return a section's title, with its chapter's where several sections have it."""
        title = section.title.best(self.language)
        if sum(other.title.best(self.language) == title for other in self.outline.walk()) < 2:
            return title
        chapter = next(chapter for chapter in self.outline.chapters if section in chapter.walk())
        return f"{chapter.title.best(self.language)} › {title}" if chapter is not section else title

    def _inside(self, section: Section, block: Block | None) -> str:
        """Return what a block is called in its section; nothing where it has no title."""
        match block:
            case None:
                return ""
            case TextBlock():
                return block.title.best(self.language) or self._untitled(section, block)
            case ImageBlock() | CalloutBlock() | QuestionnaireBlock():
                return block.title.best(self.language)
            case TableBlock() | ChartBlock() | DiagramBlock():
                return block.caption.best(self.language)
            case RecordsBlock() | MatrixBlock():
                return self._listed(block.caption, block.type)
            case IndexBlock():
                return self._index(block)
            case _:
                assert_never(block)

    def _untitled(self, section: Section, text: TextBlock) -> str:
        """Return what a release calls a line of its opening; else which of several texts of a section it is."""
        style = f"text.{text.style}"
        if self.outline.form == "release" and style in self.catalogue.phrases:
            return self._phrase(style)
        texts = [block for block in section.blocks if isinstance(block, TextBlock) and not block.title]
        return self._phrase("part.text", number=str(texts.index(text) + 1)) if len(texts) > 1 else ""

    def _listed(self, caption: Words, record_type: str) -> str:
        known = self.catalogue.records.get(record_type)
        return (caption or (known.name if known else NO_WORDS)).best(self.language)

    def _index(self, block: IndexBlock) -> str:
        """Return the framework of an index; one of goals is known by what the company does for them."""
        if (listing := records_block(block)) is not None:
            return self._listed(NO_WORDS, listing.type)
        known = self.catalogue.frameworks.get(block.framework)
        return known.name.best(self.language) if known else block.framework

    def _beside(self, block: Block | None, part: str) -> str:
        """Return which of a picture's words are meant: its caption, or what describes it."""
        if not isinstance(block, ImageBlock):
            return ""
        phrases = {caption_slot(block.slot): "part.caption", alternative_slot(block.slot): "part.alternative"}
        return self._phrase(phrases[part]) if part in phrases else ""

    def _phrase(self, code: str, **places: str) -> str:
        known = self.catalogue.phrases.get(code)
        return known.best(self.language).format(**places) if known else " ".join((code, *places.values()))
