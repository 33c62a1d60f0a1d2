"""Words are written into a record's field: one that there is, or one that is made in its list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.work.writing import NOTHING, Standing, Wanted, Writing, outline_of, unknown
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import Listing, Outline
from schema.catalogue.section_content import section_records
from schema.errors import AnnalsError
from schema.grammar.reference import RecordKey
from schema.moment import Moment
from schema.validation.issue import FieldAt, ListAt, write_subject
from schema.values.changes import change_of
from schema.values.datapoint import NO_FIELD, Field, Record
from schema.values.record_places import free_id, home, new_record, put_into
from schema.values.records import read_field, title_of, with_words
from schema.values.subject import parts_of


def write_list(moment: Moment, wanted: Wanted, place: ListAt) -> Writing:
    """Return what writes the words into a new record of a list, under an id of its own."""
    outline, block = _list(moment, place)
    if wanted.words is None:
        raise AnnalsError("write.list", reference=wanted.reference, type=block.type)
    key = RecordKey(block.type, free_id(moment.snapshot, block.type))
    return write_record(moment, replace(wanted, place=write_subject(ListAt(outline.code, block.id))), key, "")


def write_record(moment: Moment, wanted: Wanted, key: RecordKey, column_code: str) -> Writing:
    """Return what writes the words into a column, the title where none is named; a new id makes the record."""
    types = moment.catalogue.records
    if key.type not in types:
        raise unknown(f"record/{key.type}", [f"record/{code}" for code in types])
    old = moment.snapshot.records.get(key)
    if wanted.words is None and (old is None or not column_code):
        return _removal(moment, key, old)
    record = _placed(moment, wanted, old) if old else _new(moment, wanted, key)
    record_type, outline = types[key.type], outline_of(moment, record.report)
    column = _column(record_type, key, column_code)
    language = wanted.language or outline.language
    field = _field(moment, record.field(column.code), (record_type, column), language, wanted.words or "")
    fields = {code: kept for code, kept in record.fields.items() if code != column.code}
    if field:
        fields[column.code] = field
    at = FieldAt(key, column.code, home(outline, record))
    before = old.field(column.code) if old else NO_FIELD
    change = change_of(moment.snapshot, key, replace(record, fields=fields, carried=""))
    stands = (_standing(before, column, language), _standing(field, column, language))
    return Writing(at, record.report, key, *stands, (change,))


def _removal(moment: Moment, key: RecordKey, old: Record | None) -> Writing:
    if old is None:
        own = sorted(record.canonical() for record in moment.snapshot.records if record.type == key.type)
        raise unknown(key.canonical(), own)
    outline = moment.definitions.outlines.get(old.report)
    at = FieldAt(key, block=home(outline, old) if outline else "")
    language = outline.language if outline else "zh-Hans"
    title = title_of(old, moment.catalogue.records[key.type], language)
    return Writing(at, old.report, key, Standing(title), NOTHING, (change_of(moment.snapshot, key, None),))


def _placed(moment: Moment, wanted: Wanted, old: Record) -> Record:
    """Return the record, put into another list of its report where one is named."""
    if not wanted.place:
        return old
    outline, block = _named(moment, wanted, old.key)
    if outline.code != old.report:
        raise AnnalsError("write.elsewhere", reference=old.key.canonical(), report=old.report)
    return put_into(old, block.id) if home(outline, old) != block.id else old


def _new(moment: Moment, wanted: Wanted, key: RecordKey) -> Record:
    if wanted.place:
        return new_record(*_named(moment, wanted, key), moment.snapshot, key.id)
    lists = list(_lists(moment, key.type))
    if len(lists) == 1:
        return new_record(*lists[0], moment.snapshot, key.id)
    names = ", ".join(write_subject(ListAt(outline.code, block.id)) for outline, block in lists)
    code = "write.where" if lists else "write.nowhere"
    raise AnnalsError(code, reference=key.canonical(), list=names)


def _lists(moment: Moment, record_type: str) -> Iterator[tuple[Outline, Listing]]:
    for outline in moment.definitions.outlines.values():
        yield from ((outline, block) for _, block in outline.record_blocks(record_type))


def _named(moment: Moment, wanted: Wanted, key: RecordKey) -> tuple[Outline, Listing]:
    """Return the list that --list names; it must take records of this type."""
    parts = parts_of(wanted.place, 2) if wanted.place.startswith("list/") else None
    if parts is None:
        raise AnnalsError("write.list_form", name=wanted.place)
    outline, block = _list(moment, ListAt(*parts))
    if block.type != key.type:
        raise AnnalsError("write.list", reference=wanted.place, type=block.type)
    return outline, block


def _list(moment: Moment, place: ListAt) -> tuple[Outline, Listing]:
    outline = outline_of(moment, place.report)
    blocks = {block.id: block for section in outline.walk() for block in section_records(section)}
    if place.block not in blocks:
        names = [write_subject(ListAt(outline.code, name)) for name in blocks]
        raise unknown(write_subject(place), names)
    return outline, blocks[place.block]


def _column(record_type: RecordType, key: RecordKey, code: str) -> RecordColumn:
    columns = record_type.columns
    title = next((column for column in columns if column.traits.titled), columns[0])
    column = record_type.column(code) if code else title
    if column is None:
        raise unknown(f"{key.canonical()}.{code}", [f"{key.canonical()}.{known.code}" for known in columns])
    if column.traits.pictured:
        raise AnnalsError("write.picture", reference=f"{key.canonical()}.{column.code}")
    return column


def _field(
    moment: Moment, old: Field, at: tuple[RecordType, RecordColumn], language: str, words: str
) -> Field:  # fmt: skip
    record_type, column = at
    if column.worded:
        return with_words(old, language, words)
    return read_field(words, record_type, column, moment.catalogue)


def _standing(field: Field, column: RecordColumn, language: str) -> Standing:
    if column.worded:
        return Standing(field.words.get(language))
    return Standing(field.typed, field.value, field.qualifier)
