"""The kinds of thing that history follows, seen alike: a table, what names a row of it, and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, select

from schema.grammar.reference import Key, RecordKey
from schema.storage.chain import PICTURE, POINT, PUBLISHED, RECORD, RESTATEMENT, TEXT, state
from schema.storage.rows import (
    Base,
    DataPointRow,
    PictureRow,
    PublishedValueRow,
    RecordRow,
    RestatementRow,
    SlotTextRow,
)
from schema.values.changes import Change, PictureChange, PointChange, RecordChange, RestatementChange, TextChange
from schema.values.records import to_plain
from schema.values.word_origins import write_origin

Fields = Mapping[str, Any]
Identity = tuple[Any, ...]

# Up to so many rows are looked up one by one; more come out of one reading of the table.
FEW = 40


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind: `identity` names the columns that are unique together, `values` those that history keeps."""

    kind: str
    row: type[Base]
    identity: tuple[str, ...]
    values: tuple[str, ...]
    subject: Callable[[Fields], str]

    @property
    def table(self) -> Table:
        """The table behind the rows."""
        table: Any = self.row.__table__
        return table

    @property
    def versioned(self) -> bool:
        """Whether its rows are changed in place, and therefore counted."""
        return "version" in self.table.c

    def state(self, fields: Fields) -> str:
        """Return what history keeps of a row."""
        return state({name: fields[name] for name in self.values})

    def find(self, connection: Connection, identities: Iterable[Identity]) -> dict[Identity, Fields]:
        """Read the rows with these identities (and perhaps others)."""
        wanted = set(identities)
        if len(wanted) > FEW:
            return {self.name_of(row): row for row in self.all(connection)}
        looked_up: Any = (connection.execute(_lookup(self), self._named(name)).mappings().first() for name in wanted)
        return {self.name_of(row): row for row in looked_up if row is not None}

    def all(self, connection: Connection) -> Sequence[Fields]:
        """Read every row."""
        found: Any = connection.execute(select(self.table)).mappings().all()
        return found

    def name_of(self, fields: Fields) -> Identity:
        """Return the identity of a row."""
        return tuple(fields[name] for name in self.identity)

    def _named(self, identity: Identity) -> dict[str, Any]:
        return {f"is_{name}": value for name, value in zip(self.identity, identity, strict=True)}


@cache
def _lookup(shelf: Shelf) -> Select[Any]:  # made once per table: that takes as long as running it
    return select(shelf.table).where(*(shelf.table.c[name] == bindparam(f"is_{name}") for name in shelf.identity))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a change asks: the row of a shelf with these fields; `keep` is false where it shall go."""

    shelf: Shelf
    fields: Fields
    keep: bool


def wish(change: Change) -> Wish:
    """Return what a change asks of which table."""
    if isinstance(change, PointChange):
        point = change.point
        held = {} if point is None else {name: getattr(point, name) for name in POINTS.values}
        return Wish(POINTS, _key_fields(change.key) | held, point is not None)
    if isinstance(change, TextChange):
        text = change.text
        words = {"report": text.report, "slot": text.slot, "language": text.language, "text": text.text}
        words |= {"carried": text.carried, "origin": write_origin(text.origin)}
        return Wish(TEXTS, words, bool(text.text))
    if isinstance(change, RecordChange):
        return Wish(RECORDS, _record_fields(change), change.record is not None)
    if isinstance(change, RestatementChange):
        return Wish(RESTATEMENTS, _restatement_fields(change), change.restatement is not None)
    if isinstance(change, PictureChange):
        return Wish(PICTURES, {name: getattr(change.picture, name) for name in ("hash", *PICTURES.values)}, True)
    published = change.published
    names = ("report", "place", "text", "value", "qualifier", "resolution")
    copied = {name: getattr(published, name) for name in names}
    return Wish(PUBLICATIONS, _key_fields(published.key) | copied, not change.withdraw)


def _record_fields(change: RecordChange) -> dict[str, Any]:
    named = {"type": change.key.type, "code": change.key.id}
    record = change.record
    if record is None:
        return named
    held = {"report": record.report, "position": record.order, "fields": to_plain(record.fields)}
    return named | held | {"carried": record.carried}


def _restatement_fields(change: RestatementChange) -> dict[str, Any]:
    named = {"report": change.report, **_key_fields(change.key)}
    stated = change.restatement
    if stated is None:
        return named
    reason = {name: getattr(stated.reason, name) for name in ("zh_hans", "zh_hant", "en")}
    return named | reason | {name: getattr(stated, name) for name in ("text", "place", "old", "new")}


def _row(fields: Fields) -> str:
    return RecordKey(fields["type"], fields["code"]).canonical()


def _key_fields(key: Key) -> dict[str, Any]:
    return {"metric": key.metric, "entity": key.entity, "period": key.period, "category": key.category}


def _reference(fields: Fields) -> str:
    return Key(fields["metric"], fields["period"], fields["entity"], fields["category"]).canonical()


def _printed(fields: Fields) -> str:
    return _joined(_reference(fields), fields["report"], fields["place"], fields["text"])


def _restated(fields: Fields) -> str:
    return _joined(_reference(fields), fields["report"])


def _slot(fields: Fields) -> str:
    return _joined(fields["report"], fields["slot"], fields["language"])


def _joined(*parts: str) -> str:
    # Two different things never share a subject, whatever stands in their texts.
    return "|".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


_KEY = ("metric", "entity", "period", "category")

POINTS = Shelf(
    POINT,
    DataPointRow,
    _KEY,
    (
        "value", "qualifier", "omission", "unread", "typed",
        "note", "method", "estimated", "as_of", "since", "source",
    ),
    _reference,
)  # fmt: skip
PUBLICATIONS = Shelf(
    PUBLISHED,
    PublishedValueRow,
    ("report", *_KEY, "place", "text"),
    ("text", "value", "qualifier", "resolution"),
    _printed,
)
TEXTS = Shelf(TEXT, SlotTextRow, ("report", "slot", "language"), ("text", "carried", "origin"), _slot)
RECORDS = Shelf(RECORD, RecordRow, ("type", "code"), ("report", "position", "fields", "carried"), _row)
RESTATEMENTS = Shelf(
    RESTATEMENT,
    RestatementRow,
    ("report", *_KEY),
    ("text", "place", "old", "new", "zh_hans", "zh_hant", "en"),
    _restated,
)
PICTURES = Shelf(
    PICTURE, PictureRow, ("hash",), ("name", "kind", "width", "height", "size"), lambda fields: fields["hash"]
)
SHELVES = (POINTS, PUBLICATIONS, TEXTS, RECORDS, RESTATEMENTS, PICTURES)
