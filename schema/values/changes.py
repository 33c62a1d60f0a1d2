"""What a command may ask of the workspace: one frozen value per kind of change."""

from __future__ import annotations

from dataclasses import dataclass

from schema.values.datapoint import DataPoint, PublishedValue, SlotText
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
