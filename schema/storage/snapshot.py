"""All current values out of the tables, as a whole or as what has changed since they were last read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from schema.storage.reading import Rows, find_things, last_number, read_all, read_things
from schema.values.datapoint import Snapshot
from schema.values.kept_form import Kept
from schema.values.kept_origin import PACK_ORIGINS
from schema.values.kept_people import PEOPLE
from schema.values.kept_requests import APPROVALS
from schema.values.kept_things import KEPT
from schema.values.pack_origin import PackOrigin
from schema.values.people import Person
from schema.values.places import renewed

# Up to so many changes are read one by one; after more everything is read again.
FEW = 40

Known = tuple[int, Snapshot]  # the number of the newest history entry, and all values as of it


def read_snapshot(rows: Rows, known: Known | None = None) -> Known:
    """Read all current values; of an earlier reading only what history says has changed since."""
    number = last_number(rows)
    if known is not None and known[0] == number:
        return known
    if known is None or number - known[0] > FEW:
        return number, read_all(rows)
    return number, _renewed(rows, known)


def read_people(rows: Rows) -> tuple[Person, ...] | None:
    """Read who works on the workspace; None where nobody is listed and nothing is approved: asked at each change."""
    people = tuple(read_things(rows, PEOPLE).values())
    if people or next(iter(rows(f"SELECT 1 FROM {APPROVALS.table} LIMIT 1", ())), None):
        return people
    return None


def read_origin(rows: Rows) -> PackOrigin | None:
    """Read where a small workspace comes from; None of any other."""
    return next(iter(read_things(rows, PACK_ORIGINS).values()), None)


def read_contact(rows: Rows) -> str:
    """Return the person whom the pack of a small workspace is addressed to; empty where there is none."""
    origin = read_origin(rows)
    people = read_people(rows) or () if origin else ()
    return next((person.name for person in people if origin and person.name == origin.person), "")


def _renewed(rows: Rows, known: Known) -> Snapshot:
    number, snapshot = known
    changed = list(rows("SELECT kind, subject FROM history WHERE number > ?", (number,)))
    for kept in KEPT:
        stored = {subject for kind, subject in changed if kind == kept.form.kind}
        if stored:
            snapshot = replace(snapshot, **_fields(rows, kept, snapshot, stored))
    return snapshot


def _fields(rows: Rows, kept: Kept, snapshot: Snapshot, stored: set[str]) -> Mapping[str, Any]:
    """Return the fields of the snapshot that hold one type of thing, read anew where something in them changed."""
    subjects = [kept.form.restored(subject) for subject in stored]
    # Where things stand in the order of their addresses, those that did not change need not be read again.
    if None in subjects or kept.order != tuple(column.name for column in kept.identity):
        return kept.place.replaced(snapshot, read_things(rows, kept))
    found, old = find_things(rows, kept, subjects), kept.place.all(snapshot)
    now = {subject: found.get(subject) for subject in subjects}
    if found.keys() <= old.keys():
        return kept.place.changed(snapshot, now)
    things = renewed(old, now)
    return kept.place.replaced(snapshot, dict(sorted(things.items(), key=lambda item: kept.address(item[0]))))
