"""The values that cross every border: data points, published values, texts, and the snapshot that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from schema.values.reference import Key

QUALIFIERS = ("over", "at_least", "nearly", "about", "some_more")
OMISSIONS = ("not_applicable", "not_collected", "unavailable", "confidential", "legal")


@dataclass(frozen=True, slots=True)
class DataPoint:
    """The current truth at a key: exactly one of `value` (in the metric's stored unit), `omission`, `unread`.

    `typed` is the text as the person wrote it; `unread` is typed text that could not be understood.
    `as_of` is an ISO date or empty, `since` a year or 0.
    """

    key: Key
    value: Decimal | None = None
    qualifier: str = ""
    omission: str = ""
    unread: str = ""
    typed: str = ""
    note: str = ""
    method: str = ""
    estimated: bool = False
    as_of: str = ""
    since: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """What a report printed: `value` in the metric's stored unit, `resolution` the size of its last printed digit."""

    report: str
    key: Key
    text: str
    value: Decimal
    qualifier: str = ""
    resolution: Decimal = Decimal(1)
    place: str = ""


@dataclass(frozen=True, slots=True)
class SlotText:
    """The words of one narrative slot of one report in one language, with linked numbers in braces."""

    report: str
    slot: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All current values at one moment; texts are keyed by (report, slot, language)."""

    points: Mapping[Key, DataPoint] = field(default_factory=dict[Key, DataPoint])
    published: tuple[PublishedValue, ...] = ()
    texts: Mapping[tuple[str, str, str], str] = field(default_factory=dict["tuple[str, str, str]", str])

    def periods(self) -> tuple[int, ...]:
        """Return the years that have any data point, oldest first."""
        return tuple(sorted({key.period for key in self.points}))


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change: `old` and `new` are canonical JSON texts of what stood at `subject` (empty = nothing)."""

    number: int
    when: datetime
    who: str
    kind: str
    subject: str
    old: str
    new: str
    reason: str
    hash: str
