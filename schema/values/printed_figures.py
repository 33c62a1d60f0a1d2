"""What reports printed, beside what follows from the data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from schema.grammar.reference import Key
from schema.values.datapoint import PublishedValue
from schema.values.intervals import fits
from schema.values.result import Result


def as_printed(result: Result, told: Result, printed: PublishedValue) -> Result:
    """Return a figure as a report printed it, where that is not what follows from the data."""
    if result.value is None or (told.value is not None and fits(result.value, result.qualifier, printed)):
        return told
    return replace(result, value=printed.value, qualifier=printed.qualifier, typed=printed.text, computed=result.value)


def printed_steps(published: Iterable[PublishedValue]) -> dict[tuple[Key, Decimal], Decimal]:
    """Return the size of the last digit of each printed value, the finest where several reports printed it."""
    steps: dict[tuple[Key, Decimal], Decimal] = {}
    for value in published:
        place = value.key, value.value
        steps[place] = min(value.resolution, steps.get(place, value.resolution))
    return steps
