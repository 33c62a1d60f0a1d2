"""Where the overview leads: what is asked of the window by a click on something in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schema.grammar.reference import Key, RecordKey
from schema.values.subject import TextAt

GoalKind = Literal[
    "open_values", "cell", "text", "requests", "late", "review", "contradictions", "coverage", "owners", "ask",
    "remind", "export", "compare", "place",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Goal:
    """A place or a deed, with the departments and the chapter that it is about, or the thing that is to be shown."""

    kind: GoalKind
    departments: tuple[str, ...] = ()
    chapter: str = ""
    subjects: tuple[str, ...] = ()
    at: Key | TextAt | RecordKey | None = None
