"""Every value that a snapshot holds or that follows from it: entered points, totals of parts, formulas, changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Literal

from schema.catalogue.definitions import Catalogue, FactorVersion, Metric
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.formula import Formula, Ref
from schema.grammar.reference import Key, category_parts, parse_record, sort_category
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.definition_breaks import Break, all_breaks
from schema.values.evaluation import Lookup, ZeroDivisor, evaluate
from schema.values.omissions import counts_as_nothing
from schema.values.qualifiers import of_several

_HUNDRED = Decimal(100)

ResultKind = Literal["entered", "figure", "omission", "missing", "unread"]


@dataclass(frozen=True, slots=True)
class Result:
    """What stands at a key. `value` is unrounded, in the metric's stored unit.

    `inputs` are the keys that a figure was computed from, `missing` those that it lacks; `reason` says why a figure
    has no value ("missing", "zero", "factor"); `total` marks a figure that is the sum of its parts.
    """

    key: Key
    kind: ResultKind
    value: Decimal | None = None
    qualifier: str = ""
    omission: str = ""
    point: DataPoint | None = None
    inputs: tuple[Key, ...] = ()
    missing: tuple[Key, ...] = ()
    reason: str = ""
    total: bool = False


class Figures:
    """Computes on demand and remembers; pure in the sense that catalogue and snapshot never change under it."""

    def __init__(self, catalogue: Catalogue, snapshot: Snapshot) -> None:
        self.catalogue = catalogue
        self.snapshot = snapshot
        self._results: dict[Key, Result] = {}
        self._breaks: dict[str, tuple[Break, ...]] = {}

    def value(self, key: Key) -> Result:
        """Return what stands at a key."""
        result = self._results.get(key)
        if result is None:
            result = self._results[key] = self._compute(key)
        return result

    def change(self, key: Key) -> Decimal | None:
        """Return this year's value less last year's, in the stored unit, or None where one is missing.

        Years that do not count the same are never compared.
        """
        if self.breaks(key.metric, key.period - 1, key.period):
            return None
        return difference(self.value(key).value, self.value(_year_before(key)).value)

    def change_percent(self, key: Key) -> Decimal | None:
        """Return the change on last year in percent of last year's value, or None where it cannot be computed."""
        if self.breaks(key.metric, key.period - 1, key.period):
            return None
        return percent_change(self.value(key).value, self.value(_year_before(key)).value)

    def breaks(self, code: str, before: int, now: int) -> tuple[Break, ...]:
        """Return what changed in the definition of a metric or of its inputs between two years, oldest first."""
        breaks = self._breaks.get(code)
        if breaks is None:
            breaks = self._breaks[code] = all_breaks(self.catalogue, code)
        return tuple([item for item in breaks if before < item.change.since <= now]) if breaks else ()

    def members(self, key: Key) -> tuple[Key, ...]:
        """Return the keys that a wildcard key (`gender=*`) stands for, in the breakdowns' own order."""
        pairs = category_parts(key.category)
        choices = [self._choices(breakdown, member) for breakdown, member in pairs]
        joined = (";".join(sorted(parts)) for parts in product(*choices))
        return tuple(Key(key.metric, key.period, key.entity, category) for category in joined)

    def factor(self, code: str, year: int) -> FactorVersion | None:
        """Return the version of a factor in force in a year, the latest begun one, or None."""
        fitting = [
            f for f in self.catalogue.factors if f.code == code and f.since <= year and year <= (f.until or 9999)
        ]
        return max(fitting, key=lambda version: version.since, default=None)

    def _choices(self, breakdown: str, member: str) -> list[str]:
        if member != "*":
            return [f"{breakdown}={member}"]
        known = self.catalogue.breakdowns.get(breakdown)
        return [f"{breakdown}={item.code}" for item in known.members] if known else []

    def _compute(self, key: Key) -> Result:
        if key.metric.startswith("record/"):
            return self._of_record(key)
        if key.span:  # the year's values and parts are not those of a part of it
            return Result(key, "missing")
        metric = self.catalogue.metrics.get(key.metric)
        if metric is not None and metric.formula is not None:
            return self._formula(key, metric.formula)
        point = self.snapshot.points.get(key)
        if point is not None:
            return _entered(point)
        return self._total(key, metric) if metric is not None else Result(key, "missing")

    def _of_record(self, key: Key) -> Result:
        address = parse_record(key.metric)
        record = self.snapshot.records.get(address[0]) if address else None
        if record is None or address is None or not (field := record.field(address[1])):
            return Result(key, "missing")
        return Result(key, "unread" if field.value is None else "entered", field.value, field.qualifier)

    def _total(self, key: Key, metric: Metric) -> Result:
        """Where one crossing is complete and sums, the total is a figure."""
        for crossing in metric.crossings:
            parts = self.parts(key, metric, crossing)
            if parts and (total := self._sum(key, parts)) is not None:
                return total
        return Result(key, "missing")

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

    def _sum(self, key: Key, parts: Sequence[Key]) -> Result | None:
        total, qualifiers = Decimal(0), list[str]()
        for part in parts:
            point = self.snapshot.points.get(part)
            if point is not None and counts_as_nothing(point.omission):
                continue
            if point is None or point.value is None:
                return None
            total = EXACT.add(total, point.value)
            qualifiers.append(point.qualifier)
        if not qualifiers:
            return None
        return Result(key, "figure", total, of_several(qualifiers), inputs=tuple(parts), total=True)

    def _formula(self, key: Key, formula: Formula) -> Result:
        inputs: list[Key] = []
        missing: list[Key] = []
        qualifiers: list[str] = []
        factors: list[str] = []

        def reference(ref: Ref) -> list[Decimal | None]:
            results = [self.value(target) for target in self.targets(ref, key)]
            inputs.extend(result.key for result in results)
            missing.extend(result.key for result in results if result.value is None)
            qualifiers.extend(result.qualifier for result in results)
            return [None if r.value is None else EXACT.multiply(r.value, ref.scale) for r in results]

        def factor(code: str) -> Decimal | None:
            version = self.factor(code, key.period)
            if version is None:
                factors.append(code)
            return None if version is None else EXACT.multiply(version.value, version.scale)

        try:
            outcome = evaluate(formula.tree, Lookup(reference, factor))
        except ZeroDivisor:
            return Result(key, "missing", inputs=_unique(inputs), reason="zero")
        if outcome is None:
            reason = "factor" if factors and not missing else "missing"
            return Result(key, "missing", inputs=_unique(inputs), missing=_unique(missing), reason=reason)
        value = quotient(Decimal(outcome), formula.scale)
        return Result(key, "figure", value, of_several(qualifiers), inputs=_unique(inputs))

    def targets(self, ref: Ref, key: Key) -> tuple[Key, ...]:
        """Return the keys that a formula's reference means at `key`; a category is inherited where it fits."""
        if ref.code.startswith("record/"):
            return (Key(ref.code, 0),)
        category = ref.category
        if not category and key.category and self._crosses(ref.code, key.category):
            category = key.category
        target = Key(ref.code, ref.year or key.period + ref.offset, key.entity, category)
        return self.members(target) if "*" in category else (target,)

    def _crosses(self, code: str, category: str) -> bool:
        breakdowns = {breakdown for breakdown, _ in category_parts(category)}
        metric = self.catalogue.metrics.get(code)
        return metric is not None and any(breakdowns <= set(crossing) for crossing in metric.crossings)


def difference(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """Return by how much a value has changed, or None where one is missing."""
    return None if now is None or before is None else EXACT.subtract(now, before)


def percent_change(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """Return the change in percent of the value before, or None where it cannot be computed."""
    if now is None or not before:
        return None
    return quotient(EXACT.multiply(EXACT.subtract(now, before), _HUNDRED), before.copy_abs())


def _year_before(key: Key) -> Key:
    return Key(key.metric, key.period - 1, key.entity, key.category)


def _entered(point: DataPoint) -> Result:
    if point.value is not None:
        return Result(point.key, "entered", point.value, point.qualifier, point=point)
    if point.omission:
        return Result(point.key, "omission", omission=point.omission, point=point)
    return Result(point.key, "unread", point=point)


def _unique(keys: Sequence[Key]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(keys))
