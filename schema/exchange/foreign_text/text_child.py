"""Run in a process of its own (schema.child): the words of a foreign text, whatever kind of file it is."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from schema.child import Answer, is_too_large
from schema.exchange.foreign_text.document_words import document_paragraphs
from schema.exchange.foreign_text.page_words import is_page, page_paragraphs
from schema.exchange.foreign_text.printed_words import Locked, printed_lines
from schema.exchange.oldsheets.text_encoding import read_text
from schema.exchange.packs.zip_limits import ZIP_FAULTS

_PDF, _ZIP, _OLD_WORD = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BEGINNING = 1024  # a PDF may have so many bytes before it begins


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return `paragraphs` as lists of (place, words), or `lines` that a column's edge may have broken."""
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if _PDF in beginning:
        return _pdf(path), b""
    if beginning.startswith(_ZIP):
        return _document(path, ask), b""
    if beginning.startswith(_OLD_WORD):
        return {"refused": "not_text"}, b""
    decoded = read_text(path.read_bytes())
    if decoded is None:
        return {"refused": "not_text"}, b""
    text = decoded[0].replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if is_page(text):
        return {"paragraphs": page_paragraphs(text)}, b""
    return {"lines": [(str(number), line) for number, line in enumerate(text.split("\n"), 1)]}, b""


def _pdf(path: Path) -> dict[str, Any]:
    try:
        lines = printed_lines(path)
    except Locked:
        return {"refused": "locked"}
    except ValueError:
        return {"refused": "broken"}
    return {"lines": lines} if any(words.strip() for _, words in lines) else {"refused": "no_words"}


def _document(path: Path, ask: Mapping[str, Any]) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(path) as archive:
            return (
                {"refused": "too_large"} if is_too_large(archive, ask) else {"paragraphs": document_paragraphs(archive)}
            )
    except KeyError:
        return {"refused": "not_text"}
    except (*ZIP_FAULTS, ElementTree.ParseError, OSError, ValueError, RecursionError):
        return {"refused": "broken"}
