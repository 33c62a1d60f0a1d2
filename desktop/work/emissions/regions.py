"""Where the company and its entities are: the factors of their places, one of each group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import COMPANY
from schema.catalogue.factors import group_of
from schema.errors import AnnalsError


def regions_of(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return the regions by entity, the company first."""
    return {COMPANY: catalogue.company.regions, **{one.code: one.regions for one in catalogue.entities}}


def regions_said(catalogue: Catalogue, said: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Read `factor` and `entity=factor`: each takes the place of the one of its group; `entity=` takes all out.

    AnnalsError definition.two_regions where two of one group are said of a place.
    """
    known, changed, chosen = regions_of(catalogue), dict[str, tuple[str, ...]](), dict[tuple[str, str], str]()
    for text in said:
        place, separator, region = text.partition("=")
        if not separator:
            place, region = COMPANY, text
        group = group_of(region)
        if region and chosen.setdefault((place, group), region) != region:
            raise AnnalsError("definition.two_regions", name=region, value=chosen[place, group])
        before = changed.get(place, known.get(place, ()))
        others = tuple(one for one in before if group_of(one) != group)
        changed[place] = (*others, region) if region else ()
    return changed
