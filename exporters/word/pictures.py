"""Pictures, charts and diagrams as OOXML: drawings in a line of their own, with their captions."""

from __future__ import annotations

from exporters.content import Chart, Image
from exporters.drawn_content import Diagram
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import chart_graphic, inline_drawing, paragraph, picture_graphic
from exporters.word.package import Package
from exporters.word.shapes import ShapeWriter, shapes_drawing
from exporters.word.style_names import chart_size

_MILLIMETRE = 36000  # EMU
_KEEP = "<w:keepNext/>"
_OVER_CAPTION = '<w:keepNext/><w:spacing w:before="240" w:after="60"/>'
_UNDER_PICTURE = '<w:keepNext w:val="0"/><w:spacing w:before="0" w:after="280"/>'


def chart_block(block: Chart, scribe: Scribe, package: Package, room: tuple[int, int] | None = None) -> str:
    """Return a native chart below its caption; `room` is its size in millimetres where it does not choose."""
    relation = package.chart(block.data)
    width, height = room or chart_size(block.data)
    size = (width * _MILLIMETRE, height * _MILLIMETRE)
    drawing = inline_drawing(
        scribe.number(), f"annals:chart:{block.data.id}", block.words, size, chart_graphic(relation)
    )
    lines = (*([scribe.words(block.unit_line)] if block.unit_line else ()), *map(scribe.inlines, block.notes))
    notes = "".join(paragraph(line, "Source") for line in lines)
    figure = paragraph(drawing, "Figure", _KEEP if notes else "")
    return _figure_caption(block.caption, block.anchor, scribe) + figure + notes


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
    words = scribe.numbered(scribe.document.labels.figure, scribe.inlines(block.caption), block.anchor)
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
    words = scribe.numbered(scribe.document.labels.figure, scribe.words(caption), anchor)
    return paragraph(words, "FigureCaption")
