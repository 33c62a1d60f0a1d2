"""The editor confirms definitions that were only assumed, as one change of the definitions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from schema.catalogue.assumptions import assumed_metrics, confirmed, doubted, waiting
from schema.catalogue.compiled import with_hash
from schema.catalogue.definition_drift import settle
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.words import LANGUAGES, Words
from schema.mistakes import near


def confirmation(definitions: Definitions, wordings: Mapping[str, Words], valued: Collection[str]) -> Definitions:
    """Return the definitions with these words confirmed, each in its language; `valued` metrics have values."""
    return settle(definitions, confirmed(definitions, wordings), valued)


def withdrawal(definitions: Definitions, codes: Sequence[str]) -> Definitions:
    """Return the definitions with those of these metrics assumed again. AnnalsError catalogue.no_definition."""
    metrics = definitions.catalogue.metrics
    for code in codes:
        metric = metrics.get(code)
        if metric is None or metric.assumed or not metric.definition:
            raise AnnalsError("catalogue.no_definition", name=code, near=near(code, metrics))
    return with_hash(doubted(definitions, codes))


def chosen(definitions: Definitions, codes: Sequence[str], *, every: bool) -> tuple[Metric, ...]:
    """Return the metrics named, all that are assumed with `every`. AnnalsError catalogue.not_assumed."""
    assumed = {metric.code: metric for metric in assumed_metrics(definitions.catalogue)}
    for code in codes:
        if code not in assumed:
            raise AnnalsError("catalogue.not_assumed", name=code, near=near(code, assumed))
    return tuple(assumed.values()) if every else tuple(assumed[code] for code in dict.fromkeys(codes))


def reason_of(codes: Collection[str], reason: str) -> str:
    """Return what the history says about the change: the person's reason, else what was confirmed."""
    return reason or "confirm " + " ".join(codes)


@dataclass(frozen=True, slots=True)
class Assumed:
    """What waits for a yes: a definition in all its languages, or in one `language` where others are confirmed."""

    metric: Metric
    language: str = ""

    def waits_beside(self, language: str) -> bool:
        """Whether words in other languages go on waiting when those in one are confirmed in other words."""
        return not self.language and set(waiting(self.metric)) > {language}


def assumed_rows(catalogue: Catalogue) -> tuple[Assumed, ...]:
    """Return what waits for a yes, in the catalogue's order."""
    return tuple(
        Assumed(metric, language)
        for metric in assumed_metrics(catalogue)
        for language in (waiting(metric) if metric.confirmed_in else ("",))
    )


def vouched_words(told: Iterable[tuple[Metric, str, str]]) -> dict[str, Words]:
    """Return by metric what somebody vouches for: (metric, language, words), in no language the words as they stand."""
    found: dict[str, dict[str, str]] = {}
    for metric, language, text in told:
        own = {language: text.strip()} if language else {name: metric.definition.get(name) for name in LANGUAGES}
        found.setdefault(metric.code, {}).update(own)
    return {code: Words(*(words.get(name, "") for name in LANGUAGES)) for code, words in found.items()}
