"""Tables and callouts from placements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporters.assembly import breaks
from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.changes import change_of, not_meaningful, untold_notes
from exporters.assembly.changes import notes as incomparable_notes
from exporters.assembly.entity_columns import entity_columns, is_asked
from exporters.assembly.footnotes import definition_note, note, value_notes
from exporters.assembly.gaps import reference_gap
from exporters.assembly.kpi_rows import kpi_rows
from exporters.assembly.linked_text import with_words
from exporters.assembly.numbers import Shown, linked, unit_column
from exporters.assembly.table_beside import beside_cell, beside_columns, beside_head
from exporters.assembly.table_lines import Line, lines_of
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
from schema.catalogue.entities import COMPANY
from schema.catalogue.kinds import PERCENT
from schema.catalogue.number_format import SHARE
from schema.catalogue.outline import CalloutBlock, Group, Placement, TableBlock
from schema.grammar.reference import Key, value_key
from schema.grammar.spacing import closed_up
from schema.values.comparison import Comparison
from schema.values.display import qualifier_words, resolve_format
from schema.values.key_words import entity_words, part_words
from schema.values.period_words import period_words, span_words

_MANY = 5  # so many columns of numbers have room for whole heads
_BARE = (" units", " unit")  # what counts in Chinese (个) and has no word in English


# A column: the year, or a part of it, or an entity in it.
Place = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table being filled: its block and rows, the years or parts of one that it shows, and the columns behind."""

    assembly: Assembly
    block: TableBlock
    rows: tuple[Placement | Group, ...]
    columns: tuple[Place, ...]
    beside: tuple[str, ...]

    @property
    def units_beside(self) -> bool:
        """Whether units stand at the numbers: a press release is read, and its few rows have units of their own."""
        return self.assembly.outline.form == "release"

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years that it shows anything of."""
        return tuple(dict.fromkeys(column[0] for column in self.columns))

    def key(self, line: Line, column: Place) -> Key:
        """Return where the value of a line stands that belongs into a column."""
        year, span, entity = column
        period, own = year + line.key.period - self.assembly.year, line.key
        return replace(own, period=period, span=span or own.span, entity=entity or own.entity)

    def asked(self, line: Line, column: Place) -> bool:
        """Whether somebody is asked for what stands in a column; an earlier year is there for comparison."""
        if column[:2] != (self.assembly.year, ""):
            return False
        return line.asked and is_asked(self.assembly, line.metric, column[2])

    def lines(self, row: Placement) -> tuple[Line, ...]:
        """Return what a row stands for; a table of all indicators asks for none of them again."""
        lines = lines_of(self.assembly, row)
        return tuple(replace(line, asked=False) for line in lines) if self.block.kpis else lines

    @property
    def every(self) -> list[Line]:
        """Return the lines of all rows."""
        return [line for row in self.rows if isinstance(row, Placement) for line in self.lines(row)]


def table_block(assembly: Assembly, block: TableBlock) -> Table:
    """Return a table with as many years as it has data for, newest last."""
    rows = kpi_rows(assembly, block.years) if block.kpis else block.rows
    lines = _Sheet(assembly, block, rows, (), ()).every
    beside = beside_columns(assembly, lines, scope=block.kpis)
    told = replace(block, change=(block.change or block.kpis) and _changes(assembly, lines))
    sheet = _Sheet(assembly, told, rows, _shown(assembly, lines, block), beside)
    made = tuple(_rows(sheet))
    caption, anchor = assembly.words(block.caption), block_anchor(block.id)
    wide = block.kpis or len(sheet.columns) > _MANY
    return Table(block.id, caption, anchor, _columns(sheet), made, _table_notes(sheet, lines, made), wide=wide)


def _table_notes(sheet: _Sheet, lines: Sequence[Line], rows: Sequence[Row]) -> tuple[Inlines, ...]:
    """Return what is to be said below: what a dash means, years that do not count the same, changes without meaning."""
    assembly = sheet.assembly
    gaps = any(_is_dash(inline) for row in rows for cell in row.cells for inline in cell)
    notes: tuple[Inlines, ...] = ((Text(assembly.say("word.no.data")),),) if gaps else ()
    notes += breaks.notes(assembly, _series(sheet, lines), marked=True)
    notes += tuple(incomparable_notes(assembly, _comparisons(sheet, lines)))
    return notes + tuple(
        untold_notes(assembly, (sheet.key(line, column) for line in lines for column in sheet.columns))
    )


def _changes(assembly: Assembly, lines: Sequence[Line]) -> bool:
    """Whether a column of changes has anything to tell: one that would be empty falls out."""
    told = (change_of(assembly, line.key, line.metric, _change_format(assembly, line)).comparison for line in lines)
    return any(comparison.not_meaningful or comparison.value is not None for comparison in told)


def _columns(sheet: _Sheet) -> tuple[Column, ...]:
    assembly, several = sheet.assembly, len(sheet.columns) > 1
    titles = [(column, _title(sheet, column)) for column in sheet.columns]
    width = 2.6 if sheet.units_beside else 1.7 if len(titles) <= _MANY else 1.5
    unit = Column("unit", 1.6 if assembly.chinese else 2.2, assembly.say("column.unit"))
    columns = [
        Column("text", 4.2, assembly.say("column.metric")),
        *(() if sheet.units_beside else (unit,)),
        *(Column("number", width, title, several and column == (assembly.year, "", "")) for column, title in titles),
    ]
    if sheet.block.change:
        columns.append(Column("number", 2.0, assembly.say("column.change")))
    return (*columns, *(beside_head(assembly, code) for code in sheet.beside))


def _title(sheet: _Sheet, column: Place) -> str:
    """Return a column's head. Many parts of a year, or of one that has a long name, leave that to the year's own."""
    assembly, (year, span, entity) = sheet.assembly, column
    if sheet.block.by_entity:
        company = assembly.words(assembly.catalogue.company.short)
        return closed_up(entity_words(entity, assembly.catalogue, assembly.language)) or company
    if span and (len(sheet.columns) > _MANY or not assembly.catalogue.company.fiscal.calendar):
        return closed_up(span_words(span, assembly.catalogue, assembly.language))
    return closed_up(period_words(year, span, assembly.catalogue, assembly.language))


def _series(sheet: _Sheet, lines: Sequence[Line]) -> Iterator[tuple[Metric, list[int]]]:
    """Yield each line's metric with the years that it shows values of."""
    for line in lines:
        keys = (sheet.key(line, column) for column in sheet.columns)
        yield line.metric, list(breaks.shown_years(sheet.assembly, keys))


