"""Whether what departments have answered is what the report published: every value, every text, every record."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.cli.played.published import Published
from schema.values.datapoint import DataPoint, Field, Record, Snapshot
from schema.values.kept_things import canonical
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt


def differences(published: Published, snapshot: Snapshot) -> tuple[str, ...]:
    """Return what differs from the sample as canonical texts: values of any year, texts and records of the report.

    Not compared is what no report prints: notes, sources, how something was typed, and the ids of records.
    """
    return tuple(sorted((*_values(published, snapshot), *_texts(published, snapshot), *_lists(published, snapshot))))


def _values(published: Published, snapshot: Snapshot) -> Iterator[str]:
    theirs, ours = published.snapshot.points, snapshot.points
    for key in theirs.keys() | ours.keys():
        if key not in theirs or key not in ours or _printed(theirs[key]) != _printed(ours[key]):
            yield key.canonical()


def _printed(point: DataPoint) -> tuple[object, ...]:
    said = (point.value, point.qualifier, point.omission, point.unread, point.footnote)
    return (*said, point.method, point.estimated, point.as_of, point.since)


def _texts(published: Published, snapshot: Snapshot) -> Iterator[str]:
    theirs, ours = published.snapshot.texts, snapshot.texts
    for place in theirs.keys() | ours.keys():
        if place[0] == published.report and theirs.get(place) != ours.get(place):
            yield canonical(TextAt(*place))


def _lists(published: Published, snapshot: Snapshot) -> Iterator[str]:
    theirs, ours = (rows_by_block(published.outline, there) for there in (published.snapshot, snapshot))
    for block in theirs.keys() | ours.keys():
        if [*map(_fields, theirs.get(block, ()))] != [*map(_fields, ours.get(block, ()))]:
            yield f"list/{published.report}/{block}"


def _fields(record: Record) -> dict[str, tuple[object, ...]]:
    """Return what a record says; the list that it stands in is known."""
    return {code: _said(field) for code, field in record.fields.items() if code != "block"}


def _said(field: Field) -> tuple[object, ...]:
    return (field.words, field.value, field.qualifier, "" if field.value is not None else field.typed)
