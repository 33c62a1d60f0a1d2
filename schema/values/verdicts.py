"""Verdicts: what an auditor found of a value that a report prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from schema.values.datapoint import Snapshot
from schema.values.subject import parts_of, quoted

VERDICTS_NAME = "verdicts"  # where they stand in Snapshot.more

Finding = Literal["pass", "fail"]
FINDINGS: tuple[Finding, ...] = get_args(Finding)


@dataclass(frozen=True, slots=True, order=True)
class VerdictAt:
    """A number of a report: its canonical reference and the format that it is printed in."""

    report: str
    reference: str
    format: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an auditor found of a number, and the words to it.

    `content` is the SHA-256 of what stood there then: later it may be another. `at` is UTC to the second in ISO form.
    """

    report: str
    reference: str
    format: str
    finding: Finding
    remark: str
    content: str
    who: str
    at: str


def verdicts_of(snapshot: Snapshot) -> Mapping[VerdictAt, Verdict]:
    """Return every verdict by what it is about."""
    return snapshot.more.get(VERDICTS_NAME, {})


def write_verdict(subject: VerdictAt) -> str:
    """Return `verdict/<report>/<reference>/<format>`."""
    parts = (subject.report, subject.reference, subject.format)
    return "/".join(["verdict", *map(quoted, parts)])


def read_verdict(text: str) -> VerdictAt | None:
    """Read `verdict/<report>/<reference>/<format>`."""
    parts = parts_of(text, 3) if text.startswith("verdict/") else None
    return VerdictAt(*parts) if parts else None
