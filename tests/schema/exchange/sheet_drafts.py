"""Old sheets written for one test, and what they bring."""

from __future__ import annotations

from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.answers import ColumnMap
from schema.exchange.oldsheets.column_map import read_map, write_map
from schema.exchange.oldsheets.intake import Options, Outcome
from schema.exchange.oldsheets.proposal import OldFile
from schema.grammar.decimals import plain


def sheet(*rows, title="表", **more) -> PlainSheet:
    return PlainSheet(title, tuple(tuple(str(cell) for cell in row) for row in rows), **more)


def draft_of(drafter, *sheets, known=None, name="old.xlsx"):
    known = known or ColumnMap()
    return drafter.draft(drafter.find(OldFile(name, sheets), known), known)


def outcome_of(drafter, *sheets, options=None, **more) -> Outcome:
    return drafter.outcome(draft_of(drafter, *sheets, **more), options or Options())


def codes(outcome) -> list[str]:
    return [issue.code for issue in outcome.issues]


def values(outcome) -> dict[str, str]:
    return {c.subject.canonical(): plain(c.after.value) for c in outcome.changes if c.after.value is not None}


def map_rows(draft, definitions) -> list[dict[str, str]]:
    """The lines of the map that is written for a draft."""
    import csv
    import io

    return list(csv.DictReader(io.StringIO(write_map(draft, definitions.catalogue))))


def answers(rows, definitions) -> ColumnMap:
    """The answers in the lines of a map, which must be right."""
    lines = (tuple(rows[0]), *(tuple(row.values()) for row in rows))
    known, issues = read_map(PlainSheet("", lines), "map.csv", definitions.catalogue)
    assert issues == ()
    return known
