"""Tables and callouts from placements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporters.assembly import breaks
from exporters.assembly.desk import Desk, block_anchor
from exporters.assembly.footnotes import note, restated
from exporters.assembly.numbers import linked, unit_column
from exporters.content import (
    Callout,
    CalloutItem,
    Column,
    Gap,
    Inline,
    Inlines,
    LinkedNumber,
    Row,
    Table,
    Text,
)
from schema.catalogue.definitions import Metric
from schema.catalogue.kinds import PERCENT
from schema.catalogue.outline import CalloutBlock, Group, Placement, Section, TableBlock
from schema.grammar.reference import Key, parse_reference, value_key
from schema.values.display import qualifier_words, resolve_format
from schema.values.listing import category_words
from schema.values.records import metric_of


@dataclass(frozen=True, slots=True)
class Line:
    """One row-to-be: a key of the report's year with the placement that asked for it."""

    key: Key
    placement: Placement
    metric: Metric
    member: bool = False


def lines_of(desk: Desk, placement: Placement) -> tuple[Line, ...]:
    """Return what a placement stands for: one line, or one per member of its breakdown; nothing where unknown."""
    reference = parse_reference(placement.reference)
    metric = metric_of(desk.catalogue, reference.code) if reference else None
    if reference is None or metric is None or not reference.whole:
        return ()
    key = reference.key(desk.outline.year)
    if not reference.wildcard:
        return (Line(key, placement, metric),)
    return tuple(Line(member, placement, metric, True) for member in desk.figures.members(key))


def table_block(desk: Desk, block: TableBlock, section: Section) -> Table:
    """Return a table with as many years as it has data for, newest last."""
    years = _years(desk, block)
    rows = tuple(_rows(desk, block, years, section))
    columns = [
        Column("text", 4.2, desk.say("column.metric")),
        Column("unit", 1.6 if desk.chinese else 2.2, desk.say("column.unit")),
        *(_year_column(desk, year, strong=len(years) > 1) for year in years),
    ]
    if block.change:
        columns.append(Column("number", 1.5, desk.say("column.change")))
    gaps = any(_is_dash(inline) for row in rows for cell in row.cells for inline in cell)
    notes: tuple[Inlines, ...] = ((Text(desk.say("word.no.data")),),) if gaps else ()
    notes += breaks.notes(desk, _series(desk, block, years), marked=True)
    return Table(block.id, desk.words(block.caption), block_anchor(block.id), tuple(columns), rows, notes)


def _series(desk: Desk, block: TableBlock, years: Sequence[int]) -> Iterator[tuple[Metric, list[int]]]:
    """Yield each line's metric with the years that it shows values of."""
    for row in block.rows:
        for line in lines_of(desk, row) if isinstance(row, Placement) else ():
            keys = (replace(line.key, period=year + line.key.period - desk.outline.year) for year in years)
            yield line.metric, list(breaks.shown_years(desk, keys))


def _year_column(desk: Desk, year: int, *, strong: bool) -> Column:
    return Column("number", 1.7, desk.say("word.year", year=str(year)), strong and year == desk.outline.year)


def _is_dash(inline: Inline) -> bool:
    return isinstance(inline, LinkedNumber) and inline.text == "—"


def _years(desk: Desk, block: TableBlock) -> tuple[int, ...]:
    lines = [line for row in block.rows if isinstance(row, Placement) for line in lines_of(desk, row)]
    year = desk.outline.year
    wanted = range(year - block.years + 1, year)
    kept = [
        earlier
        for earlier in wanted
        if any(desk.figures.value(replace(line.key, period=earlier)).value is not None for line in lines)
    ]
    return (*kept, year)


def _rows(desk: Desk, block: TableBlock, years: Sequence[int], section: Section) -> Iterator[Row]:
    metrics = {line.key.metric for row in block.rows if isinstance(row, Placement) for line in lines_of(desk, row)}
    grouped = False
    for row in block.rows:
        if isinstance(row, Group):
            yield Row(((Text(desk.words(row.title)),),), "group")
            grouped = True
            continue
        lines = lines_of(desk, row)
        if not lines:
            yield _unknown(desk, row, len(years) + 1 + block.change, section)
            continue
        if lines[0].member and len(metrics) > 1 and not grouped:
            yield Row(((Text(desk.words(row.label) or desk.words(lines[0].metric.name)),),), "group")
        for number, line in enumerate(lines):
            yield _row(desk, line, block, years, section, first=number == 0)
        grouped = False if not lines[0].member else grouped


