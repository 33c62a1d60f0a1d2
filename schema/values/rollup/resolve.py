"""The one place that decides what stands at a key that nobody has typed, where it follows from others of its metric."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint
from schema.values.intervals import qualifier_of_sum
from schema.values.omissions import counts_as_nothing
from schema.values.result import Result
from schema.values.rollup.way import ONE, Way

# What is typed at a key, else what stands there: both have a value, a qualifier, an omission.
Look = Callable[[Key], Result | DataPoint]
ABSENT = "not_applicable"


def resolve(key: Key, ways: Iterable[Way], look: Look) -> Result:
    """Return what the first way gives that has all its parts; else what the first one lacks of which there is any."""
    lacking: Result | None = None
    for way in ways:
        added = add_up(key, way, look)
        if added.kind != "missing":
            return added
        if lacking is None and added.missing:
            lacking = added
    return lacking or Result(key, "missing")


def add_up(key: Key, way: Way, look: Look) -> Result:
    """Return the sum of a way's parts. A part that does not apply counts as absent; where none does, nor does the sum.

    It is missing while a part is, which is named where parts are asked for, or others are there.
    """
    total, added, missing = Decimal(0), list[tuple[Decimal, str]](), list[Key]()
    for part in way.parts:
        result = look(part.key)
        if result.value is not None:
            value = result.value if part.weight == ONE else EXACT.multiply(result.value, part.weight)
            total = EXACT.add(total, value)
            added.append((value, result.qualifier))
        elif not counts_as_nothing(result.omission):
            missing.append(part.key)
    inputs = tuple([part.key for part in way.parts])
    if missing:
        told = way.asked or bool(added) or len(missing) < len(inputs)
        if not told:
            return Result(key, "missing")
        return Result(key, "missing", inputs=inputs, missing=tuple(missing), reason="missing")
    if not added:
        return Result(key, "omission", omission=ABSENT, inputs=inputs)
    weights = () if all(part.weight == ONE for part in way.parts) else tuple([part.weight for part in way.parts])
    return Result(key, "figure", total, qualifier_of_sum(added), inputs=inputs, total=True, weights=weights)