def _is_dash(inline: Inline) -> bool:
    return isinstance(inline, LinkedNumber) and inline.text == "—"


def _shown(assembly: Assembly, lines: Sequence[Line], block: TableBlock) -> tuple[Place, ...]:
    """Return the columns: entities or parts of the report's year and the whole, else the years that have data."""
    if block.by_entity:
        return tuple((assembly.year, "", entity) for entity in (*entity_columns(assembly, lines), COMPANY))
    if block.spans:
        spans = assembly.catalogue.company.fiscal.spans(block.spans)
        return tuple((assembly.year, span, "") for span in (*spans, ""))
    return tuple((year, "", "") for year in _years(assembly, lines, block.years))


def _years(assembly: Assembly, lines: Sequence[Line], years: int) -> tuple[int, ...]:
    figures, year = assembly.figures, assembly.year
    kept = (
        earlier
        for earlier in range(year - years + 1, year)
        if any(figures.value(replace(line.key, period=earlier)).value is not None for line in lines)
    )
    return (*kept, year)


def _rows(sheet: _Sheet) -> Iterator[Row]:
    assembly, grouped = sheet.assembly, False
    several = len({line.key.metric for line in sheet.every}) > 1
    for row in sheet.rows:
        if isinstance(row, Group):
            yield _group(assembly.words(row.title))
            grouped = True
            continue
        lines = sheet.lines(row)
        if lines and lines[0].member and several and not grouped:
            yield _group(assembly.words(row.label) or assembly.words(lines[0].metric.name))
        yield from _placed_rows(sheet, row, lines)
        grouped = grouped and bool(not lines or lines[0].member)


