"""The data points of one metric, reporter and part of the year, by year and category: what most checks read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import product

from schema.catalogue.definitions import Catalogue, Metric
from schema.grammar.formula import Ref
from schema.grammar.reference import Key, category_parts, sort_category
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot
from schema.values.display import resolution

Year = Mapping[str, DataPoint]
Place = tuple[str, str, str]  # metric, entity, span

# Years after a value that are read with it: the next one that has a value is held against it.
_AHEAD = 5


@dataclass(frozen=True, slots=True)
class MetricValues:
    """`years[year][category]` is a data point; `step` is the size of the last displayed digit.

    `printed` holds what a report printed of years that have no value: evidence for values of other years.
    """

    metric: Metric
    entity: str
    years: Mapping[int, Year]
    step: Decimal
    printed: Mapping[int, Year] = field(default_factory=dict[int, Year])
    span: str = ""

    def key(self, year: int, category: str = "") -> Key:
        """Return the address of one of its points."""
        return Key(self.metric.code, year, self.entity, category, self.span)

    def valued(self, year: int, category: str) -> DataPoint | None:
        """Return the point of a year that has a value, else what was printed of it."""
        point = self.years.get(year, {}).get(category)
        if point is None:
            point = self.printed.get(year, {}).get(category)
        return point if point is not None and point.value is not None else None

    def following(self, year: int, category: str) -> int:
        """Return the next year that has a value, else the year itself."""
        return min((y for y in self.years if y > year and self.valued(y, category)), default=year)


@dataclass(frozen=True, slots=True)
class Parts:
    """The categories that make up `whole`; `crossing` names the breakdowns that part it."""

    whole: str
    crossing: tuple[str, ...]
    members: tuple[str, ...]
    complete: bool


def arrange(catalogue: Catalogue, snapshot: Snapshot) -> tuple[list[MetricValues], list[DataPoint]]:
    """Return the points of every known metric, and those of metrics that the catalogue does not have.

    Those of unknown entities are left out: nothing is computed with them. A part of a year is held against the same
    part of other years.
    """
    reporters = {"", *(entity.code for entity in catalogue.entities)}
    laid: dict[Place, dict[int, dict[str, DataPoint]]] = {}
    for key, point in snapshot.points.items():
        if key.entity not in reporters:
            continue
        place = key.metric, key.entity, key.span
        years = laid.get(place)
        if years is None:
            years = laid[place] = {}
        year = years.get(key.period)
        if year is None:
            year = years[key.period] = {}
        year[key.category] = point
    known = (value for value in snapshot.published if value.key.entity in reporters)
    printed = printed_alone(known, snapshot)
    steps: dict[str, Decimal] = {}
    arranged: list[MetricValues] = []
    stray: list[DataPoint] = []
    for (code, entity, span), years in laid.items():
        metric = catalogue.metrics.get(code)
        if metric is None:
            stray.extend(point for year in years.values() for point in year.values())
        else:
            alone = printed.get((code, entity, span), {})
            step = steps.get(code)
            if step is None:
                step = steps[code] = resolution(metric, catalogue)
            arranged.append(MetricValues(metric, entity, years, step, alone, span))
    return arranged, stray


def printed_alone(published: Iterable[PublishedValue], snapshot: Snapshot) -> dict[Place, dict[int, Year]]:
    """Return what was printed of keys that have no data point, by metric, reporter and span; the last print of each."""
    laid: dict[Place, dict[int, dict[str, DataPoint]]] = {}
    for value in published:
        key = value.key
        if key not in snapshot.points:
            year = laid.setdefault((key.metric, key.entity, key.span), {}).setdefault(key.period, {})
            year[key.category] = DataPoint(key, value.value, qualifier=value.qualifier)
    return {place: dict(years) for place, years in laid.items()}


def probe(catalogue: Catalogue, snapshot: Snapshot, key: Key, metric: Metric, back: int = 10) -> MetricValues:
    """Return the points round one key without walking all points: `back` years before it and some after."""
    crossed = (category for crossing in metric.crossings for category in member_categories(catalogue, crossing))
    categories = tuple(dict.fromkeys(["", key.category, *crossed]))
    years: dict[int, Year] = {}
    for period in range(key.period - back, key.period + _AHEAD + 1):
        points = ((c, snapshot.points.get(replace(key, period=period, category=c))) for c in categories)
        year = {category: point for category, point in points if point is not None}
        if year:
            years[period] = year
    own = (value for value in snapshot.published if value.key.metric == key.metric)
    alone = printed_alone(own, snapshot).get((key.metric, key.entity, key.span), {})
    return MetricValues(metric, key.entity, years, resolution(metric, catalogue), alone, key.span)


def member_categories(catalogue: Catalogue, crossing: tuple[str, ...], fixed: str = "") -> tuple[str, ...]:
    """Return the categories of a crossing in the breakdowns' own order, one member `fixed` where given."""
    given = dict(category_parts(fixed))
    choices: list[list[str]] = []
    for breakdown in crossing:
        known = catalogue.breakdowns.get(breakdown)
        members = [given[breakdown]] if breakdown in given else [m.code for m in known.members] if known else []
        choices.append([f"{breakdown}={member}" for member in members])
    return tuple(sort_category(";".join(parts)) for parts in product(*choices))


def common_categories(references: Sequence[Ref], catalogue: Catalogue) -> list[str]:
    """Return the categories that every metric of a rule or total is divided by, where it names none itself."""
    if not references or any(ref.category or ref.code not in catalogue.metrics for ref in references):
        return []
    common = set[tuple[str, ...]].intersection(*(set(catalogue.metrics[ref.code].crossings) for ref in references))
    return [category for crossing in sorted(common) for category in member_categories(catalogue, crossing)]


class Partings:
    """The parts of metrics, worked out once for all that are crossed and summed alike."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[tuple[object, ...], tuple[Parts, ...]] = {}

    def of(self, metric: Metric) -> tuple[Parts, ...]:
        """Return every way in which the values of a metric are parted."""
        shape = (metric.crossings, metric.sum_over)
        parts = self._known.get(shape)
        if parts is None:
            parts = self._known[shape] = parts_of(self._catalogue, metric)
        return parts


def parts_of(catalogue: Catalogue, metric: Metric) -> tuple[Parts, ...]:
    """Return every way in which the values are parted: the whole by each crossing, a crossing by a finer one."""
    pairs = product(metric.crossings, ((), *metric.crossings))
    return tuple(part for fine, coarse in pairs for part in _parted(catalogue, metric, fine, coarse))


def _parted(catalogue: Catalogue, metric: Metric, fine: tuple[str, ...], coarse: tuple[str, ...]) -> Iterator[Parts]:
    free = tuple(breakdown for breakdown in fine if breakdown not in coarse)
    if not set(coarse) < set(fine) or any(breakdown not in metric.sum_over for breakdown in free):
        return
    complete = all(catalogue.breakdowns[breakdown].complete for breakdown in free)
    for whole in member_categories(catalogue, coarse) if coarse else ("",):
        yield Parts(whole, free, member_categories(catalogue, fine, whole), complete)
