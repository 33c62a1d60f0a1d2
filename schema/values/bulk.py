"""Keys and data points made a hundred thousand at a time.

A frozen dataclass sets each of its fields through a call; that is most of the time that reading many values takes. The
classes here set them plainly and then become what they stand for: what comes out are ordinary, frozen keys and points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint


class _NewKey(Key):
    __slots__ = ()
    __setattr__ = object.__setattr__

    def __init__(self, metric: str, entity: str, period: int, category: str, span: str) -> None:
        self.metric = metric  # pyright: ignore[reportAttributeAccessIssue]
        self.period = period  # pyright: ignore[reportAttributeAccessIssue]
        self.entity = entity  # pyright: ignore[reportAttributeAccessIssue]
        self.category = category  # pyright: ignore[reportAttributeAccessIssue]
        self.span = span  # pyright: ignore[reportAttributeAccessIssue]
        self.__class__ = Key  # pyright: ignore[reportAttributeAccessIssue]


class _NewPoint(DataPoint):
    __slots__ = ()
    __setattr__ = object.__setattr__

    def __init__(  # the columns as they stand in a row
        self, key: Key, value: Any, qualifier: str, omission: str, unread: str, typed: str, note: str, method: str,
        estimated: bool, as_of: str, since: int, source: str, footnote: str = "", sorted_note: bool = False,
    ) -> None:  # fmt: skip
        self.key = key  # pyright: ignore[reportAttributeAccessIssue]
        self.value = value  # pyright: ignore[reportAttributeAccessIssue]
        self.qualifier = qualifier  # pyright: ignore[reportAttributeAccessIssue]
        self.omission = omission  # pyright: ignore[reportAttributeAccessIssue]
        self.unread = unread  # pyright: ignore[reportAttributeAccessIssue]
        self.typed = typed  # pyright: ignore[reportAttributeAccessIssue]
        unsorted = note != "" and not sorted_note
        if unsorted and omission and not footnote:
            footnote, note, unsorted = note, "", False
        self.footnote = footnote  # pyright: ignore[reportAttributeAccessIssue]
        self.unsorted = unsorted  # pyright: ignore[reportAttributeAccessIssue]
        self.note = note  # pyright: ignore[reportAttributeAccessIssue]
        self.method = method  # pyright: ignore[reportAttributeAccessIssue]
        self.estimated = estimated  # pyright: ignore[reportAttributeAccessIssue]
        self.as_of = as_of  # pyright: ignore[reportAttributeAccessIssue]
        self.since = since  # pyright: ignore[reportAttributeAccessIssue]
        self.source = source  # pyright: ignore[reportAttributeAccessIssue]
        self.__class__ = DataPoint  # pyright: ignore[reportAttributeAccessIssue]


def settled_point(point: DataPoint) -> DataPoint:
    """Return a point as it is read back: the old note of an omission, which explains it, is its footnote."""
    if not point.unsorted:
        return point
    if point.note and point.omission and not point.footnote:
        return replace(point, footnote=point.note, note="", unsorted=False)
    return point if point.note else replace(point, unsorted=False)


def read_points(rows: Iterable[Sequence[Any]]) -> dict[Key, DataPoint]:
    """Return the points in raw rows of a key and the columns of a data point, as the driver gives them."""
    points: dict[Key, DataPoint] = {}
    same: dict[str, str] = {}
    keep = same.setdefault  # equal codes and sources are one text in memory, and quickly seen to be equal
    for (
        metric, entity, period, category, span, value, qualifier, omission, unread, typed, note, method, estimated,
        as_of, since, source, footnote, sorted_note,
    ) in rows:  # fmt: skip
        key = _NewKey(keep(metric, metric), entity, period, keep(category, category), span)
        points[key] = _NewPoint(
            key, None if value is None else Decimal(value), qualifier, omission, unread, typed, note, method,
            estimated != 0, as_of, since, keep(source, source), footnote, sorted_note != 0,
        )  # fmt: skip
    return points


new_key: Any = _NewKey  # metric, entity, period, category, span → Key
new_point: Any = _NewPoint  # a key and the columns of a data point → DataPoint
