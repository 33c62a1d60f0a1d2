"""A quoted number: one number of a foreign text, what it is about, and whether the workspace bears it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from schema.grammar.reference import Key
from schema.validation.facts import Fact, Facts
from schema.validation.issue import Issue
from schema.validation.statements.statement import Statement

# match: what the workspace has, word for word; rounded: true of it at the printed precision; stale: an earlier value;
# circular: the workspace has it from this text alone; unknown: nothing is known of it; other: no quantity of anybody.
Agreement = Literal["match", "rounded", "stale", "mismatch", "circular", "unknown", "other"]
AGREEMENTS: tuple[Agreement, ...] = ("match", "rounded", "stale", "mismatch", "circular", "unknown", "other")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The time that a number speaks of: `year` 0 where none is told, `span` the part of it, `said` whether it is told.

    `day`: a time that is shorter than any span that values are kept of.
    """

    year: int = 0
    span: str = ""
    said: bool = False
    day: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is a whole year, or its end."""
        return not self.span and not self.day


@dataclass(frozen=True, slots=True)
class QuotedNumber:
    """`start` to `end` of its paragraph; `statement` is None of a date. `value` is in `unit`, the stored one of `key`.

    `why` (of a sentence `scan.…`) and `facts` are the reason: words that decided, what is known, candidates that lost.
    """

    start: int
    end: int
    quote: str
    agreement: Agreement
    why: str
    statement: Statement | None = None
    time: Spoken = field(default_factory=Spoken)
    key: Key | None = None
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    current: Decimal | None = None
    current_qualifier: str = ""
    facts: Facts = field(default_factory=dict[str, Fact])

    @property
    def qualifier(self) -> str:
        """The code of the words around it that make it inexact."""
        return self.statement.qualifier if self.statement else ""

    @property
    def reason(self) -> Issue:
        """Why it is taken so, as something that can be told in any language."""
        return Issue(
            f"scan.{self.why}", "work", self.key if self.key is not None and self.key.whole else None, self.facts
        )
