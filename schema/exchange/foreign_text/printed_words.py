"""The words of a PDF file, page by page, as pypdf finds them."""

from __future__ import annotations

import logging
from pathlib import Path

from schema.exchange.foreign_text.paragraphs import Line


class Locked(Exception):
    """The file opens with a password only."""


def printed_lines(path: Path) -> list[Line]:
    """Return each line as it is printed, with its page and its number there. Raises Locked, ValueError (broken)."""
    from pypdf import PdfReader  # deferred: other texts need none of it
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mended is nothing to tell
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError) as error:
        raise ValueError(str(error)) from error
    return [
        (f"{page}:{number}", line)
        for page, text in enumerate(pages, 1)
        for number, line in enumerate([*text.split("\n"), ""], 1)
    ]
