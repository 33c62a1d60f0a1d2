"""How a number came from another one by a slip of the pen, and how surely its words must then name that one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

# scale: the digits in another scale (万 for 亿); exchanged: the digits in another order; digit: one of them changed;
# lost: one too few or too many; year: the value of another year.
Slip = Literal["scale", "exchanged", "digit", "lost", "year"]

_TELLING, _PAIR = 3, 2
_LONG = 5  # so many digits are never alike by chance
# How surely a value must be named for a number that may be it with a slip, by how many digits both have. The rarer a
# slip is by chance, the less must be said: of four digits one in 270 numbers is another one with one digit changed.
_LEAST: Mapping[Slip, Mapping[int, float]] = {
    "scale": {1: 0.74, 2: 0.45, 3: 0.32, 4: 0.22, _LONG: 0.16},
    "exchanged": {1: 1.0, 2: 0.45, 3: 0.32, 4: 0.22, _LONG: 0.16},
    "digit": {1: 1.0, 2: 0.74, 3: 0.48, 4: 0.36, _LONG: 0.28},
    "lost": {1: 1.0, 2: 0.9, 3: 0.6, 4: 0.45, _LONG: 0.35},
    "year": {1: 0.8, 2: 0.6, 3: 0.4, 4: 0.3, _LONG: 0.25},
}


def slip_of(written: Decimal, known: Decimal) -> Slip | None:
    """Return the slip that makes a known number a written one; None where none does, or where they are the same."""
    if not known or not written or written == known:
        return None
    mine, other = _digits(written), _digits(known)
    if mine == other:
        return "scale"
    if max(len(mine), len(other)) <= _PAIR:
        return _of_a_pair(mine, other)
    if len(mine) == len(other):
        if sorted(mine) == sorted(other):
            return "exchanged"
        return "digit" if sum(a != b for a, b in zip(mine, other, strict=True)) == 1 else None
    longer, shorter = (mine, other) if len(mine) > len(other) else (other, mine)
    lost = len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
    return "lost" if lost else None


def looks_like(written: Decimal, known: Iterable[Decimal]) -> bool:
    """Whether a number is one of these with a slip: another scale, one digit changed, exchanged, lost or added."""
    many = len(_digits(written)) > _PAIR  # of a pair every fifth number is another one with one digit changed
    return any((slip := slip_of(written, value)) is not None and (many or slip != "digit") for value in known)


def least_named(slip: Slip, written: Decimal, known: Decimal, more: int = 0) -> float:
    """Return how surely (0 to 1) a value must be named for a number to be it with this slip.

    `more`: how many other things both have alike, which are worth a digit each.
    """
    count = min(_LONG, max(len(_digits(written)), len(_digits(known))) + more)
    return _LEAST[slip][count]


def _of_a_pair(mine: str, other: str) -> Slip | None:
    if len(mine) != _PAIR or len(other) != _PAIR:
        return None
    return "exchanged" if mine == other[::-1] else "digit" if mine[0] == other[0] or mine[1] == other[1] else None


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.copy_abs().normalize().as_tuple().digits))
