"""The records of one block: which rows and columns it shows, under which headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from exporters.assembly.assembly import Assembly
from exporters.assembly.record_fields import Fields
from exporters.content import Inlines
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import RecordsBlock
from schema.values.datapoint import Record


@dataclass(frozen=True, slots=True)
class RecordSet:
    """The rows of a block in their order, and the columns that it shows; its headings' column is none of them."""

    fields: Fields
    block: RecordsBlock
    rows: tuple[Record, ...]
    columns: tuple[RecordColumn, ...]

    @property
    def assembly(self) -> Assembly:
        """Return the report being assembled."""
        return self.fields.assembly

    @property
    def kind(self) -> RecordType:
        """Return the type of the records."""
        return self.fields.kind

    @property
    def readable(self) -> tuple[RecordColumn, ...]:
        """Return the columns without those of pictures: a file's name means nothing to a reader."""
        return tuple(column for column in self.columns if not column.traits.pictured)

    @property
    def caption(self) -> str:
        """Return the block's own caption."""
        return self.assembly.words(self.block.caption)

    def groups(self) -> Iterator[tuple[Inlines, Sequence[Record]]]:
        """Yield the rows under their common heading: by the choices' own order, else as they follow one another."""
        column = self.kind.column(self.block.group)
        if column is None:
            yield (), self.rows
            return
        order = {choice.code: number for number, choice in enumerate(column.choices)}
        ordered = sorted(self.rows, key=lambda record: order.get(record.field(column.code).typed, len(order)))
        for _, same in groupby(ordered, key=lambda record: record.field(column.code)):
            records = list(same)
            yield self.fields.words(records[0], column), records


def record_set(fields: Fields, block: RecordsBlock, rows: tuple[Record, ...]) -> RecordSet:
    """Return the records of a block with the columns that it names, all where it names none."""
    kind = fields.kind
    shown = [column for code in block.columns if (column := kind.column(code))] or list(kind.columns)
    return RecordSet(fields, block, rows, tuple(column for column in shown if column.code != block.group))
