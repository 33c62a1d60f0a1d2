"""A Document becomes a Word file."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.etree as etree
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.content import Document
from exporters.output import write_atomically
from exporters.word.body import body_xml
from exporters.word.front import contents_xml, cover_xml, header_words, open_points_xml
from exporters.word.looks import dress, dress_xml
from exporters.word.ooxml import NAMESPACES
from exporters.word.package import Package
from exporters.word.scribe import Scribe

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def template_path() -> Path:
    """Return the Word template that ships with Annals."""
    return Path(__file__).parents[2] / "resources" / "templates" / "report.docx"


def write_word(
    document: Document, path: Path, template: Path | None = None, pages: dict[str, str] | None = None
) -> None:
    """Write the draft; `pages` are the cached page numbers by anchor, where they are known.

    Raises OutputError when the file cannot be written; the old file stays whole then.
    """
    package = assemble(document, template or template_path(), pages)
    write_atomically(path, package.save)


def assemble(document: Document, template: Path, pages: dict[str, str] | None = None) -> Package:
    """Return the whole file in memory."""
    package = Package(template)
    scribe = Scribe(document, pages)
    _fill_body(document, package, scribe)
    _fill_notes(package, scribe)
    package.add_values(scribe.store_xml())
    dress(package, document.look, header_words(document))
    package.document.core_properties.title = document.cover.title
    return package


def _fill_body(document: Document, package: Package, scribe: Scribe) -> None:
    body = package.part.element.body
    cover, breaks = _template_pieces(body)
    xml = (
        cover_xml(dress_xml(cover, document.look), document)
        + breaks[0]
        + (open_points_xml(document, scribe) + breaks[1] if document.open_points else "")
        + contents_xml(document, scribe)
        + (_counting_on(breaks[1]) if document.open_points else breaks[1])
        + body_xml(document, scribe, package, _chapter_break(body))
    )
    section = body.sectPr
    for child in list(body):
        if child is not section:
            body.remove(child)
    filled = parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")
    for child in list(filled):
        section.addprevious(child)
    _restart(body, 3 if document.open_points else 2)


def _counting_on(section: str) -> str:
    """Return the front matter's section break without a first page number."""
    return re.sub(r' w:start="\d+"', "", section, count=1)


def _template_pieces(body: BaseOxmlElement) -> tuple[str, tuple[str, str]]:
    """Return the template's cover and its two section breaks (cover, front matter)."""
    children = [child for child in body if child.tag == f"{_WORD}p"]
    breaks = [number for number, child in enumerate(children) if child.find(f".//{_WORD}sectPr") is not None]
    cover = "".join(_xml(child) for child in children[: breaks[0]])
    return cover, (_xml(children[breaks[0]]), _xml(children[breaks[1]]))


def _chapter_break(body: BaseOxmlElement) -> str:
    """Return the paragraph that ends a chapter: the template's last section as a break."""
    section = _xml(body.sectPr)
    return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{section}</w:pPr></w:p>'


def _restart(body: BaseOxmlElement, first: int) -> None:
    """Let page numbers begin with 1 at the first chapter, whose section has this number in the file."""
    sections = list(body.iter(f"{_WORD}sectPr"))
    if len(sections) > first:
        numbering = etree.Element(f"{_WORD}pgNumType")
        numbering.set(f"{_WORD}start", "1")
        margin = sections[first].find(f"{_WORD}pgMar")
        assert margin is not None
        margin.addnext(numbering)


def _xml(element: BaseOxmlElement) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _fill_notes(package: Package, scribe: Scribe) -> None:
    if scribe.footnotes:
        package.replace("/word/footnotes.xml", "</w:footnotes>", "".join(scribe.footnotes) + "</w:footnotes>")
    if scribe.comments:
        package.add_comments(f"<w:comments {NAMESPACES}>{''.join(scribe.comments)}</w:comments>")
