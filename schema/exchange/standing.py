"""What stands beside a value in the workspace, and stays where a file says nothing about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint
from schema.values.period_reading import Fiscal as Fiscal

# What is said of a value beside it; each is a column of a figures file.
BESIDE = ("footnote", "note", "method", "estimated", "as_of", "since", "source")


@dataclass(frozen=True, slots=True)
class Known:
    """What a workspace knows that reading a file needs: how fiscal years are called, and the values that stand."""

    fiscal: Fiscal = ""
    points: Mapping[Key, DataPoint] = field(default_factory=dict[Key, DataPoint])


NOTHING_KNOWN = Known()


def with_standing(point: DataPoint, standing: DataPoint | None, absent: Collection[str]) -> DataPoint:
    """Return what a file brings, beside it what stands there of that for which the file has no column (`absent`).

    A footnote stays only with what it explains: that of an omission goes with the omission, that of a value with the
    value. A qualifier is part of a number: it stays where the very same number is written again.
    """
    if standing is None:
        return point
    stays: dict[str, Any] = {
        name: getattr(standing, name) for name in BESIDE if name in absent and not getattr(point, name)
    }
    if "note" in stays:
        stays["unsorted"] = standing.unsorted
    if turned(point, standing):
        stays.pop("footnote", None)
    again = (point.value, point.typed) == (standing.value, standing.typed) and point.value is not None
    if again and "qualifier" in absent and not point.qualifier:
        stays["qualifier"] = standing.qualifier
    return replace(point, **stays)


def turned(point: DataPoint, standing: DataPoint) -> bool:
    """Whether a value takes the place of an omission, or an omission that of a value."""
    return bool(point.omission) != bool(standing.omission)


def lost_footnote(point: DataPoint, standing: DataPoint | None) -> str:
    """Return the footnote that goes with what it explained, where nothing else takes its place; else empty."""
    if standing is None or not turned(point, standing) or point.footnote:
        return ""
    return standing.footnote
