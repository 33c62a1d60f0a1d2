"""How far a figure may be off because its inputs were only known rounded."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures, Result


def entered_leaves(result: Result, figures: Figures) -> tuple[Key, ...]:
    """Return the entered keys that a figure comes from, through every figure between."""
    return figures.leaves(result) if result.inputs else ()


def reach(result: Result, figures: Figures) -> tuple[Decimal, tuple[Key, ...]]:
    """Return how far the figure moves with the rounding of its inputs, and the inputs that move it."""
    total, moving = Decimal(0), list[Key]()
    for leaf in entered_leaves(result, figures):
        half = figures.half_step(figures.value(leaf), typed=False)
        moved = _moved(result, leaf, half, figures) if half else Decimal(0)
        if moved:
            total = EXACT.add(total, moved)
            moving.append(leaf)
    return total, tuple(moving)


def _moved(result: Result, leaf: Key, half: Decimal, figures: Figures) -> Decimal:
    point = figures.snapshot.points.get(leaf)
    if point is None or point.value is None or result.value is None:
        return Decimal(0)
    points = {**figures.snapshot.points, leaf: replace(point, value=EXACT.add(point.value, half))}
    other = Figures(figures.catalogue, Snapshot(points=points)).value(result.key).value
    return EXACT.subtract(other, result.value).copy_abs() if other is not None else Decimal(0)
