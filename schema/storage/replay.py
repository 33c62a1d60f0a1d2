"""Any moment of the past: the history played again up to one of its entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from schema.garbage import collector_at_rest
from schema.storage.backend import Readable
from schema.storage.entries import Written, entries_of, hash_at, last_entries, number_of
from schema.storage.in_force import read_identity
from schema.storage.reading import last_number
from schema.storage.typed_rows import Rows
from schema.values.datapoint import HistoryEntry, Snapshot
from schema.values.definition_versions import Version
from schema.values.kept_form import Kept
from schema.values.kept_things import DEFINITIONS, KEPT

if TYPE_CHECKING:
    from sqlalchemy import Connection

States = Mapping[str, Mapping[str, str]]  # by kind, then by subject as history writes it


class Replay:
    """The history of an open store, played again; each question is one short reading."""

    def __init__(self, store: Readable) -> None:
        self._store = store

    @property
    def number(self) -> int:
        """The number of the newest entry."""
        return self._store.read_rows(last_number)

    @property
    def identity(self) -> str:
        """The workspace's own id, which its copies share."""
        return self._store.read_rows(read_identity)

    def hash_at(self, number: int) -> str:
        """Return the head of the history as of an entry; empty where there is no entry of this number."""
        return self._store.read_rows(lambda rows: hash_at(rows, number))

    def number_of(self, head: str) -> int:
        """Return the number of the entry with this hash; 0 where there is none."""
        return self._store.read_rows(lambda rows: number_of(rows, head))

    def snapshot(self, number: int) -> Snapshot:
        """Return all values as they were once the entry of this number was written."""
        return self._store.read_rows(lambda rows: snapshot_at(rows, number))

    def compiled(self, number: int) -> str:
        """Return the definitions that were in force then, compiled."""
        return self._store.read(lambda connection: definitions_at(connection, number))

    def states(self, number: int) -> States:
        """Return what stood at each subject then, as history keeps it."""
        return self._store.read_rows(lambda rows: states_at(rows, number))

    def entries(self, subjects: Collection[Written], number: int) -> Mapping[Written, Sequence[HistoryEntry]]:
        """Return the entries of each of these subjects up to one, oldest first, of those that anybody has touched."""
        return self._store.read_rows(lambda rows: entries_of(rows, subjects, number))

    def last(self, subjects: Collection[Written], number: int) -> Mapping[Written, HistoryEntry]:
        """Return the last entry of each of these subjects up to an entry, of those that anybody has touched."""
        return self._store.read_rows(lambda rows: last_entries(rows, subjects, number))


def snapshot_at(rows: Rows, number: int) -> Snapshot:
    """Return all values as they were once the entry of this number was written; 0 is before the first.

    Evidence that went and came back within one step stands last, where the tables keep its place.
    """
    with collector_at_rest():
        return snapshot_of(states_at(rows, number))


def definitions_at(connection: Connection, number: int) -> str:
    """Read the definitions that were in force then, compiled; ValueError where they are not what they were."""
    from schema.storage.driver_rows import raw_rows  # deferred, as below: few ask for definitions of the past
    from schema.storage.meta import read_compiled

    query = "SELECT number, old, new FROM history WHERE kind = ? ORDER BY number"
    changes = list(raw_rows(connection)(query, (DEFINITIONS.kind,)))
    done = [new for at, _, new in changes if at <= number]
    # Before the first entry: what the first change of them put out of force.
    state = done[-1] if done else changes[0][1] or changes[0][2]
    return read_compiled(connection, Version.read(state).name)


def states_at(rows: Rows, number: int) -> States:
    """Return what stood at each subject then, as history keeps it."""
    query = "SELECT kind, subject, new FROM history WHERE number <= ? ORDER BY number"
    states: dict[str, dict[str, str]] = {}
    for kind, subject, new in rows(query, (number,)):
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
    if kept.order == tuple(column.name for column in kept.identity):
        return dict(sorted(things.items(), key=lambda item: kept.address(item[0])))
    rows = {subject: kept.row(thing) for subject, thing in things.items()}
    return dict(sorted(things.items(), key=lambda item: [rows[item[0]][name] for name in kept.order]))
