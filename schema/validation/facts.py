"""What a message says about its issue: each fact is a value of its own type, worded for the reader only at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from schema.catalogue.outline import Outline
from schema.grammar.reference import Key
from schema.grammar.words import Words

# A column is named as <record type>.<column>, a disclosure as <framework>/<code>, a slip by its message; every other
# code by itself.
NamedKind = Literal["breakdown", "department", "entity", "factor", "framework", "record type", "unit"]
PhraseKind = Literal["definition change", "language", "omission"]
CodeKind = NamedKind | PhraseKind | Literal["category", "column", "disclosure", "incomparable", "rule", "side", "slip"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A value of the issue's metric, in its stored unit."""

    value: Decimal
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much two values of the issue's metric differ, in its stored unit; told without a sign."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class AmountAt:
    """A value with its name: that of another metric, in that one's stored unit."""

    key: Key
    value: Decimal
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Percent:
    """A share or change in percent, or in `points` of it; a `limit` has no decimals, any other its sign."""

    value: Decimal
    limit: bool = False
    decimals: int = 1
    points: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """How many times another value one is; below one which part of it. A `limit` is told as a factor."""

    value: Decimal
    limit: bool = False


@dataclass(frozen=True, slots=True)
class Coded:
    """Something that the definitions or the program have a name for."""

    kind: CodeKind
    code: str


@dataclass(frozen=True, slots=True)
class Mended:
    """What the issue's value would be without a slip that its size alone suggests; `slip` is empty where none does."""

    slip: str = ""
    value: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class PrintedAt:
    """A page of a report: `esg-2021`, `p. 77`."""

    report: str
    page: str


@dataclass(frozen=True, slots=True)
class InScale:
    """What a print says of the issue's metric, told behind its `text` where that is in another scale."""

    text: str
    value: Decimal
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a value comes from, told behind a sentence; empty where nobody has said."""

    text: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Many names of which the first few are told, and how many more there are."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartAt:
    """A part of a report, by a section's code, a block's id or a slot; told by its title in its section."""

    outline: Outline = field(compare=False, repr=False)
    part: str


@dataclass(frozen=True, slots=True)
class PartsOf:
    """What adds up to a whole: every category of these breakdowns, or the values at these keys."""

    breakdowns: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()


Plain: TypeAlias = str | int | Decimal | Words | Key
One: TypeAlias = (
    Plain
    | Amount
    | AmountAt
    | Difference
    | Percent
    | Times
    | Coded
    | Mended
    | PrintedAt
    | SourceNote
    | InScale
    | Excerpt
    | PartAt
    | PartsOf
)
Fact: TypeAlias = One | tuple[One, ...]
Facts: TypeAlias = Mapping[str, Fact]
NO_FACTS: Facts = {}

# Facts of every contradiction that its sentence does not tell: its id, and a mark of what its statements say.
ID, CONTENT = "id", "content"
