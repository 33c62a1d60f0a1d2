"""Freezes: named states of a workspace, each with the number and the head of the history as of then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schema.values.datapoint import Snapshot
from schema.values.kept_form import encoded
from schema.values.subject import parts_of, quoted

FREEZES_NAME = "freezes"  # where they stand in Snapshot.more
SHORT_HEAD = 12


@dataclass(frozen=True, slots=True, order=True)
class FreezeAt:
    """A named state, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Freeze:
    """A state that somebody has named: of one `report`, or of the whole workspace ("").

    `number` and `head` are those of the newest history entry before its own, `at` is UTC to the second in ISO form.
    `key` is the public key of whoever froze it and `signature` theirs over `signed`, both in base64.
    """

    name: str
    report: str
    who: str
    at: str
    reason: str
    number: int
    head: str
    key: str = ""
    signature: str = ""

    @property
    def signed(self) -> bytes:
        """What the signature covers."""
        names = ("name", "report", "who", "at", "reason", "number", "head")
        return encoded({name: getattr(self, name) for name in names}).encode()

    @property
    def short_head(self) -> str:
        """The first digits of the head, as they are printed."""
        return self.head[:SHORT_HEAD]


def freezes_of(snapshot: Snapshot) -> tuple[Freeze, ...]:
    """Return every freeze, oldest first."""
    freezes: Mapping[object, Freeze] = snapshot.more.get(FREEZES_NAME, {})
    return tuple(sorted(freezes.values(), key=lambda freeze: (freeze.number, freeze.name)))


def write_freeze(subject: FreezeAt) -> str:
    """Return `freeze/<name>`."""
    return f"freeze/{quoted(subject.name)}".replace("@", "%40")


def read_freeze(text: str) -> FreezeAt | None:
    """Read `freeze/<name>`."""
    parts = parts_of(text, 1) if text.startswith("freeze/") else None
    return FreezeAt(parts[0]) if parts else None
