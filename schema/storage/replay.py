"""Any moment of the past: the history played again up to one of its entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from schema.garbage import collector_at_rest
from schema.storage.meta import read_compiled
from schema.storage.rows import HistoryRow
from schema.values.datapoint import Snapshot
from schema.values.definition_versions import Version
from schema.values.kept_form import Kept
from schema.values.kept_things import DEFINITIONS, KEPT

States = Mapping[str, Mapping[str, str]]  # by kind, then by subject as history writes it


def snapshot_at(connection: Connection, number: int) -> Snapshot:
    """Return all values as they were once the entry of this number was written; 0 is before the first.

    Evidence that went and came back within one step stands last, where the tables keep its place.
    """
    with collector_at_rest():
        return snapshot_of(states_at(connection, number))


def definitions_at(connection: Connection, number: int) -> str:
    """Read the definitions that were in force then, compiled; ValueError where they are not what they were."""
    row = HistoryRow
    query = select(row.number, row.old, row.new).where(row.kind == DEFINITIONS.kind).order_by(row.number)
    changes = connection.execute(query).all()
    done = [new for at, _, new in changes if at <= number]
    # Before the first entry: what the first change of them put out of force.
    state = done[-1] if done else changes[0][1] or changes[0][2]
    return read_compiled(connection, Version.read(state).name)


def states_at(connection: Connection, number: int) -> States:
    """Return what stood at each subject then, as history keeps it."""
    row = HistoryRow
    query = select(row.kind, row.subject, row.new).where(row.number <= number).order_by(row.number)
    states: dict[str, dict[str, str]] = {}
    for kind, subject, new in connection.execute(query):
        own = states.setdefault(kind, {})
        if new:
            own[subject] = new
        else:
            own.pop(subject, None)
    return states


def snapshot_of(states: States) -> Snapshot:
    """Return the snapshot that holds these things and no others."""
    fields: dict[str, Any] = {}
    for kept in KEPT:
        things = _things(kept, states.get(kept.form.kind, {}).items())
        fields |= kept.place.replaced(Snapshot(**fields), things)
    return Snapshot(**fields)


def _things(kept: Kept, states: Iterable[tuple[str, str]]) -> dict[Any, Any]:
    """Return the things of one type by their subjects, in the order in which its table is read."""
    subjects = ((kept.form.restored(stored), state) for stored, state in states)
    things = {subject: kept.thing_of(subject, state) for subject, state in subjects}
    if not kept.order:
        return things
    rows = {subject: kept.row(thing) for subject, thing in things.items()}
    return dict(sorted(things.items(), key=lambda item: [rows[item[0]][name] for name in kept.order]))
