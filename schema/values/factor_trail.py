"""The factors behind a figure of emissions: those that its formula names, at each place that it adds up."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.factors import FactorVersion
from schema.grammar.reference import Key
from schema.values.figures import Figures

CARBON = "carbon^1"


def counts_emissions(metric: Metric, catalogue: Catalogue) -> bool:
    """Whether a metric is an amount of greenhouse gases."""
    unit = catalogue.units.get(metric.unit)
    return unit is not None and unit.dimension == CARBON


def factors_behind(figures: Figures, key: Key) -> tuple[FactorVersion, ...]:
    """Return the versions that a figure of emissions was computed with, each once; none of what is typed or a sum."""
    metric = figures.catalogue.metrics.get(key.metric)
    if metric is None or metric.formula is None or not counts_emissions(metric, figures.catalogue):
        return ()
    return tuple(dict.fromkeys(_behind(figures, key, metric)))


def _behind(figures: Figures, key: Key, metric: Metric) -> Iterator[FactorVersion]:
    result = figures.value(key)
    if result.total:
        for part in result.inputs:
            yield from _behind(figures, part, metric)
    elif metric.formula is not None and result.value is not None:
        versions = (figures.factor(code, key.period, key.entity) for code in metric.formula.factors())
        yield from (version for version in versions if version is not None)
