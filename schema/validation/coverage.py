"""How far a report answers a framework: each disclosure answered, explained or open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schema.catalogue.crosswalk import Crosswalk, crosswalk
from schema.catalogue.definitions import Catalogue, Disclosure
from schema.catalogue.outline import Definitions, Outline
from schema.grammar.reference import Key
from schema.grammar.words import Explanation
from schema.validation.asked_values import placed_references
from schema.values.figures import Figures
from schema.values.omissions import OMISSIONS
from schema.values.records import metric_of

State = Literal["answered", "explained", "open"]
STATES: tuple[State, ...] = ("answered", "explained", "open")
NO_EXPLANATION = Explanation()


@dataclass(frozen=True, slots=True)
class Coverage:
    """One disclosure: the metrics with a value and the sections that answer it, or why it is not answered."""

    disclosure: Disclosure
    state: State
    metrics: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    reason: Explanation = NO_EXPLANATION


def coverage(definitions: Definitions, figures: Figures, report: str, framework: str) -> tuple[Coverage, ...]:
    """Return each disclosure of a framework, in the framework's order, as this report stands now."""
    outline, catalogue = definitions.outlines[report], definitions.catalogue
    walk = crosswalk(catalogue.frameworks[framework])
    metrics = _grouped(_answering_metrics(catalogue, figures, outline, walk))
    sections = _grouped((code, section.code) for section in outline.walk() for code in walk.codes(section.disclosures))
    reasons = explanations(catalogue, figures, outline, walk)
    return tuple(
        _one(item, metrics.get(item.code, ()), sections.get(item.code, ()), reasons.get(item.code, NO_EXPLANATION))
        for item in catalogue.frameworks[framework].disclosures
    )


def counts(rows: tuple[Coverage, ...]) -> dict[State, int]:
    """Return how many disclosures are in each state."""
    return {state: sum(row.state == state for row in rows) for state in STATES}


def explanations(
    catalogue: Catalogue, figures: Figures, outline: Outline, walk: Crosswalk
) -> Mapping[str, Explanation]:
    """Return why disclosures are not answered: the outline's own words, else the notes of omitted values."""
    return {**_omitted(catalogue, figures, outline, walk), **outline.explanations.get(walk.framework, {})}


def _one(item: Disclosure, metrics: tuple[str, ...], sections: tuple[str, ...], reason: Explanation) -> Coverage:
    state: State = "answered" if metrics or sections else "explained" if reason else "open"
    return Coverage(item, state, metrics, sections, reason)


def _answering_metrics(
    catalogue: Catalogue, figures: Figures, outline: Outline, walk: Crosswalk
) -> Iterator[tuple[str, str]]:
    """Yield (disclosure, metric) for each placed metric that has a value in the report's year."""
    valued = {
        key.metric
        for key, point in figures.snapshot.points.items()
        if _in_year(key, outline) and point.value is not None
    }
    for code in dict.fromkeys(reference.code for reference in placed_references(outline)):
        metric = metric_of(catalogue, code)
        if metric is None:
            continue
        has_value = code in valued or figures.value(Key(code, outline.year)).value is not None
        for disclosure in walk.codes(metric.disclosures) if has_value else ():
            yield disclosure, code


def _omitted(catalogue: Catalogue, figures: Figures, outline: Outline, walk: Crosswalk) -> Mapping[str, Explanation]:
    """Return the notes of omissions, which explain why a disclosure has no value."""
    found: dict[str, Explanation] = {}
    for key, point in figures.snapshot.points.items():
        metric = catalogue.metrics.get(key.metric)
        if metric is None or not (point.omission and point.note and _in_year(key, outline)):
            continue
        reason = OMISSIONS[point.omission].disclosed
        for disclosure in walk.codes(metric.disclosures):
            found.setdefault(disclosure, Explanation(point.note, point.note, point.note, reason))
    return found


def _in_year(key: Key, outline: Outline) -> bool:
    return key.period == outline.year


def _grouped(pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, value in pairs:
        found.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in found.items()}
