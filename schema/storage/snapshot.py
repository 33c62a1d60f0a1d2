"""All current values out of the tables, as a whole or as what has changed since they were last read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from schema.garbage import collector_at_rest
from schema.grammar.reference import Key, RecordKey, parse_reference
from schema.grammar.words import Words
from schema.storage.chain import PICTURE, POINT, PUBLISHED, RECORD, RESTATEMENT, TEXT
from schema.storage.pictures import read_pictures
from schema.storage.rows import DataPointRow, HistoryRow, PublishedValueRow, RecordRow, RestatementRow, SlotTextRow
from schema.storage.store import last_number
from schema.values.datapoint import DataPoint, Origin, PublishedValue, Record, Restatement, Snapshot
from schema.values.records import from_plain
from schema.values.word_origins import read_origin

# Up to so many changes are read one by one; after more everything is read again.
FEW = 40

Slot = tuple[str, str, str]  # report, slot, language
Known = tuple[int, Snapshot]  # the number of the newest history entry, and all values as of it


def read_snapshot(connection: Connection, known: Known | None = None) -> Known:
    """Read all current values; of an earlier reading only what history says has changed since."""
    number = last_number(connection)
    if known is not None and known[0] == number:
        return known
    if known is None or number - known[0] > FEW:
        with collector_at_rest():
            texts, carried, origins = read_texts(connection)
            records, restatements = read_records(connection), read_restatements(connection)
            points, published = read_points(connection), read_published(connection)
            pictures = read_pictures(connection)
            return number, Snapshot(points, published, texts, records, carried, restatements, pictures, origins)
    return number, _renewed(connection, known)


def read_points(connection: Connection, keys: Collection[Key] = ()) -> dict[Key, DataPoint]:
    """Read the data points at these keys, or all, in the order of their keys."""
    row = DataPointRow
    columns: tuple[Any, ...] = (
        row.metric, row.period, row.entity, row.category, row.value, row.qualifier, row.omission, row.unread,
        row.typed, row.note, row.method, row.estimated, row.as_of, row.since, row.source,
    )  # fmt: skip
    query = select(*columns).order_by(row.metric, row.entity, row.period, row.category)
    if keys:
        query = query.where(or_(*map(_at, keys)))
    points: dict[Key, DataPoint] = {}
    found: Any = connection.execute(query).all()
    same: dict[str, str] = {}
    keep = same.setdefault  # equal codes and sources are one text in memory, and quickly seen to be equal
    for metric, period, entity, category, *values, source in found:
        key = Key(keep(metric, metric), period, entity, keep(category, category))
        points[key] = DataPoint(key, *values, source=keep(source, source))
    return points


def _at(key: Key) -> ColumnElement[bool]:
    row = DataPointRow
    return and_(
        row.metric == key.metric,
        row.entity == key.entity,
        row.period == key.period,
        row.category == key.category,
    )


def _renewed(connection: Connection, known: Known) -> Snapshot:
    number, old = known
    row = HistoryRow
    changed = connection.execute(select(row.kind, row.subject).where(row.number > number)).all()
    subjects = {subject for kind, subject in changed if kind == POINT}
    kinds = {kind for kind, _ in changed}
    slots = read_texts(connection) if TEXT in kinds else (old.texts, old.carried, old.origins)
    texts, carried, origins = slots
    return Snapshot(
        _renewed_points(connection, old.points, subjects) if subjects else old.points,
        read_published(connection) if PUBLISHED in kinds else old.published,
        texts,
        read_records(connection) if RECORD in kinds else old.records,
        carried,
        read_restatements(connection) if RESTATEMENT in kinds else old.restatements,
        read_pictures(connection) if PICTURE in kinds else old.pictures,
        origins,
    )


def _renewed_points(
    connection: Connection, old: Mapping[Key, DataPoint], subjects: Collection[str]
) -> Mapping[Key, DataPoint]:
    references = (parse_reference(subject) for subject in subjects)
    keys = [reference.key(0) for reference in references if reference is not None]
    found = read_points(connection, keys)
    points = {**old, **found}
    for key in keys:
        if key not in found:
            points.pop(key, None)
    if found.keys() <= old.keys():
        return points
    return dict(sorted(points.items(), key=lambda item: _order(item[0])))


def _order(key: Key) -> tuple[str, str, int, str]:
    return key.metric, key.entity, key.period, key.category


def read_published(connection: Connection) -> tuple[PublishedValue, ...]:
    """Read all published values, in the order in which they were added."""
    row = PublishedValueRow
    key = (row.metric, row.period, row.entity, row.category)
    values = (row.report, row.text, row.value, row.qualifier, row.resolution, row.place)
    found = connection.execute(select(*key, *values).order_by(row.id)).all()
    return tuple(PublishedValue(f[4], Key(*f[:4]), *f[5:]) for f in found)


def read_texts(connection: Connection) -> tuple[dict[Slot, str], dict[Slot, str], dict[Slot, Origin]]:
    """Read the words of all slots, which of them were rolled forward from which report, and which follow others."""
    row = SlotTextRow
    query = select(row.report, row.slot, row.language, row.text, row.carried, row.origin)
    found = connection.execute(query.order_by(row.report, row.slot, row.language)).all()
    texts = {(f[0], f[1], f[2]): f[3] for f in found}
    carried = {(f[0], f[1], f[2]): f[4] for f in found if f[4]}
    return texts, carried, {(f[0], f[1], f[2]): origin for f in found if (origin := read_origin(f[5]))}


def read_records(connection: Connection) -> dict[RecordKey, Record]:
    """Read all records, in the order of report, type and row."""
    row = RecordRow
    query = select(row.type, row.code, row.report, row.position, row.fields, row.carried)
    found = connection.execute(query.order_by(row.report, row.type, row.position, row.code)).all()
    records = (Record(RecordKey(f[0], f[1]), f[2], f[3], from_plain(f[4]), f[5]) for f in found)
    return {record.key: record for record in records}


def read_restatements(connection: Connection) -> dict[tuple[str, Key], Restatement]:
    """Read all restatements, in the order in which they were first stated."""
    row = RestatementRow
    key = (row.metric, row.period, row.entity, row.category)
    stated = (row.report, row.text, row.place, row.old, row.new, row.zh_hans, row.zh_hant, row.en)
    found = connection.execute(select(*key, *stated).order_by(row.id)).all()
    restatements = (Restatement(f[4], Key(*f[:4]), *f[5:9], Words(*f[9:])) for f in found)
    return {(stated.report, stated.key): stated for stated in restatements}
