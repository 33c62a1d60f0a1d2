"""One finding about what a person entered: a value, not an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from schema.grammar.reference import Key

Severity = Literal["error", "doubt"]


@dataclass(frozen=True, slots=True)
class Issue:
    """`code` names the message, `params` fill its places; `place` is a file and row, a report's page, or empty.

    An error blocks approval and final export; a doubt needs a remark.
    """

    code: str
    severity: Severity
    key: Key | None = None
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    place: str = ""
