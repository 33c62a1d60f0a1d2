"""Records of a report as tables, timelines, quotes, cases and lists; their numbers are linked like every other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from exporters.assembly.carried import marked_records
from exporters.assembly.desk import Desk, block_anchor
from exporters.assembly.drafts import Marker, marked, note_draft
from exporters.assembly.images import picture_gap, sized_image
from exporters.assembly.numbers import linked
from exporters.assembly.text import column_weights, inlines, merged, text_parts
from exporters.content import (
    Block,
    Column,
    Frame,
    Gap,
    Image,
    Inline,
    Inlines,
    LinkedNumber,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
    Text,
)
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import RecordsBlock, Section
from schema.grammar.linked import LinkedNumber as Link
from schema.grammar.linked import parse_linked
from schema.grammar.words import Words
from schema.values.datapoint import Origin, Record
from schema.values.record_places import block_rows
from schema.values.records import name_in, show_plain

# In a cell each new line that is no entry of a list and no row of a table begins a paragraph.
_PARAGRAPH = re.compile(r"\n(?!\s*(?:- |\|))")

_FRAMED_WIDTH, _FRAMED_HEIGHT = 110.0, 100.0  # millimetres


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every style needs: the rows of one block and the columns that it shows."""

    desk: Desk
    block: RecordsBlock
    section: Section
    kind: RecordType
    columns: tuple[RecordColumn, ...]
    ask: str


def records_blocks(desk: Desk, block: RecordsBlock, section: Section, department: str) -> tuple[Block, ...]:
    """Return a block of records by its style, or a placeholder where the report has none."""
    kind = desk.catalogue.records[block.type]
    ask = desk.department(kind.department or department)
    rows = list(block_rows(desk.outline, block, desk.snapshot))
    if not rows:
        return (_nothing(desk, block, kind, section, ask),)
    shown = [column for code in block.columns if (column := kind.column(code))] or list(kind.columns)
    # Only a case has room for a picture; a file's name would mean nothing to a reader.
    columns = tuple(c for c in shown if c.code != block.group and (block.style == "cases" or c.kind != "picture"))
    sheet = _Sheet(desk, block, section, kind, columns, ask)
    if block.style == "timeline":
        rows.sort(key=lambda record: _moment(record, kind))
    mark = marked_records(desk, block, kind, section, ask, rows)
    if block.style == "quotes":
        return (*mark, *(part for record in rows for part in _quote(sheet, record)))
    if block.style == "cases":
        return (*mark, *(_frame(sheet, record) for record in rows))
    return (*mark, _table(sheet, rows)) if block.style != "list" else (*mark, *_list(sheet, rows))


def record_words(
    desk: Desk, block: str, caption: Words, section: Section, ask: str, kind: RecordType, record: Record,
    column: RecordColumn,
) -> Inlines:  # fmt: skip
    """Return what stands in one field, for a block that is no list of records; a missing wording is a placeholder."""
    listed = RecordsBlock(block, kind.code, "table", caption)
    return _cell(_Sheet(desk, listed, section, kind, (column,), ask), record, column)


def _nothing(desk: Desk, block: RecordsBlock, kind: RecordType, section: Section, ask: str) -> Paragraph:
    name = desk.words(block.caption) or desk.words(kind.name)
    desk.open(section, desk.say("word.record.none", name=name), ask)
    gap = Gap(desk.say("word.gap.records", name=name), desk.say("word.ask.text", department=ask, name=name))
    return Paragraph(f"{block.id}.gap", "body", (gap,))


def _moment(record: Record, kind: RecordType) -> str:
    dated = next((column for column in kind.columns if column.kind in ("date", "year")), None)
    return record.field(dated.code).typed if dated else ""


def _groups(sheet: _Sheet, rows: Sequence[Record]) -> Iterator[tuple[Inlines, list[Record]]]:
    """Rows under their common heading: by the choices' own order, else as they follow one another."""
    column = sheet.kind.column(sheet.block.group)
    if column is None:
        yield (), list(rows)
        return
    order = {choice.code: number for number, choice in enumerate(column.choices)}
    ordered = sorted(rows, key=lambda record: order.get(record.field(column.code).typed, len(order)))
    for _, found in groupby(ordered, key=lambda record: record.field(column.code)):
        records = list(found)
        yield _cell(sheet, records[0], column), records


