"""A Document as plain text, for golden tests and for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from exporters.content import (
    Block,
    BlockRef,
    Callout,
    ChapterContents,
    Chart,
    Document,
    Footnote,
    Frame,
    Gap,
    Heading,
    Image,
    Index,
    Inline,
    LinkedNumber,
    Mark,
    NoteRef,
    PageRef,
    Pages,
    Panel,
    Paragraph,
    Table,
    Text,
)
from exporters.drawn_content import Diagram, Questionnaire


def document_as_text(document: Document) -> str:
    """Return everything that the document says, one block after the other."""
    lines = [
        f"{document.report} {document.language}",
        " / ".join([document.cover.company, document.cover.year, document.cover.title, document.cover.state]),
        "",
    ]
    points = document.open_points
    lines += [f"{'  ' if point.below else ''}? {point.section}: {point.what} -> {point.ask}" for point in points]
    lines += [f"! {point.ask}: {point.what} ({point.section})" for point in document.owed]
    for block in document.blocks:
        lines += ["", *_block(block)]
    return "\n".join(lines) + "\n"


def words(inlines: Iterable[Inline]) -> str:
    """Return inlines as text: [numbers], (^footnotes^), <pages>; placeholders and remarks are shown."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            text = f"**{inline.text}**" if inline.bold else inline.text
            return f"{text}(// {inline.remark})" if inline.remark else text
        case LinkedNumber():
            text = f"{inline.text}◇" if inline.pending and inline.state != "missing" else inline.text
            return f"[{text}]" if not inline.remark else f"[{text} // {inline.remark}]"
        case Gap():
            return f"{inline.text}(// {inline.remark})"
        case PageRef():
            return f"<{_place(inline)}>"
        case Pages():
            return f"<{', '.join(map(_place, inline.places))}>"
        case BlockRef():
            return f"<{inline.text}>"
        case NoteRef():
            return f"(^{inline.number})"
        case Footnote():
            return f"(^{words(inline.inlines)}^)"
        case _:
            assert_never(inline)


def _place(place: PageRef) -> str:
    return place.anchor + (f"..{place.last}" if place.last else "")


def _block(block: Block) -> Iterator[str]:  # noqa: C901  one case for each kind
    match block:
        case Heading():
            yield f"{'#' * block.level or 'PART'} {block.number + ' ' if block.number else ''}{block.text}"
        case ChapterContents():
            yield "contents: " + " | ".join(f"{heading.number} {heading.text}" for heading in block.headings)
        case Paragraph():
            yield f"{block.style}: {words(block.inlines)}"
        case Frame():
            yield f"{block.style}: {block.label} {block.title}"
            for inner in block.blocks:
                yield from (f"  {line}" for line in _block(inner))
        case Table():
            yield from _table(block)
        case Mark():
            yield f"<{block.anchor}>"
        case Callout():
            yield f"callout: {block.title}"
            for item in block.items:
                yield f"  {item.before}{words((item.number,))}{item.unit} {words(item.label)}"
        case Chart():
            yield f"{block.data.kind} chart: {block.caption} ({block.data.unit})"
            yield "  " + block.words
        case Panel():
            yield f"panel: {block.caption}"
            yield from (f"  {line}" for chart in block.charts for line in _block(chart))
        case Index():
            yield from _index(block)
        case Image():
            yield f"image: {block.name} {block.width:.0f}x{block.height:.0f} mm: {words(block.caption)}"
            yield "  " + block.words
        case Diagram():
            yield from _diagram(block)
        case Questionnaire():
            yield from _questionnaire(block)
        case _:
            assert_never(block)


def _table(block: Table) -> Iterator[str]:
    yield f"table: {block.caption}"
    yield "| " + " | ".join(column.title for column in block.columns)
    yield from (f"{_MARKS[row.kind]} " + " | ".join(words(cell) for cell in row.cells) for row in block.rows)
    yield from (f"* {words(note)}" for note in block.notes)


def _index(block: Index) -> Iterator[str]:
    yield f"index: {block.framework}"
    yield "  " + " | ".join(column.title for column in block.columns)
    for row in block.rows:
        mark = "=" * row.heading + f"#{row.colour}" * bool(row.colour)
        yield f"  {mark}{' ' if mark else ''}{' | '.join(map(words, row.cells))}".rstrip()


def _diagram(block: Diagram) -> Iterator[str]:
    yield f"diagram: {block.caption}"
    for entry in block.entries:
        parts = [entry.title, *(part for part in (entry.note, entry.edge and f"({entry.edge})") if part)]
        yield "  " * (entry.depth + 1) + " / ".join(parts).replace("\n", " ")


def _questionnaire(block: Questionnaire) -> Iterator[str]:
    yield f"questionnaire: {block.title}"
    for question in block.questions:
        yield f"  {question.number} {question.text} {question.hint}".rstrip()
        yield from (f"    [ ] {choice}" for choice in question.choices)
        yield from ["    ____"] * question.lines
    yield from (f"  {line}" for line in block.send)


_MARKS = {"plain": "|", "group": "|=", "member": "|-", "total": "|+"}
