"""The goals of a framework: which records of a report say what the company does for each."""

from __future__ import annotations

from collections.abc import Mapping

from schema.catalogue.definitions import Catalogue, RecordColumn, RecordType
from schema.catalogue.outline import IndexBlock, Outline, records_block
from schema.values.datapoint import Record, Snapshot
from schema.values.record_places import block_rows


def goal_column(record_type: RecordType) -> RecordColumn | None:
    """Return the column that names the goal: the first choice."""
    return next((column for column in record_type.columns if column.traits.chosen), None)


def goal_records(
    outline: Outline, block: IndexBlock, catalogue: Catalogue, snapshot: Snapshot
) -> Mapping[str, tuple[Record, ...]]:
    """Return the records of an index of goals by the disclosures that they are about; nothing for other indices."""
    listing, record_type = records_block(block), catalogue.records.get(block.actions)
    column = goal_column(record_type) if record_type else None
    if listing is None or column is None:
        return {}
    codes = {item.code.lower(): item.code for item in catalogue.frameworks[block.framework].disclosures}
    found: dict[str, list[Record]] = {}
    for record in block_rows(outline, listing, snapshot):
        code = codes.get(record.field(column.code).typed.lower())
        if code is not None:
            found.setdefault(code, []).append(record)
    return {code: tuple(records) for code, records in found.items()}
