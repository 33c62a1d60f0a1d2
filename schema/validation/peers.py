"""A value without another year, held against other metrics in its unit: a slip by powers of ten stands out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from schema.catalogue.definitions import Catalogue, Metric
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation import mending
from schema.validation.change_thresholds import SMALL_COUNT
from schema.validation.facts import Amount, AmountAt, Coded
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.intervals import ZERO

# Years on both sides of a value whose values are held against it.
_YEARS = 3
_HUNDRED = Decimal(100)
# A share is above a hundred where it is far too large; so many times less than all others it is far too small.
_SHARE_TIMES = Decimal(5)


@dataclass(frozen=True, slots=True)
class Scope:
    """Metrics in one unit that are alike; the nearest scope with `least` of them decides.

    A value stands out beyond their range by as many times as that range spans, at least `near` and at most `far` times.
    """

    code: str
    group: Callable[[Metric], str]
    least: int
    near: Decimal
    far: Decimal


_SCOPES = (
    Scope("peers.topic", lambda metric: metric.code.partition(".")[0], 2, Decimal(30), Decimal(100)),
    Scope("peers.department", lambda metric: metric.department, 2, Decimal(100), Decimal(100)),
    Scope("peers.company", lambda metric: "", 2, Decimal(100), Decimal(1000)),
)

Found = tuple[Decimal, Key]
_TWO = 2


@dataclass(slots=True)
class _Range:
    """The two lowest and two highest values of a group, each of another metric: one may be that of the asked metric."""

    metrics: set[str] = field(default_factory=set[str])
    low: list[Found] = field(default_factory=list[Found])
    high: list[Found] = field(default_factory=list[Found])

    def add(self, point: DataPoint) -> None:
        """Take in a value of one metric."""
        if point.value:
            self.metrics.add(point.key.metric)
            entry = (point.value.copy_abs(), point.key)
            if len(self.low) < _TWO or entry[0] <= self.low[-1][0]:  # most values are neither
                self.low = _ends([*self.low, entry], largest=False)
            if len(self.high) < _TWO or entry[0] >= self.high[-1][0]:
                self.high = _ends([*self.high, entry], largest=True)

    def beside(self, metric: str) -> tuple[Found, Found] | None:
        """Return the lowest and the highest value of the other metrics."""
        low, high = _other(self.low, metric), _other(self.high, metric)
        return (low, high) if low is not None and high is not None else None


def _other(ends: list[Found], metric: str) -> Found | None:
    """Return the first of two ends that is another metric's; they are of two metrics."""
    for entry in ends:
        if entry[1].metric != metric:
            return entry
    return None


def _ends(entries: list[Found], *, largest: bool) -> list[Found]:
    best: dict[str, Found] = {}
    for entry in sorted(entries, key=lambda one: (one[0], one[1].canonical()), reverse=largest):
        best.setdefault(entry[1].metric, entry)
    return list(best.values())[:_TWO]


