"""The body: one function per kind of block, each returns XML. No paragraph is empty: distance is before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from exporters.content import (
    Block,
    Callout,
    ChapterContents,
    Chart,
    Document,
    Frame,
    Heading,
    Image,
    Index,
    Mark,
    Panel,
    Paragraph,
    Table,
)
from exporters.drawn_content import Diagram, Questionnaire
from exporters.word.callouts import callout_xml
from exporters.word.charts import chart_xml, panel_xml
from exporters.word.contents import chapter_contents_xml
from exporters.word.forms import questionnaire_xml
from exporters.word.frames import frame_xml
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import paragraph
from exporters.word.package import Package
from exporters.word.pictures import diagram_xml, image_xml
from exporters.word.style_names import PARAGRAPHS
from exporters.word.tables import index_xml, table_xml

_ANNEXES, _PLAIN = "annals annexes", "annals plain"  # the template's lists of what is not counted with the chapters
_BELOW_TABLE = '<w:spacing w:before="240"/>'  # for styles that keep no distance to what stands over them
_BETWEEN = paragraph("", "SectionEnd", "<w:keepNext/>")  # two tables without it would be one
_WITH_WORDS = '<w:ind w:left="1587" w:firstLine="0"/>'
_BELOW_PART = '<w:spacing w:before="0"/>'
_TABLE_END, _PARAGRAPH_END = "</w:tbl>", "</w:p>"


def body_xml(document: Document, scribe: Scribe, package: Package, chapter_end: Callable[[], str] | None = None) -> str:
    """Return all blocks.

    `chapter_end` gives the section (w:sectPr) of the chapter that ends, but of the last, whose end
    is the body's; a document without it has no chapters that begin on pages of their own.
    """
    parts: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        if isinstance(block, Mark):
            _mark(parts, block, scribe)
            continue
        opens = isinstance(block, Heading) and block.level <= 1
        if chapter_end and opens and before is not None and not _is_part(before):
            end_section(parts, chapter_end())
        parts.append(_next(block, before, parts, scribe, package))
        before = block
    return "".join(parts)


def _is_part(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 0


def _next(block: Block, before: Block | None, parts: list[str], scribe: Scribe, package: Package) -> str:
    """Return a block as it stands behind the one before it."""
    below_table = bool(parts) and parts[-1].endswith(_TABLE_END)
    if isinstance(block, Paragraph):
        signed = isinstance(before, Paragraph) and before.style == "quote" and block.style == "signature"
        return paragraph_xml(block, scribe, "QuoteSource" if signed else "", below_table=below_table)
    if isinstance(block, Frame):
        apart = isinstance(before, Frame) and not parts[-1].count('w:right="219"')
        made = frame_xml(block, scribe, package, apart=apart, below_table=below_table)
        return _BETWEEN + made if below_table and made.startswith("<w:tbl>") else made
    if isinstance(block, Heading):
        return heading_xml(block, scribe, package, below_part=before is not None and _is_part(before))
    made = block_xml(block, scribe, package)
    return _BETWEEN + made if below_table and made.startswith("<w:tbl>") else made


def end_section(parts: list[str], section: str) -> None:
    """Let a section end in its last paragraph; behind a table it takes one of its own."""
    last = parts[-1] if parts else ""
    if not last.endswith(_PARAGRAPH_END) or "<w:txbxContent>" in last:
        parts.append(section_end(section))
        return
    start = last.rindex("<w:p><w:pPr>")
    head, found, tail = last[start:].partition("</w:pPr>")
    parts[-1] = last[:start] + head + section + found + tail


def section_end(section: str) -> str:
    """Return a paragraph that does nothing but end a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{section}</w:pPr></w:p>'


def block_xml(block: Block, scribe: Scribe, package: Package) -> str:  # noqa: C901  one case for each kind
    """Return one block; a mark has no words of its own."""
    match block:
        case Paragraph():
            return paragraph_xml(block, scribe)
        case Heading():
            return heading_xml(block, scribe, package)
        case Table():
            return table_xml(block, scribe)
        case Callout():
            return callout_xml(block, scribe)
        case Frame():
            return frame_xml(block, scribe, package)
        case Chart():
            return chart_xml(block, scribe, package)
        case Panel():
            return panel_xml(block, scribe, package)
        case Image():
            return image_xml(block, scribe, package)
        case Index():
            return index_xml(block, scribe)
        case Diagram():
            return diagram_xml(block, scribe)
        case Questionnaire():
            return questionnaire_xml(block, scribe)
        case ChapterContents():
            return chapter_contents_xml(block, scribe)
        case Mark():
            return ""
        case _:
            assert_never(block)


def paragraph_xml(block: Paragraph, scribe: Scribe, style: str = "", *, below_table: bool = False) -> str:
    """Return a paragraph; one below a table keeps a distance that its style has not."""
    words = scribe.anchored(block.anchor, scribe.inlines(block.inlines))
    close = block.style in ("body", "lead", "letter", "list")
    return paragraph(words, style or PARAGRAPHS[block.style], _BELOW_TABLE if below_table and close else "")


def heading_xml(block: Heading, scribe: Scribe, package: Package, *, below_part: bool = False) -> str:
    """Return a heading with its bookmark; Word counts it, by its style or as an annex.

    The title of a chapter below that of its part keeps the distance that this one has.
    """
    style = f"Heading{block.level}" if block.level else "Part"
    if scribe.document.form == "release":
        style = "ReleaseHeading" if block.level == 1 else "Subtitle"
    words = scribe.anchored(block.anchor, scribe.words(block.text))
    turned = "<w:pageBreakBefore/>" if block.turns else ""
    return paragraph(words, style, turned + (_BELOW_PART if below_part else _counted(block, style, package)))


def _counted(block: Heading, style: str, package: Package) -> str:
    """Return how a heading is counted where it is not as its style says."""
    if style not in ("Heading1", "Heading2") or (block.number and not block.annex):
        return ""
    number = package.list_number(_ANNEXES if block.annex else _PLAIN)
    indent = "" if block.annex else _WITH_WORDS  # LibreOffice does not ask a list without numbers
    return f'<w:numPr><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="{number}"/></w:numPr>{indent}'


def _mark(parts: list[str], block: Mark, scribe: Scribe) -> None:
    """Put a bookmark into the last paragraph with content: between blocks it would belong to the next page."""
    for number in range(len(parts) - 1, -1, -1):
        before, found, after = parts[number].rpartition(_PARAGRAPH_END)
        if found:
            parts[number] = before + scribe.anchored(block.anchor, "") + found + after
            return
