"""Run in a process of its own (schema.child): the parts of a Word report."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from schema.child import Answer, is_too_large
from schema.exchange.foreign_text.document_parts import document_parts
from schema.exchange.packs.zip_limits import ZIP_FAULTS


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return `parts` as document_parts does, or why the file is refused."""
    try:
        with zipfile.ZipFile(path) as archive:
            if is_too_large(archive, ask):
                return {"refused": "too_large"}, b""
            return {"parts": document_parts(archive)}, b""
    except KeyError:
        return {"refused": "not_word"}, b""
    except (*ZIP_FAULTS, ElementTree.ParseError, OSError, ValueError, RecursionError):
        return {"refused": "not_word" if not zipfile.is_zipfile(path) else "broken"}, b""