def _group(title: str) -> Row:
    return Row(((Text(title),),), "group")


def _placed_rows(sheet: _Sheet, placement: Placement, lines: Sequence[Line]) -> Iterator[Row]:
    if not lines:
        empty = len(sheet.columns) + (not sheet.units_beside) + sheet.block.change + len(sheet.beside)
        yield Row(((reference_gap(sheet.assembly, placement.reference),), *([()] * empty)))
    for number, line in enumerate(lines):
        told = number or sheet.block.kpis  # a table of all indicators says it in a column
        yield _row(sheet, line, () if told else _notes(sheet.assembly, line))


def _row(sheet: _Sheet, line: Line, notes: Inlines) -> Row:
    assembly = sheet.assembly
    unit = (Text(unit_column(assembly, line.metric, line.placement.format)),)
    cells = [] if sheet.units_beside else [unit]
    cells += [_cell(sheet, line, column) for column in sheet.columns]
    if sheet.block.change:
        cells.append(_change_cell(assembly, line))
    cells += [beside_cell(assembly, line, code) for code in sheet.beside]
    return Row(((Text(_label(assembly, line)), *notes), *cells), "member" if line.member else "plain")


def _cell(sheet: _Sheet, line: Line, column: Place) -> Inlines:
    """Return a value's cell; what nobody is asked for is a dash: an earlier year without data."""
    assembly, key = sheet.assembly, sheet.key(line, column)
    asked = sheet.asked(line, column)
    if not asked and assembly.figures.value(key).kind == "missing":
        return (_dash(assembly, key, line.placement.format),)
    shown = linked(assembly, key, line.placement.format)
    ahead, inside, behind = qualifier_words(assembly.figures.value(key).qualifier, assembly.language)
    before = ahead if ahead and shown.before.startswith(ahead) else ""
    after = inside if inside and inside in shown.after else behind if shown.after.endswith(behind) else ""
    if sheet.units_beside:
        before, after = shown.before, shown.after
    words = with_words((Text(before), shown.number, Text(after), *_share(sheet, key)))
    return (*words, *breaks.mark(assembly, key), *value_notes(assembly, key))


def _share(sheet: _Sheet, key: Key) -> Inlines:
    """Return the share of the whole that stands behind a part of a breakdown, in brackets."""
    assembly = sheet.assembly
    if not sheet.block.share or not key.category or assembly.figures.value(key).value is None:
        return ()
    metric = assembly.catalogue.metrics.get(key.metric)
    if metric is None or metric.traits.labelled or metric.in_percent:
        return ()
    number = linked(assembly, key, SHARE).number
    if number.state == "missing":  # the whole is asked for in its own row
        return ()
    before, after = ("（", "）") if assembly.chinese else (" (", ")")
    return Text(before), number, Text(after)


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


def _comparisons(sheet: _Sheet, lines: Sequence[Line]) -> Iterator[Comparison]:
    for line in lines if sheet.block.change else ():
        yield change_of(sheet.assembly, line.key, line.metric, _change_format(sheet.assembly, line)).comparison


def _label(assembly: Assembly, line: Line) -> str:
    if line.member:
        return part_words(line.key, assembly.catalogue, assembly.language)
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
        member = part_words(line.key, assembly.catalogue, assembly.language)
        label = f"{label} · {member}" if label else member
    words = (Text(label or assembly.name(line.key)), *_notes(assembly, line), *value_notes(assembly, line.key))
    return CalloutItem(shown.number, _counted(shown.after), words, shown.before)


def _counted(unit: str) -> str:
    """Return a unit beside a large number: one that says no more than that things are counted falls out."""
    return next((unit.removesuffix(word) for word in _BARE if unit.endswith(word)), unit)