def _table(sheet: _Sheet, rows: Sequence[Record]) -> Table:
    body: list[Row] = []
    for heading, records in _groups(sheet, rows):
        if heading:
            body.append(Row((heading,), "group"))
        body += [Row(tuple(_cell(sheet, record, column) for column in sheet.columns)) for record in records]
    heads = [sheet.desk.words(column.name) for column in sheet.columns]
    texts = [heads, *(["".join(map(_plain, cell)) for cell in row.cells] for row in body if row.kind != "group")]
    weights = column_weights(texts)
    columns = tuple(
        Column(
            "number" if column.numeric else "text", weight, head, strong=number == 0 and sheet.block.style == "timeline"
        )
        for number, (column, weight, head) in enumerate(zip(sheet.columns, weights, heads, strict=True))
    )
    caption = sheet.desk.words(sheet.block.caption)
    return Table(sheet.block.id, caption, block_anchor(sheet.block.id) if caption else "", columns, tuple(body))


def _plain(inline: Inline) -> str:
    if isinstance(inline, LinkedNumber):
        return inline.text + inline.unit
    return inline.text if isinstance(inline, Text | Gap) else ""


def _list(sheet: _Sheet, rows: Sequence[Record]) -> Iterator[Paragraph]:
    identity, caption = sheet.block.id, sheet.desk.words(sheet.block.caption)
    if caption:
        yield Paragraph(f"{identity}.title", "title", (Text(caption),))
    for heading, records in _groups(sheet, rows):
        if heading:
            yield Paragraph(f"{identity}.{records[0].key.id}.group", "body", _bold(heading))
        for record in records:
            cells = [cell for column in sheet.columns if (cell := _cell(sheet, record, column))]
            yield Paragraph(
                f"{identity}.{record.key.id}", "list", _joined(cells, sheet.desk.say("word.record.between"))
            )


def _bold(found: Inlines) -> Inlines:
    return tuple(replace(inline, bold=True) if isinstance(inline, Text) else inline for inline in found)


def _joined(cells: Sequence[Inlines], words: str) -> Inlines:
    between = Text(words)
    parts = [inline for number, cell in enumerate(cells) for inline in ((between, *cell) if number else cell)]
    return tuple(merged(parts))


def _quote(sheet: _Sheet, record: Record) -> Iterator[Paragraph | Table]:
    """The long columns are the words, all else says who spoke them."""
    yield from _words(sheet, record, "quote")
    others = [column for column in sheet.columns if column.kind != "long"]
    if line := _signature(sheet, record, others):
        yield Paragraph(f"{sheet.block.id}.{record.key.id}.below", "signature", line)


def _frame(sheet: _Sheet, record: Record) -> Frame:
    """A case or its like: the long columns are the text, the first text its title, all else one line below.

    Its picture stands below the text, over the words of the columns that follow it.
    """
    heads = tuple(column for column in sheet.columns if column.kind == "text")[:1]
    bodies = tuple(column for column in sheet.columns if column.kind == "long")
    name = f"{sheet.block.id}.{record.key.id}"
    pictures = dict(_pictured(sheet.columns))
    shown = [part for column, under in pictures.items() for part in _picture(sheet, record, column, under)]
    said = [column for under in pictures.values() for column in under]
    if not any(isinstance(part, Image) for part in shown):
        said = [under[0] for under in pictures.values() if under]  # the caption of no picture; its place is still one
    parts = [*_words(sheet, record, "body"), *shown]
    below = [column for column in sheet.columns if column not in (*heads, *bodies, *pictures, *said)]
    if line := _below(sheet, record, below):
        parts.append(Paragraph(f"{name}.below", "note", line))
    title = "".join(_plain(inline) for column in heads for inline in _cell(sheet, record, column))
    return Frame(name, "case", sheet.desk.words(sheet.kind.name).upper(), title, tuple(parts))


def _pictured(columns: Sequence[RecordColumn]) -> Iterator[tuple[RecordColumn, tuple[RecordColumn, ...]]]:
    """Yield each column of pictures with the columns of short texts right after it: caption, place."""
    for number, column in enumerate(columns):
        if column.kind == "picture":
            yield column, tuple(takewhile(lambda after: after.kind == "text", columns[number + 1 :]))


def _picture(
    sheet: _Sheet, record: Record, column: RecordColumn, under: Sequence[RecordColumn]
) -> Iterator[Image | Paragraph]:
    """Yield the picture of a field over its words; a placeholder where it is required, or named and not there."""
    name, held = f"{sheet.block.id}.{record.key.id}.{column.code}", record.field(column.code).typed
    picture = sheet.desk.snapshot.attachments.get(held)
    title = name_in(record, sheet.kind, sheet.desk.language)
    if picture is not None:
        caption = _joined([cell for column in under if (cell := _cell(sheet, record, column))], " · ")
        yield sized_image(name, picture, caption, "", _FRAMED_WIDTH, _FRAMED_HEIGHT, title)
    elif held or column.required:
        gap = picture_gap(sheet.desk, title, sheet.section, sheet.ask, name)
        yield Paragraph(f"{name}.gap", "body", (gap,))


