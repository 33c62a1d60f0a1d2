"""References in texts to a table or figure of the same report: `{block.<id>}` prints “Table 3”."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock
from schema.catalogue.outline import Block, ChartBlock, ImageBlock, Outline, RecordsBlock, Section, TableBlock
from schema.grammar.words import Words

PREFIX = "block."
_TABLED = ("table", "timeline")  # styles of records that stand as a table


def is_block_reference(code: str) -> bool:
    """Whether a code of a text means a block."""
    return code.startswith(PREFIX)


def referred_block(outline: Outline, code: str) -> Block | None:
    """Return the table or figure that a code names; None where there is none of that id."""
    part = outline.part(code.removeprefix(PREFIX)) if is_block_reference(code) else None
    block = part[1] if part is not None else None
    return block if block is not None and block.id == code.removeprefix(PREFIX) and is_numbered(block) else None


def is_numbered(block: Block) -> bool:
    """Whether a block prints a table or a figure with a number."""
    if isinstance(block, RecordsBlock):
        return block.style in _TABLED
    if isinstance(block, TableBlock):
        return bool(block.caption)
    return isinstance(block, ChartBlock | ImageBlock | DiagramBlock | MatrixBlock)


def is_table(block: Block) -> bool:
    """Whether a block is numbered with the tables; else it is with the figures."""
    return isinstance(block, TableBlock | RecordsBlock)


def block_title(block: Block) -> Words:
    """Return what the caption of a table or figure says; no words where it is not the outline that says it."""
    if isinstance(block, TableBlock | ChartBlock | DiagramBlock | MatrixBlock | RecordsBlock):
        return block.caption
    return block.title if isinstance(block, ImageBlock) else Words()


def numbered_blocks(outline: Outline) -> Iterator[tuple[Section, Block]]:
    """Yield the tables and figures of a report, each with its section, in reading order."""
    for section in outline.walk():
        yield from ((section, block) for block in section.blocks if is_numbered(block))
