"""What a file is by what it begins with, whatever it is called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from schema.exchange.oldsheets.text_encoding import read_text
from schema.foreign_file import beginning

Kind = Literal["book", "page", "text"]
BOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
# A ZIP file, a compound file, and Excel sheets from before there were compound files.
_BOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_PAGE = re.compile(
    r"<!doctype html|<html|<table|<body|urn:schemas-microsoft-com:office:spreadsheet|^mime-version:", re.I
)
_BEGINNING = 8192


def file_kind(path: Path) -> Kind:
    """Return the kind by content; by the name alone where the file cannot be read or says nothing.

    Text under the name of a workbook is text only where lines of it have columns.
    """
    named: Kind = "book" if path.suffix.lower() in BOOKS else "text"
    try:
        data = beginning(path, _BEGINNING)
    except OSError:
        return named
    if data.startswith(_BOOK):
        return "book"
    found = read_text(data) or read_text(_whole_lines(data))
    if found is None:
        return named
    text = found[0].lstrip("\ufeff \r\n\t")
    if _PAGE.search(text) and (named == "book" or text.startswith("<")):
        return "page"
    columns = [line for line in text.splitlines() if re.search(r"[\t,;]", line)]
    return "book" if named == "book" and len(columns) < 2 else "text"


def is_zip(path: Path) -> bool:
    """Whether a file is one of the newer workbooks."""
    return beginning(path, 4) == _BOOK[0]


def _whole_lines(data: bytes) -> bytes:
    """Leave out the last line: it may have been cut within a character."""
    return data[: data.rfind(b"\n") + 1] or data[: len(data) // 2 * 2]
