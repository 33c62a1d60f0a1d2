"""Run in a process of its own (schema.child): prepares a company's Word file as a template.

Answers with the names of the styles that it lacks and of what was taken out of it, then the prepared file's bytes.
A refusal is {"refused": reason}, the reasons being those of exporters.word.template_reader.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schema.child import Answer, is_too_large
from schema.exchange.packs.zip_limits import ZIP_FAULTS


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return the facts and the prepared file, or why there is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            if is_too_large(archive, ask):
                return {"refused": "too_large"}, b""
        return _prepared(path, Path(ask["own"]))
    # What zipfile, python-docx and lxml raise on a file that is no Word file is spread over these.
    except (*ZIP_FAULTS, LookupError, ValueError, SyntaxError, AttributeError, TypeError, OSError):
        return {"refused": "not_word"}, b""


def _prepared(path: Path, own: Path) -> Answer:
    from exporters.word.company_template import prepare
    from exporters.word.template_page import PageTooNarrowError

    try:
        prepared = prepare(path, own)
    except PageTooNarrowError:
        return {"refused": "narrow"}, b""
    return {"missing": prepared.missing, "taken": prepared.taken}, prepared.content
