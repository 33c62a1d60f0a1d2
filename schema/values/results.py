"""All values of a snapshot in the catalogue's order: entered points, omissions, and the figures that follow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from schema.catalogue.definitions import Metric
from schema.grammar.reference import Key, sort_category
from schema.values.figures import Figures, Result


def all_results(figures: Figures, metric: str = "", period: int = 0) -> Iterator[Result]:
    """Yield every entered value and omission and every figure that has a value, optionally of one metric or year."""
    points = figures.snapshot.points
    entered: dict[str, set[Key]] = {}
    for key in points:
        entered.setdefault(key.metric, set()).add(key)
    codes = [metric] if metric else list(dict.fromkeys((*figures.catalogue.metrics, *entered)))
    periods = (period,) if period else figures.snapshot.periods()
    for code in codes:
        keys = {key for key in entered.get(code, ()) if not period or key.period == period}
        known = figures.catalogue.metrics.get(code)
        keys |= set(figure_keys(figures, known, periods)) if known else set()
        for key in sorted(keys):
            result = figures.value(key)
            if result.kind != "missing":
                yield result


def figure_keys(figures: Figures, metric: Metric, periods: tuple[int, ...]) -> Iterator[Key]:
    """Yield the keys at which a metric may have a figure: its formula, totals of its crossings, sums over entities."""
    sums, spans = figures.sums_up(metric), ("", *figures.rollups.spans(metric))
    for year in periods:
        for entity, span in product(("", *figures.entities.tree.within("", year)), spans):
            yield Key(metric.code, year, entity, "", span)
            if metric.formula is not None or sums:
                for crossing in metric.crossings:
                    category = sort_category(";".join(f"{breakdown}=*" for breakdown in crossing))
                    yield from figures.members(Key(metric.code, year, entity, category, span))
