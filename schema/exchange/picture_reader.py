"""Reads a foreign picture (PNG, JPEG) in a process of its own with limits, and says what is wrong with it.

What is kept is never more than print needs: a large photograph is made smaller, a turned one upright, and what a camera
writes into it (place, time, owner) is left out.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schema.validation.issue import Issue, Severity
from schema.values.changes import Change, keep
from schema.values.datapoint import Attachment
from schema.values.parse import clean_text

_NOTED = ("scaled", "first_frame", "colours")  # a picture turned upright looks as everywhere else: nothing to tell


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """What a picture may cost: megabytes of its file, pixels, memory (megabytes) and seconds.

    `side` is the longest side in pixels that is kept: 2,400 print at 300 dots per inch over 20 cm.
    """

    size: int = 40
    pixels: int = 120_000_000
    side: int = 2400
    memory: int = 3000
    seconds: int = 60


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
    .too_many_pixels, .shape, .too_slow; of doubts: picture.scaled, .first_frame, .colours.
    """
    limits = limits or PictureLimits()
    try:
        size = path.stat().st_size
    except OSError as error:
        return _fault("missing", path, reason=str(error.strerror or error))
    if not path.is_file():
        return _fault("not_picture", path)
    if size > limits.size * 1_000_000:
        return _fault("too_large", path, size=f"{size / 1_000_000:,.0f}", limit=str(limits.size))
    try:
        facts, content = _ask_child(path, limits)
    except subprocess.TimeoutExpired:
        return _fault("too_slow", path, limit=str(limits.seconds))
    if "refused" in facts:
        return _fault(facts["refused"], path, **_refusal(facts, limits))
    return _taken(path, facts, content)


def read_pictures(paths: Iterable[Path]) -> dict[Path, ReadPicture]:
    """Read several files at once."""
    found = sorted(paths)
    with ThreadPoolExecutor(max_workers=4) as executor:
        return dict(zip(found, executor.map(read_picture, found), strict=True))


def _ask_child(path: Path, limits: PictureLimits) -> tuple[dict[str, Any], bytes]:
    numbers = map(str, (limits.side, limits.pixels, limits.memory, limits.seconds))
    call = [sys.executable, "-I", str(Path(__file__).with_name("picture_child.py")), str(path.resolve()), *numbers]
    done = subprocess.run(call, capture_output=True, timeout=limits.seconds, check=False)
    if done.returncode != 0:
        # Ended by the system it has met a limit; ended with words it could not read the file.
        met = done.returncode < 0 or b"MemoryError" in done.stderr
        return {"refused": "too_many_pixels" if met else "damaged"}, b""
    head, _, content = done.stdout.partition(b"\n")
    return json.loads(head), content


def _refusal(facts: dict[str, Any], limits: PictureLimits) -> dict[str, str]:
    side = f"{facts.get('width', 0):,} × {facts.get('height', 0):,}" if "width" in facts else ""
    return {
        "format": str(facts.get("format", "")),
        "pixels": side,
        "limit": f"{limits.pixels / 1_000_000:,.0f}",
    }


def _taken(path: Path, facts: dict[str, Any], content: bytes) -> ReadPicture:
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
    return Issue(f"picture.{code}", severity, params={"file": name, **params}, place=name)
