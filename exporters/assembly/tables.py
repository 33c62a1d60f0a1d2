"""Tables and callouts from placements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporters.assembly import breaks
from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.changes import change_of, not_meaningful, untold_notes
from exporters.assembly.changes import notes as incomparable_notes
from exporters.assembly.footnotes import definition_note, note, value_notes
from exporters.assembly.gaps import reference_gap
from exporters.assembly.linked_text import with_words
from exporters.assembly.numbers import Shown, linked, unit_column
from exporters.content import (
    Callout,
    CalloutItem,
    Column,
    Footnote,
    Inline,
    Inlines,
    LinkedNumber,
    Row,
    Table,
    Text,
)
from schema.catalogue.definitions import Metric
from schema.catalogue.kinds import PERCENT
from schema.catalogue.outline import CalloutBlock, Group, Placement, TableBlock
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, parse_reference, value_key
from schema.validation.blanks import is_complete
from schema.values.comparison import Comparison
from schema.values.display import qualifier_words, resolve_format
from schema.values.key_words import cut_words


@dataclass(frozen=True, slots=True)
class Line:
    """One row-to-be: a key of the report's year with the placement that asked for it.

    Nobody is asked for a `member` of a breakdown that need not cover the whole, where others are there.
    """

    key: Key
    placement: Placement
    metric: Metric
    member: bool = False
    asked: bool = True


def lines_of(assembly: Assembly, placement: Placement) -> tuple[Line, ...]:
    """Return what a placement stands for: one line, or one per member of its breakdown; nothing where unknown."""
    reference = parse_reference(placement.reference)
    metric = metric_of(assembly.catalogue, reference.code) if reference else None
    if reference is None or metric is None or not reference.whole:
        return ()
    key = reference.key(assembly.year)
    if not reference.wildcard:
        return (Line(key, placement, metric),)
    members = assembly.figures.members(key)
    present = [assembly.figures.value(member).kind != "missing" for member in members]
    asked = not any(present) or is_complete(key, assembly.figures)
    return tuple(Line(m, placement, metric, True, asked or there) for m, there in zip(members, present, strict=True))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table being filled: its block and the years that it shows, newest last."""

    assembly: Assembly
    block: TableBlock
    years: tuple[int, ...]

    @property
    def units_beside(self) -> bool:
        """Whether units stand at the numbers: a press release is read, and its few rows have units of their own."""
        return self.assembly.outline.form == "release"

    def key(self, line: Line, year: int) -> Key:
        """Return where the value of a line stands that belongs under a year."""
        return replace(line.key, period=year + line.key.period - self.assembly.year)


def table_block(assembly: Assembly, block: TableBlock) -> Table:
    """Return a table with as many years as it has data for, newest last."""
    sheet = _Sheet(assembly, replace(block, change=_changes(assembly, block)), _years(assembly, block))
    rows = tuple(_rows(sheet))
    gaps = any(_is_dash(inline) for row in rows for cell in row.cells for inline in cell)
    notes: tuple[Inlines, ...] = ((Text(assembly.say("word.no.data")),),) if gaps else ()
    notes += breaks.notes(assembly, _series(sheet), marked=True)
    notes += tuple(incomparable_notes(assembly, _comparisons(sheet)))
    shown = (sheet.key(line, year) for line in _lines(assembly, sheet.block) for year in sheet.years)
    notes += tuple(untold_notes(assembly, shown))
    return Table(block.id, assembly.words(block.caption), block_anchor(block.id), _columns(sheet), rows, notes)


def _changes(assembly: Assembly, block: TableBlock) -> bool:
    """Whether a column of changes has anything to tell: one that would be empty falls out."""
    lines = _lines(assembly, block) if block.change else ()
    told = (change_of(assembly, line.key, line.metric, _change_format(assembly, line)).comparison for line in lines)
    return any(comparison.not_meaningful or comparison.value is not None for comparison in told)


def _columns(sheet: _Sheet) -> tuple[Column, ...]:
    assembly, several = sheet.assembly, len(sheet.years) > 1
    titles = [(year, assembly.say("word.year", year=str(year))) for year in sheet.years]
    unit = Column("unit", 1.6 if assembly.chinese else 2.2, assembly.say("column.unit"))
    columns = [
        Column("text", 4.2, assembly.say("column.metric")),
        *(() if sheet.units_beside else (unit,)),
        *(Column("number", 1.7, title, several and year == assembly.year) for year, title in titles),
    ]
    if sheet.block.change:
        columns.append(Column("number", 1.5, assembly.say("column.change")))
    return tuple(columns)


def _series(sheet: _Sheet) -> Iterator[tuple[Metric, list[int]]]:
    """Yield each line's metric with the years that it shows values of."""
    for line in _lines(sheet.assembly, sheet.block):
        keys = (sheet.key(line, year) for year in sheet.years)
        yield line.metric, list(breaks.shown_years(sheet.assembly, keys))


def _lines(assembly: Assembly, block: TableBlock) -> list[Line]:
    return [line for row in block.rows if isinstance(row, Placement) for line in lines_of(assembly, row)]


def _is_dash(inline: Inline) -> bool:
    return isinstance(inline, LinkedNumber) and inline.text == "—"


def _years(assembly: Assembly, block: TableBlock) -> tuple[int, ...]:
    lines, figures, year = _lines(assembly, block), assembly.figures, assembly.year
    wanted = range(year - block.years + 1, year)
    kept = (
        earlier
        for earlier in wanted
        if any(figures.value(replace(line.key, period=earlier)).value is not None for line in lines)
    )
    return (*kept, year)


