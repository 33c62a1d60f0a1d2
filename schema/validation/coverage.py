"""How far a report answers a framework: each disclosure answered, explained or open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schema.catalogue.definitions import Disclosure
from schema.catalogue.outline import Definitions, Outline
from schema.catalogue.words import NO_WORDS, Words
from schema.validation.placed import placed_references
from schema.values.figures import Figures
from schema.values.records import metric_of
from schema.values.reference import Key

State = Literal["answered", "explained", "open"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One disclosure: the metrics with a value and the sections that answer it, or why it is not answered."""

    disclosure: Disclosure
    state: State
    metrics: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    reason: Words = NO_WORDS


def coverage(definitions: Definitions, figures: Figures, report: str, framework: str) -> tuple[Coverage, ...]:
    """Return each disclosure of a framework, in the framework's order, as this report stands now."""
    outline = definitions.outlines[report]
    metrics = _grouped(_answering_metrics(definitions, figures, outline, framework))
    sections = _grouped(
        (code, section.code) for section in outline.walk() for code in section.disclosures.get(framework, ())
    )
    reasons = {**_omitted(definitions, figures, outline, framework), **outline.explanations.get(framework, {})}
    return tuple(
        _one(item, metrics.get(item.code, ()), sections.get(item.code, ()), reasons.get(item.code, NO_WORDS))
        for item in definitions.catalogue.frameworks[framework].disclosures
    )


def _one(item: Disclosure, metrics: tuple[str, ...], sections: tuple[str, ...], reason: Words) -> Coverage:
    state: State = "answered" if metrics or sections else "explained" if reason else "open"
    return Coverage(item, state, metrics, sections, reason)


def _answering_metrics(
    definitions: Definitions, figures: Figures, outline: Outline, framework: str
) -> Iterator[tuple[str, str]]:
    """Yield (disclosure, metric) for each placed metric that has a value in the report's year."""
    valued = {
        key.metric
        for key, point in figures.snapshot.points.items()
        if _in_year(key, outline) and point.value is not None
    }
    for code in dict.fromkeys(reference.code for reference in placed_references(outline)):
        metric = metric_of(definitions.catalogue, code)
        if metric is None:
            continue
        has_value = code in valued or figures.value(Key(code, outline.year)).value is not None
        for disclosure in metric.disclosures.get(framework, ()) if has_value else ():
            yield disclosure, code


def _omitted(definitions: Definitions, figures: Figures, outline: Outline, framework: str) -> Mapping[str, Words]:
    """Return the notes of omissions, which explain why a disclosure has no value."""
    found: dict[str, Words] = {}
    for key, point in figures.snapshot.points.items():
        metric = definitions.catalogue.metrics.get(key.metric)
        if metric is None or not (point.omission and point.note and _in_year(key, outline)):
            continue
        for disclosure in metric.disclosures.get(framework, ()):
            found.setdefault(disclosure, Words(point.note, point.note, point.note))
    return found


def _in_year(key: Key, outline: Outline) -> bool:
    return key.period == outline.year


def _grouped(pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, value in pairs:
        found.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in found.items()}
