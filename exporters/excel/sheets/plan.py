"""What stands where: the lines of every chapter's sheet, and the cell of every value, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from exporters.excel.sheets.context import Context, sums
from exporters.excel.sheets.homes import find_homes, rank, text_references
from exporters.excel.sheets.inputs import inputs, is_known, keys_of
from exporters.excel.sheets.spots import FIRST_LINE, FIRST_YEAR, DataPlan, Line, Plan, Spot
from exporters.excel.sheets.text_numbers import fact_lines, facts_by_chapter, is_shown
from exporters.facts import Fact
from schema.catalogue.definitions import Metric
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.number_format import tells_value
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
from schema.values.key_words import part_words


@dataclass(frozen=True, slots=True)
class _Entry:
    """A metric that a block shows in a format, under the heading of its group; `drawn` in a chart."""

    metric: Metric
    label: str = ""
    group: Group | None = None
    format: str = ""
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter being planned: what of it the draft prints, and over which years its sheet runs.

    `by_entity` has by metric the format in which each entity's values are printed, by entity and category.
    """

    context: Context
    section: Section
    title: str
    facts: tuple[Fact, ...]
    years: tuple[int, ...]
    formats: Mapping[tuple[str, str], Sequence[str]]
    by_entity: Mapping[str, Mapping[tuple[str, str], str]]

    def prints(self, metric: str, category: str | None = None) -> bool:
        """Whether it prints a value of a metric; with a category only that of this one."""
        if category is None:
            return any(code == metric for code, _ in self.formats)
        return (metric, category) in self.formats

    def format(self, metric: str, category: str, asked: str) -> str:
        """Return in which format it prints the values of a row: in the one asked for, else in its own or the first."""
        printed = self.formats.get((metric, category), (asked,))
        return next((form for form in (asked, "") if form in printed), printed[0])


def with_plan(context: Context, titles: Sequence[str]) -> Context:
    """Return the workbook with one sheet planned per chapter that has data, and what else its formulas need."""
    homes = find_homes(context, titles)
    printed = facts_by_chapter(context.document.facts, context.outline.chapters)
    sheets = [
        _sheet(_chapter(context, chapter, title, printed[chapter.code]), homes)
        for chapter, title in zip(context.outline.chapters, titles, strict=True)
    ]
    kept = tuple(sheet for sheet in sheets if sheet.lines)
    gaps = frozenset(fact.key for fact in context.document.facts if fact.state == "missing")
    planned = replace(context, plan=Plan(kept, _spots(kept), homes, open=gaps))
    return replace(planned, plan=replace(planned.plan, inputs=tuple(inputs(planned))))


def _chapter(context: Context, section: Section, title: str, facts: Sequence[Fact]) -> _Chapter:
    years = {fact.key.period for fact in facts if fact.key.period}
    formats: dict[tuple[str, str], list[str]] = {}
    entities: dict[str, dict[tuple[str, str], str]] = {}
    for fact in facts:
        key, yearly = fact.key, tells_value(fact.format) and not fact.key.span
        if yearly and key.entity and is_shown(context, fact):
            entities.setdefault(key.metric, {}).setdefault((key.entity, key.category), fact.format)
        elif yearly and is_shown(context, fact):
            formats.setdefault((key.metric, key.category), []).append(fact.format)
    return _Chapter(context, section, title, tuple(facts), tuple(sorted({*context.years, *years})), formats, entities)


def _sheet(chapter: _Chapter, homes: Mapping[str, str]) -> DataPlan:
    """Return a chapter's sheet: the metrics that it shows, year by year, and below them what stands in its words."""
    context, keys = chapter.context, frozenset(fact.word_key for fact in chapter.facts)
    heading = chapter.section.title.best(context.language)
    first = DataPlan(chapter.title, heading, chapter.section.code, (), chapter.years, keys)
    first = replace(first, lines=tuple(_chapter_lines(chapter, homes)))
    return replace(first, lines=(*first.lines, *fact_lines(context, first, chapter.facts)))


def _chapter_lines(chapter: _Chapter, homes: Mapping[str, str]) -> Iterator[Line]:
    context, shown = chapter.context, set[str]()
    for section in chapter.section.walk():
        title = section.title.best(context.language)
        entries = [e for e in _entries(context, section) if e.metric.code not in shown and _stands(chapter, e, homes)]
        first = {entry.metric.code: entry for entry in reversed(entries)}
        shown.update(first)
        if first and section is not chapter.section:
            yield Line("section", title, section.level, section=title)
        group: Group | None = None
        for entry in entries:
            if first[entry.metric.code] is not entry:
                continue
            if entry.group is not None and entry.group is not group:
                yield Line("group", entry.group.title.best(context.language), section=title)
            group = entry.group
            lines = _metric_lines(chapter, entry, home=homes[entry.metric.code] == chapter.title)
            yield from (replace(line, section=title) for line in lines)


