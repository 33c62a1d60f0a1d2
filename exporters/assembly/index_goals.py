"""The goals of a framework with what the company does for each: number in its colour, statement, strategy, actions."""

from __future__ import annotations

from exporters.assembly.desk import Desk
from exporters.assembly.records import record_words
from exporters.content import Column, Gap, Index, IndexRow, Inlines, Text
from schema.catalogue.definitions import Disclosure, Framework, RecordColumn, RecordType
from schema.catalogue.outline import IndexBlock, Section, records_block
from schema.grammar.words import NO_WORDS
from schema.values.record_places import block_rows

_GREY = "444444"


def goals_index(desk: Desk, block: IndexBlock, framework: Framework, section: Section, department: str) -> Index:
    """Return the goals that the report has rows of, in the framework's order; without any, a placeholder."""
    kind = desk.catalogue.records.get(block.actions)
    goal, others = _columns(kind)
    heads = [desk.words(column.name) for column in others]
    columns = (
        Column("text", 0.65 if desk.chinese else 0.85, desk.say("word.index.goal")),
        Column("text", 3, desk.say("word.index.statement")),
        *(Column("text", 3.2, head) for head in heads),
    )
    rows: list[IndexRow] = []
    records = records_block(block)
    if kind is not None and goal is not None and records is not None:
        ask = desk.department(kind.department or department)
        own = block_rows(desk.outline, records, desk.snapshot)
        for item in framework.disclosures:
            for record in (one for one in own if one.field(goal.code).typed.lower() == item.code.lower()):
                words = (
                    record_words(desk, block.id, NO_WORDS, section, ask, kind, record, column) for column in others
                )
                rows.append(_row(desk, item, tuple(words)))
    if not rows:
        rows.append(_nothing(desk, framework, section, department, len(columns)))
    return Index(block.id, desk.words(framework.name), columns, tuple(rows))


def _row(desk: Desk, item: Disclosure, words: tuple[Inlines, ...]) -> IndexRow:
    colour = item.colour.removeprefix("#") or _GREY
    return IndexRow(((Text(item.printed),), _statement(desk, item), *words), colour=colour)


def _columns(kind: RecordType | None) -> tuple[RecordColumn | None, tuple[RecordColumn, ...]]:
    """Return the column that names the goal, the first choice, and the others."""
    if kind is None:
        return None, ()
    goal = next((column for column in kind.columns if column.traits.chosen), None)
    return goal, tuple(column for column in kind.columns if column is not goal)


def _statement(desk: Desk, item: Disclosure) -> Inlines:
    title, words = desk.words(item.title), desk.words(item.statement)
    return (Text(title, bold=True), Text(("：" if desk.chinese else ": ") + words)) if words else (Text(title),)


def _nothing(desk: Desk, framework: Framework, section: Section, department: str, width: int) -> IndexRow:
    name, ask = desk.words(framework.name), desk.department(department)
    desk.open(section, desk.say("word.record.none", name=name), ask)
    gap = Gap(desk.say("word.gap.records", name=name), desk.say("word.ask.text", department=ask, name=name))
    return IndexRow(((), (gap,), *((),) * (width - 2)))
