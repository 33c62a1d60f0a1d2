"""Current values out of the tables, whoever gives the rows: the database library, or the bare driver for a first look.

The statements and the way from a row to a thing come from the registry. Nothing here loads a database library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from schema.garbage import collector_at_rest
from schema.storage.strange_rows import has_strange, is_of_cells, readable
from schema.storage.typed_rows import Rows
from schema.values.datapoint import Snapshot
from schema.values.kept_form import Kept, readings
from schema.values.kept_things import KEPT

Things = dict[Any, Any]  # by subject


def last_number(rows: Rows) -> int:
    """Return the number of the newest history entry."""
    return next((number or 0 for (number,) in rows("SELECT max(number) FROM history", ())), 0)


def read_all(rows: Rows) -> Snapshot:
    """Read every kept thing."""
    with collector_at_rest():
        fields: dict[str, Any] = {}
        for kept in KEPT:
            fields |= kept.place.replaced(Snapshot(**fields), read_things(rows, kept))
        return Snapshot(**fields)


def read_things(rows: Rows, kept: Kept) -> Things:
    """Read every thing of one type, in its order; a row that holds none is left out."""
    try:
        if not has_strange(rows, kept):
            found = rows(f"SELECT {_columns(kept)} FROM {_table(kept)} ORDER BY {_order(kept)}", ())
            return kept.many(found) if kept.many else dict(things_in(kept, found))
    except Exception as error:
        if not is_of_cells(error):
            raise
    return {at: thing for _, at, thing in readable(rows, kept) if at is not None}


def find_things(rows: Rows, kept: Kept, subjects: Iterable[Any]) -> Things:
    """Read the things that stand at these subjects, one by one."""
    where = f"WHERE {_named(kept)}"
    found = (one for at in subjects for one in readable(rows, kept, where, kept.address(at)))
    return {at: thing for _, at, thing in found if at is not None}


def read_rows(rows: Rows, kept: Kept) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield each row of one type that can be read as its subject and the values of its columns."""
    try:
        found = [] if has_strange(rows, kept) else list(rows(f"SELECT {_columns(kept)} FROM {_table(kept)}", ()))
        read = [_read(kept, row) for row in found]
    except Exception as error:
        if not is_of_cells(error):
            raise
        found, read = [], []
    if found:
        yield from read
    else:
        yield from ((at, kept.values(thing)) for _, at, thing in readable(rows, kept) if at is not None)


def read_ids(rows: Rows, kept: Kept, subjects: Sequence[Any] | None) -> Mapping[Any, int]:
    """Return the ids of the rows at these subjects, or of all."""
    statement = f"SELECT {', '.join(column.name for column in kept.identity)}, id FROM {_table(kept)}"
    if subjects is None:
        return {kept.located(*row[:-1]): row[-1] for row in rows(statement, ())}
    named = f"{statement} WHERE {_named(kept)}"
    return {at: row[-1] for at in subjects for row in rows(named, kept.address(at))}


def things_in(kept: Kept, found: Iterable[Sequence[Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield subject and thing of each raw row."""
    located, made, count = kept.located, kept.made, len(kept.identity)
    columns = (*kept.identity, *kept.columns)
    reading, repeated = readings(columns), [number for number, column in enumerate(columns) if column.repeats]
    same: dict[Any, Any] = {}
    keep = same.setdefault  # equal codes and sources are one text in memory, and quickly seen to be equal
    for raw in found:
        row = list(raw)
        for number in repeated:
            row[number] = keep(row[number], row[number])
        for number, read in reading:
            row[number] = read(row[number])
        subject = located(*row[:count])
        yield subject, made(subject, *row[count:])


def _read(kept: Kept, raw: Sequence[Any]) -> tuple[Any, tuple[Any, ...]]:
    row, count = list(raw), len(kept.identity)
    for number, read in readings((*kept.identity, *kept.columns)):
        row[number] = read(row[number])
    return kept.located(*row[:count]), tuple(row[count:])


def _table(kept: Kept) -> str:
    # In quotes: for some databases `freeze` is a word of their own.
    return f'"{kept.table}"'


def _columns(kept: Kept) -> str:
    return ", ".join(column.name for column in (*kept.identity, *kept.columns))


def _order(kept: Kept) -> str:
    return ", ".join(kept.order) or "id"


def _named(kept: Kept) -> str:
    return " AND ".join(f"{column.name} = ?" for column in kept.identity)
