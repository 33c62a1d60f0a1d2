"""Records as cases, each in a frame: the long columns are the text, the first text its title, all else a line below.

A picture stands below the text, over the words of the columns that follow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from exporters.assembly.images import Room, picture_gap, sized_image
from exporters.assembly.linked_text import plain_words
from exporters.assembly.record_fields import bare, joined
from exporters.assembly.record_set import RecordSet
from exporters.content import Frame, Image, Inlines, Inner, Paragraph, Text
from schema.catalogue.definitions import RecordColumn
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.spacing import closed_up
from schema.values.datapoint import Record

_ROOM = Room(110.0, 100.0)
Under = dict[RecordColumn, tuple[RecordColumn, ...]]


def cases(records: RecordSet) -> tuple[Frame, ...]:
    """Return one frame for each record."""
    return tuple(_frame(records, record) for record in records.rows)


def _frame(records: RecordSet, record: Record) -> Frame:
    fields, name = records.fields, f"{records.block.id}.{record.key.id}"
    head = next((column for column in records.columns if column.traits.titled), None)
    under = _under(records)
    shown = [part for column in under for part in _picture(records, record, column, under[column])]
    parts = [*_words(records, record), *shown]
    if line := _below(records, record, _elsewhere(under, shown) | ({head} if head else set())):
        parts.append(Paragraph(f"{name}.below", "note", line))
    title = bare(fields.words(record, head)) if head else ""
    return Frame(name, "case", records.assembly.words(fields.kind.name).upper(), title, tuple(parts))


def _under(records: RecordSet) -> Under:
    """Return each column of pictures with the columns of short texts right after it: caption, place."""
    columns = records.columns
    return {
        column: tuple(takewhile(lambda after: after.traits.titled, columns[number + 1 :]))
        for number, column in enumerate(columns)
        if column.traits.pictured
    }


def _elsewhere(under: Under, shown: list[Inner]) -> set[RecordColumn]:
    """Return the columns that stand at pictures; of the words under no picture only the caption is left out."""
    if any(isinstance(part, Image) for part in shown):
        return {*under, *(column for columns in under.values() for column in columns)}
    return {*under, *(columns[0] for columns in under.values() if columns)}


def _picture(
    records: RecordSet, record: Record, column: RecordColumn, under: tuple[RecordColumn, ...]
) -> Iterator[Inner]:
    """Yield the picture of a field over its words; a placeholder where it is required, or named and not there."""
    name, typed = f"{records.block.id}.{record.key.id}.{column.code}", record.field(column.code).typed
    picture, title = records.assembly.snapshot.attachments.get(typed), records.fields.title(record)
    if picture is not None:
        caption = joined(records.fields.filled(record, under), " · ")
        yield sized_image(name, picture, caption, plain_words(caption) or title, _ROOM)
    elif typed or column.required:
        gap = picture_gap(records.assembly, title, records.fields.ask, name)
        yield Paragraph(f"{name}.gap", "body", (gap,))


def _words(records: RecordSet, record: Record) -> Iterator[Inner]:
    for column in records.columns:
        if column.traits.paragraphs:
            name = f"{records.block.id}.{record.key.id}.{column.code}"
            yield from records.fields.paragraphs(name, record, column, "body")


def _below(records: RecordSet, record: Record, elsewhere: set[RecordColumn]) -> Inlines:
    """Return what the words of the record do not say: a number that they link, a date or place that they name."""
    assembly = records.assembly
    long = (column for column in records.kind.columns if column.traits.paragraphs)
    said = closed_up("\n".join(record.field(column.code).words.get(assembly.language) for column in long))
    cells: list[Inlines] = []
    for column in records.columns:
        if column in elsewhere or column.traits.paragraphs:
            continue
        cell = records.fields.words(record, column)
        if cell and not _is_said(record, column, cell, said):
            cells.append((Text(assembly.words(column.name) + assembly.say("word.record.between")), *cell))
    return joined(cells, assembly.say("word.record.join"))


def _is_said(record: Record, column: RecordColumn, cell: Inlines, said: str) -> bool:
    if column.numeric:
        links = (piece for piece in parse_linked(said) if isinstance(piece, LinkedNumber))
        return any(link.reference.code == record.key.number(column.code).metric for link in links)
    shown = bare(cell)
    return (column.traits.titled or column.traits.dated) and bool(shown) and shown in said
