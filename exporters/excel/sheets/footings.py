"""What the reconciliation foots: each total and breakdown with its parts, each figure with its formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from exporters.excel.sheets.context import Context
from exporters.excel.sheets.formula import excel_formula
from exporters.excel.sheets.lookups import summed_up, times
from exporters.excel.sheets.tables import readable
from exporters.excel.sheets.values import names
from schema.catalogue.definitions import Metric, Total
from schema.catalogue.record_numbers import metric_of
from schema.catalogue.totals import totals_of
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.sums import Addend, Measure, displayed_half, sum_of
from schema.values.display import resolution
from schema.values.figures import Result
from schema.values.intervals import ZERO, Interval, by_the_letter
from schema.values.key_words import part_words
from schema.values.omissions import counts_as_nothing

_MOST_NAMES = 6  # of parts that a cell names one by one


@dataclass(frozen=True, slots=True)
class Footing:
    """A total as it stands and as its parts give it; `parts` says which they are, `formula` adds them up.

    `tolerance` is how far both may be apart, in the total's stored unit; None where a qualifier (over, nearly) leaves
    it open. `keys` are what is looked up.
    """

    whole: Key
    metric: Metric
    parts: str
    formula: str
    printed: Decimal
    computed: Decimal
    tolerance: Decimal | None
    keys: tuple[Key, ...]

    @property
    def difference(self) -> Decimal:
        """How far the total is above what its parts give."""
        return EXACT.subtract(self.printed, self.computed)


def footings(context: Context) -> tuple[Footing, ...]:
    """Return all of a report, in the order of its sheets: breakdowns, then totals of several metrics, then figures."""
    keys = [key for key in (*context.plan.spots, *context.plan.inputs) if key.period in context.years]
    return (*_breakdowns(context, keys), *_declared(context), *_figures(context, keys))


def _breakdowns(context: Context, keys: Sequence[Key]) -> Iterator[Footing]:
    figures, metrics = context.figures, context.catalogue.metrics
    for key in keys:
        metric = metrics.get(key.metric)
        whole = figures.value(key)
        if metric is None or metric.formula is not None or whole.value is None:
            continue
        for crossing in metric.crossings:
            parts = figures.parts(key, metric, crossing)
            addends = [_Addend(figures.value(part), Fraction(1)) for part in parts]
            by = context.say("row.by", name=context.crossing(crossing))
            yield from _footed(context, whole, metric, addends, by)
        for way in figures.ways(key, metric):
            addends = [_Addend(figures.value(part.key), Fraction(part.weight)) for part in way.parts]
            by = context.say("row.by", name=context.say("row.entity"))
            yield from _footed(context, whole, metric, addends, by)


def _declared(context: Context) -> Iterator[Footing]:
    for total in totals_of(context.catalogue):
        for year in context.years:
            if total.complete and total.holds_in(year):
                yield from _declared_in(context, total, Key("", year))


def _declared_in(context: Context, total: Total, at: Key) -> Iterator[Footing]:
    figures = context.figures
    whole = figures.value(figures.targets(total.whole, at)[0])
    metric = metric_of(context.catalogue, whole.key.metric)
    if metric is None or whole.value is None:
        return
    scale = Fraction(total.whole.scale)
    addends = [
        _Addend(figures.value(key), Fraction(ref.scale) / scale)
        for ref in total.parts
        for key in figures.targets(ref, at)
    ]
    yield from _footed(context, whole, metric, addends, "")


@dataclass(frozen=True, slots=True)
class _Addend:
    """A part, and what brings it to the whole's stored unit."""

    result: Result
    scale: Fraction

    def scaled(self, value: Decimal) -> Decimal:
        return quotient(EXACT.multiply(value, Decimal(self.scale.numerator)), Decimal(self.scale.denominator))

    def addend(self) -> Addend:
        return Addend(self.result.key, self.scaled(self.result.unrounded or ZERO), self.result.qualifier)


