"""A whole against the sum of its parts: whether both can be true, and if not, which of them looks wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import ANY_LENGTH, EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.facts import Amount, Coded, Difference, Fact, PartsOf
from schema.validation.issue import Issue
from schema.validation.slips import slip_from_evidence
from schema.values.intervals import ZERO, Interval, add_intervals, by_the_letter

_TWO = Decimal(2)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Addend:
    """A number that takes part: `value` in the whole's stored unit, `half` of its last typed digit (0 = exact)."""

    key: Key
    value: Decimal
    qualifier: str = ""
    half: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Measure:
    """What the whole is measured in: its metric, and the size of its last displayed digit."""

    metric: Metric
    step: Decimal


def sum_of(parts: Iterable[Addend], half: Decimal = ZERO) -> Interval:
    """Return what the sum may be; each part is known to `half`, or to its own typed digit where that is coarser."""
    return add_intervals(by_the_letter(part.value, part.qualifier, max(half, part.half)) for part in parts)


def displayed_half(measure: Measure, values: Iterable[Decimal]) -> Decimal:
    """Nothing for counts, unless all of them were rounded to a coarser displayed digit; else half a displayed step."""
    step = measure.step
    if measure.metric.traits.counted and (step <= 1 or any(ANY_LENGTH.remainder(value, step) for value in values)):
        return ZERO
    return quotient(step, _TWO)


def compare(whole: Addend, parts: Sequence[Addend], full: bool, said: PartsOf, measure: Measure) -> Iterator[Issue]:
    """Yield where a whole and its parts contradict each other.

    Displayed digits explain a difference away; one that only the typed digits explain is a doubt, never an error. Where
    not all parts are there (`full` no), they may only not exceed the whole.
    """
    half = displayed_half(measure, (part.value for part in (*parts, whole)))
    total = by_the_letter(whole.value, whole.qualifier)
    shown = _shown_sum(parts, half)
    wrong = not total.meets(shown) if full else total.wholly_below(shown) and all(part.value >= 0 for part in parts)
    if not wrong:
        return
    if by_the_letter(whole.value, whole.qualifier, whole.half).meets(sum_of(parts, half)):
        yield Issue("total.rounding", "doubt", whole.key, _facts(whole, parts, said))
    elif full:
        yield _difference(whole, parts, said, measure)
    else:
        yield _excess(whole, parts, said, half)


def _shown_sum(parts: Iterable[Addend], half: Decimal) -> Interval:
    return add_intervals(by_the_letter(part.value, part.qualifier, half) for part in parts)


def _facts(whole: Addend, parts: Sequence[Addend], said: PartsOf) -> dict[str, Fact]:
    added = _added(parts)
    difference = Difference(EXACT.subtract(whole.value, added))
    return {"total": Amount(whole.value), "sum": Amount(added), "parts": said, "difference": difference}


def _added(parts: Iterable[Addend]) -> Decimal:
    total = ZERO
    for part in parts:
        total = EXACT.add(total, part.value)
    return total


def _excess(whole: Addend, parts: Sequence[Addend], said: PartsOf, half: Decimal) -> Issue:
    """One part that alone exceeds the total is named itself."""
    total = by_the_letter(whole.value, whole.qualifier)
    for part in parts:
        if total.wholly_below(sum_of((part,), half)):
            shown: dict[str, Fact] = {"total": Amount(whole.value), "value": Amount(part.value)}
            return Issue("total.part", "error", part.key, shown)
    return Issue("total.exceeded", "error", whole.key, _facts(whole, parts, said))


def _difference(whole: Addend, parts: Sequence[Addend], said: PartsOf, measure: Measure) -> Issue:
    """The total or one part may be the slipped one: a part that would mend the sum is named."""
    shown, added = _facts(whole, parts, said), _added(parts)
    if slip := slip_from_evidence(whole.value, added, measure.step, measure.metric):
        return Issue("total.slip", "error", whole.key, {**shown, "slip": Coded("slip", slip)})
    for mending in mending_parts(parts, whole.value, measure):
        return Issue("total.partslip", "error", whole.key, {**shown, **mending})
    return Issue("total.differs", "error", whole.key, shown)


def mending_parts(parts: Sequence[Addend], whole: Decimal, measure: Measure) -> Iterator[dict[str, Fact]]:
    """Yield what sentences say of each part that a usual slip parts from what the others leave for it."""
    missing = EXACT.subtract(whole, _added(parts))
    for part in parts:
        needed = EXACT.add(missing, part.value)
        if slip := _part_slip(part, needed, whole, measure):
            shown: dict[str, Fact] = {"part": part.key, "value": Amount(part.value), "needed": Amount(needed)}
            yield {**shown, "slip": Coded("slip", slip)}


def _part_slip(part: Addend, needed: Decimal, whole: Decimal, measure: Measure) -> str:
    """Name the slip that would turn the needed part into the typed one, or return an empty string."""
    if not part.value or needed <= 0:
        return ""
    if _is_share(part, needed, whole):
        return "slip.share"
    return slip_from_evidence(part.value, needed, measure.step, measure.metric)


def _is_share(part: Addend, needed: Decimal, whole: Decimal) -> bool:
    """Whether a part is the percentage, typed to whole or more digits, that the needed one has of the whole."""
    if whole <= _HUNDRED or not 0 < part.value <= _HUNDRED:
        return False
    share = quotient(EXACT.multiply(needed, _HUNDRED), whole)
    exponent = part.value.as_tuple().exponent
    digit = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    return (share - part.value).copy_abs() * _TWO <= digit
