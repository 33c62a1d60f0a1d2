"""Where each metric is at home: the one sheet that holds its value cells; others refer to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from exporters.excel.sheets.context import Context
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    ImageBlock,
    IndexBlock,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
    placements,
    records_block,
)
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Reference, parse_reference
from schema.grammar.slots import caption_slot
from schema.values.record_places import block_rows


def rank(block: Block) -> int:
    """Return how strongly a block is the place of its metrics: 0 a table, then charts, callouts, words."""
    match block:
        case TableBlock():
            return 0
        case ChartBlock():
            return 1
        case CalloutBlock():
            return 2
        case TextBlock():
            return 3
        case ImageBlock():
            return 4
        case RecordsBlock():
            return 5
        case IndexBlock():
            return 6
        case DiagramBlock() | MatrixBlock() | QuestionnaireBlock():
            return 7
        case _:
            assert_never(block)


def find_homes(context: Context, titles: Sequence[str]) -> dict[str, str]:
    """Give each metric one sheet: where a table has it, else where a chart, a callout or the text has it.

    Among tables the first counts, else the last: overviews and letters stand before the chapter of the matter.
    """
    best: dict[str, tuple[int, int]] = {}
    for number, chapter in enumerate(context.outline.chapters):
        for code, order in _mentions(context, chapter):
            place = (order, number if order == 0 else -number)
            best[code] = min(best.get(code, place), place)
    return {code: titles[abs(number)] for code, (_, number) in best.items()}


def _mentions(context: Context, chapter: Section) -> Iterator[tuple[str, int]]:
    """Yield each metric code of a chapter with the rank of the block that has it."""
    for section in chapter.walk():
        for block in section.blocks:
            place = rank(block)
            yield from ((code, place) for code in _codes(context, block) if code in context.catalogue.metrics)


def _codes(context: Context, block: Block) -> list[str]:
    if has_words(block):
        return [reference.code for reference in text_references(context, block)]
    references = [parse_reference(item.reference) for item in placements(block)]
    return [reference.code for reference in references if reference]


def has_words(block: Block) -> bool:
    """Whether a block shows words that may link numbers."""
    return isinstance(block, TextBlock | ImageBlock) or records_block(block) is not None


def text_references(context: Context, block: Block) -> list[Reference]:
    """Return the references that a text's or records' words link to, in this language or else in the outline's own."""
    known = context.memory.references.get(block.id)
    if known is None:
        known = context.memory.references[block.id] = _text_references(context, block)
    return known


def _text_references(context: Context, block: Block) -> list[Reference]:
    report, languages = context.outline.code, (context.language, context.outline.language)
    if isinstance(block, TextBlock | ImageBlock):
        slot = block.slot if isinstance(block, TextBlock) else caption_slot(block.slot)
        texts = (context.snapshot.texts.get((report, slot, language)) for language in languages)
        words = next(filter(None, texts), "")
    elif records := records_block(block):
        rows = block_rows(context.outline, records, context.snapshot)
        fields = (field for record in rows for field in record.fields.values())
        words = "\n".join(field.words.get(languages[0]) or field.words.get(languages[1]) for field in fields)
    else:
        return []
    return [piece.reference for piece in parse_linked(words) if isinstance(piece, LinkedNumber)]
