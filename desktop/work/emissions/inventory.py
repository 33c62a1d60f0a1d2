"""What a workspace counts: its sources with activity, factor and emissions of a year, and the totals of the scopes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.work.emissions.sources import Source, Sources, Total
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.factors import FactorVersion
from schema.grammar.formula import Ref
from schema.grammar.reference import Key, parse_rows
from schema.values.figures import Figures
from schema.values.result import Result


@dataclass(frozen=True, slots=True)
class Counted:
    """A source that is counted: its metric, and which activity and factor its formula names."""

    source: Source
    metric: Metric
    activity: str
    factor: str


@dataclass(frozen=True, slots=True)
class Line:
    """A source in a year at an entity; `version` is the factor in force there, None where there is none."""

    counted: Counted
    activity: Result
    version: FactorVersion | None
    emissions: Result


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A total in a year; `computed` is what its sources give where it is `typed`, else None."""

    total: Total
    metric: Metric
    result: Result
    computed: Result | None

    @property
    def typed(self) -> bool:
        """Whether it is typed in and held against what is computed."""
        return self.computed is not None


def counted_sources(catalogue: Catalogue, sources: Sources) -> tuple[Counted, ...]:
    """Return the sources that a catalogue counts, in the order of the scopes."""
    found = (_counted(source, catalogue.metrics.get(source.metric)) for source in sources.sources.values())
    return tuple(one for one in found if one is not None)


def _counted(source: Source, metric: Metric | None) -> Counted | None:
    if metric is None or metric.formula is None:
        return None
    plain = (ref.code for ref in metric.formula.references() if parse_rows(ref.code) is None)
    return Counted(source, metric, next(plain, ""), next(iter(metric.formula.factors()), ""))


def lines(figures: Figures, sources: Sources, year: int, entity: str = "") -> tuple[Line, ...]:
    """Return what each source that is counted comes to in a year."""
    return tuple(
        Line(
            one,
            figures.value(Key(one.activity, year, entity)),
            figures.factor(one.factor, year, entity),
            figures.value(Key(one.metric.code, year, entity)),
        )
        for one in counted_sources(figures.catalogue, sources)
    )


def total_lines(figures: Figures, sources: Sources, year: int, entity: str = "") -> tuple[TotalLine, ...]:
    """Return the totals that a workspace has, as they stand in a year."""
    return tuple(_total_lines(figures, sources, year, entity))


def _total_lines(figures: Figures, sources: Sources, year: int, entity: str) -> Iterator[TotalLine]:
    metrics = figures.catalogue.metrics
    for total in sources.totals.values():
        metric = metrics.get(total.metric)
        if metric is None:
            continue
        beside = figures.value(Key(total.beside, year, entity)) if total.beside in metrics else None
        yield TotalLine(total, metric, figures.value(Key(metric.code, year, entity)), beside)


def names_source(metric: Metric, sources: Sources) -> bool:
    """Whether a formula is one that adds up sources, as the program writes it."""
    codes = {one.metric for one in sources.sources.values()}
    tree = metric.formula.tree if metric.formula else None
    refs = [node.code for node in getattr(tree, "arguments", ()) if isinstance(node, Ref)]
    return bool(refs) and set(refs) <= codes