def _footed(
    context: Context, whole: Result, metric: Metric, parts: Sequence[_Addend], by: str
) -> Iterator[Footing]:  # fmt: skip
    """Yield a total with its parts, unless none of them has a value."""
    there = [part for part in parts if part.result.value is not None]
    absent = sum(not counts_as_nothing(part.result.omission) for part in parts if part not in there)
    if not there or whole.unrounded is None:
        return
    added = [part.addend() for part in there]
    computed = ZERO
    for one in added:
        computed = EXACT.add(computed, one.value)
    half = displayed_half(Measure(metric, resolution(metric, context.catalogue)), _values(whole, added))
    tolerance = ZERO if absent else _slack(whole, sum_of(added, half), computed)
    yield Footing(
        whole.key, metric, _parts_words(context, [part.result.key for part in there], by), _sum_formula(there),
        whole.unrounded, computed, tolerance, (whole.key, *(part.result.key for part in there)),
    )  # fmt: skip


def _values(whole: Result, added: Sequence[Addend]) -> Iterator[Decimal]:
    yield from (one.value for one in added)
    yield whole.unrounded or ZERO


def _slack(whole: Result, parts: Interval, computed: Decimal) -> Decimal | None:
    """Return how far a total may be from the sum of its parts, on the side where it is; None where it has no end."""
    value = whole.unrounded or ZERO
    own = by_the_letter(value, whole.qualifier)
    if value >= computed:
        reach = (value, own.low), (parts.high, computed)
    else:
        reach = (own.high, value), (computed, parts.low)
    slack = ZERO
    for high, low in reach:
        if not (high.is_finite() and low.is_finite()):
            return None
        slack = EXACT.add(slack, EXACT.subtract(high, low))
    return slack


def _parts_words(context: Context, keys: Sequence[Key], by: str) -> str:
    """Return the parts by name, or by what there are too many to name."""
    if len(keys) > _MOST_NAMES and by:
        return by
    own = [part_words(key, context.catalogue, context.language) for key in keys]
    if by and all(own) and len(set(own)) == len(keys):
        return context.assembly.punctuation.colon.join((by, " + ".join(own)))
    return " + ".join(map(context.label, keys))


def _sum_formula(parts: Sequence[_Addend]) -> str:
    """Return the sum of the parts as looked up; those of one unit together."""
    ordered = sorted(parts, key=lambda part: part.scale)
    groups = [(scale, [part.result.key for part in same]) for scale, same in groupby(ordered, key=lambda p: p.scale)]
    return "+".join(summed_up(keys) + times(scale) for scale, keys in groups)


def _figures(context: Context, keys: Sequence[Key]) -> Iterator[Footing]:
    """Yield each figure whose inputs are known: what stands in its row, and what its formula gives."""
    naming = names(context)
    for key in keys:
        metric = context.catalogue.metrics.get(key.metric)
        if metric is None or metric.formula is None:
            continue
        result = context.figures.value(key)
        if result.unrounded is None or not result.inputs or _is_hidden(context, result):
            continue
        computed = result.unrounded if result.computed is None else result.computed
        formula = excel_formula(metric.formula, key, context.figures, naming)
        printed = result.unrounded if result.computed is None else result.value or ZERO
        yield Footing(
            key, metric, readable(context, metric.formula), formula, printed, computed,
            _printed_half(context, result), (key, *result.inputs),
        )  # fmt: skip


def _is_hidden(context: Context, result: Result) -> bool:
    """Whether a formula would not give what stands there: it, or what it needs, is not told."""
    withheld = context.figures.withheld
    return any(key in withheld or context.figures.value(key).untold for key in (result.key, *result.inputs))


def _printed_half(context: Context, result: Result) -> Decimal:
    """Return half of the last digit that a report printed where it is printed as that report did; nothing else."""
    if result.computed is None:
        return ZERO
    own = (value for value in context.snapshot.published if value.key == result.key)
    halves = [quotient(value.resolution, Decimal(2)) for value in own if value.report == context.outline.code]
    return max(halves, default=ZERO)
