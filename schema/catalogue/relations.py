"""Relations between metrics that the catalogue declares: what values of several metrics say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schema.grammar.formula import Ref

RelationName = Literal[
    "at_most", "usual", "cumulative", "product", "within", "same_rate", "same_total", "share", "whole", "grown", "once"
]


@dataclass(frozen=True, slots=True)
class RelationKind:
    """How the terms of a relation belong together.

    `formula` is what the units of the terms {0}, {1} … have to fit; numbers of different things (places, people) may be
    held against each other where the kind `counts`. `members`: a term may stand for all members of a breakdown.
    `rough`: both sides may be some percent apart. `past`: earlier years are held against a year, too. `near`: where a
    year lacks what comes second, the nearest of so many years before and after stands in for it.
    """

    code: RelationName
    terms: int
    formula: str
    counts: bool = False
    members: bool = False
    rough: bool = False
    past: bool = False
    near: int = 0


_ROWS = (
    # The first is never more than the second: a part, what is narrower, what needs the other (hired, applied).
    RelationKind("at_most", 2, "{0} <= {1}", counts=True),
    # The first is hardly ever more than the second: it is asked about, and forbidden by nothing.
    RelationKind("usual", 2, "{0} <= {1}", counts=True),
    # The second counts from a year on what the first counts in one: never less than the years since, and never less
    # than it was with those after it.
    RelationKind("cumulative", 2, "{0} <= {1}", past=True),
    # Rate, base and total: hours per head, heads, hours; a share, the whole, the part.
    RelationKind("product", 3, "{0} * {1} = {2}", members=True, rough=True),
    # Rate, base, and a part of what they make: hours of one sort of training, hours per head in all, heads.
    RelationKind("within", 3, "{2} <= {0} * {1}", members=True, rough=True),
    # The first per second is about as much as the third per fourth. A tonne of CO₂ is one of its equivalents, too.
    RelationKind("same_rate", 4, "{1} = {3}", rough=True, near=3),
    # First times second is as much as third times fourth: likes per creator, creators; likes per video, videos.
    RelationKind("same_total", 4, "{0} * {1} = {2} * {3}", counts=True, rough=True),
    # A share, the part, and the rest of the whole.
    RelationKind("share", 3, "{0} = {1} / ({1} + {2})", rough=True),
    # A share, and how many things there are of which it is one: a whole number of them gives it.
    RelationKind("whole", 2, "{0} * {1} = {1}"),
    # The growth of a share, and the share, which a year later is not more than the whole.
    RelationKind("grown", 2, "{0} = {1}", near=1),
    # A level that is reached for the first time in one year only, by whoever says so.
    RelationKind("once", 1, "{0} = {0}", past=True),
)
RELATION_KINDS: Mapping[str, RelationKind] = {row.code: row for row in _ROWS}


@dataclass(frozen=True, slots=True)
class Relation:
    """`terms` belong together as `kind` says; both sides may be `slack` percent apart where the kind is rough."""

    code: str
    kind: RelationName
    terms: tuple[Ref, ...]
    slack: Decimal = Decimal(0)

    @property
    def traits(self) -> RelationKind:
        """What its kind says of it."""
        return RELATION_KINDS[self.kind]
