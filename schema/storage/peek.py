"""A first look into a workspace without the database library: what a window shows while that is being loaded.

Nothing is checked and nothing is decided here; whatever is unusual gives no look at all, and the opening proper,
which follows at once, says what is wrong.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from schema.catalogue.compiled import from_json
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import DataPoint, Picture, PublishedValue, Record, Restatement, Snapshot
from schema.values.records import from_plain
from schema.values.word_origins import read_origin

_DEFINITIONS = "SELECT json FROM definitions JOIN meta ON meta.definitions = definitions.hash"
_POINTS = """SELECT metric, period, entity, category, value, qualifier, omission, unread, typed, note, method,
    estimated, as_of, since, source FROM data_point ORDER BY metric, entity, period, category"""
_PUBLISHED = """SELECT metric, period, entity, category, report, text, value, qualifier, resolution, place
    FROM published_value ORDER BY id"""
_TEXTS = "SELECT report, slot, language, text, carried, origin FROM slot_text ORDER BY report, slot, language"
_RECORDS = "SELECT type, code, report, position, fields, carried FROM record ORDER BY report, type, position, code"
_RESTATEMENTS = """SELECT metric, period, entity, category, report, text, place, old, new, zh_hans, zh_hant, en
    FROM restatement ORDER BY id"""
_PICTURES = "SELECT hash, name, kind, width, height, size FROM picture ORDER BY id"


def peek(path: Path, program: ProgramWords | None = None) -> tuple[Definitions, Snapshot] | None:
    """Return definitions and values as they stand in the file, or None where it cannot simply be read."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)) as connection:
            connection.execute("BEGIN")
            definitions = from_json(connection.execute(_DEFINITIONS).fetchone()[0], program)
            return definitions, _snapshot(connection)
    except (sqlite3.Error, OSError, ValueError, TypeError, KeyError, ArithmeticError):
        return None


def _snapshot(connection: sqlite3.Connection) -> Snapshot:
    points = {point.key: point for point in map(_point, connection.execute(_POINTS))}
    published = tuple(map(_published, connection.execute(_PUBLISHED)))
    texts: list[Any] = connection.execute(_TEXTS).fetchall()
    words = {(t[0], t[1], t[2]): t[3] for t in texts}
    carried = {(t[0], t[1], t[2]): t[4] for t in texts if t[4]}
    origins = {(t[0], t[1], t[2]): origin for t in texts if (origin := read_origin(t[5]))}
    records = {r.key: r for r in map(_record, connection.execute(_RECORDS))}
    stated = {(r.report, r.key): r for r in map(_restatement, connection.execute(_RESTATEMENTS))}
    pictures = {found[0]: Picture(*found) for found in connection.execute(_PICTURES)}
    return Snapshot(points, published, words, records, carried, stated, pictures, origins)


def _point(row: tuple[Any, ...]) -> DataPoint:
    qualifier, omission, unread, typed, note, method, estimated, as_of, since, source = row[5:]
    value = None if row[4] is None else Decimal(row[4])
    words = (qualifier, omission, unread, typed, note, method)
    return DataPoint(Key(*row[:4]), value, *words, bool(estimated), as_of, since, source)


def _published(row: tuple[Any, ...]) -> PublishedValue:
    report, text, value, qualifier, resolution, place = row[4:]
    return PublishedValue(report, Key(*row[:4]), text, Decimal(value), qualifier, Decimal(resolution), place)


def _record(row: tuple[Any, ...]) -> Record:
    record_type, code, report, position, fields, carried = row
    return Record(RecordKey(record_type, code), report, position, from_plain(json.loads(fields)), carried)


def _restatement(row: tuple[Any, ...]) -> Restatement:
    report, text, place, old, new, *reason = row[4:]
    return Restatement(report, Key(*row[:4]), text, place, Decimal(old), Decimal(new), Words(*reason))
