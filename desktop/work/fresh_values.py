"""Values that came after what was computed or checked last: of them nothing is known but what they say themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from schema.grammar.reference import Key
from schema.values.changes import Change
from schema.values.datapoint import DataPoint
from schema.values.figures import Figures, Result

_OF_POINTS = ("entered", "omission", "unread")


class FreshValues:
    """The data points that were put in or taken away since the figures at hand were computed.

    Those that came together in great number stay among them until everything was checked.
    """

    def __init__(self) -> None:
        self._points: dict[Key, DataPoint | None] = {}
        self._waiting: frozenset[Key] = frozenset()

    def __contains__(self, key: Key) -> bool:
        return key in self._points

    def take(self, changes: Iterable[Change]) -> None:
        """Remember what changes; what is no value is passed over."""
        for change in changes:
            if isinstance(change.subject, Key) and (change.after is None or isinstance(change.after, DataPoint)):
                self._points[change.subject] = change.after

    def wait(self, keys: Collection[Key]) -> None:
        """Keep these until everything was checked: they are too many to be checked one by one."""
        self._waiting |= frozenset(keys)

    def settle(self) -> None:
        """All of them are among the figures now; those that do not wait for the whole check were checked, too."""
        self._points = {key: self._points[key] for key in self._waiting if key in self._points}

    def forget(self) -> None:
        """All of them are among the figures, and checked."""
        self._points, self._waiting = {}, frozenset()

    def among_years(self, key: Key, years: int) -> bool:
        """Whether one of the last years' values up to a key's own is one: no change between them is known."""
        return any(replace(key, period=key.period - back) in self._points for back in range(years))

    def result(self, figures: Figures, key: Key) -> Result:
        """Return what stands at a key now: where nothing stands any more, that, never what stood there before."""
        if key not in self._points or figures.catalogue.metrics[key.metric].formula is not None:
            return figures.value(key)
        point = self._points[key]
        if point is None:
            known = figures.value(key)
            return Result(key, "missing") if known.kind in _OF_POINTS else known
        kind = "entered" if point.value is not None else "omission" if point.omission else "unread"
        return Result(key, kind, point.value, point.qualifier, point.omission, point)
