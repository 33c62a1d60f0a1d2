"""Cases and boxes as OOXML: paragraphs whose equal borders and grounds join, so that a page may end within them."""

from __future__ import annotations

import re
from dataclasses import replace

from exporters.content import Frame, Image, Paragraph, Table
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import paragraph
from exporters.word.package import Package
from exporters.word.pictures import image_runs
from exporters.word.tables import TEXT_WIDTH, table_xml
from exporters.word.template_colours import frame_ground

_LEFT, _RIGHT = 1587 + 240, 220  # as the template's styles are set in, in twentieths of a point
_WIDTH = TEXT_WIDTH - _LEFT - _RIGHT
_PICTURE = 118.0  # the widest picture, in millimetres
# Equal neighbours join: a frame behind another is set in a hair differently, and stands apart.
_APART = f'<w:ind w:left="{_LEFT}" w:right="{_RIGHT - 1}"/>'
_BEGINS = '<w:spacing w:before="260"/>'  # a table keeps no distance to what follows
_ENDS = '<w:spacing w:after="320"/>'


def frame_xml(block: Frame, scribe: Scribe, package: Package, *, apart: bool = False, below_table: bool = False) -> str:
    """Return a case or a box; one that stands `apart` follows another of its kind."""
    kind = "Case" if block.style == "case" else "Box"
    lines = [paragraph(scribe.words(block.label), f"{kind}Label")] if block.label else []
    lines += [paragraph(scribe.words(block.title), f"{kind}Title")] if block.title else []
    for inner in block.blocks:
        match inner:
            case Paragraph():
                style = f"{kind}List" if inner.style == "list" else f"{kind}Text"
                lines.append(paragraph(scribe.inlines(inner.inlines), style))
            case Table():
                lines.append(table_xml(inner, scribe, _WIDTH, _LEFT))
            case Image():
                lines += _picture(inner, scribe, package, kind)
    if not lines:
        return ""
    if apart:
        ground = frame_ground(scribe.document.look, other=True)
        look = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>{_APART}'
        lines = [line if _is_table(line) else line.replace('"/></w:pPr>', f'"/>{look}</w:pPr>', 1) for line in lines]
    if below_table and len(lines) > 1 and not _is_table(lines[0]):
        lines[0] = _spaced(lines[0], _BEGINS)
    # What follows a table keeps its own distance to it.
    return "".join([*lines[:-1], lines[-1] if _is_table(lines[-1]) else _spaced(lines[-1], _ENDS)])


def _is_table(line: str) -> bool:
    return line.startswith("<w:tbl>")


def _picture(image: Image, scribe: Scribe, package: Package, kind: str) -> list[str]:
    shown = replace(image, width=min(image.width, _PICTURE))
    drawing = image_runs(shown, scribe, package)
    keep = "<w:keepNext/>" if image.caption else ""
    lines = [paragraph(drawing, f"{kind}Picture", keep)]
    if image.caption:
        words = scribe.numbered(scribe.document.labels.figure, scribe.inlines(image.caption), image.anchor)
        lines.append(paragraph(words, f"{kind}Text"))
    return lines


def _spaced(line: str, distance: str) -> str:
    """Return the first or last line of a frame with the distance to what stands before or behind it."""
    head, found, tail = line.rpartition("<w:pPr>")
    style = re.match(r"<w:pStyle [^>]*/>(?:<w:keepNext/>)?(?:<w:shd [^>]*/>)?", tail)
    at = style.end() if style else 0
    return head + found + tail[:at] + distance + tail[at:]
