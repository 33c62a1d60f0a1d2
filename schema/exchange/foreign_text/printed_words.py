"""The words of a PDF file, page by page, as pypdf finds them."""

from __future__ import annotations

import logging
import struct
import zlib
from pathlib import Path

from schema.exchange.foreign_text.paragraphs import Line

# What pypdf and what it calls raise over a broken file, beside its own errors.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, TypeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip


class Locked(Exception):
    """The file opens with a password only."""


def printed_lines(path: Path) -> list[Line]:
    """Return each line as it is printed, with its page and its number there. Raises Locked, ValueError (broken)."""
    from pypdf import PdfReader  # deferred: other texts need none of it
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mended is nothing to tell
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked
        pages = [page.extract_text() for page in reader.pages]
    except DependencyError as error:  # a cipher that nothing here opens
        raise Locked from error
    except (PyPdfError, DeprecationError, *_FAULTS) as error:
        raise ValueError(str(error)) from error
    return [
        (f"{page}:{number}", line)
        for page, text in enumerate(pages, 1)
        for number, line in enumerate([*text.split("\n"), ""], 1)
    ]
