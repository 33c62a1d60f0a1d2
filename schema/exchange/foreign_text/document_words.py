"""The words of a Word document: its paragraphs in order, those of tables, text boxes and content controls, too."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from schema.exchange.foreign_text.paragraphs import Line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARK = re.compile("footnote|endnote", re.IGNORECASE)
_BODY = "word/document.xml"
# Parts beside the body whose words are printed, too; their paragraphs are counted on.
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
# What is struck, and what only machines read.
UNREAD = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _ALTERNATIVE))


def document_paragraphs(archive: zipfile.ZipFile) -> list[list[Line]]:
    """Return each paragraph with its number, a row of a table as one with its cells parted by a bar.

    Raises KeyError where the file has no body, ElementTree.ParseError where that is no XML.
    """
    names, numbered = archive.namelist(), list[str]()
    for part in (_BODY, *(name for name in _NOTES if name in names)):
        data = archive.read(part)
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
            raise ElementTree.ParseError("a document type")
        numbered += _blocks(ElementTree.fromstring(data))
    return [[(str(number), words)] for number, words in enumerate(numbered, 1) if words.strip()]


def _blocks(element: Element) -> Iterator[str]:
    """Yield the words of every paragraph and table row below an element; empty ones, too: they are counted."""
    for child in element:
        if child.tag in UNREAD:
            continue
        if child.tag == f"{_W}p":
            yield words_of(child)
            yield from _boxes(child)
        elif child.tag == f"{_W}tr":
            yield " | ".join(cell_words(cell) for cell in child.iter(f"{_W}tc"))
        else:
            yield from _blocks(child)


def cell_words(cell: Element) -> str:
    return " ".join(filter(None, (words_of(paragraph).strip() for paragraph in cell.iter(f"{_W}p"))))


def _boxes(paragraph: Element) -> Iterator[str]:
    """Yield the paragraphs of text boxes that are anchored in a paragraph."""
    for child in read_below(paragraph):
        if child.tag == f"{_W}txbxContent":
            yield from _blocks(child)


def read_below(element: Element) -> Iterator[Element]:
    """Yield what is below an element and read, boxes without what is in them."""
    for child in element:
        if child.tag in UNREAD:
            continue
        yield child
        if child.tag != f"{_W}txbxContent":
            yield from read_below(child)


def words_of(paragraph: Element) -> str:
    raised, words = set[Element](), ""
    for child in read_below(paragraph):
        if child.tag == f"{_W}r" and _is_raised(child):
            raised.update(child)
        elif child.tag == f"{_W}t" and child not in raised:
            words += child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr") and child not in raised:
            words += " "
    return words


def _is_raised(run: Element) -> bool:
    """Whether a run is a raised number alone: the mark of a footnote, glued to the value before it."""
    align, style = run.find(f"{_W}rPr/{_W}vertAlign"), run.find(f"{_W}rPr/{_W}rStyle")
    raised = align is not None and align.get(f"{_W}val") == "superscript"
    mark = style is not None and _MARK.search(style.get(f"{_W}val") or "") is not None
    return (raised or mark) and "".join(t.text or "" for t in run.iter(f"{_W}t")).strip().isdecimal()
