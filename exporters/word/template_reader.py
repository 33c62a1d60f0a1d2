"""Reads a company's own Word file as its template, in a process of its own with limits, and says what it lacks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from exporters.word.writer import template_path
from schema.child_process import ChildAnswer, ChildLimits, run_child
from schema.errors import ChildError
from schema.validation.issue import Issue, Severity
from schema.values.changes import Change, keep
from schema.values.datapoint import Attachment
from schema.values.image_slots import WORD_FILE
from schema.values.parse import clean_text


@dataclass(frozen=True, slots=True)
class TemplateLimits(ChildLimits):
    """What a template may cost."""

    packed: int = 20
    unpacked: int = 200


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
    """Read one file. Codes of errors: template.missing, .not_word, .too_large, .narrow, .too_slow, child.…; of a doubt:
    template.styles, template.taken.
    """
    limits = limits or TemplateLimits()
    try:
        answer = run_child("template", path, limits, {"own": str(template_path())})
    except OSError as error:
        return _fault("missing", path, reason=str(error.strerror or error))
    except ChildError as error:
        return ReadTemplate(None, b"", (Issue(error.code, "error", facts=error.params, place=clean_text(path.name)),))
    if answer.refused:
        code = "too_large" if answer.refused == "memory" else answer.refused
        return _fault(code, path, limit=str(limits.seconds if code == "too_slow" else limits.packed))
    return _taken(path, answer)


def _taken(path: Path, answer: ChildAnswer) -> ReadTemplate:
    content, missing = answer.content, list(map(str, answer.facts["missing"]))
    file = Attachment(hashlib.sha256(content).hexdigest(), clean_text(path.name), WORD_FILE, len(content))
    params = {"list": ", ".join(missing), "count": str(len(missing))}
    notes = (_issue("styles", "doubt", path, params),) if missing else ()
    if taken := ", ".join(map(str, answer.facts["taken"])):
        notes = (*notes, _issue("taken", "doubt", path, {"list": taken}))
    return ReadTemplate(file, content, notes)


def _fault(code: str, path: Path, **params: str) -> ReadTemplate:
    return ReadTemplate(None, b"", (_issue(code, "error", path, params),))


def _issue(code: str, severity: Severity, path: Path, params: dict[str, str]) -> Issue:
    name = clean_text(path.name)
    return Issue(f"template.{code}", severity, facts={"file": name, **params}, place=name)
