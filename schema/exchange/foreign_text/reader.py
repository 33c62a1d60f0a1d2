"""Reads a foreign text (txt, md, html, docx, pdf) as paragraphs, in a process of its own with limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from schema.child_process import ChildLimits, go_on, run_child
from schema.errors import AnnalsError
from schema.exchange.foreign_text.paragraphs import Paragraph, rejoined, whole
from schema.values.parse import clean_text


@dataclass(frozen=True, slots=True)
class TextLimits(ChildLimits):
    """What a text may cost."""

    packed: int = 100
    seconds: int = 120


def read_paragraphs(
    path: Path, limits: TextLimits | None = None, stop: Callable[[], bool] = go_on
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a file, each with the lines, pages or paragraphs that its words stood on.

    Raises AnnalsError: scanned.missing, .not_text, .broken, .locked, .no_words, .too_large, .too_slow, child.…; Stopped
    (schema.child_process) soon after `stop` says yes.
    """
    limits = limits or TextLimits()
    try:
        if not path.is_file():
            raise IsADirectoryError if path.is_dir() else FileNotFoundError
        answer = run_child("text", path, limits, stop=stop)
    except OSError as error:
        reason = str(error.strerror or type(error).__name__)
        raise AnnalsError("scanned.missing", file=str(path), reason=reason) from error
    refused = "too_large" if answer.refused == "memory" else answer.refused
    if refused:
        limit = limits.seconds if refused == "too_slow" else limits.packed
        raise AnnalsError(f"scanned.{refused}", file=clean_text(path.name), limit=str(limit))
    if "lines" in answer.facts:
        return rejoined([(str(place), str(words)) for place, words in answer.facts["lines"]])
    return tuple(whole((str(place), str(words)) for place, words in block) for block in answer.facts["paragraphs"])
