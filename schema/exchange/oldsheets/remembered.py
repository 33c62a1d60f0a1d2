"""Answers about old sheets that the workspace keeps: what was said of a word, a head or a row is not asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from schema.catalogue.definitions import Catalogue
from schema.catalogue.number_format import split_unit
from schema.exchange.oldsheets.answers import ColumnAnswer, ColumnMap, Fiscal, Identity
from schema.exchange.oldsheets.column import ColumnName
from schema.exchange.oldsheets.head_periods import read_period
from schema.exchange.oldsheets.heads import MEANINGS
from schema.exchange.oldsheets.names import Target, members
from schema.exchange.oldsheets.proposal import Draft
from schema.grammar.reference import parse_reference
from schema.values.changes import Change, change_of
from schema.values.datapoint import SheetAnswer, Snapshot
from schema.values.subject import AnswerAt, joined, split

_FISCAL: Mapping[str, Fiscal] = {"start": "start", "end": "end"}


def remembered(snapshot: Snapshot, catalogue: Catalogue) -> ColumnMap:
    """Return what was answered before; what no longer means anything in this catalogue is left out."""
    columns: dict[ColumnName, ColumnAnswer] = {}
    rows: dict[Identity, Target | None] = {}
    units: dict[str, str] = {}
    fiscal: Fiscal = ""
    for answer in kept_answers(snapshot):
        match answer.kind:
            case "column" if answer.meaning in MEANINGS:
                columns["", answer.words, 0] = ColumnAnswer(answer.meaning)
            case "unit" if split_unit(answer.meaning, catalogue.units) is not None:
                units[answer.words] = answer.meaning
            case "row" if (row := _row(answer, catalogue)) is not None:
                rows[row[0]] = row[1]
            case "fiscal":
                fiscal = _FISCAL.get(answer.meaning, "")
            case _:
                continue
    own = catalogue.company.fiscal
    if not own.calendar:  # what is known needs no answer: a year is called by the one in which it ends
        fiscal = fiscal or "end"
    return ColumnMap(
        columns, rows, units=units, fiscal=fiscal, kept=frozenset(rows), ends="" if own.calendar else own.ends
    )


def kept_answers(snapshot: Snapshot) -> tuple[SheetAnswer, ...]:
    """Return every answer that is kept, by kind and words."""
    return tuple(sorted(snapshot.more.get("answers", {}).values(), key=lambda answer: (answer.kind, answer.words)))


def merged(kept: ColumnMap, said: ColumnMap) -> ColumnMap:
    """Return both; what is said now goes before what was kept."""
    return ColumnMap(
        {**kept.columns, **said.columns}, {**kept.rows, **said.rows}, said.open, said.row_units,
        {**kept.units, **said.units}, said.fiscal or kept.fiscal,
        kept.kept - said.rows.keys() - said.open, kept.ends,
    )  # fmt: skip


def to_remember(said: ColumnMap, draft: Draft, plain: Draft, snapshot: Snapshot) -> tuple[Change, ...]:
    """Return the changes that keep what a person has said about a file, as far as it holds for others, too.

    `plain` is the draft without any answer: what is sure there needs none. A year that the head does not name itself
    is of this file alone, and so is a row that was left out.
    """
    answers = [*_words(said, draft), *_rows(said, plain)]
    changes = (change_of(snapshot, AnswerAt(answer.kind, answer.words), answer) for answer in answers)
    return tuple(change for change in changes if change.before != change.after)


def _words(said: ColumnMap, draft: Draft) -> Iterator[SheetAnswer]:
    yield from (SheetAnswer("unit", word, meaning) for word, meaning in said.units.items())
    if said.fiscal:
        yield SheetAnswer("fiscal", "", said.fiscal)
    heads = {column.head for table in draft.found.tables for column in table.columns}
    for (_, head, _), answer in said.columns.items():
        if head in heads and answer.meaning in MEANINGS and not _is_plain(head, answer.meaning):
            yield SheetAnswer("column", head, answer.meaning)


def _is_plain(head: str, meaning: str) -> bool:
    """Whether a head says by itself what it means; a head that names a time is of one file."""
    from schema.exchange.oldsheets.heads import read_meaning

    return read_meaning(head) == meaning or read_period(head) is not None


def _rows(said: ColumnMap, plain: Draft) -> Iterator[SheetAnswer]:
    for proposal in plain.proposals:
        row = proposal.row
        target = said.rows.get(row.identity)
        if target is None or (proposal.sure and proposal.best is not None and proposal.best.target == target):
            continue
        yield SheetAnswer("row", joined(row.under, row.written, row.category, str(row.nth)), target.reference())


def _row(answer: SheetAnswer, catalogue: Catalogue) -> tuple[Identity, Target] | None:
    parts, reference = split(answer.words), parse_reference(answer.meaning)
    metric = catalogue.metrics.get(reference.code) if reference else None
    if reference is None or metric is None or len(parts) != 4 or not parts[3].isdigit():
        return None
    if reference.category and reference.category not in [category for category, _ in members(metric, catalogue)]:
        return None
    return (parts[0], parts[1], parts[2], int(parts[3])), Target(reference.code, reference.category)


def without_answers(known: ColumnMap) -> ColumnMap:
    """Return what is known of columns and units without any answer about rows."""
    return replace(known, rows={}, open=frozenset(), kept=frozenset())