def _row(desk: Desk, line: Line, block: TableBlock, years: Sequence[int], section: Section, *, first: bool) -> Row:
    label = (Text(_label(desk, line)), *(_notes(desk, line) if first else ()))
    unit = (Text(unit_column(desk, line.metric, line.placement.format)),)
    cells = [_cell(desk, line, year, section) for year in years]
    if block.change:
        cells.append(_change_cell(desk, line, section))
    kind = "member" if line.member else "plain"
    return Row((label, unit, *cells), kind)


def _cell(desk: Desk, line: Line, year: int, section: Section) -> Inlines:
    """Return a value's cell; an earlier year without data is a dash and asks nobody."""
    offset = line.key.period - desk.outline.year
    key = replace(line.key, period=year + offset)
    if year != desk.outline.year and desk.figures.value(key).kind == "missing":
        return (_dash(desk, key, line.placement.format),)
    shown = linked(desk, key, line.placement.format, section)
    _, _, behind = qualifier_words(desk.figures.value(key).qualifier, desk.language)
    words = (Text(behind),) if behind and shown.after.endswith(behind) else ()
    return (shown.number, *words, *breaks.mark(desk, key), *restated(desk, key))


def _dash(desk: Desk, key: Key, format_text: str) -> LinkedNumber:
    reference = key.canonical()
    identity = value_key(reference, format_text)
    return LinkedNumber(reference, format_text, identity, "", "—", "", desk.name(key), "omission")


def _change_cell(desk: Desk, line: Line, section: Section) -> Inlines:
    """Return the change with its sign: in percent, for percentages in points; a dash where last year is missing."""
    form = resolve_format(line.metric, desk.catalogue, line.placement.format)
    points = (form.unit or line.metric.unit) == PERCENT
    format_text = "change" if points else "change%"
    if (broken := breaks.no_comparison(desk, line.key, format_text)) is not None:
        return (broken,)
    if desk.figures.change(line.key) is None or (not points and desk.figures.change_percent(line.key) is None):
        return (_dash(desk, line.key, format_text),)
    shown = linked(desk, line.key, format_text, section)
    sign = "-" if shown.number.raw.startswith("-") else "+" if shown.number.raw != "0" else ""
    parts = (Text(sign), shown.number, Text(shown.after))
    return tuple(part for part in parts if not isinstance(part, Text) or part.text)


def _label(desk: Desk, line: Line) -> str:
    label = desk.words(line.placement.label)
    if line.member:
        return category_words(line.key.category, desk.catalogue, desk.language)
    return label or desk.name(line.key)


def _notes(desk: Desk, line: Line) -> Inlines:
    """Return the footnotes of a line: what its placement says, and the metric's definition once.

    A release has its definitions in the notes to editors.
    """
    found: list[Inline] = []
    define = line.placement.define and desk.outline.form == "report"
    if define and line.metric.code not in desk.notes.defined:
        desk.notes.defined.add(line.metric.code)
        definition = desk.words(line.metric.definition)
        if definition:
            found.append(note(desk, definition))
    own = desk.words(line.placement.footnote)
    if own:
        found.append(note(desk, own))
    return tuple(found)


def _unknown(desk: Desk, placement: Placement, cells: int, section: Section) -> Row:
    gap = _open_unknown(desk, placement, section)
    return Row(((gap,), *([()] * cells)))


def _open_unknown(desk: Desk, placement: Placement, section: Section) -> Gap:
    text = desk.say("word.gap.reference", written=placement.reference)
    desk.open(section, text, desk.department(section.department or desk.outline.department))
    return Gap(text, desk.say("word.ask.reference", written=placement.reference))


def callout_block(desk: Desk, block: CalloutBlock, section: Section) -> Callout:
    """Return large numbers with their labels."""
    for item in block.items:
        if not lines_of(desk, item):
            _open_unknown(desk, item, section)
    items = tuple(_item(desk, line, section) for item in block.items for line in lines_of(desk, item))
    return Callout(block.id, block_anchor(block.id), desk.words(block.title), items)


def _item(desk: Desk, line: Line, section: Section) -> CalloutItem:
    shown = linked(desk, line.key, line.placement.format, section)
    label = desk.words(line.placement.label)
    if line.member:
        member = category_words(line.key.category, desk.catalogue, desk.language)
        label = f"{label} · {member}" if label else member
    words = (Text(label or desk.name(line.key)), *_notes(desk, line), *restated(desk, line.key))
    return CalloutItem(shown.number, shown.after, words, shown.before)
