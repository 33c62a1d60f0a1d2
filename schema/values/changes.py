"""What a command may ask of the workspace: one frozen value per kind of change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schema.values.datapoint import DataPoint, PublishedValue, SlotText, Snapshot
from schema.values.reference import Key


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


Change = PointChange | TextChange | PublishedChange


def overlay(snapshot: Snapshot, changes: Iterable[Change]) -> Snapshot:
    """Return the snapshot as it would be after these changes, without storing anything."""
    points, texts, published = dict(snapshot.points), dict(snapshot.texts), list(snapshot.published)
    for change in changes:
        if isinstance(change, TextChange):
            texts[change.text.report, change.text.slot, change.text.language] = change.text.text
        elif isinstance(change, PublishedChange):
            published.append(change.published)
        elif change.point is None:
            points.pop(change.key, None)
        else:
            points[change.key] = change.point
    return Snapshot(points, tuple(published), texts)
