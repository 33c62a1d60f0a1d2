"""Changes become rows and history entries, together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from schema.storage.attachments import drop_contents, keep_contents
from schema.storage.author import Author
from schema.storage.driver_rows import raw_rows
from schema.storage.history import Step, append_history, read_last
from schema.storage.in_force import read_head
from schema.storage.meta import Adopted, adopt_definitions
from schema.storage.reading import Things, find_things, last_number, read_ids, read_things
from schema.storage.rows import TABLES
from schema.values.changes import Change, effect, keep
from schema.values.datapoint import HistoryEntry
from schema.values.freezes import Freeze
from schema.values.kept_form import Kept
from schema.values.kept_things import KEPT, form_of, kept_at
from schema.values.races import Raced, races

# Up to so many things are looked up one by one; more come out of one reading of the table.
FEW = 40

Ids = Mapping[Any, int]  # by subject


def apply_changes(
    connection: Connection, changes: Sequence[Change], author: Author, *, upon: Sequence[Change] = ()
) -> tuple[HistoryEntry, ...]:
    """Write the changes that change something, one history entry each, and return these entries.

    `upon` are those of them that hold only for what they were made from. Raises Raced where that stands no more.
    """
    standing = _standing(connection, changes)
    _refuse_races(connection, upon, standing)
    result = effect(changes, standing.get)
    drop_contents(connection, result.things)
    for kept in KEPT:
        things = {at: thing for at, thing in result.things.items() if type(at) is kept.form.type}
        if things:
            _store(connection, kept, things, standing)
    added = [at for at, thing in result.things.items() if thing is not None and at not in standing]
    keep_contents(connection, added, changes)
    return append_history(connection, [_step(change, author) for change in result.steps], author)


def _refuse_races(connection: Connection, changes: Sequence[Change], standing: Things) -> None:
    lost = list(races(changes, standing.get))
    if not lost:
        return
    written = {race.subject: form_of(race.subject).written(race.subject) for race in lost}
    last = read_last(connection, frozenset(written.values()))
    raise Raced(tuple(replace(race, last=last.get(written[race.subject])) for race in lost))


def put_in_force(connection: Connection, new: Adopted, changes: Sequence[Change]) -> tuple[HistoryEntry, ...]:
    """Put definitions in force, and write the changes that belong to them."""
    adopted = adopt_definitions(connection, new.compiled, new.author, new.made_of, new.elsewhere)
    return (*adopted, *apply_changes(connection, changes, new.author))


def apply_freeze(
    connection: Connection, made: Callable[[int, str], Freeze], author: Author
) -> tuple[HistoryEntry, ...]:  # fmt: skip
    """Write the freeze that is made of the number and the hash of the newest history entry."""
    rows = raw_rows(connection)
    return apply_changes(connection, (keep(made(last_number(rows), read_head(rows))),), author)


def alters(connection: Connection, changes: Sequence[Change]) -> bool:
    """Whether any of the changes would change something."""
    return bool(effect(changes, _standing(connection, changes).get).steps)


def _step(change: Change, author: Author) -> Step:
    kept = kept_at(change.subject)
    old, new = kept.state(change.before), kept.state(change.after)
    return Step(
        kept.form.kind, kept.form.stored(change.subject), old, new, change.reason or author.reason, change.elsewhere
    )


def _standing(connection: Connection, changes: Iterable[Change]) -> Things:
    """Return what stands at the subjects of the changes (and perhaps at others)."""
    subjects: dict[type[Any], set[Any]] = {}
    for change in changes:
        subjects.setdefault(type(change.subject), set()).add(change.subject)
    rows, things = raw_rows(connection), Things()
    for kept in KEPT:
        own = subjects.get(kept.form.type, ())
        if own:
            things |= read_things(rows, kept) if len(own) > FEW else find_things(rows, kept, own)
    return things


def _store(connection: Connection, kept: Kept, things: Things, standing: Things) -> None:
    added = [thing for at, thing in things.items() if thing is not None and at not in standing]
    changed = [at for at, thing in things.items() if thing is not None and at in standing]
    removed = [at for at, thing in things.items() if thing is None and at in standing]
    ids = _ids(connection, kept, [*changed, *removed])
    if added:
        _take_out(connection, kept, added)
        first = {"version": 1} if kept.versioned else {}
        connection.execute(insert(TABLES[kept.form.kind]), [kept.row(thing) | first for thing in added])
    if changed:
        news = [_new(kept, things[at]) | {"own_id": ids[at]} for at in changed]
        connection.execute(_updating(kept.form.kind), news)
    if removed:
        connection.execute(_removing(kept.form.kind), [{"own_id": ids[at]} for at in removed])


def _take_out(connection: Connection, kept: Kept, things: Sequence[Any]) -> None:
    """Take out rows at the addresses of new things: where nothing stood, one could not be read."""
    names = [f"at_{column.name}" for column in kept.identity]
    addresses = [dict(zip(names, kept.address(kept.subject(thing)), strict=True)) for thing in things]
    connection.execute(_clearing(kept.form.kind), addresses)


def _ids(connection: Connection, kept: Kept, subjects: Collection[Any]) -> Ids:
    few = list(subjects) if len(subjects) <= FEW else None
    return read_ids(raw_rows(connection), kept, few)


def _new(kept: Kept, thing: Any) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in kept.contents(thing).items()}


@cache
def _updating(kind: str) -> Any:  # made once per table: that takes as long as running it
    table = TABLES[kind]
    kept = next(kept for kept in KEPT if kept.form.kind == kind)
    values: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in kept.columns}
    if kept.versioned:
        values["version"] = table.c.version + 1
    return update(table).where(table.c.id == bindparam("own_id")).values(values)


@cache
def _clearing(kind: str) -> Any:
    table = TABLES[kind]
    kept = next(kept for kept in KEPT if kept.form.kind == kind)
    return delete(table).where(*(table.c[column.name] == bindparam(f"at_{column.name}") for column in kept.identity))


@cache
def _removing(kind: str) -> Any:
    table = TABLES[kind]
    return delete(table).where(table.c.id == bindparam("own_id"))
