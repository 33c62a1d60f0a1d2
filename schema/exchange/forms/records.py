"""The row of a record in a form: one that was sent, one of the blank rows below, or one that somebody has inserted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.exchange.forms.beside import read_beside
from schema.exchange.forms.layout import ACCEPT, FIELD, KEY, LIST
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.exchange.forms.texts import accepts
from schema.exchange.forms.written import as_read, field_written
from schema.grammar.reference import RecordKey
from schema.values.datapoint import Field, Record
from schema.values.dates import read_date
from schema.values.parse import clean_text
from schema.values.record_places import put_into
from schema.values.records import read_field, with_words

_ID = re.compile(r"[a-z][a-z0-9]{0,39}")


def is_filled(entry: Entry) -> bool:
    """Whether somebody has typed anything into the row of a record."""
    return any(entry.cell(mark).strip() for mark in entry.columns if mark.startswith(FIELD))


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A row with the record it is about; a new one belongs into the list `block`, and is the `nth` of those."""

    entry: Entry
    key: RecordKey
    block: str = ""
    nth: int = 0

    def mark(self, column: RecordColumn) -> str:
        """Return the mark of a column's cells."""
        return f"{FIELD}{self.key.type}.{column.code}"


def read_record_row(row: RecordRow, findings: Findings) -> None:
    """Note what a row brings for its record: nothing where it is as it was sent, or blank."""
    record_type = findings.definitions.catalogue.records.get(row.key.type)
    stood = findings.bases.get(row.key)
    base = stood if isinstance(stood, Record) else None
    if record_type is None or not _ID.fullmatch(row.key.id):
        findings.wrong("form.unknown", row.key.canonical(), row.entry, name=row.key.canonical())
    elif is_filled(row.entry):
        fields = _fields(row, record_type, dict(base.fields) if base else {}, findings)
        _offer(row, base, fields, findings)
        if base is not None or fields:
            read_beside(row.entry, row.key.canonical(), findings)
    elif base is not None and any(map(row.entry.has, map(row.mark, record_type.columns))):
        findings.wrong("form.emptied", row.key.canonical(), row.entry)


def _offer(row: RecordRow, base: Record | None, fields: Mapping[str, Field], findings: Findings) -> None:
    mark = next((name for name in row.entry.columns if name.startswith(FIELD) and row.entry.cell(name).strip()), KEY)
    if base is None:
        if fields:
            record = Record(row.key, findings.outline.code, _last(row.key.type, findings) + row.nth, fields)
            findings.offer(row.key, put_into(record, row.block), row.entry, mark)
    elif dict(fields) != dict(base.fields):
        findings.offer(row.key, replace(base, fields=fields, carried=""), row.entry, mark)
    elif base.carried and accepts(row.entry, findings):
        findings.offer(row.key, replace(base, carried=""), row.entry, ACCEPT)


def _last(record_type: str, findings: Findings) -> int:
    records = (thing for thing in findings.bases.values() if isinstance(thing, Record))
    return max((record.order for record in records if record.key.type == record_type), default=0)


def _fields(row: RecordRow, record_type: RecordType, fields: dict[str, Field], findings: Findings) -> dict[str, Field]:
    """Return the fields with those that were typed anew; one that can't be read stays as it was, and is told."""
    for column in record_type.columns:
        if column.traits.pictured or not row.entry.has(row.mark(column)):
            continue
        field = _typed(row, record_type, column, fields.get(column.code, Field()), findings)
        fields.pop(column.code, None)
        if field:
            fields[column.code] = field
    return fields


def _typed(row: RecordRow, record_type: RecordType, column: RecordColumn, base: Field, findings: Findings) -> Field:
    mark, subject = row.mark(column), f"{row.key.canonical()}.{column.code}"
    language = findings.outline.language
    typed = clean_text(as_read(row.entry.cell(mark)))
    if row.entry.unsolved(mark):
        findings.wrong("form.formula", subject, row.entry, mark)
        return base
    if typed == clean_text(as_read(field_written(base, column, language))):
        return base
    if column.worded:
        return with_words(base, language, typed)
    field = read_field(typed, record_type, column, findings.definitions.catalogue)
    if _is_read(field, column):
        return field
    findings.wrong(f"form.{column.traits.content}", subject, row.entry, mark, text=typed)
    return base


def _is_read(field: Field, column: RecordColumn) -> bool:
    if not field:
        return True
    match column.traits.content:
        case "number":
            return field.value is not None
        case "date":
            return read_date(field.typed) == field.typed
        case "choice":
            return column.choice(field.typed) is not None
        case "words" | "picture" | "answer":
            return True


def new_block(entry: Entry, record_type: str, block: str, lists: Mapping[tuple[str, str], str]) -> str:
    """Return the block of the list that a new row belongs into: the one it names, else the one it was sent for."""
    named = lists.get((record_type, entry.cell(LIST).strip()), "")
    own = [known for (kind, _), known in lists.items() if kind == record_type]
    return named or block or (own[0] if len(set(own)) == 1 else "")
