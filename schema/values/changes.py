"""What a command may ask of the workspace: one frozen value per kind of change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from schema.grammar.reference import Key, RecordKey
from schema.values.datapoint import DataPoint, Origin, Picture, PublishedValue, Record, Restatement, SlotText, Snapshot

Slot = tuple[str, str, str]  # report, slot, language
Address = TypeVar("Address")
Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class PointChange:
    """The data point at `key` becomes `point`; None clears it."""

    key: Key
    point: DataPoint | None


@dataclass(frozen=True, slots=True)
class TextChange:
    """A slot gets these words; an empty text clears it."""

    text: SlotText


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """Evidence of what a report printed is added, or withdrawn where it was copied wrongly."""

    published: PublishedValue
    withdraw: bool = False


@dataclass(frozen=True, slots=True)
class RecordChange:
    """The record at `key` becomes `record`; None removes it."""

    key: RecordKey
    record: Record | None


@dataclass(frozen=True, slots=True)
class RestatementChange:
    """The reason why a value is no longer what `report` printed at `key`; None withdraws it."""

    report: str
    key: Key
    restatement: Restatement | None


@dataclass(frozen=True, slots=True)
class PictureChange:
    """A picture is taken in with its bytes. It is never thrown out: history and undo go on naming it."""

    picture: Picture
    content: bytes


Change = PointChange | TextChange | PublishedChange | RecordChange | RestatementChange | PictureChange


def overlay(snapshot: Snapshot, changes: Iterable[Change]) -> Snapshot:
    """Return the snapshot as it would be after these changes, without storing anything."""
    points, texts, published = dict(snapshot.points), dict(snapshot.texts), list(snapshot.published)
    records, carried, restatements = dict(snapshot.records), dict(snapshot.carried), dict(snapshot.restatements)
    pictures, origins = dict(snapshot.pictures), dict(snapshot.origins)
    for change in changes:
        if isinstance(change, TextChange):
            put_text(texts, carried, origins, change.text)
        elif isinstance(change, PublishedChange):
            published.append(change.published)
        elif isinstance(change, RecordChange):
            put(records, change.key, change.record)
        elif isinstance(change, RestatementChange):
            put(restatements, (change.report, change.key), change.restatement)
        elif isinstance(change, PictureChange):
            pictures.setdefault(change.picture.hash, change.picture)
        else:
            put(points, change.key, change.point)
    return Snapshot(points, tuple(published), texts, records, carried, restatements, pictures, origins)


def put_text(texts: dict[Slot, str], carried: dict[Slot, str], origins: dict[Slot, Origin], text: SlotText) -> None:
    """Let words stand in a slot, with the report that they were rolled forward from and the words they follow."""
    slot = (text.report, text.slot, text.language)
    texts[slot] = text.text
    put(carried, slot, (text.text and text.carried) or None)
    put(origins, slot, text.origin if text.text else None)


def put(held: dict[Address, Held], key: Address, value: Held | None) -> None:
    """Let a value stand at a key; None clears it."""
    if value is None:
        held.pop(key, None)
    else:
        held[key] = value
