"""One way in which a value follows from others: the sum of its parts, each times its weight."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schema.grammar.reference import Key

Axis = Literal["entity", "period"]
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Part:
    """A value that takes part, by how much of itself."""

    key: Key
    weight: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Way:
    """All parts of one value along one axis. Where they are `asked` for, one that lacks is missed from the first on;
    where they are not, none of them need be there. Its only part may be the `last`, whose value is that of the whole.
    """

    axis: Axis
    parts: tuple[Part, ...]
    asked: bool = False
    last: bool = False
