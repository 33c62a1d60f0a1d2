"""How far a value may be from last year's before a person is asked: by kind and timing, or by its own limit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import ChartBlock, Outline, TableBlock, placements
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.fiscal import FiscalYear
from schema.grammar.reference import parse_reference
from schema.validation.facts import Percent, Times
from schema.values.intervals import ZERO

TIMES = Decimal(6)
SMALL_COUNT = Decimal(100)
_HUNDRED = Decimal(100)
_FAR = 1 - quotient(Decimal(1), TIMES)  # what is so far from last year's is a sixth of it, or less
_LARGE = Decimal(30)
# From so many years on a larger multiple says no more: six times a year for three years.
_MOST_YEARS = 3
# Shares move by points: so many are always asked about, so many where a remark is usual, fewer say nothing of a slip.
_MOST_POINTS, _LARGE_POINTS, _FEW_POINTS = Decimal(50), Decimal(10), Decimal(5)

Limit = Percent | Times


@dataclass(frozen=True, slots=True)
class Alert:
    """The limits of one metric. Where one is None, nothing is asked for that.

    A value is asked about that is `times` last year's or more, or that part of it or less; that is more than `percent`
    of last year's value away from it; a share that is more than `points` away. Counts below `small` are left alone,
    and so are shares that moved by fewer than `few` points. Values of other days of the `fiscal` year are not compared.
    """

    times: Decimal | None = None
    percent: Decimal | None = None
    points: Decimal | None = None
    small: Decimal = ZERO
    few: Decimal = ZERO
    fiscal: FiscalYear = field(default_factory=FiscalYear)

    @property
    def calm(self) -> Decimal:
        """How far a value may move, as a part of last year's, without being looked at."""
        if self.points is not None:
            return ZERO
        return _FAR if self.percent is None else min(self.percent.scaleb(-2), _FAR)

    def over(self, years: int) -> Alert:
        """Return the limits between values that lie so many years apart: as many times for each, nothing in percent."""
        if years == 1:
            return self
        return replace(self, times=(self.times or TIMES) ** min(years, _MOST_YEARS), percent=None, points=None)

    def passed(self, now: Decimal, before: Decimal) -> Limit | None:
        """Return the limit that lies between two years; the farther one where several do, None after zero."""
        if not before or max(now.copy_abs(), before.copy_abs()) < self.small:
            return None
        distance = EXACT.subtract(now, before).copy_abs()
        if self.times is not None and distance >= self.few and is_times(now, before, self.times):
            return Times(self.times, limit=True)
        if self.points is not None and distance > self.points:
            return Percent(self.points, limit=True, points=True)
        moved = quotient(EXACT.multiply(distance, _HUNDRED), before.copy_abs())
        return Percent(self.percent, limit=True) if self.percent is not None and moved > self.percent else None


def is_times(now: Decimal, before: Decimal, times: Decimal) -> bool:
    """Whether one of two amounts is so many times the other, or more."""
    small, large = sorted((now.copy_abs(), before.copy_abs()))
    return large >= EXACT.multiply(small, times)


def alert_of(metric: Metric, *, remarked: bool) -> Alert:
    """Return the limits of a metric: its own one, else those of its kind and timing."""
    if metric.change_threshold is not None:
        return Alert(percent=metric.change_threshold)
    if metric.traits.share:
        bounded = metric.maximum is not None and metric.maximum <= _HUNDRED
        points = _LARGE_POINTS if remarked else _MOST_POINTS if bounded else None
        return Alert(TIMES, points=points, few=_FEW_POINTS)
    # What has added up since some year grows by itself.
    percent = _LARGE if remarked and metric.timing != "cumulative" else None
    return Alert(TIMES, percent, small=SMALL_COUNT if metric.traits.counted else ZERO)


def _is_computed_from_required(metric: Metric, catalogue: Catalogue) -> bool:
    references = metric.formula.references() if metric.formula is not None else ()
    return any(ref.code in catalogue.metrics and catalogue.metrics[ref.code].required for ref in references)


def compared(outline: Outline) -> frozenset[str]:
    """Return the metrics of which a report's tables and charts show several years."""
    blocks = (block for section in outline.walk() for block in section.blocks)
    several = (b for b in blocks if isinstance(b, TableBlock | ChartBlock) and b.years > 1)
    references = (parse_reference(p.reference) for block in several for p in placements(block))
    return frozenset(reference.code for reference in references if reference is not None)


@dataclass(frozen=True, slots=True)
class Alerts:
    """The limits of each metric of a catalogue, made ready once for all checks.

    A remark on a change is usual where readers compare the years: where reports cannot do without the metric, where one
    shows several of its years side by side, and with figures computed from metrics that reports cannot do without.
    """

    catalogue: Catalogue
    shown: frozenset[str]
    _known: dict[str, Alert] = field(default_factory=dict[str, Alert], compare=False)

    @classmethod
    def of(cls, catalogue: Catalogue, outlines: Iterable[Outline]) -> Alerts:
        """Read which metrics the reports compare."""
        return cls(catalogue, frozenset[str]().union(*(compared(outline) for outline in outlines)))

    def __call__(self, metric: Metric) -> Alert:
        """Return the limits of a metric."""
        known = self._known.get(metric.code)
        if known is None:
            required = metric.required or _is_computed_from_required(metric, self.catalogue)
            alert = alert_of(metric, remarked=required or metric.code in self.shown)
            known = self._known[metric.code] = replace(alert, fiscal=self.catalogue.company.fiscal)
        return known
