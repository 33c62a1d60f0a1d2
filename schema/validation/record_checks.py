"""Records: required columns are filled, each field is what its column asks for, and nothing stands there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from schema.catalogue.definitions import Catalogue, RecordColumn, RecordType
from schema.catalogue.outline import Outline, RecordsBlock, records_block
from schema.catalogue.record_numbers import number_metric
from schema.grammar.decimals import MOST_DIGITS, is_long, plain
from schema.grammar.words import LANGUAGES, Words
from schema.validation.facts import NO_FACTS, Coded, Fact, Facts
from schema.validation.issue import FieldAt, Issue, ListAt, Severity
from schema.validation.text_checks import check_text
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.dates import read_date
from schema.values.figures import Figures
from schema.values.intervals import falls_below, rises_above
from schema.values.parse import Problem, parse_value
from schema.values.record_places import home, rows_by_block
from schema.values.records import name_in, title_of

UNREAD: Mapping[Problem, str] = {
    "number.unreadable": "record.number",
    "number.digits": "record.digits",
    "number.range": "record.range",
    "number.several": "record.several",
    "number.separators": "record.separators",
    "number.power": "record.power",
    "number.date": "record.date_cell",
    "number.day": "record.day",
    "number.fault": "record.fault",
    "number.sum": "record.sum",
    "number.none": "record.zero",
    "number.open": "record.open",
    "unit.unknown": "record.number",
    "unit.currency": "record.currency",
    "unit.scale_twice": "record.number",
    "unit.other_dimension": "record.number",
    "unit.rate": "record.currency",
    # Of metrics alone: a date or a choice of a record is no number.
    "label.unknown": "record.number",
    "label.day": "record.number",
    "label.order": "record.number",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A record of a known type as the row of a report, and the issues about it."""

    record: Record
    type: RecordType
    outline: Outline

    def at(self, column: str = "") -> FieldAt:
        """Return the subject of one of its fields, or of the whole row."""
        return FieldAt(self.record.key, column, home(self.outline, self.record))

    def issue(
        self, code: str, column: RecordColumn | None = None, *, severity: Severity = "error", more: Facts = NO_FACTS
    ) -> Issue:
        """Return an issue about a field, or about the whole row."""
        at = self.at(column.code if column else "")
        title = Words(*(name_in(self.record, self.type, language) for language in LANGUAGES))
        facts: dict[str, Fact] = {"type": Coded("record type", self.type.code), "report": self.outline.code}
        facts |= {"title": title, "column": Coded("column", f"{self.type.code}.{at.column}"), **more}
        return Issue(code, severity, None, facts, _place(self.record), at, self.outline.code)


