"""What stands where: the lines of every data sheet, and the cell of every value, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from exporters.excel.sheets.context import Context, sums
from exporters.excel.sheets.homes import find_homes, rank, text_references
from exporters.excel.sheets.inputs import inputs_plan, is_known, keys_of
from exporters.excel.sheets.spots import FIRST_LINE, FIRST_YEAR, DataPlan, Line, Plan, Spot
from exporters.excel.sheets.text_numbers import fact_lines, facts_by_chapter
from schema.catalogue.definitions import Metric
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Group,
    ImageBlock,
    IndexBlock,
    Placement,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
    placements,
)
from schema.grammar.reference import Key, parse_reference

_HOMES = ("metric", "member", "fact")  # lines that hold the cells of their values


@dataclass(frozen=True, slots=True)
class _Entry:
    """A metric that a block shows, under the heading of its group."""

    metric: Metric
    label: str = ""
    group: Group | None = None


def with_plan(context: Context, titles: Sequence[str], inputs_title: str) -> Context:
    """Return the workbook with one sheet planned per chapter that has data, and one of inputs of no chapter."""
    homes = find_homes(context, titles)
    pairs = list(zip(context.outline.chapters, titles, strict=True))
    sheets = [_sheet(context, chapter, title, homes) for chapter, title in pairs]
    printed = facts_by_chapter(context.document.facts, context.outline.chapters)
    with_facts = (
        replace(sheet, lines=(*sheet.lines, *fact_lines(context, sheet, printed[chapter.code])))
        for sheet, (chapter, _) in zip(sheets, pairs, strict=True)
    )
    kept = tuple(sheet for sheet in with_facts if sheet.lines)
    planned = replace(context, plan=Plan(kept, _spots(kept), homes))
    inputs = inputs_plan(planned, inputs_title)
    if inputs is None:
        return planned
    return replace(context, plan=Plan((*kept, inputs), {**_spots((inputs,)), **planned.plan.spots}, homes))


def _sheet(context: Context, chapter: Section, title: str, homes: Mapping[str, str]) -> DataPlan:
    """Return the first part of a chapter's sheet: the metrics that it shows, year by year."""
    lines = tuple(_chapter_lines(context, chapter, title, homes))
    return DataPlan(title, chapter.title.best(context.language), chapter.code, lines, context.years)


def _chapter_lines(context: Context, chapter: Section, title: str, homes: Mapping[str, str]) -> Iterator[Line]:
    shown: set[str] = set()
    for section in chapter.walk():
        entries = [entry for entry in _entries(context, section) if entry.metric.code not in shown]
        first = {entry.metric.code: entry for entry in reversed(entries)}
        shown.update(first)
        if first and section is not chapter:
            yield Line("section", section.title.best(context.language), section.level)
        group: Group | None = None
        for entry in entries:
            if first[entry.metric.code] is not entry:
                continue
            if entry.group is not None and entry.group is not group:
                yield Line("group", entry.group.title.best(context.language))
            group = entry.group
            yield from _metric_lines(context, entry, home=homes[entry.metric.code] == title)


def _entries(context: Context, section: Section) -> Iterator[_Entry]:
    """Tables give the order and the wording; callouts, charts and texts add what the tables leave out."""
    for block in sorted(section.blocks, key=rank):
        yield from _block_entries(context, block)


def _block_entries(context: Context, block: Block) -> Iterator[_Entry]:
    match block:
        case TableBlock():
            yield from _table_entries(context, block)
        case CalloutBlock() | ChartBlock():
            for placement in placements(block):
                yield from _placed(context, placement)
        case TextBlock() | ImageBlock() | RecordsBlock() | IndexBlock() | MatrixBlock():
            metrics = context.catalogue.metrics
            codes = (reference.code for reference in text_references(context, block))
            yield from (_Entry(metrics[code]) for code in codes if code in metrics)
        case DiagramBlock() | QuestionnaireBlock():
            pass
        case _:
            assert_never(block)


def _table_entries(context: Context, block: TableBlock) -> Iterator[_Entry]:
    group: Group | None = None
    for row in block.rows:
        if isinstance(row, Group):
            group = row
        else:
            yield from (replace(entry, group=group) for entry in _placed(context, row, labelled=True))


def _placed(context: Context, placement: Placement, *, labelled: bool = False) -> Iterator[_Entry]:
    reference = parse_reference(placement.reference)
    metric = context.catalogue.metrics.get(reference.code) if reference else None
    if reference is not None and metric is not None:
        own = labelled and not reference.category
        yield _Entry(metric, placement.label.best(context.language) if own else "")


def _metric_lines(context: Context, entry: _Entry, *, home: bool) -> Iterator[Line]:
    metric, years = entry.metric, context.years
    text, keys = entry.label or context.name(metric), keys_of(metric, "", years)
    yield Line("metric" if home else "linked", text, metric=metric, keys=keys)
    for crossing in metric.crossings if home else ():
        yield from _crossing_lines(context, metric, crossing)


def _crossing_lines(context: Context, metric: Metric, crossing: Sequence[str]) -> Iterator[Line]:
    members = context.members(tuple(crossing))
    keys = [keys_of(metric, member, context.years) for member in members]
    if not any(is_known(context, key) for row in keys for key in row):
        return
    yield Line("crossing", context.say("row.by", name=context.crossing(crossing)), metric=metric)
    for member, row in zip(members, keys, strict=True):
        yield Line("member", context.category(member), 1, metric, member, row)
    if sums(metric, crossing, context.catalogue):
        yield Line("sum", context.say("row.total"), 1, metric, members=len(members))


def _spots(sheets: Sequence[DataPlan]) -> dict[Key, Spot]:
    """Return the cell of every value: where its metric stands, else where a text first has it."""
    spots: dict[Key, Spot] = {}
    facts: dict[Key, Spot] = {}
    for sheet in sheets:
        for row, line in enumerate(sheet.lines, FIRST_LINE):
            if line.kind in _HOMES:
                own = facts if line.kind == "fact" else spots
                for column, key in enumerate(line.keys, FIRST_YEAR):
                    if key not in own and sheet.holds(key):
                        own[key] = Spot(sheet.title, column, row)
    return {**facts, **spots} if facts else spots