def _rows(sheet: _Sheet) -> Iterator[Row]:
    assembly, grouped = sheet.assembly, False
    several = len({line.key.metric for line in _lines(assembly, sheet.block)}) > 1
    for row in sheet.block.rows:
        if isinstance(row, Group):
            yield _group(assembly.words(row.title))
            grouped = True
            continue
        lines = lines_of(assembly, row)
        if lines and lines[0].member and several and not grouped:
            yield _group(assembly.words(row.label) or assembly.words(lines[0].metric.name))
        yield from _placed_rows(sheet, row, lines)
        grouped = grouped and bool(not lines or lines[0].member)


def _group(title: str) -> Row:
    return Row(((Text(title),),), "group")


def _placed_rows(sheet: _Sheet, placement: Placement, lines: Sequence[Line]) -> Iterator[Row]:
    if not lines:
        empty = len(sheet.years) + (not sheet.units_beside) + sheet.block.change
        yield Row(((reference_gap(sheet.assembly, placement.reference),), *([()] * empty)))
    for number, line in enumerate(lines):
        yield _row(sheet, line, _notes(sheet.assembly, line) if number == 0 else ())


def _row(sheet: _Sheet, line: Line, notes: Inlines) -> Row:
    assembly = sheet.assembly
    unit = (Text(unit_column(assembly, line.metric, line.placement.format)),)
    cells = [] if sheet.units_beside else [unit]
    cells += [_cell(sheet, line, year) for year in sheet.years]
    if sheet.block.change:
        cells.append(_change_cell(assembly, line))
    return Row(((Text(_label(assembly, line)), *notes), *cells), "member" if line.member else "plain")


def _cell(sheet: _Sheet, line: Line, year: int) -> Inlines:
    """Return a value's cell; what nobody is asked for is a dash: an earlier year without data."""
    assembly, key = sheet.assembly, sheet.key(line, year)
    asked = year == assembly.year and line.asked
    if not asked and assembly.figures.value(key).kind == "missing":
        return (_dash(assembly, key, line.placement.format),)
    shown = linked(assembly, key, line.placement.format)
    ahead, inside, behind = qualifier_words(assembly.figures.value(key).qualifier, assembly.language)
    before = ahead if ahead and shown.before.startswith(ahead) else ""
    after = inside if inside and inside in shown.after else behind if shown.after.endswith(behind) else ""
    if sheet.units_beside:
        before, after = shown.before, shown.after
    words = with_words((Text(before), shown.number, Text(after)))
    return (*words, *breaks.mark(assembly, key), *value_notes(assembly, key))


def _dash(assembly: Assembly, key: Key, format_text: str) -> LinkedNumber:
    reference = key.canonical()
    identity = value_key(reference, format_text)
    return LinkedNumber(reference, format_text, identity, "", "—", "", assembly.name(key), "omission")


def _change_cell(assembly: Assembly, line: Line) -> Inlines:
    """Return the change with its sign: in percent, for percentages in points; a dash where last year is missing."""
    format_text = _change_format(assembly, line)
    comparison = change_of(assembly, line.key, line.metric, format_text).comparison
    if comparison.not_meaningful:
        return (not_meaningful(assembly, comparison, format_text),)
    if comparison.value is None:
        return (_dash(assembly, line.key, format_text),)
    shown = linked(assembly, line.key, format_text)
    sign = "-" if comparison.value < 0 else "+" if comparison.value else ""
    return with_words((Text(sign), shown.number, Text(shown.after)))


def _change_format(assembly: Assembly, line: Line) -> str:
    form = resolve_format(line.metric, assembly.catalogue, line.placement.format)
    return "change" if (form.unit or line.metric.unit) == PERCENT else "change%"


def _comparisons(sheet: _Sheet) -> Iterator[Comparison]:
    for line in _lines(sheet.assembly, sheet.block) if sheet.block.change else ():
        yield change_of(sheet.assembly, line.key, line.metric, _change_format(sheet.assembly, line)).comparison


def _label(assembly: Assembly, line: Line) -> str:
    if line.member:
        return cut_words(line.key.category, assembly.catalogue, assembly.language)
    return assembly.words(line.placement.label) or assembly.name(line.key)


def _notes(assembly: Assembly, line: Line) -> tuple[Footnote, ...]:
    """Return the footnotes of a line: the metric's definition, and what its placement says."""
    definition = definition_note(assembly, line.metric) if line.placement.define else ()
    own = assembly.words(line.placement.footnote)
    return (*definition, note(own)) if own else definition


def callout_block(assembly: Assembly, block: CalloutBlock) -> Callout:
    """Return large numbers with their labels."""
    items = tuple(_item(assembly, line) for item in block.items for line in lines_of(assembly, item))
    return Callout(block.id, block_anchor(block.id), assembly.words(block.title), items)


def _item(assembly: Assembly, line: Line) -> CalloutItem:
    shown = linked(assembly, line.key, line.placement.format)
    if not line.asked:
        shown = Shown(_dash(assembly, line.key, line.placement.format))
    label = assembly.words(line.placement.label)
    if line.member:
        member = cut_words(line.key.category, assembly.catalogue, assembly.language)
        label = f"{label} · {member}" if label else member
    words = (Text(label or assembly.name(line.key)), *_notes(assembly, line), *value_notes(assembly, line.key))
    return CalloutItem(shown.number, shown.after, words, shown.before)
