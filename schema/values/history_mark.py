"""How far a history goes: what somebody notes outside the workspace, so that it can be held against it later."""

from __future__ import annotations

from dataclasses import dataclass

SHORTEST = 12  # digits of a head that tell it from any other


@dataclass(frozen=True, slots=True)
class HistoryMark:
    """The number of the newest entry and its hash, the head of the history."""

    number: int
    head: str

    @property
    def short_head(self) -> str:
        """The first digits of the head, as they are printed on a cover: enough for `verify --head`."""
        return self.head[:SHORTEST]

    @property
    def noted(self) -> str:
        """The same in every language, as a file's properties tell it."""
        return f"annals history {self.number} {self.head}"


def is_head(noted: str, head: str) -> bool:
    """Whether a head is the one that was noted, in full or by its first digits."""
    return len(noted) >= SHORTEST and head.startswith(noted)


def noted_head(words: str) -> str:
    """Return the head in what somebody has noted: alone, or at the end of what a file's properties say."""
    return (words.lower().split() or [""])[-1]
