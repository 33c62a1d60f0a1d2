"""Rows of a known table whose cells hold what Annals never writes: found, named, and left out of what is read.

A file may have been edited by other software. One cell that is no text, no number, no date must not take the rest of
the workspace with it. A value's row keeps its place: what stands there counts as typed text that could not be read, so
that it is seen in the form and in the list of issues, and can be cleared or typed anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from schema.storage.typed_rows import Rows, TypedRows
from schema.values.datapoint import DataPoint
from schema.values.kept_form import Column, Holds, Kept, readings
from schema.values.kept_values import POINTS
from schema.values.omissions import OMISSIONS
from schema.values.qualifiers import QUALIFIERS, is_qualifier

LONGEST_TEXT = 5_000_000
_LONGEST_NUMBER, _LARGEST_WHOLE, _LAST_YEAR = 20_000, 10**12, 9999
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_SHOWN = 60
# The qualifier of a range: to: and one number (-2.5), as the database can tell.
_RANGE = (
    "{name} GLOB 'to:*[0-9]' AND substr({name}, 4) NOT GLOB '*[^0-9.-]*' AND substr({name}, 5) NOT LIKE '%-%' "
    "AND {name} NOT LIKE '%.%.%' AND {name} NOT LIKE 'to:.%' AND {name} NOT LIKE '%-.%' AND length({name}) < 125"
)
# What a reading of strange cells comes to, besides the errors of the database itself.
STRANGE = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class StrangeRow:
    """One row that cannot be read as what its table holds: where it stands, and the first column at fault."""

    table: str
    number: int
    column: str


def is_of_cells(error: Exception) -> bool:
    """Whether an error came of what a cell holds, and not of the database: the driver gives those a code."""
    return isinstance(error, STRANGE) or (not hasattr(error, "sqlite_errorcode") and "decode" in str(error))


def has_strange(rows: Rows, kept: Kept) -> bool:
    """Whether the database itself sees a cell that is not what its column holds."""
    if isinstance(rows, TypedRows):
        return False
    strange = " OR ".join(filter(None, map(_condition, (*kept.identity, *kept.columns))))
    return next(iter(rows(f'SELECT 1 FROM "{kept.table}" WHERE {strange} LIMIT 1', ())), None) is not None


def is_plain(rows: Rows, kept: Kept) -> bool:
    """Whether every row of a table can be read as what it holds."""
    try:
        if has_strange(rows, kept):
            return False
        columns = ", ".join(f'"{column.name}"' for column in (*kept.identity, *kept.columns))
        for row in rows(f'SELECT {columns} FROM "{kept.table}"', ()):
            _thing(kept, row)
    except Exception as error:
        if not is_of_cells(error):
            raise
        return False
    return True


def _condition(column: Column) -> str:
    name = f'"{column.name}"'
    text = f"typeof({name}) <> 'text' OR length({name}) > {LONGEST_TEXT} OR instr({name}, char(0)) > 0"
    conditions: Mapping[Holds, str] = {
        "text": text,
        "fields": text,
        "whole": f"typeof({name}) <> 'integer' OR {name} NOT BETWEEN {-_LARGEST_WHOLE} AND {_LARGEST_WHOLE}",
        "flag": f"{name} NOT IN (0, 1)",
        "exact": f"typeof({name}) <> 'text' OR length({name}) > {_LONGEST_NUMBER} OR {name} GLOB '*[^0-9.-]*'",
    }
    special = {
        "qualifier": f"{name} NOT IN ({_listed(QUALIFIERS)}) AND NOT ({_RANGE.format(name=name)})",
        "omission": f"{name} NOT IN ({_listed(OMISSIONS)})",
        "period": f"{name} NOT BETWEEN 1 AND {_LAST_YEAR}",
        "due": f"{name} <> '' AND date({name}) IS NOT {name}",
    }
    found = " OR ".join(f"({one})" for one in (conditions[column.holds], special.get(column.name, "")) if one)
    return f"({name} IS NOT NULL AND ({found}))" if column.optional else f"({found})"


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"'{code}'" for code in ("", *codes))


def readable(rows: Rows, kept: Kept, where: str = "", places: Sequence[Any] = ()) -> Iterator[tuple[int, Any, Any]]:
    """Yield id, subject and thing of each row, one by one; None as thing where a row cannot be read as one.

    A value whose address can be read is a thing even then: one that says that it could not be read.
    """
    for number, cells in _cells(rows, kept, where, places):
        try:
            at = _column_at_fault(kept, cells)
            yield (number, *_thing(kept, cells)) if not at else (number, *_rest(kept, cells))
        except STRANGE:
            yield (number, *_rest(kept, cells))


def strange_rows(rows: Rows, kept: Kept) -> Iterator[StrangeRow]:
    """Yield each row that cannot be read as it stands, with the first column that is at fault."""
    for number, cells in _cells(rows, kept, "", ()):
        column = _column_at_fault(kept, cells)
        if not column:
            try:
                _thing(kept, cells)
                continue
            except STRANGE:
                column = kept.names[0]
        yield StrangeRow(kept.table, number, column)


def _cells(rows: Rows, kept: Kept, where: str, places: Sequence[Any]) -> Iterator[tuple[int, list[Any]]]:
    columns = (*kept.identity, *kept.columns)
    order = ", ".join(kept.order) or "id"
    if isinstance(rows, TypedRows):
        plain = ", ".join(f'"{column.name}"' for column in columns)
        for number, *cells in list(rows(f'SELECT id, {plain} FROM "{kept.table}" {where} ORDER BY {order}', places)):
            yield number, cells
        return
    told = ", ".join(f'typeof("{column.name}"), CAST("{column.name}" AS BLOB)' for column in columns)
    for number, *raw in list(rows(f'SELECT id, {told} FROM "{kept.table}" {where} ORDER BY {order}', places)):
        yield number, [_cell(kind, value) for kind, value in zip(raw[::2], raw[1::2], strict=True)]


def _cell(kind: str, value: bytes | None) -> Any:
    """Return a cell as the driver gives it; text that is none, and more than a text may be, as bytes."""
    if value is None or kind == "blob":
        return value
    if kind == "integer":
        return int(value)
    try:
        return float(value) if kind == "real" else value.decode("utf-8")
    except UnicodeDecodeError:
        return value


def _column_at_fault(kept: Kept, cells: Sequence[Any]) -> str:
    pairs = zip((*kept.identity, *kept.columns), cells, strict=True)
    return next((column.name for column, cell in pairs if not _is_sound(column, cell)), "")


def _is_sound(column: Column, cell: Any) -> bool:
    if cell is None:
        return column.optional
    match column.holds:
        case "text" | "fields":
            return isinstance(cell, str) and len(cell) <= LONGEST_TEXT and "\0" not in cell and _is_known(column, cell)
        case "whole":
            return isinstance(cell, int) and abs(cell) <= _LARGEST_WHOLE and _is_known(column, cell)
        case "flag":
            return cell in (0, 1)
        case "exact":
            return isinstance(cell, str) and len(cell) <= _LONGEST_NUMBER and _NUMBER.fullmatch(cell) is not None


def _is_known(column: Column, cell: Any) -> bool:
    match column.name:
        case "qualifier":
            return not cell or is_qualifier(cell)
        case "omission":
            return not cell or cell in OMISSIONS
        case "period":
            return 0 < cell <= _LAST_YEAR
        case "due":
            return not cell or _is_date(cell)
        case "at":
            return not cell or _is_time(cell)
        case _:
            return True


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_time(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def _thing(kept: Kept, cells: Sequence[Any]) -> tuple[Any, Any]:
    row, count = list(cells), len(kept.identity)
    for number, read in readings((*kept.identity, *kept.columns)):
        row[number] = read(row[number])
    subject = kept.located(*row[:count])
    return subject, kept.made(subject, *row[count:])


def _rest(kept: Kept, cells: Sequence[Any]) -> tuple[Any, Any]:
    """Return what can be said of a row that is not what it should be."""
    addressed = zip(kept.identity, cells, strict=False)
    if kept is not POINTS or not all(_is_sound(column, cell) for column, cell in addressed):
        return None, None
    key = kept.located(*cells[: len(kept.identity)])
    named = dict(zip(kept.names, cells[len(kept.identity) :], strict=True))
    shown = _shown(named["typed"]) or _shown(named["unread"]) or _shown(named["value"]) or "?"
    return key, DataPoint(key, unread=shown, typed=shown)


def _shown(cell: Any) -> str:
    """Return a little of what a cell holds, in letters that can be shown anywhere."""
    text = cell.decode("utf-8", "replace") if isinstance(cell, bytes) else "" if cell is None else str(cell)
    return "".join(one for one in text[:_SHOWN] if one.isprintable() and not "\ud800" <= one <= "\udfff").strip()
