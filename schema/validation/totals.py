"""Parts and their total: per crossing, between crossings, and where parts are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schema.grammar.decimals import ANY_LENGTH, EXACT, quotient
from schema.validation.facts import Amount, Coded, Difference, Fact
from schema.validation.issue import Issue
from schema.validation.metric_values import Held, Parts, Year
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


def check_totals(held: Held, parts: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield where parts and totals of a metric contradict each other, in every year."""
    for year, points in held.years.items():
        yield from check_year_totals(held, year, points, parts)


def check_year_totals(held: Held, year: int, points: Year, parts: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield where parts and totals of one year contradict each other."""
    untyped: dict[str, list[Sum]] = {}
    for part in parts:
        found = _add(part, points)
        if not found.points:
            continue
        whole = points.get(part.whole)
        if whole is not None and whole.value is not None:
            yield from _against_total(held, whole, whole.value, found)
        elif found.full:
            untyped.setdefault(part.whole, []).append(found)
    for category, sums in untyped.items():
        if len(sums) > 1:
            yield from _between_crossings(held, year, category, sums)


def _add(parts: Parts, points: Year) -> Sum:
    found: list[DataPoint] = []
    total, full = ZERO, parts.complete
    for member in parts.members:
        point = points.get(member)
        if point is None:
            full = False
        elif point.value is not None:
            found.append(point)
            total = EXACT.add(total, point.value)
        elif not counts_as_nothing(point.omission):
            full = False
    return Sum(parts, tuple(found), total, full)


def _against_total(held: Held, whole: DataPoint, value: Decimal, found: Sum) -> Iterator[Issue]:
    if value == found.value and found.full:
        return
    half = _half_step(held, (*found.points, whole))
    total = unlimited(value, whole.qualifier)
    sums = _span(found.points, half)
    if found.full:
        if not total.meets(sums):
            yield _difference(held, whole, value, found)
    elif total.wholly_below(sums) and all(point.value is not None and point.value >= 0 for point in found.points):
        yield _excess(whole, value, found, half)


def _excess(whole: DataPoint, value: Decimal, found: Sum, half: Decimal) -> Issue:
    """One part that alone exceeds the total is named itself."""
    for point in found.points:
        if point.value is not None and unlimited(value, whole.qualifier).wholly_below(_span((point,), half)):
            return Issue("total.part", "error", point.key, {"value": Amount(point.value), "total": Amount(value)})
    return Issue("total.exceeded", "error", whole.key, {"total": Amount(value), **found.facts()})


def _difference(held: Held, whole: DataPoint, value: Decimal, found: Sum) -> Issue:
    """The total or one part may be the slipped one: a part that would mend the sum is named."""
    shown: dict[str, Fact] = {
        "total": Amount(value),
        **found.facts(),
        "difference": Difference(EXACT.subtract(value, found.value)),
    }
    if slip := slip_from_evidence(value, found.value, held.step, held.metric):
        return Issue("total.slip", "error", whole.key, {**shown, "slip": Coded("slip", slip)})
    for point in found.points:
        needed = EXACT.add(EXACT.subtract(value, found.value), point.value or ZERO)
        if point.value and needed > 0 and (slip := slip_from_evidence(point.value, needed, held.step, held.metric)):
            shown |= {"part": point.key, "value": Amount(point.value), "needed": Amount(needed)}
            return Issue("total.partslip", "error", whole.key, {**shown, "slip": Coded("slip", slip)})
    return Issue("total.differs", "error", whole.key, shown)


def _between_crossings(held: Held, year: int, category: str, sums: Sequence[Sum]) -> Iterator[Issue]:
    """Each crossing that stands against the sum that most of them give."""
    values = [one.value for one in sums]
    first = max(sums, key=lambda one: values.count(one.value))
    for other in sums:
        if first.value == other.value:
            continue
        half = _half_step(held, (*first.points, *other.points))
        if not _span(first.points, half).meets(_span(other.points, half)):
            beside: dict[str, Fact] = {"othersum": Amount(other.value), "otheraxes": other.axes()}
            yield Issue("total.crossings", "error", held.key(year, category), {**first.facts(), **beside})


def _span(points: Sequence[DataPoint], half: Decimal) -> Span:
    return add_spans(unlimited(point.value or ZERO, point.qualifier, half) for point in points)


def _half_step(held: Held, points: Sequence[DataPoint]) -> Decimal:
    """Nothing for counts, unless all of them were rounded to a coarser displayed digit; else half a displayed step."""
    step = held.step
    counted = held.metric.traits.counted
    if counted and (step <= 1 or not all(_in_steps(point, step) for point in points)):
        return ZERO
    return quotient(step, _TWO)


def _in_steps(point: DataPoint, step: Decimal) -> bool:
    return point.value is not None and not ANY_LENGTH.remainder(point.value, step)
