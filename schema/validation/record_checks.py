"""Records: required columns are filled, each field is what its column asks for, and nothing stands there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import Listing, Outline, RecordsBlock, records_block
from schema.grammar.words import LANGUAGES
from schema.validation.issue import Issue
from schema.validation.text_checks import check_text
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.display import plain
from schema.values.figures import Figures
from schema.values.record_places import block_rows, home
from schema.values.records import name_in, read_date, title_of

_PLACES = {"date": "record.date", "year": "record.year", "choice": "record.choice"}


def check_records(outline: Outline, snapshot: Snapshot, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of a report's records, and each block of the outline that has none."""
    yield from _empty_blocks(outline, snapshot, figures)
    seen: dict[tuple[object, ...], Record] = {}
    for record in snapshot.records.values():
        if record.report != outline.code:
            continue
        kind = figures.catalogue.records.get(record.key.type)
        if kind is None:
            params = {"type": record.key.type, "title": record.key.id, "report": outline.code}
            yield Issue("record.unknown", "doubt", params=params, place=_place(record))
            continue
        yield from check_record(record, kind, outline, figures)
        yield from _misplaced(record, kind, outline)
        same = (record.key.type, *sorted(record.fields.items(), key=lambda item: item[0]))
        if same in seen:
            yield _issue("record.twice", record, kind, outline, severity="doubt")
        seen.setdefault(same, record)


def _misplaced(record: Record, kind: RecordType, outline: Outline) -> Iterator[Issue]:
    """A block may have gone since, with the outline's next version."""
    place = home(outline, record)
    if not place:
        yield _issue("record.nowhere", record, kind, outline, severity="doubt")
    elif record.block and place != record.block:
        yield _issue("record.moved", record, kind, outline, severity="doubt", wanted=record.block)


def _rows(outline: Outline, block: Listing, snapshot: Snapshot) -> tuple[Record, ...]:
    """A matrix shows all records of its type, wherever they are listed."""
    if isinstance(block, RecordsBlock):
        return block_rows(outline, block, snapshot)
    return tuple(snapshot.rows(outline.code, block.type))


def _empty_blocks(outline: Outline, snapshot: Snapshot, figures: Figures) -> Iterator[Issue]:
    for section in outline.walk():
        for block in section.blocks:
            records = records_block(block)
            if records and not _rows(outline, records, snapshot):
                titles = {f"section.{language}": section.title.best(language) for language in LANGUAGES}
                params = {"recordtype": records.type, "report": outline.code, "block": block.id, **titles}
                yield Issue("record.none", "doubt", params=params, place=f"{outline.code} {block.id}")


def check_record(record: Record, kind: RecordType, outline: Outline, figures: Figures) -> Iterator[Issue]:
    """Yield the issues of one record."""
    for column in kind.columns:
        field = record.field(column.code)
        if not _filled(field, column, outline.language):
            if column.required:
                yield _issue("record.required", record, kind, outline, column)
        elif column.worded:
            yield from _words(record, kind, column, outline, figures)
        elif column.kind == "picture":
            if field.typed not in figures.snapshot.attachments:
                yield _issue("record.picture", record, kind, outline, column)
        elif code := _problem(field, column):
            yield _issue(code, record, kind, outline, column, **_bounds(field, column))


def _filled(field: Field, column: RecordColumn, language: str) -> bool:
    return bool(field.words.get(language)) if column.worded else bool(field.typed)


def _words(
    record: Record, kind: RecordType, column: RecordColumn, outline: Outline, figures: Figures
) -> Iterator[Issue]:
    """Links in the words of a record are checked as in every text."""
    text = record.field(column.code).words.get(outline.language)
    slot = f"{kind.name.best(outline.language)} {title_of(record, kind, outline.language)}"
    for issue in check_text(outline, slot, outline.language, text, figures):
        params = {**issue.params, "record": record.key.canonical(), "recordtype": kind.code}
        params |= {"block": home(outline, record), "recordcolumn": column.code}
        yield Issue(issue.code, issue.severity, issue.key, params, _place(record))


def _problem(field: Field, column: RecordColumn) -> str:
    """Return the code of what is wrong with a filled field, or an empty text."""
    if column.numeric:
        return "record.number" if field.value is None else _beyond(field, column)
    iso = read_date(field.typed)
    good = {"date": bool(iso), "year": len(iso) == 4, "choice": column.choice(field.typed) is not None}
    if not good.get(column.kind, True):
        return _PLACES[column.kind]
    return _beyond(field, column) if column.kind == "year" else ""


def _beyond(field: Field, column: RecordColumn) -> str:
    value = field.value
    if column.kind == "year":
        value = Decimal(field.typed)
    if value is None:
        return ""
    if column.kind == "integer" and value != value.to_integral_value():
        return "record.integer"
    if column.minimum is not None and value < column.minimum:
        return "record.below"
    return "record.above" if column.maximum is not None and value > column.maximum else ""


def _bounds(field: Field, column: RecordColumn) -> Mapping[str, str]:
    least = "" if column.minimum is None else plain(column.minimum)
    most = "" if column.maximum is None else plain(column.maximum)
    return {"typed": field.typed, "least": least, "most": most}


def _issue(
    code: str, record: Record, kind: RecordType, outline: Outline, column: RecordColumn | None = None,
    *, severity: str = "error", **more: str,
) -> Issue:  # fmt: skip
    params = {"recordtype": kind.code, "report": outline.code, "title": title_of(record, kind, outline.language)}
    params |= {f"title.{language}": name_in(record, kind, language) for language in LANGUAGES}
    params |= {"record": record.key.canonical(), "recordcolumn": column.code if column else "", **more}
    params["block"] = home(outline, record)
    return Issue(code, "doubt" if severity == "doubt" else "error", params=params, place=_place(record))


def _place(record: Record) -> str:
    return f"{record.report} {record.key.type}/{record.key.id}"
