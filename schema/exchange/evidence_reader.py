"""Reads a file that somebody attaches as evidence: kept byte for byte, named and measured, and never run."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from schema.child_process import ChildLimits, run_child
from schema.errors import AnnalsError, ChildError
from schema.exchange.picture_reader import is_what_it_says
from schema.values.datapoint import Attachment
from schema.values.evidence import MOST_PAGES, evidence_name
from schema.values.file_types import file_type

MEGABYTES = 50  # of one file: a scanned contract of some hundred pages
_COUNTED = ("docx", "xlsx", "pptx", "pdf")
_CHANGES = ("st_size", "st_mtime_ns", "st_ino")


@dataclass(frozen=True, slots=True)
class CountLimits(ChildLimits):
    """What counting the pages of a document may cost."""

    packed: int = MEGABYTES
    unpacked: int = 200
    memory: int = 256
    seconds: int = 5


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it will be kept."""

    attachment: Attachment
    content: bytes


def read_evidence(path: Path) -> ReadFile:
    """Read one file. AnnalsError evidence.missing, .folder, .special, .empty, .too_large, .changing."""
    name = evidence_name(path.name)
    content = _content(path, name)
    kind = file_type(content).code
    facts = Attachment(hashlib.sha256(content).hexdigest(), name, kind, len(content))
    return ReadFile(replace(facts, pages=_pages(content) if kind in _COUNTED else 0), content)


def _content(path: Path, name: str) -> bytes:
    try:
        _need_file(path.stat(), name)
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            _need_file(before, name)
            content = file.read(MEGABYTES * 1_000_000 + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AnnalsError("evidence.missing", file=name, reason=reason) from error
    if len(content) > MEGABYTES * 1_000_000:
        raise AnnalsError("evidence.too_large", file=name, limit=str(MEGABYTES))
    if len(content) != after.st_size or any(getattr(before, part) != getattr(after, part) for part in _CHANGES):
        raise AnnalsError("evidence.changing", file=name)
    if not content:
        raise AnnalsError("evidence.empty", file=name)
    return content


def _need_file(facts: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise AnnalsError("evidence.folder", file=name)
    if not stat.S_ISREG(facts.st_mode):
        raise AnnalsError("evidence.special", file=name)
    if facts.st_size > MEGABYTES * 1_000_000:
        raise AnnalsError("evidence.too_large", file=name, limit=str(MEGABYTES))


def _pages(content: bytes) -> int:
    """Return what the document says of its pages, slides or sheets; 0 where it does not say, or cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document"
        path.write_bytes(content)
        try:
            pages = run_child("evidence", path, CountLimits()).facts.get("pages", 0)
        except (OSError, ChildError):  # how many there are is a comfort: the evidence is taken without
            return 0
    return pages if isinstance(pages, int) and 0 < pages <= MOST_PAGES else 0


def received(facts: Attachment, content: bytes) -> Attachment | None:
    """Return the facts of a file that came with a pack, its type told anew by its bytes; None where they are untrue."""
    if hashlib.sha256(content).hexdigest() != facts.hash or not is_what_it_says(facts, content):
        return None
    if facts.width:
        return facts
    return replace(facts, type=file_type(content).code, pages=min(facts.pages, MOST_PAGES))
