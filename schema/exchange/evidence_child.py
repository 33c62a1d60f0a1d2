"""Run in a process of its own (schema.child): counts the pages, slides or sheets of an Office document or a PDF."""

from __future__ import annotations

import logging
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schema.child import Answer, is_too_large
from schema.exchange.packs.zip_limits import ZIP_FAULTS

_MOST = 1_000_000  # bytes of a member that says so little
_COUNT = re.compile(rb"<(?:\w+:)?(?:Pages|Slides)>\s*(\d{1,6})\s*</")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
_PDF = b"%PDF-"


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return `pages`, 0 where the document does not say."""
    with path.open("rb") as file:
        is_pdf = file.read(len(_PDF)) == _PDF
    return ({"pages": _pdf_pages(path)}, b"") if is_pdf else _office(path, ask)


def _pdf_pages(path: Path) -> int:
    """Return the pages that stand there if the document says as many; 0 of one that is encrypted, or damaged.

    What is damaged is mended as far as it goes, and may have lost pages then: no count is better than a low one.
    """
    from pypdf import PdfReader  # deferred: Office documents need none of it
    from pypdf.errors import PyPdfError
    from pypdf.generic import DictionaryObject

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mended is nothing to tell
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            return 0
        top, pages = reader.root_object["/Pages"], len(reader.pages)
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError):
        return 0
    return pages if isinstance(top, DictionaryObject) and top.get("/Count") == pages else 0


def _office(path: Path, ask: Mapping[str, Any]) -> Answer:
    try:
        with zipfile.ZipFile(path) as archive:
            return {"pages": 0 if is_too_large(archive, ask) else _pages(archive)}, b""
    except (*ZIP_FAULTS, OSError, ValueError, LookupError):
        return {"pages": 0}, b""


def _pages(archive: zipfile.ZipFile) -> int:
    names = archive.namelist()
    if "xl/workbook.xml" in names:
        return len(_SHEET.findall(_read(archive, "xl/workbook.xml")))
    count = _COUNT.search(_read(archive, "docProps/app.xml")) if "docProps/app.xml" in names else None
    return int(count[1]) if count else 0


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return member.read(_MOST)
