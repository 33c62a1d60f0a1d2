"""Records as quotations: the long columns are the words, all else says who spoke them."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.linked_text import merged
from exporters.assembly.record_fields import joined
from exporters.assembly.record_set import RecordSet
from exporters.content import Inlines, Inner, Paragraph, Text
from schema.values.datapoint import Record


def quotes(records: RecordSet) -> tuple[Inner, ...]:
    """Return each record's words over the line that says whose they are."""
    return tuple(part for record in records.rows for part in _quote(records, record))


def _quote(records: RecordSet, record: Record) -> Iterator[Inner]:
    name = f"{records.block.id}.{record.key.id}"
    for column in records.readable:
        if column.traits.paragraphs:
            yield from records.fields.paragraphs(f"{name}.{column.code}", record, column, "quote")
    if line := _signature(records, record):
        yield Paragraph(f"{name}.below", "signature", line)


def _signature(records: RecordSet, record: Record) -> Inlines:
    """Return the name with the title behind it, in Chinese the title first."""
    assembly = records.assembly
    others = [column for column in records.readable if not column.traits.paragraphs]
    cells = records.fields.filled(record, others)
    line = joined(cells[::-1], " ") if assembly.chinese else joined(cells, assembly.say("word.record.join"))
    return tuple(merged([Text(assembly.say("word.record.dash")), *line])) if line else ()
