"""Changes become rows and history entries, together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from schema.storage.database import Outrun
from schema.storage.pictures import keep_contents, without_known
from schema.storage.shelves import SHELVES, Fields, Identity, Shelf, Wish, wish
from schema.storage.store import Author, Step, append_history, hold_history
from schema.values.changes import Change
from schema.values.datapoint import HistoryEntry


def apply_changes(connection: Connection, changes: Sequence[Change], author: Author) -> tuple[HistoryEntry, ...]:
    """Write the changes that change something, one history entry each, and return these entries."""
    hold_history(connection)
    changes = without_known(connection, changes)
    wishes = [wish(change) for change in changes]
    steps: dict[int, Step] = {}
    for shelf in SHELVES:
        numbered = [(number, item) for number, item in enumerate(wishes) if item.shelf is shelf]
        if numbered:
            steps |= _apply_to(connection, shelf, numbered)
    keep_contents(connection, changes)
    return append_history(connection, [steps[number] for number in sorted(steps)], author)


def _apply_to(connection: Connection, shelf: Shelf, wishes: Sequence[tuple[int, Wish]]) -> dict[int, Step]:
    stored = shelf.find(connection, (shelf.name_of(item.fields) for _, item in wishes))
    states: dict[Identity, str] = {}
    final: dict[Identity, Wish] = {}
    steps: dict[int, Step] = {}
    for number, item in wishes:
        name = shelf.name_of(item.fields)
        if name not in states:
            states[name] = shelf.state(stored[name]) if name in stored else ""
        old, new = states[name], shelf.state(item.fields) if item.keep else ""
        if old != new:
            steps[number] = (shelf.kind, shelf.subject(item.fields), old, new)
            states[name], final[name] = new, item
    _store(connection, shelf, stored, final)
    return steps


def _store(connection: Connection, shelf: Shelf, stored: dict[Identity, Fields], final: dict[Identity, Wish]) -> None:
    added = [item.fields for name, item in final.items() if item.keep and name not in stored]
    changed = [(stored[name], item.fields) for name, item in final.items() if item.keep and name in stored]
    removed = [stored[name] for name, item in final.items() if not item.keep and name in stored]
    if added:
        first = {"version": 1} if shelf.versioned else {}
        connection.execute(insert(shelf.table), [dict(fields) | first for fields in added])
    if changed:
        _change(connection, shelf, changed)
    if removed:
        _remove(connection, shelf, removed)


def _change(connection: Connection, shelf: Shelf, changed: Sequence[tuple[Fields, Fields]]) -> None:
    rows = [_found(shelf, old) | {f"new_{name}": new[name] for name in shelf.values} for old, new in changed]
    _exactly(connection.execute(_updating(shelf), rows).rowcount, len(rows))


def _remove(connection: Connection, shelf: Shelf, removed: Sequence[Fields]) -> None:
    rows = [_found(shelf, old) for old in removed]
    _exactly(connection.execute(_where(shelf, delete(shelf.table)), rows).rowcount, len(rows))


@cache
def _updating(shelf: Shelf) -> Any:  # made once per table: that takes as long as running it
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in shelf.values}
    if shelf.versioned:
        values["version"] = shelf.table.c.version + 1
    return _where(shelf, update(shelf.table)).values(values)


def _where(shelf: Shelf, statement: Any) -> Any:  # update or delete
    columns = shelf.table.c
    statement = statement.where(columns.id == bindparam("found_id"))
    return statement.where(columns.version == bindparam("found_version")) if shelf.versioned else statement


def _found(shelf: Shelf, old: Fields) -> dict[str, Any]:
    found = {"found_id": old["id"]}
    return found | {"found_version": old["version"]} if shelf.versioned else found


def _exactly(count: int, expected: int) -> None:
    # Where the database lets two writers in at once, the second one sees here that its row has moved on.
    if count != expected:
        raise Outrun(f"{expected - count} of {expected} rows were changed by somebody else")
