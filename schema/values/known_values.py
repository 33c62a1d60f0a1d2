"""Whether the catalogue knows a value: its metric, its year, and the members of its cut."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.grammar.reference import Key, category_parts, sort_category

YEARS = range(1900, 2201)


def has_place(key: Key, catalogue: Catalogue) -> bool:
    """Whether checks and figures know the place of a value: it is of the company or of a known entity."""
    return catalogue.reports(key.entity)


def is_value(key: Key, catalogue: Catalogue, *, figures: bool = False) -> bool:
    """Whether something may stand at a key; `figures` are values, too, where they are asked for."""
    metric = catalogue.metrics.get(key.metric)
    if (
        metric is None
        or not has_place(key, catalogue)
        or key.period not in YEARS
        or (metric.formula is not None and not figures)
    ):
        return False
    if not key.category:
        return True
    parts = category_parts(key.category)
    crossed = sorted(breakdown for breakdown, _ in parts)
    if sort_category(key.category) != key.category or crossed not in map(sorted, metric.crossings):
        return False
    return all(member in (known.code for known in catalogue.breakdowns[code].members) for code, member in parts)
