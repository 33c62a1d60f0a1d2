"""How a value follows from others of its metric, along both axes: over entities, over shorter periods."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from schema.catalogue.definitions import Catalogue, Metric
from schema.grammar.reference import Key
from schema.values.rollup.entities import EntityRollup
from schema.values.rollup.periods import PeriodRollup
from schema.values.rollup.way import Way


class Rollups:
    """What is asked of it depends on which values are kept: where no part of a year is, none is looked for."""

    def __init__(self, catalogue: Catalogue, kept: Collection[Key]) -> None:
        self._kept = kept
        self._metrics = catalogue.metrics
        self.entities = EntityRollup(catalogue.entities)
        self.periods = PeriodRollup(catalogue.company.fiscal, kept)

    def asked(self, key: Key) -> tuple[Key, ...]:
        """Return what is asked for where a report places a key; a category may hold a wildcard."""
        metric = self._metrics.get(key.metric)
        if metric is None:
            return (key,)
        keys = self.entities.asked_keys(key, metric)
        return tuple([one for at in keys for one in self.periods.asked(at, metric, at in self._kept)])

    def sums_up(self, metric: Metric) -> bool:
        """Whether values of a metric may follow from others of it."""
        return self.entities.sums_up(metric) or self.periods.follows(metric)

    def wholes(self, key: Key, metric: Metric) -> Iterator[Key]:
        """Yield the values of the same metric that one takes part in."""
        yield from self.entities.wholes(key, metric)
        for longer in self.periods.wholes(key, metric):
            yield from (longer, *self.entities.wholes(longer, metric))

    def ways(self, key: Key, metric: Metric) -> Iterator[Way]:
        """Yield how the value at a key follows from others."""
        yield from self.entities.ways(key, metric)
        yield from self.periods.ways(key, metric)

    def spans(self, metric: Metric) -> tuple[str, ...]:
        """Return the parts of a year in which a metric may have a value: where it or what it is computed from has."""
        if not self.periods.kept:
            return ()
        found: dict[str, None] = {}
        self._inputs(metric.code, found)
        return self.periods.spans_of(found)

    def _inputs(self, code: str, found: dict[str, None]) -> None:
        metric = self._metrics.get(code)
        if code in found or metric is None:
            return
        found[code] = None
        for ref in metric.formula.references() if metric.formula is not None else ():
            self._inputs(ref.code, found)
