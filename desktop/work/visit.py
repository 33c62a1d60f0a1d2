"""When somebody looked at the overview of a report last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """The number of the newest entry of the history then, how many items were answered, and when it was (ISO, UTC)."""

    number: int
    answered: int
    at: str
