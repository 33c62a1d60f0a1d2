"""How amounts of activity and of emissions are said."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.values.display import Display
from schema.values.omissions import OMISSIONS
from schema.values.result import Result


def amount_words(result: Result, catalogue: Catalogue, language: str) -> str:
    """Return what stands at a key, rounded as it is shown, with its unit; the reason, or nothing, where it has none."""
    metric = catalogue.metrics.get(result.key.metric)
    if metric is None:
        return ""
    if result.value is not None:
        return Display(metric, catalogue, language).show(result.value, result.qualifier, with_unit=True)
    if result.omission in OMISSIONS:
        return catalogue.phrases[OMISSIONS[result.omission].phrase].best(language)
    return result.point.typed if result.point is not None else ""
