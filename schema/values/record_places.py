"""Where records stand: each belongs to one block of its report's outline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from schema.catalogue.definitions import BLOCK
from schema.catalogue.outline import Listing, Outline
from schema.grammar.reference import RecordKey
from schema.values.datapoint import Field, Record, Snapshot


class Lists:
    """The lists that a report has for each type of record."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def home(self, record: Record) -> str:
        """Return the id of the block that a record stands in; an empty text where the outline has none of its type."""
        blocks = [block.id for _, block in self._outline.record_blocks(record.key.type)]
        if record.block in blocks:
            return record.block
        return blocks[0] if blocks else ""

    def rows(self, block: Listing, snapshot: Snapshot) -> tuple[Record, ...]:
        """Return the records of a block in their order."""
        rows = snapshot.rows(self._outline.code, block.type)
        return tuple(record for record in rows if self.home(record) == block.id)

    def rows_by_block(self, snapshot: Snapshot) -> Mapping[str, tuple[Record, ...]]:
        """Return the records of all blocks that have some, by the blocks' ids."""
        rows: dict[str, list[Record]] = {}
        own = (record.key.type for record in snapshot.records.values() if record.report == self._outline.code)
        for record_type in dict.fromkeys(own):
            for record in snapshot.rows(self._outline.code, record_type):
                rows.setdefault(self.home(record), []).append(record)
        return {block: tuple(records) for block, records in rows.items() if block}


def block_rows(outline: Outline, block: Listing, snapshot: Snapshot) -> tuple[Record, ...]:
    """Return the records of one block in their order; for several blocks ask `Lists`."""
    return Lists(outline).rows(block, snapshot)


def rows_by_block(outline: Outline, snapshot: Snapshot) -> Mapping[str, tuple[Record, ...]]:
    """Return the records of all blocks that have some, by the blocks' ids."""
    return Lists(outline).rows_by_block(snapshot)


def home(outline: Outline, record: Record) -> str:
    """Return the id of the block that one record stands in; for several records ask `Lists`."""
    return Lists(outline).home(record)


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
