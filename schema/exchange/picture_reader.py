"""Reads a foreign picture (PNG, JPEG) in a process of its own with limits, and says what is wrong with it.

What is kept is never more than print needs: a large photograph is made smaller, a turned one upright, and what a camera
writes into it (place, time, owner) is left out.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schema.child_process import ChildLimits, run_child
from schema.errors import ChildError
from schema.validation.issue import Issue, Severity
from schema.values.changes import Change, keep
from schema.values.datapoint import Attachment
from schema.values.parse import clean_text

_NOTED = ("scaled", "first_frame", "colours")  # a picture turned upright looks as everywhere else: nothing to tell


@dataclass(frozen=True, slots=True)
class PictureLimits(ChildLimits):
    """What a picture may cost, in pixels, too.

    `side` is the longest side in pixels that is kept: 2,400 print at 300 dots per inch over 20 cm.
    """

    packed: int = 40
    pixels: int = 120_000_000
    side: int = 2400


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """A picture as it will be kept, or none; `issues` say why there is none (error) or what was done to it (doubt)."""

    attachment: Attachment | None
    content: bytes = b""
    issues: tuple[Issue, ...] = ()

    @property
    def change(self) -> Change | None:
        """Return what takes it in, with its bytes; None where there is none."""
        return keep(self.attachment, content=self.content) if self.attachment else None


def read_picture(path: Path, limits: PictureLimits | None = None) -> ReadPicture:
    """Read one file. Codes of errors: picture.missing, .too_large, .not_picture, .other_format, .damaged,
    .too_many_pixels, .shape, .too_slow, child.…; of doubts: picture.scaled, .first_frame, .colours.
    """
    limits = limits or PictureLimits()
    if path.exists() and not path.is_file():
        return _fault("not_picture", path)
    try:
        answer = run_child("picture", path, limits)
    except OSError as error:
        return _fault("missing", path, reason=str(error.strerror or error))
    except ChildError as error:
        return ReadPicture(None, b"", (Issue(error.code, "error", facts=error.params, place=clean_text(path.name)),))
    if answer.refused:
        code = "too_many_pixels" if answer.refused == "memory" else answer.refused
        return _fault(code, path, **_refusal(code, answer.facts, limits))
    return _taken(path, answer.facts, answer.content)


def is_what_it_says(facts: Attachment, content: bytes) -> bool:
    """Whether bytes that somebody has sent are of this size, and a picture the one that `read_picture` would keep."""
    if len(content) != facts.size:
        return False
    if not facts.width and not facts.height:
        return True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture"
        path.write_bytes(content)
        read = read_picture(path).attachment
    kept = (facts.hash, facts.width, facts.height)
    return read is not None and (read.hash, read.width, read.height) == kept


def read_pictures(paths: Iterable[Path]) -> dict[Path, ReadPicture]:
    """Read several files at once."""
    found = sorted(paths)
    with ThreadPoolExecutor(max_workers=4) as executor:
        return dict(zip(found, executor.map(read_picture, found), strict=True))


def _refusal(code: str, facts: Mapping[str, Any], limits: PictureLimits) -> dict[str, str]:
    """Return what the sentence of a refusal names."""
    match code:
        case "too_large":
            return {"size": f"{facts['size'] / 1_000_000:,.0f}", "limit": str(limits.packed)}
        case "too_slow":
            return {"limit": str(limits.seconds)}
        case _:
            pixels = f"{facts['width']:,} × {facts['height']:,}" if "width" in facts else ""
            limit = f"{limits.pixels / 1_000_000:,.0f}"
            return {"format": str(facts.get("format", "")), "pixels": pixels, "limit": limit}


def _taken(path: Path, facts: Mapping[str, Any], content: bytes) -> ReadPicture:
    name = clean_text(path.name).strip() or path.suffix
    width, height = int(facts["width"]), int(facts["height"])
    picture = Attachment(hashlib.sha256(content).hexdigest(), name, facts["kind"], len(content), width, height)
    old = facts.get("from", (width, height))
    params = {"old": f"{old[0]:,} × {old[1]:,}", "new": f"{width:,} × {height:,}"}
    notes = tuple(_issue(note, "doubt", path, params) for note in facts["notes"] if note in _NOTED)
    return ReadPicture(picture, content, notes)


def _fault(code: str, path: Path, **params: str) -> ReadPicture:
    return ReadPicture(None, b"", (_issue(code, "error", path, params),))


def _issue(code: str, severity: Severity, path: Path, params: dict[str, str]) -> Issue:
    name = clean_text(path.name)
    return Issue(f"picture.{code}", severity, facts={"file": name, **params}, place=name)