def _stands(chapter: _Chapter, entry: _Entry, homes: Mapping[str, str]) -> bool:
    """Whether a metric has rows: the chapter prints it; away from home its whole, not only parts of it."""
    code = entry.metric.code
    if entry.drawn:
        return True
    return chapter.prints(code) if homes[code] == chapter.title else chapter.prints(code, "")


def _entries(context: Context, section: Section) -> Iterator[_Entry]:
    """Tables give the order and the wording; callouts, charts and texts add what the tables leave out."""
    for block in sorted(section.blocks, key=rank):
        yield from _block_entries(context, block)


def _block_entries(context: Context, block: Block) -> Iterator[_Entry]:
    match block:
        case TableBlock():
            yield from _table_entries(context, block)
        case CalloutBlock():
            for placement in placements(block):
                yield from _placed(context, placement)
        case ChartBlock():
            for placement in placements(block):
                yield from (replace(entry, drawn=True) for entry in _placed(context, placement))
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
        own = labelled and not (reference.category or reference.entity)
        label = placement.label.best(context.language) if own else ""
        yield _Entry(metric, label, format=" ".join(placement.format.split()))


def _metric_lines(chapter: _Chapter, entry: _Entry, *, home: bool) -> Iterator[Line]:
    context, metric, years = chapter.context, entry.metric, chapter.years
    text, keys = entry.label or context.name(metric), keys_of(metric, "", years)
    form = chapter.format(metric.code, "", entry.format)
    yield Line("metric" if home else "linked", text, metric=metric, keys=keys, format=form)
    for crossing in metric.crossings if home else ():
        yield from _crossing_lines(chapter, replace(entry, format=form), crossing)
    if home:
        yield from _entity_lines(chapter, metric)


def _entity_lines(chapter: _Chapter, metric: Metric) -> Iterator[Line]:
    """Yield a row for each entity of which the chapter prints a value of a metric."""
    context, printed = chapter.context, chapter.by_entity.get(metric.code, {})
    if printed:
        yield Line("crossing", context.say("row.by", name=context.say("row.entity")), metric=metric)
    order = {entity.code: number for number, entity in enumerate(context.catalogue.entities)}
    for (entity, category), form in sorted(printed.items(), key=lambda item: order.get(item[0][0], len(order))):
        keys = tuple(Key(metric.code, year, entity, category) for year in chapter.years)
        text = part_words(keys[0], context.catalogue, context.language)
        yield Line("member", text, 1, metric, category, keys, format=form)


def _crossing_lines(chapter: _Chapter, entry: _Entry, crossing: Sequence[str]) -> Iterator[Line]:
    context, metric = chapter.context, entry.metric
    members = context.members(tuple(crossing))
    keys = [keys_of(metric, member, chapter.years) for member in members]
    if not any(is_known(context, key) for row in keys for key in row):
        return
    yield Line("crossing", context.say("row.by", name=context.crossing(crossing)), metric=metric)
    for member, row in zip(members, keys, strict=True):
        form = chapter.format(metric.code, member, entry.format)
        yield Line("member", context.category(member), 1, metric, member, row, format=form)
    if sums(metric, crossing, context.catalogue):
        by_year = tuple(zip(*keys, strict=True))
        yield Line("sum", context.say("row.total"), 1, metric, members=by_year, format=entry.format)


def _spots(sheets: Sequence[DataPlan]) -> dict[Key, Spot]:
    """Return the cell of every value: where its metric stands, else where a text or another chapter has it."""
    spots: dict[Key, Spot] = {}
    facts: dict[Key, Spot] = {}
    for sheet in sheets:
        for row, line in enumerate(sheet.lines, FIRST_LINE):
            if line.kind in ("metric", "member"):
                for column, key in enumerate(line.keys, FIRST_YEAR):
                    spots.setdefault(key, Spot(sheet.title, column, row))
            for key in line.keys if line.kind in ("fact", "linked") else ():
                facts.setdefault(key, Spot(sheet.title, FIRST_YEAR + sheet.years.index(key.period), row))
    return {**facts, **spots} if facts else spots
