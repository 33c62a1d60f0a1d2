"""Definitions that were only assumed: which there are, and what becomes of them when somebody vouches for the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions
from schema.grammar.words import Words


def assumed_metrics(catalogue: Catalogue) -> tuple[Metric, ...]:
    """Return the metrics whose definition waits for the editor's yes, in the catalogue's order."""
    return tuple(metric for metric in catalogue.metrics.values() if metric.assumed)


def confirmed(definitions: Definitions, wordings: Mapping[str, Words]) -> Definitions:
    """Return the definitions with these words, by the metrics' codes, confirmed; all else stays."""
    metrics = definitions.catalogue.metrics
    changed = {code: replace(metrics[code], definition=words, assumed=False) for code, words in wordings.items()}
    return with_metrics(definitions, changed)


def doubted(definitions: Definitions, codes: Iterable[str]) -> Definitions:
    """Return the definitions with those of these metrics assumed again, in the words that they have."""
    metrics = definitions.catalogue.metrics
    return with_metrics(definitions, {code: replace(metrics[code], assumed=True) for code in codes})


def without_reworded(old: Definitions, new: Definitions) -> Definitions:
    """Return the new definitions, those no longer assumed that somebody has worded otherwise than they were assumed."""
    before = old.catalogue.metrics
    reworded = [
        metric
        for metric in assumed_metrics(new.catalogue)
        if metric.code in before and before[metric.code].assumed and before[metric.code].definition != metric.definition
    ]
    return with_metrics(new, {metric.code: replace(metric, assumed=False) for metric in reworded})


def with_metrics(definitions: Definitions, changed: Mapping[str, Metric]) -> Definitions:
    """Return the definitions with these metrics, by their codes, in the place of those of the same code."""
    if not changed:
        return definitions
    metrics = {code: changed.get(code, metric) for code, metric in definitions.catalogue.metrics.items()}
    return replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics))
