"""The form of a section on paper: what it asks for with units and last year, empty or with what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.document import document_look, section_heading
from exporters.assembly.excerpt import placed_parts
from exporters.assembly.numbers import linked, unit_column
from exporters.assembly.record_fields import Fields
from exporters.assembly.record_set import RecordSet, record_set
from exporters.assembly.record_table import table as record_table
from exporters.assembly.table_lines import Line, lines_of
from exporters.assembly.text import text_blocks
from exporters.content import Block, Column, Inlines, Paragraph, Row, Table, Text
from exporters.excerpt import Excerpt, ExcerptBlock
from schema.catalogue.definitions import RecordColumn
from schema.catalogue.outline import Block as PlannedBlock
from schema.catalogue.outline import (
    CalloutBlock,
    ChartBlock,
    DiagramBlock,
    ImageBlock,
    IndexBlock,
    MatrixBlock,
    Placement,
    QuestionnaireBlock,
    RecordsBlock,
    TableBlock,
    TextBlock,
)
from schema.grammar.reference import Key
from schema.grammar.words import NO_WORDS
from schema.moment import Moment
from schema.values.datapoint import Record
from schema.values.record_places import block_rows

_LINES = 6  # to write on, of an empty text
_ROWS = 4  # to write in, of a list
_MOST_COLUMNS = 5  # of a list that is a table
_EMPTY: Inlines = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """A form being put together; what was asked once is not asked again."""

    assembly: Assembly
    filled: bool
    asked: set[Key]


def build_form(moment: Moment, report: str, language: str, sections: Collection[str], *, filled: bool) -> Excerpt:
    """Return the forms of sections (codes) as blocks; KeyError where there is no such report."""
    assembly = Assembly(moment, moment.outline(report), language)
    company, outline = moment.catalogue.company, assembly.outline
    form, blocks = _Form(assembly, filled, set()), list[ExcerptBlock]()
    for part in placed_parts(assembly, sections):
        blocks.append(ExcerptBlock(section_heading(part), part.section.code, ""))
        for planned in part.section.blocks:
            own = replace(part, block=planned.department)
            blocks += [ExcerptBlock(block, part.section.code, planned.id) for block in _blocks(form, own, planned)]
    return Excerpt(
        report,
        language,
        "report",
        (assembly.words(company.short) or assembly.words(company.name), assembly.words(outline.title)),
        document_look(company, language),
        assembly.say("word.figure"),
        assembly.say("word.table"),
        0,
        0,
        tuple(blocks),
    )


def _blocks(form: _Form, part: Part, planned: PlannedBlock) -> Iterator[Block]:
    match planned:
        case TextBlock():
            yield from _text(form, part, planned)
        case TableBlock():
            yield from _values(form, part, planned.id, [row for row in planned.rows if isinstance(row, Placement)])
        case CalloutBlock():
            yield from _values(form, part, planned.id, planned.items)
        case ChartBlock():
            yield from _values(form, part, planned.id, planned.series)
        case RecordsBlock():
            yield from _records(form, part, planned)
        case ImageBlock() | IndexBlock() | DiagramBlock() | MatrixBlock() | QuestionnaireBlock():
            return  # drawn or gathered by the program: nothing is asked for
        case _:
            assert_never(planned)


def _title(identity: str, words: str) -> Paragraph:
    return Paragraph(f"{identity}.name", "title", (Text(words),))


def _text(form: _Form, part: Part, planned: TextBlock) -> Iterator[Block]:
    assembly = form.assembly
    yield _title(planned.id, part.titled(planned.title))
    there = assembly.snapshot.texts.get((assembly.outline.code, planned.slot, assembly.language), "").strip()
    if form.filled and there:
        yield from text_blocks(part, replace(planned, title=NO_WORDS))
    else:
        yield _box(planned.id)


def _box(identity: str) -> Table:
    row = Row(((Text("\n" * (_LINES - 1)),),))
    return Table(f"{identity}.box", "", "", (Column("text", 1.0),), (row,))


def _values(form: _Form, part: Part, identity: str, placements: Sequence[Placement]) -> Iterator[Block]:
    assembly = form.assembly
    lines = [line for placement in placements for line in lines_of(assembly, placement)]
    new = [line for line in lines if line.key not in form.asked]
    form.asked.update(line.key for line in new)
    if not new:
        return
    year = assembly.year
    columns = (
        Column("text", 4.2, assembly.say("column.metric")),
        Column("unit", 1.6, assembly.say("column.unit")),
        Column("number", 2.2, assembly.year_words(year), strong=True),
        Column("number", 2.0, assembly.year_words(year - 1)),
    )
    yield Table(f"{identity}.form", "", "", columns, tuple(_row(form, line) for line in new))


def _row(form: _Form, line: Line) -> Row:
    assembly, placed = form.assembly, line.placement
    name = assembly.name(line.key) if line.member else assembly.words(placed.label) or assembly.name(line.key)
    unit = unit_column(assembly, line.metric, placed.format)
    before = replace(line.key, period=line.key.period - 1) if line.key.period else line.key
    return Row(
        (
            (Text(name),),
            (Text(unit),),
            _cell(assembly, line.key, placed.format) if form.filled else _EMPTY,
            _cell(assembly, before, placed.format) if line.key.period else _EMPTY,
        )
    )


def _cell(assembly: Assembly, key: Key, format_text: str) -> Inlines:
    """Return a value as a table prints it; nothing where there is none."""
    number = linked(assembly, key, format_text).number
    return () if number.state == "missing" else (number,)


def _records(form: _Form, part: Part, planned: RecordsBlock) -> Iterator[Block]:
    """Yield a list as a table; records of many columns one by one, a line for each column."""
    assembly = form.assembly
    kind = assembly.catalogue.records[planned.type]
    rows = block_rows(assembly.outline, planned, assembly.snapshot) if form.filled else ()
    yield _title(planned.id, assembly.words(planned.caption) or assembly.words(kind.name))
    records = record_set(Fields(part, kind, planned.caption), replace(planned, group=""), rows)
    if len(records.readable) > _MOST_COLUMNS:
        yield from (_single(records, record) for record in (*rows, None) if record is not None or not rows)
        return
    (shown,) = record_table(records)
    blank = tuple(Row(tuple(_EMPTY for _ in shown.columns)) for _ in range(_ROWS if not rows else 1))
    yield replace(shown, id=f"{planned.id}.form", caption="", anchor="", rows=(*shown.rows, *blank))


def _single(records: RecordSet, record: Record | None) -> Table:
    """Return the form of one record; an empty one without any."""
    name = record.key.id if record is not None else "new"
    rows = tuple(_field(records, record, column) for column in records.readable)
    columns = (Column("text", 1.3), Column("text", 4.0))
    return Table(f"{records.block.id}.{name}.form", "", "", columns, rows)


def _field(records: RecordSet, record: Record | None, column: RecordColumn) -> Row:
    filled = record is not None and bool(record.field(column.code))
    words = records.fields.words(record, column) if record is not None and filled else _EMPTY
    room = (Text("\n" * (_LINES - 1)),) if column.traits.paragraphs and not words else words
    return Row(((Text(records.assembly.words(column.name), bold=True),), room))
