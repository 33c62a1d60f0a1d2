"""Records of a report, laid out as their block asks; their numbers are linked like every other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exporters.assembly.assembly import Part
from exporters.assembly.carried import carried_mark
from exporters.assembly.drafts import remarked_once
from exporters.assembly.gaps import records_gap
from exporters.assembly.pending_sign import signed
from exporters.assembly.record_cases import cases
from exporters.assembly.record_fields import Fields
from exporters.assembly.record_list import bullets
from exporters.assembly.record_quotes import quotes
from exporters.assembly.record_set import RecordSet, record_set
from exporters.assembly.record_table import table, timeline
from exporters.content import Block, Paragraph
from schema.catalogue.outline import RecordsBlock, RecordStyle
from schema.values.datapoint import Record
from schema.values.record_places import block_rows

LAYOUTS: Mapping[RecordStyle, Callable[[RecordSet], tuple[Block, ...]]] = {
    "table": table,
    "timeline": timeline,
    "quotes": quotes,
    "cases": cases,
    "list": bullets,
}


def records_blocks(part: Part, block: RecordsBlock) -> tuple[Block, ...]:
    """Return a block of records by its style, or a placeholder where the report has none."""
    fields = Fields(part, part.assembly.catalogue.records[block.type], block.caption)
    rows = block_rows(part.assembly.outline, block, part.assembly.snapshot)
    if not rows:
        return (Paragraph(f"{block.id}.gap", "body", (records_gap(part, block.id, fields.name, fields.ask),)),)
    laid_out = LAYOUTS[block.style](record_set(fields, block, rows))
    blocks = remarked_once((*_carried(fields, block, rows), *laid_out))
    return signed(part.assembly, blocks) if block.id in part.assembly.pending.lists else blocks


def _carried(fields: Fields, block: RecordsBlock, rows: tuple[Record, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraph over a list that says how many of its records are untouched; none where all are new."""
    assembly, carried = fields.assembly, [record for record in rows if record.carried]
    if not carried:
        return ()
    places = {"name": fields.name, "report": carried[0].carried, "count": str(len(carried))}
    mark = carried_mark(assembly, assembly.say("word.carried.records", **places), fields.ask)
    return (Paragraph(f"{block.id}.carried", "body", (mark,)),)
