"""References in texts to tables and figures: what they come to is known when all captions are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from exporters.assembly.assembly import Assembly
from exporters.assembly.gaps import reference_gap
from exporters.content import Block, BlockRef, Chart, Frame, Image, Index, Inline, Panel, Table, with_inlines
from exporters.drawn_content import Diagram


class CaptionCount:
    """Counts tables and figures in reading order; `words` is what each is called (“Table 3”), by its anchor."""

    def __init__(self, assembly: Assembly) -> None:
        self._table, self._figure = assembly.say("word.table"), assembly.say("word.figure")
        self._counts: dict[str, int] = {}
        self.words: dict[str, str] = {}

    def add(self, block: Block) -> None:
        """Count what a block numbers."""
        for label, anchor in self._numbered(block):
            self._counts[label] = self._counts.get(label, 0) + 1
            if anchor:
                self.words[anchor] = f"{label} {self._counts[label]}"

    def _numbered(self, block: Block) -> Iterator[tuple[str, str]]:
        match block:
            case Table() if block.caption:
                yield self._table, block.anchor
            case Index():
                yield self._table, block.anchor
            case Chart() | Panel() | Diagram():
                yield self._figure, block.anchor
            case Image() if block.caption:
                yield self._figure, block.anchor
            case Frame():
                for inner in block.blocks:
                    yield from self._numbered(inner)
            case _:
                pass


def caption_words(assembly: Assembly, blocks: Iterable[Block]) -> Mapping[str, str]:
    """Return what each table and figure is called, by its anchor."""
    count = CaptionCount(assembly)
    for block in blocks:
        count.add(block)
    return count.words


def with_references(assembly: Assembly, blocks: Iterable[Block], named: Mapping[str, str]) -> tuple[Block, ...]:
    """Return blocks whose references say what they come to; one to what is not printed is a placeholder."""

    def told(inline: Inline) -> Inline:
        if not isinstance(inline, BlockRef):
            return inline
        words = named.get(inline.anchor, "")
        return replace(inline, text=words) if words else reference_gap(assembly, inline.written)

    return tuple(with_inlines(block, lambda inlines: tuple(map(told, inlines))) for block in blocks)
