"""Pictures of a report: an image slot holds one as a text slot holds words, beside its caption and alternative text.

The picture's hash is kept as the slot's words in no language; the words are slots of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from schema.grammar.reference import RecordKey
from schema.grammar.slots import NO_LANGUAGE
from schema.values.changes import Change, change_of
from schema.values.datapoint import Attachment, Field, SlotText, Snapshot
from schema.values.subject import TextAt

WORD_FILE = "docx"


def placed_hash(snapshot: Snapshot, report: str, slot: str) -> str:
    """Return the hash that an image slot holds, or an empty text."""
    return snapshot.texts.get((report, slot, NO_LANGUAGE), "")


def placed_picture(snapshot: Snapshot, report: str, slot: str) -> Attachment | None:
    """Return the picture of an image slot, or None where it has none."""
    return snapshot.attachments.get(placed_hash(snapshot, report, slot))


@dataclass(frozen=True, slots=True)
class CellAt:
    """A column of pictures of a record: a place for a picture as an image slot is one."""

    record: RecordKey
    column: str


PictureAt = TextAt | CellAt


def picture_at(snapshot: Snapshot, place: PictureAt) -> str:
    """Return the hash that stands in a place, or an empty text."""
    if isinstance(place, TextAt):
        return placed_hash(snapshot, place.report, place.slot)
    record = snapshot.records.get(place.record)
    return record.field(place.column).typed if record else ""


def picture_changes(snapshot: Snapshot, place: PictureAt, name: str) -> tuple[Change, ...]:
    """Return what puts the picture with this hash in a place; an empty hash takes out what stands there.

    Nothing where it stands there already, or where the record has gone.
    """
    if name == picture_at(snapshot, place):
        return ()
    if isinstance(place, TextAt):
        return (change_of(snapshot, place, placing(place.report, place.slot, name)),)
    record = snapshot.records.get(place.record)
    if record is None:
        return ()
    fields = {code: field for code, field in record.fields.items() if code != place.column}
    fields |= {place.column: Field(typed=name)} if name else {}
    return (change_of(snapshot, place.record, replace(record, fields=fields)),)


def placing(report: str, slot: str, name: str) -> SlotText:
    """Return what puts the picture with this hash into an image slot; an empty hash takes it out."""
    return SlotText(report, slot, NO_LANGUAGE, name)
