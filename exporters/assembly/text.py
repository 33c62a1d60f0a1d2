"""Narrative texts: paragraphs, list entries, tables of words, bold and linked numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from exporters.assembly.carried import marked_text
from exporters.assembly.desk import Desk, block_anchor
from exporters.assembly.drafts import Marker, marked, note_draft
from exporters.assembly.footnotes import restated
from exporters.assembly.numbers import Shown, contradiction, linked
from exporters.content import (
    Block,
    Column,
    Frame,
    Gap,
    Inline,
    Inlines,
    LinkedNumber,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
    Text,
)
from schema.catalogue.outline import LINE_STYLES, Section, TextBlock
from schema.grammar.linked import BrokenLink, Piece, company_words, parse_linked
from schema.grammar.linked import LinkedNumber as Link
from schema.grammar.reference import Key, parse_record, value_key
from schema.values.display import plain
from schema.values.records import metric_of

Chunk = tuple[Literal["paragraph", "list", "table"], tuple[str, ...]]
_FRAMES = ("case", "box")
_UNBROKEN, _LINE = 8.0, 48.0  # characters: of a short cell, of a whole line
_BAR = re.compile(r"(?<!\\)\|")


def text_blocks(desk: Desk, block: TextBlock, section: Section, ask: str) -> tuple[Block, ...]:
    """Return the blocks of a slot: its words, or a placeholder that says whom to ask."""
    place = (desk.outline.code, block.slot, desk.language)
    text, title = desk.snapshot.texts.get(place, ""), desk.words(block.title)
    if text.strip():
        style = "body" if block.style in _FRAMES else block.style
        name = title or _named(desk, block) or desk.words(section.title)
        remark = note_draft(desk, desk.snapshot.origins.get(place), name, section, ask)
        parts = marked(tuple(text_parts(desk, block.id, style, text, section)), Marker(remark) if remark else None)
        parts = marked_text(desk, block, section, ask, parts)
    else:
        gap = desk.gap_text(block.slot, title or _named(desk, block) or desk.words(section.title), section, ask)
        parts = (Paragraph(f"{block.id}.gap", block.style if block.style in LINE_STYLES else "body", (gap,)),)
    if block.style in _FRAMES:
        return (_frame(desk, block, title, parts),)
    if not title:
        return parts
    if len(parts) == 1 and isinstance(parts[0], Table):
        return (_captioned(parts[0], title, block.id),)
    return (Paragraph(f"{block.id}.title", "title", (Text(title),)), *parts)


def _named(desk: Desk, block: TextBlock) -> str:
    """Return what a release calls a line of its opening: several untitled texts stand in one section there."""
    phrase = f"text.{block.style}"
    named = desk.outline.form == "release" and phrase in desk.catalogue.phrases
    return desk.say(phrase) if named else ""


def _frame(desk: Desk, block: TextBlock, title: str, parts: tuple[Paragraph | Table, ...]) -> Frame:
    label = desk.say("word.case") if block.style == "case" else ""
    return Frame(block.id, "case" if block.style == "case" else "box", label, title, parts)


def _captioned(table: Table, title: str, identity: str) -> Table:
    return Table(table.id, title, block_anchor(identity), table.columns, table.rows, table.notes)


def text_parts(
    desk: Desk, identity: str, style: ParagraphStyle, text: str, section: Section
) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs, list entries and tables of a text; their ids begin with `identity`."""
    for number, (kind, lines) in enumerate(chunks(text, desk.chinese), 1):
        name = f"{identity}.{number}"
        if kind == "table":
            yield _table(desk, name, lines, section)
        elif kind == "list":
            for entry, line in enumerate(lines, 1):
                yield Paragraph(f"{name}.{entry}", "list", inlines(desk, line, section))
        else:
            yield Paragraph(name, style, inlines(desk, lines[0], section))


def chunks(text: str, chinese: bool) -> Iterator[Chunk]:
    """Split a text into paragraphs, runs of list entries and tables; lines of one paragraph are joined."""
    for part in re.split(r"\n\s*\n", text.strip()):
        pending: list[str] = []
        for kind, lines in _runs(part.splitlines()):
            if kind == "paragraph":
                pending.append(("" if chinese else " ").join(line.strip() for line in lines))
                yield "paragraph", (pending[-1],)
            else:
                yield kind, tuple(lines)


def _runs(lines: list[str]) -> Iterator[tuple[Literal["paragraph", "list", "table"], list[str]]]:
    kind: Literal["paragraph", "list", "table"] = "paragraph"
    run: list[str] = []
    for line in lines:
        now = _kind(line)
        if now != kind and run:
            yield kind, run
            run = []
        kind = now
        run.append(line.strip().removeprefix("- ").strip() if now == "list" else line)
    if run:
        yield kind, run


def _kind(line: str) -> Literal["paragraph", "list", "table"]:
    stripped = line.strip()
    return "list" if stripped.startswith("- ") else "table" if stripped.startswith("|") else "paragraph"


