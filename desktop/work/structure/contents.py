"""What stands in a part of a report: told before it is removed. Nothing of it is deleted with the part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.work.structure.codes import codes_in
from desktop.work.structure.parts import Part, block_at, row_at, rows_of, section_at
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Block, Group, ImageBlock, Outline, TextBlock, placements, records_block
from schema.grammar.words import LANGUAGES, Words
from schema.values.datapoint import Snapshot
from schema.values.image_slots import placed_picture
from schema.values.record_places import rows_by_block


@dataclass(frozen=True, slots=True)
class Standing:
    """How much stands in a part; `unplaced` are the metrics that this report then places nowhere, with values or not.

    `valued` counts those of them that have values.
    """

    sections: int = 0
    blocks: int = 0
    texts: int = 0
    pictures: int = 0
    records: int = 0
    unplaced: tuple[Words, ...] = ()
    valued: int = 0

    @property
    def nothing(self) -> bool:
        """Whether nothing of anybody's work stands in it."""
        return not (self.sections or self.texts or self.pictures or self.records or self.valued)


def standing(outline: Outline, part: Part, snapshot: Snapshot, catalogue: Catalogue) -> Standing:
    """Return what stands in a part."""
    blocks = tuple(_blocks(outline, part))
    records = rows_by_block(outline, snapshot)
    listings = [listing for block in blocks if (listing := records_block(block))]
    unplaced = _unplaced(outline, part, blocks)
    valued = {key.metric for key in snapshot.points}
    return Standing(
        sections=sum(1 for _ in section_at(outline, part.section).walk()) - 1 if part.level == "section" else 0,
        blocks=len(blocks) if part.level == "section" else 0,
        texts=sum(_is_written(outline, block, snapshot) for block in blocks),
        pictures=sum(_has_picture(outline, block, snapshot) for block in blocks),
        records=sum(len(records.get(listing.id, ())) for listing in listings),
        unplaced=tuple(catalogue.metrics[code].name for code in unplaced if code in catalogue.metrics),
        valued=sum(code in valued for code in unplaced),
    )


def _blocks(outline: Outline, part: Part) -> Iterator[Block]:
    match part.level:
        case "section":
            for section in section_at(outline, part.section).walk():
                yield from section.blocks
        case "block":
            yield block_at(outline, part)
        case "row":
            return


def _is_written(outline: Outline, block: Block, snapshot: Snapshot) -> bool:
    if not isinstance(block, TextBlock):
        return False
    return any(snapshot.texts.get((outline.code, block.slot, one), "").strip() for one in LANGUAGES)


def _has_picture(outline: Outline, block: Block, snapshot: Snapshot) -> bool:
    return isinstance(block, ImageBlock) and placed_picture(snapshot, outline.code, block.slot) is not None


def _unplaced(outline: Outline, part: Part, gone: tuple[Block, ...]) -> tuple[str, ...]:
    left = {
        code
        for section in outline.walk()
        for block in section.blocks
        if block not in gone
        for number, row in enumerate(placements(block))
        if (section.code, block.id, number) != (part.section, part.block, _row(outline, part))
        for code in codes_in((row.reference,))
    }
    own = [row.reference for block in gone for row in placements(block)]
    if part.level == "row" and not isinstance(row := row_at(outline, part), Group):
        own.append(row.reference)
    return tuple(code for code in dict.fromkeys(codes_in(own)) if code not in left)


def _row(outline: Outline, part: Part) -> int:
    """Return which of its block's placements a row is, headings left out; -1 where it is none."""
    if part.level != "row" or isinstance(row_at(outline, part), Group):
        return -1
    return sum(not isinstance(row, Group) for row in rows_of(block_at(outline, part))[: part.row])
