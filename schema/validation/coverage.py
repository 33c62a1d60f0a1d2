"""How far a report answers a framework: each disclosure answered, explained or open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from schema.catalogue.crosswalk import Crosswalk, crosswalk
from schema.catalogue.definitions import Catalogue, Disclosure
from schema.catalogue.outline import Definitions, Outline, Section, placements
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import Explanation
from schema.validation.asked_values import placed_references
from schema.values.figures import Figures
from schema.values.omissions import OMISSIONS

Member = TypeVar("Member")
State = Literal["answered", "explained", "open"]
STATES: tuple[State, ...] = ("answered", "explained", "open")
NO_EXPLANATION = Explanation()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report answers a disclosure: in a section's words, or by the values of a block in it."""

    section: str
    block: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One disclosure: the metrics with a value and the sections that answer it, or why it is not answered.

    `places` are those that an index prints, in the order of reading; what a section answers is not repeated inside it.
    """

    disclosure: Disclosure
    state: State
    metrics: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    reason: Explanation = NO_EXPLANATION
    places: tuple[Place, ...] = ()


def coverage(definitions: Definitions, figures: Figures, report: str, framework: str) -> tuple[Coverage, ...]:
    """Return each disclosure of a framework, in the framework's order, as this report stands now."""
    outline, catalogue = definitions.outlines[report], definitions.catalogue
    walk = crosswalk(catalogue.frameworks[framework])
    answering = tuple(_answering_metrics(catalogue, figures, outline, walk))
    metrics, places = _grouped(answering), _places(outline, walk, answering)
    sections = _grouped((code, section.code) for section in outline.walk() for code in walk.codes(section.disclosures))
    reasons = explanations(catalogue, figures, outline, walk)
    return tuple(
        Coverage(
            item,
            _state(item.code in metrics or item.code in sections, reasons.get(item.code)),
            metrics.get(item.code, ()),
            sections.get(item.code, ()),
            reasons.get(item.code, NO_EXPLANATION),
            places.get(item.code, ()),
        )
        for item in catalogue.frameworks[framework].disclosures
    )


def counts(rows: tuple[Coverage, ...]) -> dict[State, int]:
    """Return how many disclosures are in each state."""
    return {state: sum(row.state == state for row in rows) for state in STATES}


def explanations(
    catalogue: Catalogue, figures: Figures, outline: Outline, walk: Crosswalk
) -> Mapping[str, Explanation]:
    """Return why disclosures are not answered: the outline's own words, else the footnotes of omitted values."""
    return {**_omitted(catalogue, figures, outline, walk), **outline.explanations.get(walk.framework, {})}


def _state(answered: bool, reason: Explanation | None) -> State:
    return "answered" if answered else "explained" if reason else "open"


def _places(outline: Outline, walk: Crosswalk, answering: Iterable[tuple[str, str]]) -> dict[str, tuple[Place, ...]]:
    """Return each disclosure's places; numbers speak only for those that no section answers in words.

    What sections answer is the editor's choice; else every callout that repeats a number would be a place of its own.
    """
    chosen = frozenset(code for section in outline.walk() for code in walk.codes(section.disclosures))
    by_metric = _grouped((metric, code) for code, metric in answering if code not in chosen)
    return _grouped(
        pair for chapter in outline.chapters for pair in _section_places(chapter, walk, by_metric, frozenset())
    )


def _section_places(
    section: Section, walk: Crosswalk, by_metric: Mapping[str, tuple[str, ...]], above: frozenset[str]
) -> Iterator[tuple[str, Place]]:
    own = walk.codes(section.disclosures)
    yield from ((code, Place(section.code)) for code in own if code not in above)
    covered = above.union(own)
    for block in section.blocks:
        for placement in placements(block):
            reference = parse_reference(placement.reference)
            answered = by_metric.get(reference.code, ()) if reference else ()
            yield from ((code, Place(section.code, block.id)) for code in answered if code not in covered)
            covered = covered.union(answered)
    for child in section.sections:
        yield from _section_places(child, walk, by_metric, covered)


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
    """Return the footnotes of omissions, which explain why a disclosure has no value."""
    explanations: dict[str, Explanation] = {}
    for key, point in figures.snapshot.points.items():
        metric = catalogue.metrics.get(key.metric)
        if metric is None or not (point.omission and point.footnote and _in_year(key, outline)):
            continue
        reason = OMISSIONS[point.omission].disclosed
        for disclosure in walk.codes(metric.disclosures):
            explanations.setdefault(disclosure, Explanation(point.footnote, point.footnote, point.footnote, reason))
    return explanations


def _in_year(key: Key, outline: Outline) -> bool:
    return key.period == outline.year


def _grouped(pairs: Iterable[tuple[str, Member]]) -> dict[str, tuple[Member, ...]]:
    groups: dict[str, dict[Member, None]] = {}
    for name, member in pairs:
        groups.setdefault(name, {})[member] = None
    return {name: tuple(members) for name, members in groups.items()}
