"""Where the company and its entities are: the factors of their places, one of each group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import COMPANY
from schema.catalogue.factors import group_of


def regions_of(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return the regions by entity, the company first."""
    return {COMPANY: catalogue.company.regions, **{one.code: one.regions for one in catalogue.entities}}


def regions_said(catalogue: Catalogue, said: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Read `factor` and `entity=factor`: each takes the place of the one of its group; `entity=` takes all out."""
    known, changed = regions_of(catalogue), dict[str, tuple[str, ...]]()
    for text in said:
        place, separator, region = text.partition("=")
        if not separator:
            place, region = COMPANY, text
        before = changed.get(place, known.get(place, ()))
        others = tuple(one for one in before if group_of(one) != group_of(region))
        changed[place] = (*others, region) if region else ()
    return changed
