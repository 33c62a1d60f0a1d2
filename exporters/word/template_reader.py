"""Reads a company's own Word file as its template, in a process of its own with limits, and says what it lacks."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exporters.word.writer import template_path
from schema.validation.issue import Issue, Severity
from schema.values.changes import Change, keep
from schema.values.datapoint import Attachment
from schema.values.image_slots import WORD_FILE
from schema.values.parse import clean_text


@dataclass(frozen=True, slots=True)
class TemplateLimits:
    """What a template may cost: megabytes packed and unpacked, memory (megabytes) and seconds."""

    packed: int = 20
    unpacked: int = 200
    memory: int = 3000
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class ReadTemplate:
    """A template as it will be kept, or none; `issues` say why there is none (error) or what it lacks (doubt)."""

    attachment: Attachment | None
    content: bytes = b""
    issues: tuple[Issue, ...] = ()

    @property
    def change(self) -> Change | None:
        """Return what takes it in, with its bytes; None where there is none."""
        return keep(self.attachment, content=self.content) if self.attachment else None


def read_template(path: Path, limits: TemplateLimits | None = None) -> ReadTemplate:
    """Read one file. Codes of errors: template.missing, .not_word, .too_large, .narrow, .too_slow; doubt: .styles."""
    limits = limits or TemplateLimits()
    try:
        size = path.stat().st_size
    except OSError as error:
        return _fault("missing", path, reason=str(error.strerror or error))
    if size > limits.packed * 1_000_000:
        return _fault("too_large", path, limit=str(limits.packed))
    try:
        facts, content = _ask_child(path, limits)
    except subprocess.TimeoutExpired:
        return _fault("too_slow", path, limit=str(limits.seconds))
    if "refused" in facts:
        return _fault(facts["refused"], path, limit=str(limits.packed))
    file = Attachment(hashlib.sha256(content).hexdigest(), clean_text(path.name), WORD_FILE, len(content))
    missing: list[str] = facts["missing"]
    params = {"list": ", ".join(missing), "count": str(len(missing))}
    notes = (_issue("styles", "doubt", path, params),) if missing else ()
    return ReadTemplate(file, content, notes)


def _ask_child(path: Path, limits: TemplateLimits) -> tuple[dict[str, Any], bytes]:
    numbers = map(str, (limits.unpacked, limits.memory, limits.seconds))
    child = str(Path(__file__).with_name("template_child.py"))
    call = [sys.executable, "-I", child, str(path.resolve()), str(template_path()), *numbers]
    done = subprocess.run(call, capture_output=True, timeout=limits.seconds, check=False)
    if done.returncode != 0:
        # Ended by the system it has met a limit; ended with words it could not read the file.
        met = done.returncode < 0 or b"MemoryError" in done.stderr
        return {"refused": "too_large" if met else "not_word"}, b""
    head, _, content = done.stdout.partition(b"\n")
    return json.loads(head), content


def _fault(code: str, path: Path, **params: str) -> ReadTemplate:
    return ReadTemplate(None, b"", (_issue(code, "error", path, params),))


def _issue(code: str, severity: Severity, path: Path, params: dict[str, str]) -> Issue:
    name = clean_text(path.name)
    return Issue(f"template.{code}", severity, params={"file": name, **params}, place=name)
