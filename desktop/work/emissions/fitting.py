"""What fits a source: the factors that turn its activity into emissions, the metrics that measure it."""

from __future__ import annotations

from desktop.work.emissions.sources import ACTIVITY, Source
from schema.catalogue.definitions import Catalogue
from schema.catalogue.dimensions import Dimension, combine, read_dimension
from schema.catalogue.factors import dimensions_of, group_of
from schema.values.factor_trail import CARBON


def activities_for(catalogue: Catalogue, source: Source) -> tuple[str, ...]:
    """Return the metrics that measure the same kind of amount, those known to be it first, then its own new one."""
    wanted = _dimension(catalogue, source.unit)
    fitting = [
        metric.code
        for metric in catalogue.metrics.values()
        if metric.formula is None and metric.traits.numeric and _dimension(catalogue, metric.unit) == wanted
    ]
    known = [code for code in source.known if code in fitting]
    own = ACTIVITY + source.code
    return tuple(dict.fromkeys((*known, own, *fitting)))


def factors_for(catalogue: Catalogue, unit: str, usual: str = "") -> tuple[str, ...]:
    """Return the factors of emissions per amount in a unit, the usual one first; a group where all of it fit."""
    per = _dimension(catalogue, unit)
    wanted = combine(read_dimension(CARBON), per, -1)
    fitting = [code for code, text in dimensions_of(catalogue.factors).items() if read_dimension(text) == wanted]
    first = [usual] if usual in fitting else []
    return tuple(dict.fromkeys((*first, *sorted(fitting, key=lambda code: (not code.endswith("*"), code)))))


def group_members(catalogue: Catalogue, group: str) -> tuple[str, ...]:
    """Return the factors of a group, each once, in the order of the definitions."""
    return tuple(dict.fromkeys(one.code for one in catalogue.factors if group_of(one.code) == group))


def unit_of(catalogue: Catalogue, source: Source, activity: str) -> str:
    """Return in which unit an activity is measured; a new one in the source's own."""
    metric = catalogue.metrics.get(activity)
    return metric.unit if metric is not None else source.unit


def _dimension(catalogue: Catalogue, unit: str) -> Dimension:
    known = catalogue.units.get(unit)
    return read_dimension(known.dimension) if known is not None else ()
