"""Automatic backups of a workspace: what each is, and which of them stay as time goes by."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

Why = Literal["import", "merge", "pack", "definitions", "next", "upgrade", "work"]
"""What was about to happen; `work`: half an hour of changes had gone by."""
WHYS: tuple[Why, ...] = get_args(Why)

NEWEST = 5  # stay whatever their age
MOST_BYTES = 500_000_000  # of all backups of one workspace together


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """One backup: the last change in it (number and head of the history), when (UTC) and why it was made, bytes."""

    path: Path
    number: int
    head: str
    at: datetime
    why: Why
    size: int


@dataclass(frozen=True, slots=True)
class _Span:
    """Of backups younger than this age, the newest of each piece of time stays."""

    age: timedelta
    piece: Callable[[datetime], Hashable]


_SPANS = (
    _Span(timedelta(days=1), lambda at: (at.date(), at.hour)),
    _Span(timedelta(days=7), lambda at: at.date()),
    _Span(timedelta(days=31), lambda at: at.isocalendar()[:2]),
    _Span(timedelta.max, lambda at: (at.year, at.month)),
)


def superfluous(backups: Sequence[KeptBackup], now: datetime, shared: int = 0) -> tuple[KeptBackup, ...]:
    """Return which backups may go; the newest come first in `backups`.

    The five newest stay, then one per hour of the last day, per day of the week, per week of the month, per month. Of
    these the oldest go while all together, with the `shared` bytes of attachments, are more than half a gigabyte.
    """
    taken: set[tuple[int, Hashable]] = set()
    staying: list[KeptBackup] = []
    for place, backup in enumerate(backups):
        nth = next(nth for nth, span in enumerate(_SPANS) if now - backup.at <= span.age)
        piece = (nth, _SPANS[nth].piece(backup.at))
        if place < NEWEST or piece not in taken:
            staying.append(backup)
        taken.add(piece)
    while len(staying) > 1 and shared + sum(backup.size for backup in staying) > MOST_BYTES:
        staying.pop()
    return tuple(backup for backup in backups if backup not in staying)