def _table(desk: Desk, name: str, lines: tuple[str, ...], section: Section) -> Table:
    cells = [[part.strip() for part in _BAR.split(line.strip().strip("|"))] for line in lines]
    width = max(len(row) for row in cells)
    rows = [row + [""] * (width - len(row)) for row in cells]
    weights = column_weights(rows)
    columns = tuple(Column("text", weight, title) for weight, title in zip(weights, rows[0], strict=True))
    body = tuple(Row(tuple(inlines(desk, cell, section) for cell in row)) for row in rows[1:])
    return Table(name, "", "", columns, body)


def column_weights(rows: list[list[str]]) -> list[float]:
    """Return widths in characters: short columns get what they need, long ones share the rest."""
    longest = [max(_length(cell) for cell in column) for column in zip(*rows, strict=True)]
    needed = [min(length, _UNBROKEN) + 1.5 for length in longest]
    rest = max(_LINE - sum(needed), 0.0)
    over = [max(length - _UNBROKEN, 0.0) ** 0.7 for length in longest]
    whole = sum(over) or 1.0
    return [need + rest * share / whole for need, share in zip(needed, over, strict=True)]


def _length(text: str) -> float:
    return sum(1.0 if ord(sign) > 0x2E80 else 0.55 for sign in text)


def inlines(desk: Desk, text: str, section: Section) -> Inlines:
    """Return a paragraph's words, bold where `**` says so, with linked numbers."""
    found: list[Inline] = []
    bold = False
    for piece in parse_linked(text):
        if not isinstance(piece, str):
            before = found[-1].text.rstrip() if found and isinstance(found[-1], Text) else ""
            found.extend(_link(desk, piece, section, bold, before))
            continue
        for number, words in enumerate(piece.split("**")):
            bold = bold != (number > 0)
            if words:
                found.append(Text(words, bold))
    return tuple(merged(found))


def _link(desk: Desk, piece: Piece, section: Section, bold: bool, words_before: str) -> tuple[Inline, ...]:
    if isinstance(piece, Link):
        words = company_words(desk.catalogue.company, piece.reference.code, desk.language)
        if words is not None:
            return (Text(words, bold),)
        key = piece.reference.key(desk.outline.year)
        if piece.reference.code.startswith("factor."):
            return _factor(desk, key, piece.format)
        there = _has_record(desk, key) or key.metric in desk.catalogue.metrics
        if there and piece.reference.whole and not piece.reference.wildcard:
            shown = _directed(desk, linked(desk, key, piece.format, section), piece, section, words_before)
            parts = (_words(shown.before, bold), shown.number, _words(shown.after, bold))
            marks = restated(desk, key) if "change" not in piece.format else ()
            return (*(part for part in parts if part), *marks)
    assert isinstance(piece, Link | BrokenLink)
    return (_broken(desk, piece.written, section),)


def _has_record(desk: Desk, key: Key) -> bool:
    found = parse_record(key.metric)
    known = found is not None and found[0] in desk.snapshot.records
    return known and metric_of(desk.catalogue, key.metric) is not None


def _directed(desk: Desk, shown: Shown, piece: Link, section: Section, words: str) -> Shown:
    """Let the text's own 增长 or 下降 stand; where it says the other direction than the data, ask."""
    if "change" not in piece.format or not shown.before:
        return shown
    opposite = contradiction(desk, shown.number, words)
    if opposite is None:
        return shown
    if not opposite:
        return replace(shown, before="")
    what = desk.say("word.change.wrong", name=shown.number.name, size=shown.number.raw)
    ask = desk.department(section.department or desk.outline.department)
    desk.open(section, what, ask)
    return replace(shown, before="", number=replace(shown.number, remark=what))


def _words(text: str, bold: bool) -> Text | None:
    return Text(text, bold) if text else None


def _broken(desk: Desk, written: str, section: Section) -> Gap:
    text = desk.say("word.gap.reference", written=written)
    ask = desk.department(section.department or desk.outline.department)
    desk.open(section, text, ask)
    return Gap(text, desk.say("word.ask.reference", written=written))


def _factor(desk: Desk, key: Key, format_text: str) -> tuple[Inline, ...]:
    """Return a constant with its unit, or a placeholder where none is in force in the report's year."""
    version = desk.figures.factor(key.metric.removeprefix("factor."), key.period)
    reference = key.canonical()
    identity = value_key(reference, format_text)
    if version is None:
        gap = desk.say("word.gap.value")
        remark = desk.say("word.ask.reference", written=reference)
        return (LinkedNumber(reference, format_text, identity, "", gap, "", key.metric, "missing", remark),)
    value = plain(version.value)
    units = (desk.catalogue.units.get(code) for code in version.unit.split("/"))
    unit = "/".join(desk.words(found.name) for found in units if found)
    number = LinkedNumber(reference, format_text, identity, value, value, unit, desk.words(version.name))
    return (number, Text(unit if desk.chinese else f" {unit}"))


def merged(found: list[Inline]) -> Iterator[Inline]:
    """Join neighbouring words that look alike."""
    pending: Text | None = None
    for inline in found:
        if isinstance(inline, Text) and pending is not None and replace(pending, text=inline.text) == inline:
            pending = replace(pending, text=pending.text + inline.text)
            continue
        if pending is not None:
            yield pending
        pending = inline if isinstance(inline, Text) else None
        if pending is None:
            yield inline
    if pending is not None:
        yield pending
