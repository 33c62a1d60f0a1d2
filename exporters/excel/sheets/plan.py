"""What stands where: the lines of every data sheet, and the cell of every value, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from exporters.excel.sheets.context import Context, sums
from exporters.excel.sheets.homes import BLOCK_ORDER, find_homes, has_words, text_references
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Placement,
    Section,
    TableBlock,
    placements,
)
from schema.grammar.reference import Key, parse_reference

LineKind = Literal["section", "group", "metric", "linked", "crossing", "member", "sum"]
FIRST_LINE = 4
FIRST_YEAR = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a data sheet: `keys` are those of its values, year by year.

    A sum adds up the `members` lines right above it.
    """

    kind: LineKind
    text: str = ""
    level: int = 0
    metric: Metric | None = None
    category: str = ""
    keys: tuple[Key, ...] = ()
    members: int = 0


@dataclass(frozen=True, slots=True)
class DataPlan:
    """One data sheet: its lines stand from row FIRST_LINE on, its years from column FIRST_YEAR on."""

    title: str
    heading: str
    code: str
    lines: tuple[Line, ...]
    years: tuple[int, ...]
    keys: frozenset[Key] | None = None

    def holds(self, key: Key) -> bool:
        """Whether a value stands at this key (a sheet of inputs holds only some)."""
        return self.keys is None or key in self.keys


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """The cell of a value: sheet, column and row (from 1)."""

    sheet: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All data sheets and the spot of every value in them."""

    sheets: tuple[DataPlan, ...]
    spots: dict[Key, Spot] = field(default_factory=dict[Key, Spot])
    home: dict[str, str] = field(default_factory=dict[str, str])


def make_plan(context: Context, titles: Sequence[str], inputs_title: str) -> Plan:
    """Plan one sheet per chapter that has data, and one of inputs that stand in no chapter."""
    plan = Plan((), home=find_homes(context, titles))
    sheets: list[DataPlan] = []
    for chapter, title in zip(context.outline.chapters, titles, strict=True):
        lines = tuple(_chapter_lines(context, chapter, title, plan))
        if lines:
            heading = chapter.title.best(context.language)
            sheets.append(DataPlan(title, heading, chapter.code, lines, context.years))
            _spots(sheets[-1], plan.spots)
    if inputs := _inputs(context, plan, inputs_title):
        sheets.append(inputs)
    return replace(plan, sheets=tuple(sheets))


def _chapter_lines(context: Context, chapter: Section, title: str, plan: Plan) -> Iterator[Line]:
    done: set[str] = set()
    for section in chapter.walk():
        lines = list(_section_lines(context, section, title, plan, done))
        if lines:
            if section is not chapter:
                yield Line("section", section.title.best(context.language), section.level)
            yield from lines


def _section_lines(context: Context, section: Section, title: str, plan: Plan, done: set[str]) -> Iterator[Line]:
    for block in _tables_first(section):
        found: list[Line] = []
        if isinstance(block, TableBlock):
            found = list(_table_lines(context, block, title, plan, done))
        elif isinstance(block, CalloutBlock | ChartBlock):
            items = placements(block)
            found = [line for item in items for line in _placed(context, item, title, plan, done, label=False)]
        elif has_words(block):
            found = list(_text_lines(context, block, title, plan, done))
        yield from found


def _tables_first(section: Section) -> list[Block]:
    """Tables give the order and the wording; callouts, charts and texts add what the tables leave out."""
    return sorted(section.blocks, key=lambda block: BLOCK_ORDER.index(type(block)))


def _table_lines(context: Context, block: TableBlock, title: str, plan: Plan, done: set[str]) -> Iterator[Line]:
    group: Line | None = None
    for row in block.rows:
        if not isinstance(row, Placement):
            group = Line("group", row.title.best(context.language))
            continue
        lines = list(_placed(context, row, title, plan, done, label=True))
        if lines and group is not None:
            yield group
            group = None
        yield from lines


def _text_lines(context: Context, block: Block, title: str, plan: Plan, done: set[str]) -> Iterator[Line]:
    for reference in text_references(context, block):
        metric = context.catalogue.metrics.get(reference.code)
        if metric is not None:
            yield from _metric_lines(context, metric, "", title, plan, done)


def _placed(
    context: Context, placement: Placement, title: str, plan: Plan, done: set[str], *, label: bool
) -> Iterator[Line]:
    reference = parse_reference(placement.reference)
    metric = context.catalogue.metrics.get(reference.code) if reference else None
    if reference is None or metric is None or not reference.whole:
        return
    wording = placement.label.best(context.language) if label and not reference.category else ""
    yield from _metric_lines(context, metric, wording, title, plan, done)


def _metric_lines(
    context: Context, metric: Metric, label: str, title: str, plan: Plan, done: set[str]
) -> Iterator[Line]:
    if metric.code in done:
        return
    done.add(metric.code)
    text = label or context.name(metric)
    if plan.home[metric.code] != title:
        yield Line("linked", text, metric=metric, keys=_keys(metric, "", context.years))
        return
    yield Line("metric", text, metric=metric, keys=_keys(metric, "", context.years))
    for crossing in metric.crossings:
        yield from _crossing_lines(context, metric, crossing)


def _crossing_lines(context: Context, metric: Metric, crossing: Sequence[str]) -> Iterator[Line]:
    members = context.members(tuple(crossing))
    keys = [_keys(metric, member, context.years) for member in members]
    if not any(_known(context, key) for row in keys for key in row):
        return
    yield Line("crossing", context.say("row.by", name=context.crossing(crossing)), metric=metric)
    for member, row in zip(members, keys, strict=True):
        yield Line("member", context.category(member), 1, metric, member, row)
    if sums(metric, crossing, context.catalogue):
        yield Line("sum", context.say("row.total"), 1, metric, members=len(members))


def _known(context: Context, key: Key) -> bool:
    return key in context.snapshot.points or context.figures.value(key).value is not None


def _spots(sheet: DataPlan, spots: dict[Key, Spot]) -> None:
    for row, line in enumerate(sheet.lines, FIRST_LINE):
        for column, key in enumerate(line.keys, FIRST_YEAR):
            if line.kind != "linked" and sheet.holds(key):
                spots.setdefault(key, Spot(sheet.title, column, row))


def _keys(metric: Metric, category: str, years: Iterable[int]) -> tuple[Key, ...]:
    return tuple([Key(metric.code, year, "", category) for year in years])


def _inputs(context: Context, plan: Plan, title: str) -> DataPlan | None:
    """Gather what formulas, charts and texts need and no chapter holds, until nothing is lacking."""
    found: dict[Key, None] = {}
    found.update((key, None) for key in _asked(context) if key not in plan.spots)
    queue = [*plan.spots, *found]
    while queue:
        key = queue.pop()
        for target in needs(context, key):
            if target not in plan.spots and target not in found:
                found[target] = None
                queue.append(target)
    if not found:
        return None
    years = tuple(sorted({key.period for key in found}))
    order = {code: number for number, code in enumerate(context.catalogue.metrics)}
    rows = sorted({(order.get(key.metric, len(order)), key.metric, key.category) for key in found})
    lines = tuple(_input_line(context, code, category, years) for _, code, category in rows)
    sheet = DataPlan(title, context.say("sheet.inputs"), "", lines, years, frozenset(found))
    _spots(sheet, plan.spots)
    return sheet


def _input_line(context: Context, code: str, category: str, years: Iterable[int]) -> Line:
    metric = context.catalogue.metrics[code]
    kind: LineKind = "member" if category else "metric"
    return Line(kind, context.label(Key(code, 0, "", category)), 0, metric, category, _keys(metric, category, years))


def _asked(context: Context) -> Iterator[Key]:
    """Yield the keys that charts and texts of the outline mean, beyond the years shown."""
    year = context.outline.year
    for section in context.outline.walk():
        for block in section.blocks:
            if has_words(block):
                keys = [reference.key(year) for reference in text_references(context, block)]
                yield from (key for key in keys if _known_metric(context, key) and _known(context, key))
            elif isinstance(block, ChartBlock):
                yield from chart_keys(context, block)


def chart_keys(context: Context, block: ChartBlock) -> Iterator[Key]:
    """Yield the keys of a chart that have something to show."""
    for placement in block.series:
        reference = parse_reference(placement.reference)
        if reference is None or not reference.whole or reference.code not in context.catalogue.metrics:
            continue
        key = reference.key(context.outline.year)
        years = range(key.period - block.years + 1, key.period + 1)
        for member in context.figures.members(key) if reference.wildcard else (key,):
            keys = (replace(member, period=year) for year in years)
            yield from (key for key in keys if _known(context, key))


def _known_metric(context: Context, key: Key) -> bool:
    return key.metric in context.catalogue.metrics and "*" not in key.category and key.whole


def needs(context: Context, key: Key) -> tuple[Key, ...]:
    """Return the keys that the cell at `key` refers to: inputs of its formula, or parts of its total."""
    metric = context.catalogue.metrics[key.metric]
    if metric.formula is not None:
        if key.period not in context.years and context.figures.value(key).value is None:
            return ()  # a chain of earlier years ends where nothing is known
        targets = (context.figures.targets(ref, key) for ref in metric.formula.references())
        # A number of a record stands on the sheet of records, or in the formula itself.
        return tuple(dict.fromkeys(t for found in targets for t in found if t.metric in context.catalogue.metrics))
    return total_parts(context, key, metric)


def total_parts(context: Context, key: Key, metric: Metric) -> tuple[Key, ...]:
    """Return the parts whose sum stands at `key`: those of its total, or of the first crossing that has data."""
    result = context.figures.value(key)
    if result.total:
        return result.inputs
    if result.kind != "missing":
        return ()
    for crossing in metric.crossings:
        parts = context.figures.parts(key, metric, crossing)
        if any(part in context.snapshot.points for part in parts):
            return parts
    return ()
