"""Definitions that were only assumed: which there are, and what becomes of them when somebody vouches for the words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions
from schema.grammar.words import LANGUAGES, Words


def assumed_metrics(catalogue: Catalogue) -> tuple[Metric, ...]:
    """Return the metrics whose definition waits for the editor's yes, in the catalogue's order."""
    return tuple(metric for metric in catalogue.metrics.values() if metric.assumed)


def waiting(metric: Metric) -> tuple[str, ...]:
    """Return the languages in which a definition is still only assumed."""
    return _waiting(metric.definition, metric.confirmed_in) if metric.assumed else ()


def _waiting(words: Words, vouched: Collection[str]) -> tuple[str, ...]:
    return tuple(language for language in LANGUAGES if words.get(language) and language not in vouched)


def printed_definition(metric: Metric, language: str) -> str:
    """Return the definition that readers may see: nothing where it is only assumed in their language."""
    if metric.assumed and language not in metric.confirmed_in:
        return ""
    return metric.definition.best(language)


def confirmed(definitions: Definitions, wordings: Mapping[str, Words]) -> Definitions:
    """Return the definitions with these words, by the metrics' codes, confirmed; all else stays.

    A language that somebody has no words for keeps those that were assumed, which go on waiting.
    """
    metrics = definitions.catalogue.metrics
    return with_metrics(definitions, {code: vouched(metrics[code], words) for code, words in wordings.items()})


def vouched(metric: Metric, words: Words) -> Metric:
    """Return a metric with these words confirmed in their languages; those of the others go on waiting."""
    own = {language for language in LANGUAGES if words.get(language)} | set(metric.confirmed_in)
    definition = Words(*(words.get(language) or metric.definition.get(language) for language in LANGUAGES))
    waits = bool(_waiting(definition, own))
    sure = tuple(language for language in LANGUAGES if language in own) if waits else ()
    return replace(metric, definition=definition, assumed=waits, confirmed_in=sure)


def doubted(definitions: Definitions, codes: Iterable[str]) -> Definitions:
    """Return the definitions with those of these metrics assumed again, in the words that they have."""
    metrics = definitions.catalogue.metrics
    return with_metrics(definitions, {code: replace(metrics[code], assumed=True, confirmed_in=()) for code in codes})


def without_reworded(old: Definitions, new: Definitions) -> Definitions:
    """Return the new definitions, what was assumed confirmed in the languages that somebody has reworded it in."""
    before, reworded = old.catalogue.metrics, dict[str, Metric]()
    for metric in assumed_metrics(new.catalogue):
        was = before.get(metric.code)
        if was is not None and was.assumed and was.definition != metric.definition:
            reworded[metric.code] = vouched(metric, _other_words(was.definition, metric.definition))
    return with_metrics(new, reworded)


def _other_words(was: Words, now: Words) -> Words:
    pairs = ((was.get(language), now.get(language)) for language in LANGUAGES)
    return Words(*(new if new != old else "" for old, new in pairs))


def with_metrics(definitions: Definitions, changed: Mapping[str, Metric]) -> Definitions:
    """Return the definitions with these metrics, by their codes, in the place of those of the same code."""
    if not changed:
        return definitions
    metrics = {code: changed.get(code, metric) for code, metric in definitions.catalogue.metrics.items()}
    return replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics))
