"""The rows that a formula adds up by `record/<type>/*.<column>`: those of the figure's year."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.grammar.reference import Key, parse_rows
from schema.values.datapoint import Record, Snapshot


def rows_of(code: str, year: int, catalogue: Catalogue, snapshot: Snapshot) -> tuple[Key, ...] | None:
    """Return the numbers of all rows that are of a year, or None where a code names no column of all rows.

    Of which year a row is, its own column of years says; of a type without one each row counts in every year.
    """
    named = parse_rows(code)
    if named is None:
        return None
    kind, column = named
    dated = next((one.code for one in catalogue.records[kind].columns if one.kind == "year"), "")
    rows = sorted((row for row in snapshot.records.values() if row.key.type == kind), key=_place)
    return tuple(row.key.number(column) for row in rows if not dated or row.field(dated).typed == str(year))


def _place(record: Record) -> tuple[str, int, str]:
    return (record.report, record.order, record.key.id)
