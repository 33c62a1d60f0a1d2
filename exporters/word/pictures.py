"""Pictures and diagrams as OOXML: drawings in a line of their own, with their captions."""

from __future__ import annotations

from exporters.content import Image
from exporters.drawn_content import Diagram
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import inline_drawing, paragraph, picture_graphic
from exporters.word.package import Package
from exporters.word.shapes import ShapeWriter, shapes_drawing

_MILLIMETRE = 36000  # EMU
_WORDS = 134.5  # millimetres: a picture that is no wider begins where words do
_WITH_WORDS = '<w:ind w:left="1587"/>'
_OVER_CAPTION = '<w:keepNext/><w:spacing w:before="240" w:after="60"/>'
_UNDER_PICTURE = '<w:keepNext w:val="0"/><w:spacing w:before="0" w:after="280"/>'


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
    indent = _WITH_WORDS if block.width <= _WORDS else ""
    if not block.caption:
        return paragraph(drawing, "Figure", indent)
    words = scribe.numbered(scribe.document.labels.figure, scribe.inlines(block.caption), block.anchor)
    below = paragraph(words, "FigureCaption", _UNDER_PICTURE + indent)
    return paragraph(drawing, "Figure", _OVER_CAPTION + indent) + below


def diagram_xml(block: Diagram, scribe: Scribe) -> str:
    """Return a figure of boxes and lines below its caption."""
    drawing, number = block.drawing, scribe.number()
    writer = ShapeWriter(scribe.document.look.colours, scribe.numbers(len(drawing.boxes) + len(drawing.lines)),
                         chinese=scribe.chinese)  # fmt: skip
    size = (drawing.width, drawing.height)
    figure = shapes_drawing(number, f"annals:diagram:{block.id}", block.words, size, writer.group(drawing))
    return figure_caption(block.caption, block.anchor, scribe) + paragraph(figure, "Figure", '<w:jc w:val="center"/>')


def figure_caption(caption: str, anchor: str, scribe: Scribe) -> str:
    """Return what stands over a figure, with its number."""
    words = scribe.numbered(scribe.document.labels.figure, scribe.words(caption), anchor)
    return paragraph(words, "FigureCaption")
