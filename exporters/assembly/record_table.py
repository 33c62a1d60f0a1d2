"""Records as a table, and as a timeline: a table in the order of its dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.assembly.anchors import block_anchor
from exporters.assembly.chunks import column_weights
from exporters.assembly.record_fields import bare
from exporters.assembly.record_set import RecordSet
from exporters.content import Column, Row, Table
from schema.catalogue.definitions import RecordType
from schema.values.datapoint import Record


def table(records: RecordSet) -> tuple[Table]:
    """Return one row for each record, under the headings of its groups."""
    rows = tuple(_rows(records))
    heads = [records.assembly.words(column.name) for column in records.readable]
    texts = [heads, *([bare(cell) for cell in row.cells] for row in rows if row.kind != "group")]
    columns = tuple(
        Column("number" if column.numeric else "text", weight, head)
        for column, weight, head in zip(records.readable, column_weights(texts), heads, strict=True)
    )
    caption = records.caption or records.assembly.words(records.kind.name)
    return (Table(records.block.id, caption, block_anchor(records.block.id), columns, rows),)


def timeline(records: RecordSet) -> tuple[Table]:
    """Return the table of records in the order of their dates, the first column strong."""
    rows = tuple(sorted(records.rows, key=lambda record: _date(record, records.kind)))
    (plain,) = table(replace(records, rows=rows))
    first = (replace(column, strong=True) for column in plain.columns[:1])
    return (replace(plain, columns=(*first, *plain.columns[1:])),)


def _rows(records: RecordSet) -> Iterator[Row]:
    for heading, same in records.groups():
        if heading:
            yield Row((heading,), "group")
        for record in same:
            yield Row(tuple(records.fields.words(record, column) for column in records.readable))


def _date(record: Record, kind: RecordType) -> str:
    dated = next((column for column in kind.columns if column.traits.dated), None)
    return record.field(dated.code).typed if dated else ""
