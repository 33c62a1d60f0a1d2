"""Every value that a snapshot holds or that follows from it: entered points, totals of parts, formulas, changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from dataclasses import replace
from decimal import Decimal
from itertools import product

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.entities import COMPANY, EVERY
from schema.catalogue.factors import FactorVersion
from schema.catalogue.outline import Outline
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import EXACT, quotient, settled
from schema.grammar.formula import Formula, Ref
from schema.grammar.reference import Key, category_parts, parse_record, parse_rows, sort_category
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot
from schema.values.definition_breaks import Break, all_breaks
from schema.values.evaluation import Lookup, ZeroDivisor, evaluate
from schema.values.factors import Factors
from schema.values.formula_gaps import without_value
from schema.values.interval_arithmetic import divide, exactly, multiply
from schema.values.interval_formula import IntervalLookup, evaluate_interval
from schema.values.intervals import Interval, add_intervals, allowed, qualifier_of_sum, qualifier_within
from schema.values.omissions import counts_as_nothing
from schema.values.printed_figures import as_printed, printed_steps
from schema.values.record_rows import rows_of
from schema.values.result import Result, ResultKind, ResultReason
from schema.values.rollup.resolve import resolve
from schema.values.rollup.rollups import Rollups
from schema.values.rollup.way import ONE
from schema.values.typed_digits import typed_step

__all__ = ["Figures", "Reading", "Result", "ResultKind", "ResultReason"]

_TWO = Decimal(2)

# What an entered value may be: its own interval, by whatever is asked of it.
Reading = Callable[[Result], Interval]


class Figures:
    """Computes on demand and remembers; pure in the sense that catalogue and snapshot never change under it.

    What is `withheld` counts as missing, also where it would follow from others.
    """

    def __init__(self, catalogue: Catalogue, snapshot: Snapshot, withheld: Collection[Key] = ()) -> None:
        self.catalogue = catalogue
        self.snapshot = snapshot
        self.withheld = frozenset(withheld)
        self._printed: Mapping[Key, PublishedValue] = {}
        self._results: dict[Key, Result] = {}
        self._breaks: dict[str, tuple[Break, ...]] = {}
        self._steps: dict[tuple[Key, Decimal], Decimal] | None = None
        self._cited: Mapping[Key, PublishedValue] = {}
        self._tell: Callable[[Result], Result] | None = None
        rollups = self.rollups = Rollups(catalogue, snapshot.points)
        self.entities, self.asked, self.sums_up = rollups.entities, rollups.asked, rollups.sums_up
        self.wholes, self.ways = rollups.wholes, rollups.ways
        self.factors = Factors(catalogue)

    def telling(self, tell: Callable[[Result], Result]) -> Figures:
        """Return these values as they may be told: `tell` decides of each figure."""
        told = copy(self)
        told._tell = tell
        return told

    def printing(self, report: str) -> Figures:
        """Return these values as a report that is reproduced prints them: its own figures where they depart."""
        printing = copy(self)
        printing._printed = {value.key: value for value in self.snapshot.published if value.report == report}
        return printing

    def told_in(self, outline: Outline) -> Figures:
        """Return the values that a report tells: a press release cites third parties where the company has none.

        No figure is computed from what is cited.
        """
        if outline.form != "release":
            return self
        told = copy(self)
        told._cited = {v.key: v for v in reversed(self.snapshot.published) if v.report in self.catalogue.publishers}
        return told

    def value(self, key: Key) -> Result:
        """Return what stands at a key."""
        result = self._followed(key)
        # Mostly nothing is cited or printed otherwise: a key need not be looked for there.
        cited = self._cited.get(key) if self._cited and result.kind == "missing" and not result.missing else None
        if cited is not None:
            return Result(key, "entered", cited.value, cited.qualifier, typed=cited.text, cited=cited)
        printed = self._printed.get(key) if self._printed else None
        told = self._tell(result) if self._tell is not None else result
        return told if printed is None or result.kind != "figure" else as_printed(result, told, printed)

    def _followed(self, key: Key) -> Result:
        """Return what was entered or follows from what was: figures are computed from these alone."""
        result = self._results.get(key)
        if result is None:
            result = self._results[key] = self._compute(key)
        return result

    def breaks(self, code: str, before: int, now: int) -> tuple[Break, ...]:
        """Return what changed in the definition of a metric or of its inputs between two years, oldest first."""
        breaks = self._breaks.get(code)
        if breaks is None:
            breaks = self._breaks[code] = all_breaks(self.catalogue, code)
        return tuple([item for item in breaks if before < item.change.since <= now]) if breaks else ()

    def members(self, key: Key) -> tuple[Key, ...]:
        """Return the keys that a wildcard key (`gender=*`) stands for, in the breakdowns' own order."""
        at = self._reporters(key.metric, COMPANY, key.period) if key.entity == EVERY else (key.entity,)
        return self._members(key, at)

    def _members(self, key: Key, entities: Sequence[str]) -> tuple[Key, ...]:
        pairs = category_parts(key.category)
        choices = [self._choices(breakdown, member) for breakdown, member in pairs]
        joined = [";".join(sorted(parts)) for parts in product(*choices)]
        return tuple(Key(key.metric, key.period, entity, cut, key.span) for entity in entities for cut in joined)

    def _reporters(self, code: str, entity: str, year: int) -> tuple[str, ...]:
        metric = self.catalogue.metrics.get(code)
        return self.entities.asked(metric, entity, year) if metric is not None else ()

    def factor(self, code: str, year: int, entity: str = COMPANY) -> FactorVersion | None:
        """Return the version of a factor in force in a year at an entity, the latest begun one, or None."""
        return self.factors.in_force(code, year, entity)

    def _choices(self, breakdown: str, member: str) -> list[str]:
        if member != "*":
            return [f"{breakdown}={member}"]
        known = self.catalogue.breakdowns.get(breakdown)
        return [f"{breakdown}={item.code}" for item in known.members] if known else []

    def _compute(self, key: Key) -> Result:
        if key.metric.startswith("record/"):
            return self._of_record(key)
        if key in self.withheld:
            return Result(key, "missing")
        metric = self.catalogue.metrics.get(key.metric)
        if metric is not None and metric.formula is not None:
            total = resolve(key, self.ways(key, metric), self._taken) if metric.formula.by_place else None
            return total if total is not None and total.inputs else self._formula(key, metric.formula)
        point = self.snapshot.points.get(key)
        if point is not None:
            return _entered(point)
        return self._followed_total(key, metric) if metric is not None else Result(key, "missing")

    def _of_record(self, key: Key) -> Result:
        address = parse_record(key.metric)
        record = self.snapshot.records.get(address[0]) if address else None
        if record is None or address is None or not (field := record.field(address[1])):
            return Result(key, "missing")
        kind: ResultKind = "unread" if field.value is None else "entered"
        return Result(key, kind, field.value, field.qualifier, typed=field.typed)

    def _followed_total(self, key: Key, metric: Metric) -> Result:
        """Where one crossing is complete and sums, the total is a figure; so it is of entities and shorter periods."""
        for crossing in metric.crossings:
            parts = self.parts(key, metric, crossing)
            if parts and (total := self._sum(key, parts)) is not None:
                return total
        return resolve(key, self.ways(key, metric), self._taken)

    def parts(self, key: Key, metric: Metric, crossing: Sequence[str]) -> tuple[Key, ...]:
        """Return the keys whose sum is the value at `key` in this crossing; empty where it does not sum to it."""
        fixed = dict(category_parts(key.category))
        free = [breakdown for breakdown in crossing if breakdown not in fixed]
        if not free or not set(fixed) <= set(crossing):
            return ()
        if any(b not in metric.sum_over or not self.catalogue.breakdowns[b].complete for b in free):
            return ()
        wild = [*category_parts(key.category), *((breakdown, "*") for breakdown in free)]
        return self.members(replace(key, category=sort_category(";".join(f"{b}={m}" for b, m in wild))))

    def _taken(self, key: Key) -> Result | DataPoint:
        """Return a part of a sum: the point itself where there is one, as there mostly is."""
        point = None if key in self.withheld else self.snapshot.points.get(key)
        return self._followed(key) if point is None else point

    def _sum(self, key: Key, parts: Sequence[Key]) -> Result | None:
        total, added = Decimal(0), list[tuple[Decimal, str]]()
        for part in parts:
            point = self.snapshot.points.get(part)
            if point is not None and counts_as_nothing(point.omission):
                continue
            if point is None or point.value is None:
                return None
            total = EXACT.add(total, point.value)
            added.append((point.value, point.qualifier))
        if not added:
            return None
        return Result(key, "figure", total, qualifier_of_sum(added), inputs=tuple(parts), total=True)

    def _formula(self, key: Key, formula: Formula) -> Result:
        used: list[Result] = []
        factors: list[FactorVersion | None] = []

        def reference(ref: Ref) -> list[Decimal | None]:
            results = [self._followed(target) for target in self.targets(ref, key)]
            used.extend(results)
            there = [result for result in results if not counts_as_nothing(result.omission)]
            if not results and parse_rows(ref.code):
                return [Decimal(0)]  # a list without rows is one without amounts
            return [None if r.value is None else EXACT.multiply(r.value, ref.scale) for r in there]

        def factor(code: str) -> Decimal | None:
            version = self.factor(code, key.period, key.entity)
            factors.append(version)
            return None if version is None else version.amount

        try:
            outcome = evaluate(formula.tree, Lookup(reference, factor))
        except ZeroDivisor:
            return Result(key, "missing", inputs=_unique([one.key for one in used]), reason="zero")
        inputs = _unique([one.key for one in used])
        if outcome is None:
            return without_value(key, formula, used, lacks_factor=None in factors)
        value = quotient(Decimal(outcome), formula.scale)
        if any(version is not None and version.rounded for version in factors):
            value = settled(value)
        qualifiers, qualifier = [one.qualifier for one in used], ""
        if any(qualifiers):
            qualifier = qualifier_within(value, self._formula_interval(key, formula, _letter), qualifiers)
        return Result(key, "figure", value, qualifier, inputs=inputs)

    def interval(self, key: Key, reading: Reading) -> Interval:
        """Return what the value at a key may be, if each entered one below it may be what `reading` makes of it.

        There must be a value at the key.
        """
        result, metric = self._followed(key), self.catalogue.metrics.get(key.metric)
        if result.total:
            weights = result.weights or (ONE,) * len(result.inputs)
            parts = zip(result.inputs, weights, strict=True)
            there = [(part, weight) for part, weight in parts if self._followed(part).value is not None]
            return add_intervals(multiply(self.interval(part, reading), exactly(weight)) for part, weight in there)
        if metric is not None and metric.formula is not None:
            return self._formula_interval(key, metric.formula, reading)
        return reading(result)

    def _formula_interval(self, key: Key, formula: Formula, reading: Reading) -> Interval:
        def reference(ref: Ref) -> list[Interval]:
            there = [one for one in self.targets(ref, key) if not counts_as_nothing(self._followed(one).omission)]
            if not there and parse_rows(ref.code):
                return [exactly(Decimal(0))]
            return [multiply(self.interval(one, reading), exactly(ref.scale)) for one in there]

        def factor(code: str) -> Decimal:
            version = self.factor(code, key.period, key.entity)
            assert version is not None  # the formula has a value
            return version.amount

        return divide(evaluate_interval(formula.tree, IntervalLookup(reference, factor)), exactly(formula.scale))

    def leaves(self, result: Result) -> tuple[Key, ...]:
        """Return the entered keys that a figure comes from, through every figure between; of others their own."""
        if not result.inputs:
            return (result.key,)
        return _unique([leaf for key in result.inputs for leaf in self.leaves(self._followed(key))])

    def half_step(self, result: Result, *, typed: bool = True) -> Decimal:
        """Return half of the last digit of an entered value: it is as coarse as the report that it was copied from.

        Where no report printed it, what was `typed` says how coarse it is. A count to the last one is exact.
        """
        if result.value is None:
            return Decimal(0)
        if self._steps is None:
            self._steps = printed_steps(self.snapshot.published)
        step = self._steps.get((result.key, result.value))
        if step is None:
            step = typed_step(result.value, result.typed) if typed else Decimal(0)
        metric = metric_of(self.catalogue, result.key.metric)
        counted = metric is not None and metric.traits.counted and step <= 1
        return Decimal(0) if counted else quotient(step, _TWO)

    def targets(self, ref: Ref, key: Key) -> tuple[Key, ...]:
        """Return the keys that a formula's reference means at `key`; a category is inherited where it fits."""
        if ref.code.startswith("record/"):
            rows = rows_of(ref.code, ref.year or key.period + ref.offset, self.catalogue, self.snapshot)
            return (Key(ref.code, 0),) if rows is None else rows
        category = ref.category
        if not category and key.category and self._crosses(ref.code, key.category):
            category = key.category
        year, span = ref.year or key.period + ref.offset, ref.span or key.span
        target = Key(ref.code, year, ref.entity or key.entity, category, span)
        if ref.entity == EVERY:
            return self._members(target, self._reporters(ref.code, key.entity, target.period))
        return self.members(target) if "*" in category else (target,)

    def _crosses(self, code: str, category: str) -> bool:
        breakdowns = {breakdown for breakdown, _ in category_parts(category)}
        metric = self.catalogue.metrics.get(code)
        return metric is not None and any(breakdowns <= set(crossing) for crossing in metric.crossings)


def _entered(point: DataPoint) -> Result:
    if point.value is not None:
        return Result(point.key, "entered", point.value, point.qualifier, point=point, typed=point.typed)
    if point.omission:
        return Result(point.key, "omission", omission=point.omission, point=point)
    return Result(point.key, "unread", point=point)


def _unique(keys: Sequence[Key]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(keys))


def _letter(result: Result) -> Interval:
    return allowed(result.value or Decimal(0), result.qualifier)
