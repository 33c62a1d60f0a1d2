"""The amounts of an issue that its sentence tells in the unit of its metric: they are shown alike, and apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.number_format import Format
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import ANY_LENGTH, EXACT, quotient
from schema.validation.facts import Amount, AmountAt, InScale, Mended, One
from schema.validation.issue import Issue
from schema.values.display import Display, metric_format, shape

_MORE_DIGITS = 4


def amounts_of(issue: Issue, metric: Metric, catalogue: Catalogue) -> Iterator[Decimal]:
    """Yield the amounts of a message that are in the metric's unit, those of other metrics included."""
    for fact in issue.facts.values():
        for item in fact if isinstance(fact, tuple) else (fact,):
            value = _amount_of(item, metric, catalogue)
            if value is not None:
                yield value


def _amount_of(fact: One, metric: Metric, catalogue: Catalogue) -> Decimal | None:
    match fact:
        case Amount() | InScale():
            return fact.value
        case Mended():
            return fact.value if fact.slip else None
        case AmountAt():
            other = metric_of(catalogue, fact.key.metric)
            return fact.value if other and other.unit == metric.unit else None
        case _:
            return None


def exact(display: Display, value: Decimal, apart: int = 0) -> Display:
    """Return a display with all digits of a value; of many more than are shown only those `apart`."""
    form = display.format or common_format((value,), display.metric, display.catalogue)
    divisor = shape(display.metric, display.catalogue, "zh-Hans", form).divisor
    least = form.decimals or 0
    own = _decimals(quotient(value, divisor))
    rounded = max(least, apart) if own > least + _MORE_DIGITS else least
    decimals = own if least < own <= least + _MORE_DIGITS else rounded
    return replace(display, format=replace(form, decimals=decimals))


def places_apart(display: Display, values: Iterable[Decimal]) -> int:
    """Return the fewest decimals with which no two different amounts of a message are rounded to the same."""
    assert display.format is not None
    divisor = shape(display.metric, display.catalogue, "zh-Hans", display.format).divisor
    shown = {quotient(value, divisor) for value in values}
    most = max(map(_decimals, shown), default=0)
    steps = (Decimal(1).scaleb(-places) for places in range(most))
    each = ({ANY_LENGTH.quantize(value, step) for value in shown} for step in steps)
    return next((places for places, rounded in enumerate(each) if len(rounded) == len(shown)), most)


def common_format(values: Iterable[Decimal], metric: Metric, catalogue: Catalogue) -> Format:
    """Return the metric's display, or the bare stored unit where the scale word would ask for too many decimals."""
    own = metric_format(metric, catalogue)
    divisor = shape(metric, catalogue, "zh-Hans", own).divisor
    amounts = tuple(values)
    needed = max((_decimals(quotient(value, divisor)) for value in amounts), default=0)
    tiny = any(0 < value.copy_abs() < divisor for value in amounts)
    fits = own.scale == 0 or (needed <= (own.decimals or 0) + _MORE_DIGITS and not tiny)
    return own if fits else Format()


def _decimals(value: Decimal) -> int:
    exponent = EXACT.normalize(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
