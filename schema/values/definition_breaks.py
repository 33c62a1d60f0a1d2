"""Which years can be compared: a metric whose definition, unit or boundary changed has a break between them."""

from __future__ import annotations

from dataclasses import dataclass

from schema.catalogue.definitions import Catalogue, DefinitionChange, Metric

SAME = "wording"  # only the words changed


@dataclass(frozen=True, slots=True)
class Break:
    """A change of `metric`: the one asked for, or one that it is computed from."""

    metric: Metric
    change: DefinitionChange


def all_breaks(catalogue: Catalogue, code: str) -> tuple[Break, ...]:
    """Return every break in the series of a metric, those of its inputs too, oldest first."""
    breaks: dict[tuple[str, int, str], Break] = {}
    seen: set[str] = set()

    def collect(name: str) -> None:
        metric = catalogue.metrics.get(name)
        if metric is None or name in seen:
            return
        seen.add(name)
        for change in metric.changed:
            if change.what != SAME:
                breaks[name, change.since, change.what] = Break(metric, change)
        for reference in metric.formula.references() if metric.formula else ():
            collect(reference.code)

    collect(code)
    return tuple(sorted(breaks.values(), key=lambda item: item.change.since))
