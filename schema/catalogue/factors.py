"""Dated factors, and groups of them: `grid.*` is whichever of the grids is the place's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from schema.grammar.decimals import EXACT
from schema.grammar.words import Words

GROUP = ".*"
FOR_EVER = 9999
SCALE_DIGITS = 28


@dataclass(frozen=True, slots=True)
class FactorVersion:
    """A dated constant: in force from year `since` to year `until` (both inclusive; 0 = open), in `unit`.

    `unit` is written as unit codes joined by / (kgce/m3); `scale` turns the value into coherent base units. Where that
    number has no end (1/3600000), 28 digits of it stand there.
    """

    code: str
    name: Words
    value: Decimal
    unit: str
    scale: Decimal
    dimension: str
    since: int
    until: int
    source: str

    @property
    def amount(self) -> Decimal:
        """Its value in base units."""
        return EXACT.multiply(self.value, self.scale)

    @property
    def rounded(self) -> bool:
        """Whether its scale is not quite exact."""
        return len(self.scale.as_tuple().digits) >= SCALE_DIGITS

    def holds_in(self, year: int) -> bool:
        """Whether it is in force in a year."""
        return self.since <= year <= (self.until or FOR_EVER)


def is_group(code: str) -> bool:
    """Whether a factor's code in a formula stands for that of the place: `grid.*`."""
    return code.endswith(GROUP)


def group_of(code: str) -> str:
    """Return the group that a factor belongs to: `grid.*` of `grid.north`; empty where its code has one part."""
    stem = code.rpartition(".")[0]
    return f"{stem}{GROUP}" if stem else ""


def in_group(group: str, codes: Iterable[str]) -> Iterator[str]:
    """Yield those of the codes that belong to a group."""
    return (code for code in codes if group_of(code) == group)


def dimensions_of(factors: Iterable[FactorVersion]) -> Mapping[str, str]:
    """Return the dimension of each factor, and of each group whose factors have all the same."""
    own = {factor.code: factor.dimension for factor in factors}
    groups: dict[str, set[str]] = {}
    for code, dimension in own.items():
        if group := group_of(code):
            groups.setdefault(group, set()).add(dimension)
    return own | {group: found.pop() for group, found in groups.items() if len(found) == 1}
