"""What somebody does to the structure in the window: each deed is one step, named for undo and history."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from desktop.window.session.structuring import Structuring
from desktop.work.structure.blocks import (
    BlockKind,
    NewBlock,
    beside_removed,
    with_new_block,
    with_new_section,
    with_placement,
    without,
)
from desktop.work.structure.contents import Standing, standing
from desktop.work.structure.moves import Moved, Target, Way, moved, stepped
from desktop.work.structure.names import in_language, renamed, with_language, words_of
from desktop.work.structure.parts import Part, block_at, name_of, rows_of, section_at
from desktop.work.structure.properties import Properties, with_properties
from schema.catalogue.outline import Outline, Placement
from schema.grammar.words import NO_WORDS, Words
from schema.validation.issue import Issue

Became = Part | str | None  # the part to go to, or why it was refused


class StructureDeeds(QObject):
    """Each returns the part that is to be chosen after it, or the sentence that says why it cannot be."""

    def __init__(self, desk: Desk, structuring: Structuring, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._structuring = desk, structuring

    @property
    def _outline(self) -> Outline:
        return self._structuring.outline

    def _words(self, part: Part) -> Words:
        return name_of(self._outline, part, self._structuring.definitions.catalogue)

    def name(self, part: Part) -> str:
        """Return what a part is called."""
        return self._desk.words(self._words(part))

    def _done(self, words: str, made: Moved | Outline | Issue, part: Part | None = None) -> Became:
        if isinstance(made, Issue):
            return self._desk.sentence(made)
        outline = made.outline if isinstance(made, Moved) else made
        self._structuring.outline_step(words, outline)
        return made.part if isinstance(made, Moved) else part

    def step(self, part: Part | None, way: Way) -> Became:
        """Move a part one step."""
        if part is None:
            return None
        words = self.tr("move “{name}”").format(name=self.name(part))
        return self._done(words, stepped(self._outline, part, way, self._words(part)))

    def move(self, part: Part, target: Target) -> Became:
        """Move a part to where it was let go."""
        words = self.tr("move “{name}”").format(name=self.name(part))
        return self._done(words, moved(self._outline, part, target, self._words(part)))

    def rename(self, part: Part, text: str) -> Became:
        """Give a part another name; in other languages it is asked for anew, as the words there mean the old one."""
        words = self.tr("rename “{name}”").format(name=self.name(part))
        new = in_language(self._desk.language, text) if text else NO_WORDS
        return self._done(words, renamed(self._outline, part, new), part)

    def word(self, part: Part, language: str, text: str) -> Became:
        """Put a part's name in one language."""
        known = words_of(self._outline, part) or NO_WORDS
        words = self.tr("rename “{name}”").format(name=self.name(part))
        return self._done(words, renamed(self._outline, part, with_language(known, language, text)), part)

    def say(self, part: Part, wanted: Properties) -> Became:
        """Change what a part says beside its words."""
        words = self.tr("change “{name}”").format(name=self.name(part))
        return self._done(words, with_properties(self._outline, part, wanted), part)

    def make(self, beside: Part | None, text: str) -> Became:
        """Add a section after one, or a text after a block."""
        new = in_language(self._desk.language, text)
        if beside is not None and beside.level == "block":
            return self._done(
                self.tr("new text “{name}”").format(name=text),
                with_new_block(self._outline, beside, NewBlock("text", new)),
            )
        return self._done(
            self.tr("new section “{name}”").format(name=text), with_new_section(self._outline, beside, new)
        )

    def add_block(self, beside: Part | None, kind: BlockKind, shows: str) -> Became:
        """Add a block to a section; a chart begins with the first metric that stands there."""
        if beside is None:
            return None
        if kind == "chart":
            shows = self._first_metric(beside)
            if not shows:
                return self.tr("Place a metric in this section first: a chart shows metrics.")
        title = section_at(self._outline, beside.section).title if kind == "chart" else NO_WORDS
        made = with_new_block(self._outline, beside, NewBlock(kind, title, shows))
        return self._done(self.tr("new block in “{name}”").format(name=self.name(Part(beside.section))), made)

    def _first_metric(self, beside: Part) -> str:
        blocks = section_at(self._outline, beside.section).blocks
        rows = rows_of(block_at(self._outline, beside)) if beside.block else ()
        placed = (row for row in (*rows, *(row for block in blocks for row in rows_of(block))))
        return next((row.reference for row in placed if isinstance(row, Placement)), "")

    def place(self, beside: Part | None, code: str) -> Became:
        """Place a metric that is there already."""
        if beside is None:
            return None
        name = self._desk.words(self._structuring.definitions.catalogue.metrics[code].name)
        title = section_at(self._outline, beside.section).title
        return self._done(
            self.tr("place “{name}”").format(name=name), with_placement(self._outline, beside, code, title)
        )

    def standing(self, part: Part) -> Standing:
        """Return what stands in a part."""
        return standing(self._outline, part, self._desk.session.snapshot, self._structuring.definitions.catalogue)

    def remove(self, part: Part) -> Became:
        """Take a part out."""
        words = self.tr("remove “{name}”").format(name=self.name(part))
        return self._done(words, without(self._outline, part), beside_removed(self._outline, part))
