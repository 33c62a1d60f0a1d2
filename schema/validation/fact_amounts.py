"""The amounts of an issue that its sentence tells in the unit of its metric: they are shown alike."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.record_numbers import metric_of
from schema.validation.facts import Amount, AmountAt, InScale, Mended, One
from schema.validation.issue import Issue


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
