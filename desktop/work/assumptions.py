"""The editor confirms definitions that were only assumed, as one change of the definitions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from schema.catalogue.assumptions import assumed_metrics, confirmed, doubted
from schema.catalogue.compiled import with_hash
from schema.catalogue.definition_drift import settle
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.words import Words
from schema.mistakes import near


def confirmation(definitions: Definitions, wordings: Mapping[str, Words], valued: Collection[str]) -> Definitions:
    """Return the definitions with these words confirmed; `valued` are the metrics that have values."""
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


def worded(language: str, text: str) -> Words:
    """Return a definition that a person has worded in one language; the assumed words of the others no longer fit."""
    return Words(**{language.replace("-", "_").lower(): text.strip()})
