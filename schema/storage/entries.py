"""Entries of the history by bare statements: who only reads a workspace loads no database library for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from schema.storage.strange_history import has_strange_entries, strange_history
from schema.storage.times import read_time
from schema.storage.typed_rows import Rows
from schema.values.datapoint import HistoryEntry

Written = tuple[str, str]  # kind and subject as history writes them

# More subjects than these are looked for in one walk over the whole history.
FEW = 500

_COLUMNS = "number, at, who, kind, subject, old, new, reason, hash, via"


def hash_at(rows: Rows, number: int) -> str:
    """Return the hash of an entry; empty where there is none of this number."""
    return next((str(found) for (found,) in rows("SELECT hash FROM history WHERE number = ?", (number,))), "")


def number_of(rows: Rows, head: str) -> int:
    """Return the number of the entry with a hash; 0 where there is none."""
    return next((found for (found,) in rows("SELECT number FROM history WHERE hash = ?", (head,))), 0)


def entries_of(rows: Rows, subjects: Collection[Written], number: int) -> dict[Written, list[HistoryEntry]]:
    """Read the entries of these subjects up to the entry of a number, oldest first."""
    found: dict[Written, list[HistoryEntry]] = {}
    for entry in _about(rows, subjects, number):
        if (entry.kind, entry.subject) in subjects:
            found.setdefault((entry.kind, entry.subject), []).append(entry)
    return found


def last_entries(rows: Rows, subjects: Collection[Written], number: int) -> dict[Written, HistoryEntry]:
    """Return the last entry of each of these subjects up to the entry of a number."""
    texts = sorted({text for _, text in subjects})
    few = f"AND subject IN ({_places(texts)}) " if len(texts) <= FEW else ""
    query = f"SELECT max(number) FROM history WHERE number <= ? {few}GROUP BY kind, subject"
    numbers = [last for (last,) in rows(query, (number, *(texts if few else ())))]
    if len(numbers) > FEW:
        return {at: found[-1] for at, found in entries_of(rows, subjects, number).items()}
    wanted = f"SELECT {_COLUMNS} FROM history WHERE number IN ({_places(numbers)})"
    entries = _entries(rows, wanted, numbers, number)
    return {(e.kind, e.subject): e for e in entries if (e.kind, e.subject) in subjects and e.number in numbers}


def _about(rows: Rows, subjects: Collection[Written], number: int) -> Iterator[HistoryEntry]:
    """Yield the entries of these kinds up to a number, oldest first; of these subjects alone where they are few."""
    kinds, texts = sorted({kind for kind, _ in subjects}), sorted({text for _, text in subjects})
    query = f"SELECT {_COLUMNS} FROM history WHERE number <= ? AND kind IN ({_places(kinds)})"
    places: list[Any] = [number, *kinds]
    if len(texts) <= FEW:
        query, places = f"{query} AND subject IN ({_places(texts)})", [*places, *texts]
    return _entries(rows, f"{query} ORDER BY number", places, number)


def _entries(rows: Rows, query: str, places: Sequence[Any], number: int) -> Iterator[HistoryEntry]:
    """Yield what a statement gives; where an entry holds what Annals never writes, all up to a number."""
    if has_strange_entries(rows, 0):
        yield from (entry for entry in strange_history(rows, 0) if entry.number <= number)
        return
    for at, when, *texts in rows(query, places):
        yield HistoryEntry(at, read_time(when), *texts)


def _places(items: Iterable[object]) -> str:
    return ", ".join("?" for _ in items)
