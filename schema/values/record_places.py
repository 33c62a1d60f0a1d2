"""Where records stand: each belongs to one block of its report's outline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from schema.catalogue.definitions import BLOCK
from schema.catalogue.outline import Listing, Outline
from schema.grammar.reference import RecordKey
from schema.values.datapoint import Field, Record, Snapshot


def block_rows(outline: Outline, block: Listing, snapshot: Snapshot) -> tuple[Record, ...]:
    """Return the records of one block in their order; for several blocks ask `rows_by_block`."""
    rows = snapshot.rows(outline.code, block.type)
    return tuple(record for record in rows if home(outline, record) == block.id)


def rows_by_block(outline: Outline, snapshot: Snapshot) -> Mapping[str, tuple[Record, ...]]:
    """Return the records of all blocks that have some, by the blocks' ids, each block's in their order."""
    rows: dict[str, list[Record]] = {}
    by_type: dict[str, list[Record]] = {}
    for record in snapshot.records.values():
        if record.report == outline.code:
            by_type.setdefault(record.key.type, []).append(record)
    for records in by_type.values():
        for record in sorted(records, key=lambda record: (record.order, record.key)):
            rows.setdefault(home(outline, record), []).append(record)
    return {block: tuple(records) for block, records in rows.items() if block}


def home(outline: Outline, record: Record) -> str:
    """Return the id of the block that a record stands in; an empty text where the outline has none of its type."""
    blocks, wanted = outline.record_blocks(record.key.type), record.block
    if wanted and any(block.id == wanted for _, block in blocks):
        return wanted
    return blocks[0][1].id if blocks else ""


def put_into(record: Record, block: str) -> Record:
    """Return the record as one of this block."""
    return replace(record, fields={**record.fields, BLOCK: Field(typed=block)})


def free_id(snapshot: Snapshot, record_type: str) -> str:
    """Return an id that no record of a type has yet."""
    taken = {key.id for key in snapshot.records if key.type == record_type}
    number = len(taken) + 1
    while f"r{number}" in taken:
        number += 1
    return f"r{number}"


def new_record(outline: Outline, block: Listing, snapshot: Snapshot, name: str) -> Record:
    """Return an empty record of this id, the last one in a block."""
    order = max((record.order for record in snapshot.rows(outline.code, block.type)), default=0) + 1
    return put_into(Record(RecordKey(block.type, name), outline.code, order), block.id)
