"""Narrative texts: paragraphs, list entries, tables of words, each with its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.carried import marked_text
from exporters.assembly.chunks import chunks, column_weights
from exporters.assembly.drafts import draft_remark, marked_blocks, remarked_once
from exporters.assembly.gaps import text_gap
from exporters.assembly.linked_text import inlines, plain_words
from exporters.assembly.pending_sign import signed, unconfirmed
from exporters.content import Block, Column, Frame, Inner, Paragraph, ParagraphStyle, Row, Table, Text
from schema.catalogue.outline import LINE_STYLES, TextBlock
from schema.catalogue.text_lengths import asked_length
from schema.grammar.text_table import table_rows
from schema.values.subject import TextAt
from schema.values.unsaid import unsaid_slots

_FRAMES = ("case", "box")


def text_blocks(part: Part, block: TextBlock) -> tuple[Block, ...]:
    """Return the blocks of a slot: its words, or a placeholder that says whom to ask."""
    if block.slot in unsaid_slots(part.assembly.outline, part.section, part.assembly.snapshot):
        return ()
    parts = _parts(part, block)
    if _is_pending(part.assembly, block.slot):
        parts = signed(part.assembly, parts)
    if block.style == "quote" and _is_unquoted(part.assembly, block.slot):
        parts = unconfirmed(part.assembly, parts, part.ask)
    return remarked_once(_framed(part, block, parts))


def _is_pending(assembly: Assembly, slot: str) -> bool:
    """Whether words stand there that were asked for and are not approved."""
    there = (assembly.outline.code, slot, assembly.language) in assembly.snapshot.texts
    return there and (assembly.outline.code, slot) in assembly.pending.slots


def _is_unquoted(assembly: Assembly, slot: str) -> bool:
    """Whether a quotation is there, and nobody has noted down that whoever is quoted agrees."""
    there = (assembly.outline.code, slot, assembly.language) in assembly.snapshot.texts
    return there and assembly.is_unquoted(TextAt(assembly.outline.code, slot, assembly.outline.language))


def _framed(part: Part, block: TextBlock, parts: tuple[Inner, ...]) -> tuple[Block, ...]:
    title = part.assembly.words(block.title)
    if block.style in _FRAMES:
        return (_frame(part.assembly, block, title, parts),)
    if not title:
        return parts
    if len(parts) == 1 and isinstance(parts[0], Table):
        return (_captioned(parts[0], title, block.id),)
    return (Paragraph(f"{block.id}.title", "title", (Text(title),)), *parts)


def _parts(part: Part, block: TextBlock) -> tuple[Inner, ...]:
    assembly = part.assembly
    name = assembly.words(block.title) or line_name(assembly, block) or assembly.words(part.section.title)
    place = (assembly.outline.code, block.slot, assembly.language)
    text = assembly.snapshot.texts.get(place, "")
    if not text.strip():
        style = block.style if block.style in LINE_STYLES else "body"
        return (
            Paragraph(f"{block.id}.gap", style, (text_gap(part, block.slot, name, _asked(assembly, block, name)),)),
        )
    style = "body" if block.style in _FRAMES else block.style
    remark = draft_remark(part, assembly.snapshot.origins.get(place), name, part.ask)
    return marked_text(part, block, marked_blocks(text_parts(assembly, block.id, style, text), remark))


def _asked(assembly: Assembly, block: TextBlock, name: str) -> str:
    """Return what is asked for in the place of a text: its kind, where its name does not say it, and its length."""
    kind, length = assembly.say(f"word.kind.{block.style}"), str(asked_length(block, assembly.language))
    if kind.casefold() == name.casefold():
        return assembly.say("word.gap.length", length=length)
    return assembly.say("word.gap.kind", kind=kind, length=length)


def line_name(assembly: Assembly, block: TextBlock) -> str:
    """Return what a release calls a line of its opening: several untitled texts stand in one section there."""
    phrase = f"text.{block.style}"
    named = assembly.outline.form == "release" and phrase in assembly.catalogue.phrases
    return assembly.say(phrase) if named else ""


def _frame(assembly: Assembly, block: TextBlock, title: str, parts: tuple[Inner, ...]) -> Frame:
    label = assembly.say("word.case") if block.style == "case" else ""
    return Frame(block.id, "case" if block.style == "case" else "box", label, title, parts)


def _captioned(table: Table, title: str, identity: str) -> Table:
    return Table(table.id, title, block_anchor(identity), table.columns, table.rows, table.notes)


def text_parts(assembly: Assembly, identity: str, style: ParagraphStyle, text: str) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs, list entries and tables of a text; their ids begin with `identity`."""
    for number, (kind, lines) in enumerate(chunks(text, assembly.punctuation.space), 1):
        name = f"{identity}.{number}"
        if kind == "table":
            yield _table(assembly, name, lines)
        elif kind == "list":
            for entry, line in enumerate(lines, 1):
                yield Paragraph(f"{name}.{entry}", "list", inlines(assembly, line))
        else:
            yield Paragraph(name, style, inlines(assembly, lines[0]))


def _table(assembly: Assembly, name: str, lines: tuple[str, ...]) -> Table:
    rows = table_rows(lines)
    printed = [[inlines(assembly, cell) for cell in row] for row in rows]
    words = [[plain_words(cell) for cell in row] for row in printed]
    weights = column_weights(words)
    columns = tuple(Column("text", weight, title) for weight, title in zip(weights, words[0], strict=True))
    body = tuple(Row(tuple(row)) for row in printed[1:])
    return Table(name, "", "", columns, body)
