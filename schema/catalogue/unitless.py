"""The unit of metrics that are measured in none: nobody defines it, and a catalogue without such metrics has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric, Unit
from schema.catalogue.kinds import NO_UNIT
from schema.grammar.words import NO_WORDS

# A dimension of its own: no formula can bring it together with an amount.
DIMENSION = "label^1"


_UNITLESS = Unit(NO_UNIT, NO_WORDS, Decimal(1), DIMENSION)


def without_unit(units: Mapping[str, Unit], metrics: Iterable[Metric]) -> Mapping[str, Unit]:
    """Return the units with that of metrics that are measured in none, where there are such metrics."""
    unitless = NO_UNIT not in units and any(metric.unit == NO_UNIT for metric in metrics)
    return {**units, NO_UNIT: _UNITLESS} if unitless else units


def measured(catalogue: Catalogue) -> Mapping[str, Metric]:
    """Return the metrics whose values are amounts, by code: a number in a text is about none of the others."""
    return {code: metric for code, metric in catalogue.metrics.items() if not metric.traits.labelled}
