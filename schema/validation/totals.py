"""Parts and their total: per crossing, between crossings, and where parts are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schema.grammar.decimals import ANY_LENGTH, EXACT, quotient
from schema.validation.facts import Amount, Coded, Difference, Fact
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues, Parts, Year
from schema.validation.slips import slip_from_evidence
from schema.validation.spans import Span, add_spans, unlimited
from schema.values.datapoint import DataPoint
from schema.values.omissions import counts_as_nothing

ZERO = Decimal(0)
_TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts of one whole added up; `full` when none is missing."""

    parts: Parts
    points: tuple[DataPoint, ...]
    value: Decimal
    full: bool

    def facts(self) -> dict[str, Fact]:
        """Return what a message says about it."""
        return {"sum": Amount(self.value), "axes": self.axes()}

    def axes(self) -> tuple[Coded, ...]:
        """Return the breakdowns by which it is parted."""
        return tuple(Coded("breakdown", code) for code in self.parts.crossing)


def check_totals(values: MetricValues, parts: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield where parts and totals of a metric contradict each other, in every year."""
    for year, points in values.years.items():
        yield from check_year_totals(values, year, points, parts)


def check_year_totals(values: MetricValues, year: int, points: Year, parts: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield where parts and totals of one year contradict each other."""
    untyped: dict[str, list[Sum]] = {}
    for part in parts:
        added = _add(part, points)
        if not added.points:
            continue
        whole = points.get(part.whole)
        if whole is not None and whole.value is not None:
            yield from _against_total(values, whole, whole.value, added)
        elif added.full:
            untyped.setdefault(part.whole, []).append(added)
    for category, sums in untyped.items():
        if len(sums) > 1:
            yield from _between_crossings(values, year, category, sums)


def _add(parts: Parts, points: Year) -> Sum:
    filled: list[DataPoint] = []
    total, full = ZERO, parts.complete
    for member in parts.members:
        point = points.get(member)
        if point is None:
            full = False
        elif point.value is not None:
            filled.append(point)
            total = EXACT.add(total, point.value)
        elif not counts_as_nothing(point.omission):
            full = False
    return Sum(parts, tuple(filled), total, full)


def _against_total(values: MetricValues, whole: DataPoint, value: Decimal, added: Sum) -> Iterator[Issue]:
    if value == added.value and added.full:
        return
    half = _half_step(values, (*added.points, whole))
    total = unlimited(value, whole.qualifier)
    sums = _span(added.points, half)
    if added.full:
        if not total.meets(sums):
            yield _difference(values, whole, value, added)
    elif total.wholly_below(sums) and all(point.value is not None and point.value >= 0 for point in added.points):
        yield _excess(whole, value, added, half)


def _excess(whole: DataPoint, value: Decimal, added: Sum, half: Decimal) -> Issue:
    """One part that alone exceeds the total is named itself."""
    for point in added.points:
        if point.value is not None and unlimited(value, whole.qualifier).wholly_below(_span((point,), half)):
            return Issue("total.part", "error", point.key, {"value": Amount(point.value), "total": Amount(value)})
    return Issue("total.exceeded", "error", whole.key, {"total": Amount(value), **added.facts()})


def _difference(values: MetricValues, whole: DataPoint, value: Decimal, added: Sum) -> Issue:
    """The total or one part may be the slipped one: a part that would mend the sum is named."""
    shown: dict[str, Fact] = {
        "total": Amount(value),
        **added.facts(),
        "difference": Difference(EXACT.subtract(value, added.value)),
    }
    if slip := slip_from_evidence(value, added.value, values.step, values.metric):
        return Issue("total.slip", "error", whole.key, {**shown, "slip": Coded("slip", slip)})
    for point in added.points:
        needed = EXACT.add(EXACT.subtract(value, added.value), point.value or ZERO)
        if point.value and needed > 0 and (slip := slip_from_evidence(point.value, needed, values.step, values.metric)):
            shown |= {"part": point.key, "value": Amount(point.value), "needed": Amount(needed)}
            return Issue("total.partslip", "error", whole.key, {**shown, "slip": Coded("slip", slip)})
    return Issue("total.differs", "error", whole.key, shown)


def _between_crossings(values: MetricValues, year: int, category: str, sums: Sequence[Sum]) -> Iterator[Issue]:
    """Each crossing that stands against the sum that most of them give."""
    totals = [total.value for total in sums]
    first = max(sums, key=lambda total: totals.count(total.value))
    for other in sums:
        if first.value == other.value:
            continue
        half = _half_step(values, (*first.points, *other.points))
        if not _span(first.points, half).meets(_span(other.points, half)):
            beside: dict[str, Fact] = {"othersum": Amount(other.value), "otheraxes": other.axes()}
            yield Issue("total.crossings", "error", values.key(year, category), {**first.facts(), **beside})


def _span(points: Sequence[DataPoint], half: Decimal) -> Span:
    return add_spans(unlimited(point.value or ZERO, point.qualifier, half) for point in points)


def _half_step(values: MetricValues, points: Sequence[DataPoint]) -> Decimal:
    """Nothing for counts, unless all of them were rounded to a coarser displayed digit; else half a displayed step."""
    step = values.step
    counted = values.metric.traits.counted
    if counted and (step <= 1 or not all(_in_steps(point, step) for point in points)):
        return ZERO
    return quotient(step, _TWO)


def _in_steps(point: DataPoint, step: Decimal) -> bool:
    return point.value is not None and not ANY_LENGTH.remainder(point.value, step)
