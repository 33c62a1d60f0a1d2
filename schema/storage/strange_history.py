"""The history of a file in which an entry holds what Annals never writes: told as far as it can be.

Its hash does not fit any more, so that `verify` names the entry, and nothing that follows from it is trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from schema.storage.times import read_time
from schema.storage.typed_rows import Rows, TypedRows
from schema.values.datapoint import HistoryEntry

_NO_TIME = datetime(1, 1, 1, tzinfo=UTC)
_TEXTS = ("who", "kind", "subject", "old", "new", "reason", "hash", "via")


def has_strange_entries(rows: Rows, since: int) -> bool:
    """Whether an entry holds something else than texts."""
    if isinstance(rows, TypedRows):
        return False
    strange = " OR ".join(f"typeof({name}) <> 'text'" for name in ("at", *_TEXTS))
    found = rows(f"SELECT 1 FROM history WHERE number > ? AND ({strange}) LIMIT 1", (since,))
    return next(iter(found), None) is not None


def strange_history(rows: Rows, since: int) -> Iterator[HistoryEntry]:
    """Yield the entries after one, oldest first; what is no text or time in them is told as well as it goes."""
    cast = "{}" if isinstance(rows, TypedRows) else "CAST({} AS BLOB)"
    told = ", ".join(cast.format(name) for name in ("at", *_TEXTS))
    for number, at, *texts in list(
        rows(f"SELECT number, {told} FROM history WHERE number > ? ORDER BY number", (since,))
    ):
        who, kind, subject, old, new, reason, name, via = map(_text, texts)
        yield HistoryEntry(number, _time(at), who, kind, subject, old, new, reason, hash=name, via=via)


def _text(cell: Any) -> str:
    return cell if isinstance(cell, str) else (cell or b"").decode("utf-8", "replace")


def _time(cell: Any) -> datetime:
    try:
        return read_time(_text(cell))
    except ValueError:
        return _NO_TIME
