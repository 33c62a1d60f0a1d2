"""The body: one function per kind of block, each returns XML."""

from __future__ import annotations

from typing import assert_never

from exporters.charts.look import lighter
from exporters.content import (
    Block,
    Callout,
    Chart,
    Document,
    Frame,
    Heading,
    Image,
    Index,
    Mark,
    Paragraph,
    Table,
)
from exporters.drawn_content import Diagram, Questionnaire
from exporters.word.forms import questionnaire_xml
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import cell, chart_graphic, inline_drawing, paragraph, picture_graphic, row, table
from exporters.word.package import Package
from exporters.word.shapes import ShapeWriter, shapes_drawing
from exporters.word.style_names import PAIRED_CHART_SIZE, PARAGRAPHS, chart_size, paired
from exporters.word.tables import TEXT_WIDTH, callout_xml, frame_xml, index_xml, table_xml

_MILLIMETRE = 36000  # EMU
_GUTTER = paragraph("", "Gutter")
_OVER_CAPTION = '<w:keepNext/><w:spacing w:before="200" w:after="60"/>'
_UNDER_PICTURE = '<w:keepNext w:val="0"/><w:spacing w:before="0" w:after="200"/>'


def body_xml(document: Document, scribe: Scribe, package: Package, chapter_end: str) -> str:
    """Return all blocks; each chapter ends with the paragraph `chapter_end` (but the last, whose end is the body's)."""
    parts: list[str] = []
    for block in paired(document.blocks):
        if isinstance(block, tuple):
            parts.append(_beside(block, scribe, package))
        elif isinstance(block, Mark):
            _mark(parts, block, scribe)
        else:
            if isinstance(block, Heading) and block.level == 1 and parts:
                parts.append(chapter_end)
            if isinstance(block, Frame | Callout) and parts and not parts[-1].endswith(_GUTTER):
                parts.append(_GUTTER)
            parts.append(block_xml(block, scribe, package))
    return "".join(parts)


