"""Parts and their total: by breakdowns of one metric, between crossings, and between metrics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.definitions import Metric, Rule, Total
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.formula import Ref
from schema.grammar.reference import Key
from schema.validation.facts import Amount, AmountAt, Coded, Fact, PartsOf
from schema.validation.issue import Issue, Severity
from schema.validation.metric_values import MetricValues, Parts, Year, common_categories
from schema.validation.sums import Addend, Measure, compare, displayed_half, mending_parts, sum_of
from schema.values.datapoint import DataPoint
from schema.values.display import resolution
from schema.values.figures import Figures, Result
from schema.values.intervals import ZERO
from schema.values.omissions import counts_as_nothing
from schema.values.typed_digits import typed_half

Reporter = tuple[str, int]


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
    for year in values.years:
        yield from check_year_totals(values, year, parts)


def check_year_totals(values: MetricValues, year: int, parts: tuple[Parts, ...]) -> Iterator[Issue]:
    """Yield where parts and totals of one year contradict each other."""
    points = values.years.get(year, {})
    untyped: dict[str, list[Sum]] = {}
    for part in parts:
        added = _add(part, points)
        if not added.points:
            continue
        whole = points.get(part.whole)
        if whole is not None and whole.value is not None:
            if whole.value != added.value if added.full else whole.value <= added.value:
                yield from _against_total(values, whole, added)
        elif added.full:
            untyped.setdefault(part.whole, []).append(added)
    for category, sums in untyped.items():
        if len(sums) > 1:
            yield from _between_crossings(values, year, category, sums)


def _add(parts: Parts, points: Year) -> Sum:
    filled: list[DataPoint] = []
    total, full = ZERO, parts.complete
    point_at, add = points.get, EXACT.add
    for member in parts.members:
        point = point_at(member)
        if point is None:
            full = False
        elif point.value is not None:
            filled.append(point)
            total = add(total, point.value)
        elif not counts_as_nothing(point.omission):
            full = False
    return Sum(parts, tuple(filled), total, full)


def _against_total(values: MetricValues, whole: DataPoint, added: Sum) -> Iterator[Issue]:
    if not added.full and _falls_below_zero(values):
        return  # the part that is missing may be a loss
    addend = _addends(values, (whole,))[0]
    said = PartsOf(breakdowns=added.parts.crossing)
    measure = Measure(values.metric, values.step)
    yield from compare(addend, _addends(values, added.points), added.full, said, measure)


def _falls_below_zero(values: MetricValues) -> bool:
    """Whether a metric has had a negative value, so that its parts may exceed their whole."""
    return any(p.value is not None and p.value < ZERO for year in values.years.values() for p in year.values())


def _addends(values: MetricValues, points: Sequence[DataPoint]) -> tuple[Addend, ...]:
    return tuple([_addend_of(point, values.metric) for point in points])


def _addend_of(point: DataPoint, metric: Metric) -> Addend:
    value = point.value or ZERO
    return Addend(point.key, value, point.qualifier, typed_half(value, point.typed, counted=metric.traits.counted))


def _between_crossings(values: MetricValues, year: int, category: str, sums: Sequence[Sum]) -> Iterator[Issue]:
    """Each crossing that stands against the sum that most of them give."""
    totals = [total.value for total in sums]
    first = max(sums, key=lambda total: totals.count(total.value))
    for other in sums:
        if first.value == other.value:
            continue
        ones, others = (_addends(values, side.points) for side in (first, other))
        half = displayed_half(Measure(values.metric, values.step), (part.value for part in (*ones, *others)))
        if not sum_of(ones, half).meets(sum_of(others, half)):
            facts = {**first.facts(), "othersum": Amount(other.value), "otheraxes": other.axes()}
            measure = Measure(values.metric, values.step)
            slips = (*mending_parts(ones, other.value, measure), *mending_parts(others, first.value, measure))
            code = "total.crossings" if len(slips) != 1 else "total.crosspart"
            said = slips[0] if len(slips) == 1 else {}
            yield Issue(code, "error", values.key(year, category), {**facts, **said})


def check_declared(totals: Iterable[Total], figures: Figures, reporters: Iterable[Reporter]) -> Iterator[Issue]:
    """Yield where totals between metrics do not hold, for each entity and year, and for each common category."""
    seen = list(reporters)
    for total in totals:
        for category in ("", *common_categories((total.whole, *total.parts), figures.catalogue)):
            for entity, year in seen:
                yield from check_total(total, figures, Key("", year, entity, category))


def check_total(total: Total, figures: Figures, at: Key) -> Iterator[Issue]:
    """Yield where one total does not hold at an entity, year and category; a missing value leaves it open."""
    if not total.holds_in(at.period):
        return
    whole = figures.value(figures.targets(total.whole, at)[0])
    metric = metric_of(figures.catalogue, whole.key.metric)
    if whole.value is None or metric is None:
        return
    parts, full = _parts(total, figures, at)
    if not parts:
        return
    measure = Measure(metric, resolution(metric, figures.catalogue))
    said = PartsOf(keys=tuple(part.key for part in parts))
    issues = compare(_addend(total, total.whole, whole, figures), parts, full and total.complete, said, measure)
    rule = next((rule for rule in figures.catalogue.rules if rule.code == total.code), None)
    yield from (_worded(issue, rule, (whole.key, *said.keys), figures) for issue in issues)


def _parts(total: Total, figures: Figures, at: Key) -> tuple[tuple[Addend, ...], bool]:
    """Return the parts that have a value, and whether none is missing."""
    addends, full = list[Addend](), True
    for ref in total.parts:
        for key in figures.targets(ref, at):
            result = figures.value(key)
            if result.value is not None:
                addends.append(_addend(total, ref, result, figures))
            elif not counts_as_nothing(result.omission):
                full = False
    return tuple(addends), full


def _addend(total: Total, ref: Ref, result: Result, figures: Figures) -> Addend:
    """Return what stands at a key, in the stored unit of the whole."""
    catalogue, point, value = figures.catalogue, result.point, result.value or ZERO
    metric = metric_of(catalogue, result.key.metric)
    half = _addend_of(point, metric).half if point is not None and metric is not None else ZERO

    def scaled(number: Decimal) -> Decimal:
        return quotient(EXACT.multiply(number, ref.scale), total.whole.scale)

    return Addend(result.key, scaled(value), result.qualifier, scaled(half))


def _worded(issue: Issue, rule: Rule | None, keys: Sequence[Key], figures: Figures) -> Issue:
    """A total that a rule says is told in the rule's own words and severity, unless a slip is named."""
    if rule is None or issue.code == "total.rounding":
        return issue
    results = [figures.value(key) for key in keys]
    qualified = any(result.qualifier for result in results)
    severity: Severity = "error" if rule.severity == "error" and not qualified else "doubt"
    if issue.code in ("total.slip", "total.partslip"):
        return replace(issue, severity=severity)
    amounts = tuple(AmountAt(r.key, r.value, r.qualifier) for r in results if r.value is not None)
    return Issue("rule.broken", severity, keys[0], {"rule": Coded("rule", rule.code), "amounts": amounts})
