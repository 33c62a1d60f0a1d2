"""Emissions are compared with a base year: who came or went since, and weighs, asks for it to be recalculated."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.entities import Entity
from schema.grammar.decimals import EXACT, plain, quotient
from schema.grammar.reference import Key
from schema.validation.facts import Coded, Fact
from schema.validation.issue import Issue
from schema.values.display import round_half_up
from schema.values.factor_trail import counts_emissions
from schema.values.figures import Figures

WEIGHS = Decimal(5)  # percent of the company's emissions
_HUNDRED = Decimal(100)


def check_base_year(figures: Figures, only: Collection[str] | None) -> Iterator[Issue]:
    """Yield each entity that has joined or left since the base year and weighs, once per total of emissions.

    The year in which a total is restated for the base year's report counts as recalculated.
    """
    catalogue = figures.catalogue
    base = catalogue.company.base_year
    years = figures.snapshot.periods()
    last = max(years, default=0)
    if base is None or last <= base:
        return
    restated = {key.metric for _, key in figures.snapshot.restatements if key.period == base}
    for metric in _totals(catalogue):
        if metric.code in restated or (only is not None and metric.code not in only):
            continue
        for entity in catalogue.entities:
            share = _share(figures, metric, entity, base, last)
            if share is not None and share >= WEIGHS:
                code = "emissions.joined" if entity.since > base else "emissions.left"
                facts: dict[str, Fact] = {"entity": Coded("entity", entity.code), "base": base}
                facts["share"] = f"{plain(round_half_up(share, 0))}%"
                yield Issue(code, "doubt", Key(metric.code, last), facts)


def _totals(catalogue: Catalogue) -> Iterator[Metric]:
    """Yield the metrics that count emissions and are part of no other one that does."""
    counting = [metric for metric in catalogue.metrics.values() if counts_emissions(metric, catalogue)]
    parts = {ref.code for metric in counting if metric.formula for ref in metric.formula.references()}
    return (metric for metric in counting if metric.code not in parts)


def _share(figures: Figures, metric: Metric, entity: Entity, base: int, last: int) -> Decimal | None:
    """Return what an entity makes up in percent where it came or went since: in its last year with the company."""
    came, went = entity.since > base, base < entity.until < last
    if not (came and entity.stands_in(last)) and not (went and entity.stands_in(base)):
        return None
    year = base if went else last
    own, whole = (figures.value(Key(metric.code, year, at)).value for at in (entity.code, ""))
    if own is None or not whole:
        return None
    return quotient(EXACT.multiply(EXACT.multiply(own, entity.weight), _HUNDRED), whole)