def _beside(charts: tuple[Chart, Chart], scribe: Scribe, package: Package) -> str:
    widths = (TEXT_WIDTH // 2, TEXT_WIDTH - TEXT_WIDTH // 2)
    cells = [
        cell(chart_block(chart, scribe, package, PAIRED_CHART_SIZE), width)
        for chart, width in zip(charts, widths, strict=True)
    ]
    return table(row("".join(cells)), widths, "PlainTable") + _GUTTER


def block_xml(block: Block, scribe: Scribe, package: Package) -> str:  # noqa: C901  one case for each kind
    """Return one block; a mark has no words of its own."""
    match block:
        case Paragraph():
            return paragraph_xml(block, scribe)
        case Heading():
            return heading_xml(block, scribe)
        case Table():
            return table_xml(block, scribe)
        case Callout():
            return _callout(block, scribe) if block.items else ""
        case Frame():
            return _frame(block, scribe, package)
        case Chart():
            return chart_block(block, scribe, package)
        case Image():
            return image_xml(block, scribe, package)
        case Index():
            return index_xml(block, scribe)
        case Diagram():
            return diagram_xml(block, scribe)
        case Questionnaire():
            return questionnaire_xml(block, scribe)
        case Mark():
            return ""
        case _:
            assert_never(block)


def paragraph_xml(block: Paragraph, scribe: Scribe) -> str:
    """Return a paragraph; who said it stands below a quote, on the same page."""
    kept = "<w:keepNext/>" if block.style == "quote" else ""
    words = scribe.anchored(block.anchor, scribe.inlines(block.inlines))
    return paragraph(words, PARAGRAPHS[block.style], kept)


def _callout(block: Callout, scribe: Scribe) -> str:
    bar = scribe.document.look.colours[0]
    return callout_xml(block, scribe, (bar, lighter(bar, 0.93)))


def _frame(block: Frame, scribe: Scribe, package: Package) -> str:
    bar = scribe.document.look.colours[0 if block.style == "box" else 1]
    return frame_xml(block, scribe, (bar, lighter(bar, 0.93)), lambda image: image_xml(image, scribe, package))


def heading_xml(block: Heading, scribe: Scribe) -> str:
    """Return a heading with its bookmark; a chapter opens with its number."""
    number = paragraph(scribe.words(block.number), "ChapterNumber") if block.number else ""
    style = f"Heading{block.level}"
    if scribe.document.form == "release":
        style = "ReleaseHeading" if block.level == 1 else "Subtitle"
    return number + paragraph(scribe.anchored(block.anchor, scribe.words(block.text)), style)


def chart_block(block: Chart, scribe: Scribe, package: Package, room: tuple[int, int] | None = None) -> str:
    """Return a native chart below its caption; `room` is its size in millimetres where it does not choose."""
    relation = package.chart(block.data)
    width, height = room or chart_size(block.data)
    size = (width * _MILLIMETRE, height * _MILLIMETRE)
    drawing = inline_drawing(
        scribe.number(), f"annals:chart:{block.data.id}", block.words, size, chart_graphic(relation)
    )
    lines = (*([scribe.words(block.unit_line)] if block.unit_line else []), *map(scribe.inlines, block.notes))
    notes = "".join(paragraph(line, "Source") for line in lines)
    return _figure_caption(block.caption, block.anchor, scribe) + paragraph(drawing, "Figure") + notes


def image_runs(block: Image, scribe: Scribe, package: Package) -> str:
    """Return a picture scaled to its width."""
    relation = package.picture(block.picture, block.kind)
    size = (round(block.width * _MILLIMETRE), round(block.height * _MILLIMETRE))
    number = scribe.number()
    graphic = picture_graphic(relation, number, block.name, size)
    return inline_drawing(number, f"annals:picture:{block.id}", block.words, size, graphic)


def image_xml(block: Image, scribe: Scribe, package: Package) -> str:
    """Return a picture over its caption, both on one page."""
    drawing = image_runs(block, scribe, package)
    if not block.caption:
        return paragraph(drawing, "Figure")
    words = scribe.numbered(scribe.document.labels.figure, scribe.inlines(block.caption))
    return paragraph(drawing, "Figure", _OVER_CAPTION) + paragraph(words, "FigureCaption", _UNDER_PICTURE)


def diagram_xml(block: Diagram, scribe: Scribe) -> str:
    """Return a figure of boxes and lines below its caption."""
    drawing, number = block.drawing, scribe.number()
    writer = ShapeWriter(scribe.document.look.colours, scribe.numbers(len(drawing.boxes) + len(drawing.lines)),
                         chinese=scribe.chinese)  # fmt: skip
    size = (drawing.width, drawing.height)
    figure = shapes_drawing(number, f"annals:diagram:{block.id}", block.words, size, writer.group(drawing))
    return _figure_caption(block.caption, block.anchor, scribe) + paragraph(figure, "Figure", '<w:jc w:val="center"/>')


def _figure_caption(caption: str, anchor: str, scribe: Scribe) -> str:
    words = scribe.numbered(scribe.document.labels.figure, scribe.words(caption))
    return paragraph(scribe.anchored(anchor, words), "FigureCaption")


def _mark(parts: list[str], block: Mark, scribe: Scribe) -> None:
    """Put a bookmark into the last paragraph with content: between blocks it would belong to the next page.

    LibreOffice drops the empty paragraph between a table and the end of a chapter, and any bookmark in it.
    """
    for number in range(len(parts) - 1, -1, -1):
        whole = parts[number].removesuffix(_GUTTER)
        if "</w:p>" in whole:
            before, found, after = whole.rpartition("</w:p>")
            gutter = parts[number][len(whole) :]
            parts[number] = before + scribe.anchored(block.anchor, "") + found + after + gutter
            return
