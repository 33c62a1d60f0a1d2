"""Records as quotations: the long columns are the words, all else says who spoke them."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.linked_text import merged, plain_words
from exporters.assembly.pending_sign import unconfirmed
from exporters.assembly.record_fields import joined
from exporters.assembly.record_set import RecordSet
from exporters.content import Inlines, Inner, Paragraph, Text
from schema.validation.issue import FieldAt
from schema.values.datapoint import Record


def quotes(records: RecordSet) -> tuple[Inner, ...]:
    """Return each record's words over the line that says whose they are."""
    return tuple(part for record in records.rows for part in _settled(records, record))


def _settled(records: RecordSet, record: Record) -> tuple[Inner, ...]:
    """Return a record's quotation, marked while nobody has noted down that whoever is quoted agrees."""
    parts = tuple(_quote(records, record))
    if not records.assembly.is_unquoted(FieldAt(record.key, block=records.block.id)):
        return parts
    return unconfirmed(records.assembly, parts, records.fields.ask)


def _quote(records: RecordSet, record: Record) -> Iterator[Inner]:
    name = f"{records.block.id}.{record.key.id}"
    for column in records.readable:
        if column.traits.paragraphs:
            yield from records.fields.paragraphs(f"{name}.{column.code}", record, column, "quote")
    if line := _signature(records, record):
        yield Paragraph(f"{name}.below", "speaker", line)


def _signature(records: RecordSet, record: Record) -> Inlines:
    """Return the name with the title behind it, in Chinese the title first; last, in brackets, what is chosen of it."""
    assembly = records.assembly
    others = [column for column in records.readable if not column.traits.paragraphs and not column.choices]
    choices = [column for column in records.readable if column.choices and record.field(column.code)]
    chosen = [plain_words(records.fields.words(record, column)) for column in choices]
    cells = records.fields.filled(record, others)
    line = joined(cells[::-1], " ") if assembly.chinese else joined(cells, assembly.say("word.record.join"))
    kind = Text(assembly.punctuation.bracketed("", assembly.punctuation.listed(chosen))) if chosen else None
    return tuple(merged([Text(assembly.say("word.record.dash")), *line, *([kind] if kind else [])])) if line else ()
