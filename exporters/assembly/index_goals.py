"""The goals of a framework with what the company does for each: number in its colour, statement, strategy, actions."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.drafts import remarked_once
from exporters.assembly.gaps import records_gap
from exporters.assembly.record_fields import Fields
from exporters.content import Block, Column, Index, IndexRow, Inlines, Text
from schema.catalogue.definitions import Disclosure, Framework, RecordColumn, RecordType
from schema.catalogue.outline import IndexBlock
from schema.grammar.words import NO_WORDS
from schema.values.datapoint import Record
from schema.values.goals import goal_column, goal_records

_GREY = "444444"


def goals_index(part: Part, block: IndexBlock, framework: Framework) -> tuple[Block, ...]:
    """Return the goals that the report has rows of, in the framework's order; without any, a placeholder."""
    assembly = part.assembly
    kind = assembly.catalogue.records.get(block.actions)
    goal, others = _columns(kind)
    columns = (
        Column("text", 0.65 if assembly.chinese else 0.85, assembly.say("word.index.goal")),
        Column("text", 3, assembly.say("word.index.statement")),
        *(Column("text", 3.2, assembly.words(column.name)) for column in others),
    )
    rows: list[IndexRow] = []
    if kind is not None and goal is not None:
        fields = Fields(part, kind, NO_WORDS)
        for item, record in _goals(assembly, block, framework):
            rows.append(_row(assembly, item, tuple(fields.words(record, column) for column in others)))
    if not rows:
        name = assembly.words(framework.name)
        rows.append(IndexRow(((), (records_gap(part, block.id, name, part.ask),), *((),) * (len(columns) - 2))))
    index = Index(block.id, assembly.words(framework.name), columns, tuple(rows), block_anchor(block.id))
    return remarked_once((index,))


def _goals(assembly: Assembly, block: IndexBlock, framework: Framework) -> Iterator[tuple[Disclosure, Record]]:
    """Yield the goals with what the company does for each."""
    records = goal_records(assembly.outline, block, assembly.catalogue, assembly.snapshot)
    for item in framework.disclosures:
        yield from ((item, record) for record in records.get(item.code, ()))


def _row(assembly: Assembly, item: Disclosure, words: tuple[Inlines, ...]) -> IndexRow:
    colour = item.colour.removeprefix("#") or _GREY
    return IndexRow(((Text(item.printed),), _statement(assembly, item), *words), colour=colour)


def _columns(kind: RecordType | None) -> tuple[RecordColumn | None, tuple[RecordColumn, ...]]:
    """Return the column that names the goal, the first choice, and the others."""
    if kind is None:
        return None, ()
    goal = goal_column(kind)
    return goal, tuple(column for column in kind.columns if column is not goal)


def _statement(assembly: Assembly, item: Disclosure) -> Inlines:
    title, words = assembly.words(item.title), assembly.words(item.statement)
    return (Text(title, bold=True), Text(assembly.punctuation.colon + words)) if words else (Text(title),)
