"""Records as the entries of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.assembly.record_fields import joined
from exporters.assembly.record_set import RecordSet
from exporters.content import Inlines, Paragraph, Text


def bullets(records: RecordSet) -> tuple[Paragraph, ...]:
    """Return one entry for each record, its fields one behind the other."""
    return tuple(_paragraphs(records))


def _paragraphs(records: RecordSet) -> Iterator[Paragraph]:
    identity, between = records.block.id, records.assembly.say("word.record.between")
    if records.caption:
        yield Paragraph(f"{identity}.title", "title", (Text(records.caption),))
    for heading, same in records.groups():
        if heading:
            yield Paragraph(f"{identity}.{same[0].key.id}.group", "body", _bold(heading))
        for record in same:
            words = joined(records.fields.filled(record, records.readable), between)
            yield Paragraph(f"{identity}.{record.key.id}", "list", words)


def _bold(inlines: Inlines) -> Inlines:
    return tuple(replace(inline, bold=True) if isinstance(inline, Text) else inline for inline in inlines)