def check_records(outline: Outline, snapshot: Snapshot, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of a report's records, and each block of the outline that has none."""
    yield from _empty_blocks(outline, snapshot)
    seen: dict[tuple[object, ...], Record] = {}
    for record in snapshot.records.values():
        if record.report != outline.code:
            continue
        record_type = figures.catalogue.records.get(record.key.type)
        if record_type is None:
            facts = {"type": record.key.type, "title": record.key.id, "report": outline.code}
            at = FieldAt(record.key, block=home(outline, record))
            yield Issue("record.unknown", "doubt", None, facts, _place(record), at, outline.code)
            continue
        yield from check_record(record, record_type, outline, figures)
        row = _Row(record, record_type, outline)
        yield from _misplaced(row, home(outline, record))
        same = (record.key.type, *sorted(record.fields.items(), key=lambda item: item[0]))
        if same in seen:
            yield row.issue("record.twice", severity="doubt")
        seen.setdefault(same, record)


def _misplaced(row: _Row, place: str) -> Iterator[Issue]:
    """A block may have gone since, with the outline's next version."""
    wanted = row.record.block
    if not place:
        yield row.issue("record.nowhere", severity="doubt")
    elif wanted and place != wanted:
        yield row.issue("record.moved", severity="doubt", more={"wanted": wanted})


def _empty_blocks(outline: Outline, snapshot: Snapshot) -> Iterator[Issue]:
    """Yield each list without records; a matrix shows all records of its type, wherever they are listed."""
    rows = rows_by_block(outline, snapshot)
    types = {record.key.type for record in snapshot.records.values() if record.report == outline.code}
    for section in outline.walk():
        for block in section.blocks:
            records = records_block(block)
            listed = isinstance(records, RecordsBlock)
            if records and (records.id not in rows if listed else records.type not in types):
                facts = {"type": Coded("record type", records.type), "report": outline.code, "section": section.title}
                place, at = f"{outline.code} {block.id}", ListAt(outline.code, block.id)
                yield Issue("record.none", "doubt", None, facts, place, at, outline.code)


def check_record(record: Record, record_type: RecordType, outline: Outline, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of one record."""
    row = _Row(record, record_type, outline)
    for column in record_type.columns:
        field = record.field(column.code)
        if not _filled(field, column, outline.language):
            if column.required:
                yield row.issue("record.required", column)
        elif column.worded:
            yield from _words(row, column, figures)
        elif column.traits.pictured:
            if field.typed not in figures.snapshot.attachments:
                yield row.issue("record.picture", column)
        elif problem := _problem(field, record_type, column, figures.catalogue):
            code, detail = problem
            yield row.issue(code, column, more={**_bounds(field, column), "detail": detail})


def _filled(field: Field, column: RecordColumn, language: str) -> bool:
    return bool(field.words.get(language)) if column.worded else bool(field.typed)


def _words(row: _Row, column: RecordColumn, figures: Figures) -> Iterator[Issue]:
    """Links in the words of a record are checked as in every text."""
    language = row.outline.language
    text = row.record.field(column.code).words.get(language)
    if "{" not in text and "}" not in text:
        return
    slot = f"{row.type.name.best(language)} {title_of(row.record, row.type, language)}"
    for issue in check_text(row.outline, slot, language, text, figures):
        yield replace(issue, place=_place(row.record), subject=row.at(column.code))


def _problem(
    field: Field, record_type: RecordType, column: RecordColumn, catalogue: Catalogue
) -> tuple[str, str] | None:  # fmt: skip
    """Return the code of what is wrong with a filled field, and the part in question; None where nothing is."""
    content = column.traits.content
    match content:
        case "number":
            if unread := _unread(field, record_type, column, catalogue):
                return unread
            code = _beyond(column, field.value, field.qualifier)
        case "date":
            code = _date(field, column)
        case "choice":
            code = "" if column.choice(field.typed) else "record.choice"
        case "words" | "picture" | "answer":
            code = ""
        case _:
            assert_never(content)
    return (code, "") if code else None


def _date(field: Field, column: RecordColumn) -> str:
    iso = read_date(field.typed)
    if not column.traits.year:
        return "" if iso else "record.date"
    return _beyond(column, Decimal(field.typed), "") if len(iso) == 4 else "record.year"


def _unread(
    field: Field, record_type: RecordType, column: RecordColumn, catalogue: Catalogue
) -> tuple[str, str] | None:  # fmt: skip
    """A number that an earlier program took with more digits than are read is told like one that was not read."""
    if field.value is not None and not is_long(field.value):
        return None
    again = parse_value(field.typed, number_metric(record_type, column), catalogue)
    if field.value is None or again.problem:
        return UNREAD[again.problem or "number.unreadable"], again.detail
    return None


def _beyond(column: RecordColumn, value: Decimal | None, qualifier: str) -> str:
    if value is None:
        return ""
    if column.traits.counted and value != value.to_integral_value():
        return "record.integer"
    if column.minimum is not None and falls_below(value, qualifier, column.minimum):
        return "record.below"
    beyond = column.maximum is not None and rises_above(value, qualifier, column.maximum)
    return "record.above" if beyond else ""


def _bounds(field: Field, column: RecordColumn) -> dict[str, Fact]:
    least = "" if column.minimum is None else plain(column.minimum)
    most = "" if column.maximum is None else plain(column.maximum)
    return {"typed": field.typed, "least": least, "most": most, "digits": MOST_DIGITS}


def _place(record: Record) -> str:
    return f"{record.report} {record.key.type}/{record.key.id}"