def _words(sheet: _Sheet, record: Record, style: ParagraphStyle) -> Iterator[Paragraph | Table]:
    for column in sheet.columns:
        name = f"{sheet.block.id}.{record.key.id}.{column.code}"
        if column.kind != "long":
            continue
        field, language = record.field(column.code), sheet.desk.language
        if text := field.words.get(language):
            parts = tuple(text_parts(sheet.desk, name, style, _PARAGRAPH.sub("\n\n", text), sheet.section))
            yield from marked(parts, _marker(sheet, field.origin(language)))
        elif cell := _cell(sheet, record, column):
            yield Paragraph(f"{name}.1", style, cell)


def _signature(sheet: _Sheet, record: Record, columns: Sequence[RecordColumn]) -> Inlines:
    """Who said it: the name with the title behind it, in Chinese the title first."""
    desk = sheet.desk
    cells = [cell for column in columns if (cell := _cell(sheet, record, column))]
    line = _joined(cells[::-1], " ") if desk.chinese else _joined(cells, desk.say("word.record.join"))
    return tuple(merged([Text(desk.say("word.record.dash")), *line])) if line else ()


def _below(sheet: _Sheet, record: Record, columns: Sequence[RecordColumn]) -> Inlines:
    """What the words of the record do not say: a number that they link, or a date or place that they name, is there."""
    long = (column.code for column in sheet.kind.columns if column.kind == "long")
    said = "\n".join(record.field(code).words.get(sheet.desk.language) for code in long)
    cells: list[Inlines] = []
    for column in columns:
        cell = _cell(sheet, record, column)
        if cell and not _is_said(record, column, cell, said):
            cells.append((Text(sheet.desk.words(column.name) + sheet.desk.say("word.record.between")), *cell))
    return _joined(cells, sheet.desk.say("word.record.join"))


def _is_said(record: Record, column: RecordColumn, cell: Inlines, said: str) -> bool:
    if column.numeric:
        links = (piece for piece in parse_linked(said) if isinstance(piece, Link))
        return any(link.reference.code == record.key.number(column.code).metric for link in links)
    shown = "".join(map(_plain, cell))
    return column.kind in ("text", "date", "year") and bool(shown) and shown in said


def _cell(sheet: _Sheet, record: Record, column: RecordColumn) -> Inlines:
    """Return what stands in a field; what is required and missing is a placeholder."""
    field, desk = record.field(column.code), sheet.desk
    if column.numeric:
        return _number(sheet, record, column)
    if column.worded and (text := field.words.get(desk.language)):
        marker, found = _marker(sheet, field.origin(desk.language)), inlines(desk, text, sheet.section)
        return marker.inlines(found) if marker else found
    if column.worded and field.words:
        return (_other_language(sheet, record, column),)
    if field.typed:
        return (Text(show_plain(field, column, desk.language)),)
    return (_gap(sheet, record, column),) if column.required else ()


def _marker(sheet: _Sheet, origin: Origin | None) -> Marker | None:
    """Return what marks a machine draft; one comment per block of records says what the mark means."""
    desk, name = sheet.desk, sheet.desk.words(sheet.block.caption) or sheet.desk.words(sheet.kind.name)
    told = name in desk.notes.drafts.get((sheet.section.code, sheet.ask), ())
    remark = note_draft(desk, origin, name, sheet.section, sheet.ask)
    return Marker("" if told else remark) if remark else None


def _number(sheet: _Sheet, record: Record, column: RecordColumn) -> Inlines:
    if not record.field(column.code) and not column.required:
        return ()
    shown = linked(sheet.desk, record.key.number(column.code), "", sheet.section)
    parts = (Text(shown.before), shown.number, Text(shown.after))
    return tuple(part for part in parts if not isinstance(part, Text) or part.text)


def _gap(sheet: _Sheet, record: Record, column: RecordColumn) -> Gap:
    desk, name = sheet.desk, sheet.desk.words(column.name)
    title = name_in(record, sheet.kind, desk.language)
    what = desk.say("word.record.missing", name=name, title=title)
    desk.open(sheet.section, what, sheet.ask)
    return Gap(desk.say("word.gap.text", name=name), desk.say("word.ask.value", department=sheet.ask, what=what))


def _other_language(sheet: _Sheet, record: Record, column: RecordColumn) -> Gap:
    """The words are there in another language: asked for once per section, not once per field."""
    desk = sheet.desk
    name = desk.words(sheet.block.caption) or desk.words(sheet.kind.name)
    desk.notes.texts.setdefault((sheet.section.code, sheet.ask, True), []).append(name)
    language = desk.language_name(desk.language)
    title = name_in(record, sheet.kind, desk.language)
    text = desk.say("word.gap.language", name=desk.words(column.name), language=language)
    what = desk.say("word.open.language", language=language, names=title)
    return Gap(text, desk.say("word.ask.value", department=sheet.ask, what=what))