class Peers:
    """The values of a snapshot by unit and scope; each group is read once.

    What is `printed` has better evidence: print that fits bears it out, print that does not contradicts it.
    """

    def __init__(self, catalogue: Catalogue, snapshot: Snapshot, printed: Collection[Key]) -> None:
        self._snapshot, self._printed = snapshot, printed
        self._by_unit: dict[str, list[Metric]] = {}
        for metric in catalogue.metrics.values():
            if metric.formula is None and _has_a_size(metric):
                self._by_unit.setdefault(metric.unit, []).append(metric)
        self._ranges: dict[tuple[str, str, str, str, str, int], _Range] = {}
        self._alike: dict[tuple[str, str, str], list[Metric]] = {}

    def check(self, point: DataPoint, metric: Metric) -> Iterator[Issue]:
        """Yield the doubt about a whole value that is far from those of the nearest metrics in its unit."""
        value = (point.value or ZERO).copy_abs()
        if not value or point.key.category or point.key in self._printed or not _has_a_size(metric):
            return
        for scope in _SCOPES:
            if len(self._metrics(scope, scope.group(metric), metric.unit)) <= scope.least:  # it is one of them
                continue
            known = self._range(scope, metric, point.key)
            ends = known.beside(metric.code)
            if ends is None or len(known.metrics) - (metric.code in known.metrics) < scope.least:
                continue
            if _stands_out(value, ends, scope, metric):
                low, high = (AmountAt(key, amount) for amount, key in ends)
                shown = {"value": Amount(point.value or ZERO, point.qualifier), "peers": Coded("side", scope.code)}
                mended = mending.among(value, low.value, high.value, metric)
                yield Issue("value.unlike", "doubt", point.key, {**shown, "low": low, "high": high, "mended": mended})
            return

    def _range(self, scope: Scope, metric: Metric, key: Key) -> _Range:
        group = scope.group(metric)
        place = (scope.code, group, metric.unit, key.entity, key.span, key.period)
        known = self._ranges.get(place)
        if known is None:
            known = self._ranges[place] = _Range()
            for one in self._metrics(scope, group, metric.unit):
                for period, point in self._wholes.get((one.code, key.entity, key.span), ()):
                    if abs(period - key.period) <= _YEARS:
                        known.add(point)
        return known

    def _metrics(self, scope: Scope, group: str, unit: str) -> list[Metric]:
        place = scope.code, group, unit
        if place not in self._alike:
            self._alike[place] = [one for one in self._by_unit.get(unit, ()) if scope.group(one) == group]
        return self._alike[place]

    @cached_property
    def _wholes(self) -> Mapping[tuple[str, str, str], Sequence[tuple[int, DataPoint]]]:
        """The years of what is not part of a breakdown, oldest first, by metric, entity and span."""
        found: dict[tuple[str, str, str], list[tuple[int, DataPoint]]] = {}
        for key, point in self._snapshot.points.items():
            if not key.category:
                found.setdefault((key.metric, key.entity, key.span), []).append((key.period, point))
        for years in found.values():
            years.sort(key=lambda year: year[0])
        return found


def check_lonely(values: MetricValues, peers: Peers) -> Iterator[Issue]:
    """Yield the doubt about the one whole value of a metric that has no other year beside it."""
    if len(values.years) == 1 and not values.printed:  # so it is of most sites
        ((_year, points),) = values.years.items()
        if (point := points.get("")) is not None and point.value is not None:
            yield from peers.check(point, values.metric)
        return
    valued = [year for year in {*values.years, *values.printed} if values.valued(year, "") is not None]
    if len(valued) == 1:
        yield from check_lonely_year(values, valued[0], peers)


def check_lonely_year(values: MetricValues, year: int, peers: Peers) -> Iterator[Issue]:
    """Yield the doubt about the whole value of one year, if no other year has a value, kept or printed."""
    point = values.valued(year, "") if year in values.years else None
    others = (other for other in {*values.years, *values.printed} if other != year)
    if point is not None and all(values.valued(other, "") is None for other in others):
        yield from peers.check(point, values.metric)


def _has_a_size(metric: Metric) -> bool:
    """Whether values of its unit can be held against each other: rates of growth may be anything."""
    if metric.traits.labelled:
        return False
    return not metric.traits.share or (metric.maximum is not None and metric.maximum <= _HUNDRED)


def _stands_out(value: Decimal, ends: tuple[Found, Found], scope: Scope, metric: Metric) -> bool:
    low, high = ends[0][0], ends[1][0]
    if metric.traits.share:
        return EXACT.multiply(value, _SHARE_TIMES) < low
    if metric.traits.counted and value < SMALL_COUNT:
        return False
    times = min(max(quotient(high, low), scope.near), scope.far)
    return value > EXACT.multiply(high, times) or EXACT.multiply(value, times) < low
