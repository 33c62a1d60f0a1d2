"""The history's rows: read, and added to inside a transaction that is given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select

from schema.storage.author import Author
from schema.storage.chain import entry_hash
from schema.storage.driver_rows import raw_rows
from schema.storage.entries import FEW, Written
from schema.storage.rows import HistoryRow
from schema.storage.strange_history import has_strange_entries, strange_history
from schema.storage.strange_rows import is_of_cells
from schema.values.datapoint import HistoryEntry, LastChange
from schema.values.via import Elsewhere, How, read_via

# Made once: putting a statement together takes as long as running it.
_LAST = select(HistoryRow.number, HistoryRow.hash).order_by(HistoryRow.number.desc()).limit(1)
_APPEND = insert(HistoryRow)
_COLUMNS = (
    HistoryRow.number, HistoryRow.at, HistoryRow.who, HistoryRow.kind, HistoryRow.subject, HistoryRow.old,
    HistoryRow.new, HistoryRow.reason, HistoryRow.hash, HistoryRow.via,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One change as history keeps it: `old` and `new` are states; `elsewhere` says who did it where it was not here."""

    kind: str
    subject: str
    old: str
    new: str
    reason: str
    elsewhere: Elsewhere | None = None


def read_history(connection: Connection, metric: str = "", since: int = 0) -> tuple[HistoryEntry, ...]:
    """Read the history after the entry of a number, oldest first; of one metric where it is named."""
    row = HistoryRow
    query = select(*_COLUMNS).order_by(row.number)
    if since:
        query = query.where(row.number > since)
    if metric:
        about = (row.subject.startswith(f"{metric}@"), row.subject.startswith(f"{metric}/"))
        answered = and_(row.kind == "remark", row.subject.contains(f"/{metric}@"))
        query = query.where(or_(*about, answered))
    try:
        if not has_strange_entries(raw_rows(connection), since):
            return tuple(HistoryEntry(*found) for found in connection.execute(query).all())
    except Exception as error:
        if not is_of_cells(error):
            raise
    begins = (f"{metric}@", f"{metric}/") if metric else ("",)
    return tuple(one for one in strange_history(raw_rows(connection), since) if one.subject.startswith(begins))


def read_brought(connection: Connection, how: How) -> tuple[HistoryEntry, ...]:
    """Read what came in this way, oldest first."""
    query = select(*_COLUMNS).where(_came(how)).order_by(HistoryRow.number)
    return tuple(HistoryEntry(*found) for found in connection.execute(query).all())


def read_numbers(connection: Connection, how: How) -> tuple[int, ...]:
    """Return the numbers of whatever came in this way, sorted."""
    texts = connection.execute(select(HistoryRow.via).where(_came(how)).distinct()).scalars()
    return tuple(sorted({via.number for text in texts if (via := read_via(text)) is not None}))


def _came(how: How) -> ColumnElement[bool]:
    """Return what holds for rows that came in this way; in a name within `via` each quote has a backslash."""
    return HistoryRow.via.contains(f'"{how}":', autoescape=True)


def read_last(connection: Connection, subjects: Collection[Written]) -> dict[Written, LastChange]:
    """Return who last changed what stands at these subjects, and when; those that nobody has touched are left out."""
    row, texts = HistoryRow, {text for _, text in subjects}
    query = select(row.kind, row.subject, row.who, row.at).order_by(row.number)
    if len(texts) <= FEW:
        query = query.where(row.subject.in_(texts))
    rows = connection.execute(query).all()
    return {(kind, text): LastChange(who, at) for kind, text, who, at in rows if (kind, text) in subjects}


def append_history(connection: Connection, steps: Sequence[Step], author: Author) -> tuple[HistoryEntry, ...]:
    """Add one chained entry per step and return them."""
    last = connection.execute(_LAST).first()
    number, previous = (0, "") if last is None else (last[0], last[1])
    entries: list[HistoryEntry] = []
    for step in steps:
        number += 1
        by, via = step.elsewhere or author, step.elsewhere.via.written() if step.elsewhere else ""
        fields = (number, by.when, by.who, step.kind, step.subject, step.old, step.new, step.reason)
        previous = entry_hash(HistoryEntry(*fields, hash="", via=via), previous)
        entries.append(HistoryEntry(*fields, hash=previous, via=via))
    if entries:
        connection.execute(_APPEND, [_history_fields(entry) for entry in entries])
    return tuple(entries)


def _history_fields(entry: HistoryEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "at": entry.when,
        "who": entry.who,
        "kind": entry.kind,
        "subject": entry.subject,
        "old": entry.old,
        "new": entry.new,
        "reason": entry.reason,
        "hash": entry.hash,
        "via": entry.via,
    }


def holds(connection: Connection, head: str) -> bool:
    """Whether an entry with this hash is in the history; the empty one, before all, always is."""
    return not head or connection.execute(select(HistoryRow.number).where(HistoryRow.hash == head)).first() is not None
