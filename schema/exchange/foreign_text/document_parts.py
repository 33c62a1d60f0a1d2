"""The parts of a Word report: headings with their levels, paragraphs, entries of lists, tables; no contents list."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from schema.exchange.foreign_text.document_words import UNREAD, cell_words, words_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
# What stands beside the text: contents, captions, what a cover or a page says.
_BESIDE = re.compile(r"(?:toc|table of|caption|header|footer|目录|目錄|题注|題註|封面|cover)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|標題)$", re.IGNORECASE)
_DEEPEST = 3
# A heading that only its number tells: 第一章, 一、, （一）, 1.2.
_NUMBERED = (
    (1, re.compile(r"第[一二三四五六七八九十\d]{1,3}[章部分篇]|(?:Chapter|Part) \w+", re.IGNORECASE)),
    (1, re.compile(r"[一二三四五六七八九十]{1,3}、")),
    (2, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    (2, re.compile(r"\d{1,2}[.．]\d{1,2}(?![\d.．])\s?\D")),
    (1, re.compile(r"\d{1,2}[.．、]?\s+\D|0\d\s?\D")),
)
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    level: int  # 0: none
    listed: bool


def document_parts(archive: zipfile.ZipFile) -> list[dict[str, Any]]:
    """Return kind (heading, text, item, table), level and words, or rows of cells, of each part in order.

    Raises KeyError where the file has no body, ElementTree.ParseError where that is no XML.
    """
    body, styles = _tree(archive, _BODY), _styles(archive)
    found = list(_parts(body, styles))
    if not any(part["kind"] == "heading" for part in found):
        found = [_by_number(part) for part in found]
    return found


def _tree(archive: zipfile.ZipFile, name: str) -> Element:
    data = archive.read(name)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise ElementTree.ParseError("a document type")
    return ElementTree.fromstring(data)


def _styles(archive: zipfile.ZipFile) -> Mapping[str, _Style]:
    if _STYLES not in archive.namelist():
        return {}
    return {style.get(f"{_W}styleId") or "": _style(style) for style in _tree(archive, _STYLES).iter(f"{_W}style")}


def _style(style: Element) -> _Style:
    name = _value(style.find(f"{_W}name"))
    heading = _HEADING.match(name)
    level = int(heading[1]) if heading else _level(style.find(f"{_W}pPr/{_W}outlineLvl"))
    listed = style.find(f"{_W}pPr/{_W}numPr") is not None
    return _Style(name, _value(style.find(f"{_W}basedOn")), level, listed)


def _value(element: Element | None) -> str:
    return (element.get(f"{_W}val") or "") if element is not None else ""


def _level(element: Element | None) -> int:
    text = _value(element)
    return int(text) + 1 if text.isdecimal() and int(text) < _DEEPEST * 3 else 0


def _parts(element: Element, styles: Mapping[str, _Style]) -> Iterator[dict[str, Any]]:
    for child in element:
        if child.tag in UNREAD:
            continue
        if child.tag == f"{_W}sdt" and _is_contents(child):
            continue
        if child.tag == f"{_W}p":
            yield from _paragraph(child, styles)
        elif child.tag == f"{_W}tbl":
            yield from _table(child)
        else:
            yield from _parts(child, styles)


def _is_contents(control: Element) -> bool:
    gallery = _value(control.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery"))
    return "contents" in gallery.lower()


def _paragraph(paragraph: Element, styles: Mapping[str, _Style]) -> Iterator[dict[str, Any]]:
    words = " ".join(words_of(paragraph).split())
    if not words:
        return
    chain = list(_chain(_value(paragraph.find(f"{_W}pPr/{_W}pStyle")), styles))
    if any(_BESIDE.match(style.name) or _TITLE.match(style.name) for style in chain[:1]):
        return
    own = _level(paragraph.find(f"{_W}pPr/{_W}outlineLvl"))
    level = own or next((style.level for style in chain if style.level), 0)
    if level:
        yield {"kind": "heading", "level": min(level, _DEEPEST), "words": words}
        return
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or any(style.listed for style in chain[:1])
    yield {"kind": "item" if listed else "text", "words": words}


def _chain(name: str, styles: Mapping[str, _Style]) -> Iterator[_Style]:
    """Yield a style and those that it is based on."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        name = styles[name].based_on


def _table(table: Element) -> Iterator[dict[str, Any]]:
    """Yield a table as its rows; one of a single cell is a box around words."""
    rows = [[cell_words(cell) for cell in row.findall(f"{_W}tc")] for row in table.findall(f"{_W}tr")]
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if len(rows) == 1 and len(rows[0]) == 1:
        yield {"kind": "text", "words": rows[0][0].strip()}
    elif rows:
        yield {"kind": "table", "rows": rows}


def _by_number(part: dict[str, Any]) -> dict[str, Any]:
    """Return a paragraph as a heading where its number says so, in a document that has no style for headings."""
    words = part.get("words", "")
    if part["kind"] == "table" or len(words) > _LONGEST_HEADING or words.endswith(("。", "；", ".", ";")):
        return part
    level = next((level for level, pattern in _NUMBERED if pattern.match(words)), 0)
    return {"kind": "heading", "level": level, "words": words} if level else part
