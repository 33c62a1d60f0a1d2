"""Where two wordings of one text differ: what stands before and behind is the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextDifference:
    """From `start` (counted in characters of Python) `old` became `new`; both are empty where nothing differs."""

    start: int
    old: str
    new: str


def text_difference(old: str, new: str) -> TextDifference:
    """Return the shortest stretch that makes one text of the other."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    return TextDifference(start, old[start : len(old) - end], new[start : len(new) - end])


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common from the beginning."""
    for place, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine != yours:
            return place
    return min(len(one), len(other))
