"""What is kept of an entity that nobody has defined: it is shown, and nothing uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import EVERY
from schema.catalogue.outline import Outline
from schema.grammar.formula import Formula
from schema.grammar.reference import Key, Reference, parse_reference
from schema.mistakes import near
from schema.validation.asked_values import placed_references
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.known_values import has_place

_BRACKETS = re.compile(r"\[([^\]]+)\]")


def check_whole(catalogue: Catalogue, outlines: Iterable[Outline], snapshot: Snapshot) -> Iterator[Issue]:
    """Yield each value and restatement, each placement and formula of an unknown entity.

    What a report printed of such an entity is evidence and stays; it is compared with nothing. A known entity's value
    of a year in which it does not belong to its parent is told, too: it counts nowhere above it.
    """
    yield from _check_points(snapshot, catalogue)
    for report, key in snapshot.restatements:
        if not has_place(key, catalogue):
            yield Issue("restated.not_whole", "doubt", key, {"report": report, "reference": key.canonical()})
    for outline in outlines:
        placed = {r.key(outline.year).canonical(): r for r in placed_references(outline) if not _is_known(r, catalogue)}
        for name, reference in placed.items():
            facts = {"name": name, "near": near_entity(reference.entity, catalogue)}
            yield Issue("outline.not_whole", "error", None, facts, outline.code)
    for code, formula in _formulas(catalogue):
        for text in _unknown(formula, catalogue):
            yield Issue("formula.not_whole", "error", None, {"name": code, "reference": text}, code)


def _check_points(snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield the issues of the values of entities; each entity and year is looked at once."""
    known = {entity.code: entity for entity in catalogue.entities}
    for key in snapshot.points:
        if key.entity:  # in many workspaces there is none
            entity = known.get(key.entity)
            if entity is None or not entity.stands_in(key.period):
                yield from check_kept(key, catalogue)


def check_kept(key: Key, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield the issue of one kept value where nothing is computed with it."""
    if not has_place(key, catalogue):
        yield Issue("value.not_whole", "doubt", key, {"near": near_entity(key.entity, catalogue)})
        return
    entity = catalogue.entity(key.entity)
    if entity is not None and not entity.stands_in(key.period):
        yield Issue("value.outside_entity", "doubt", key, {"name": entity.name, "year": key.period})


def near_entity(code: str, catalogue: Catalogue) -> str:
    """Return the entity that somebody may have meant; empty where there is none like it, or it is known."""
    return "" if catalogue.reports(code) else near(code, [entity.code for entity in catalogue.entities])


def _is_known(reference: Reference, catalogue: Catalogue) -> bool:
    every = reference.entity == EVERY and bool(catalogue.entities)
    return every or catalogue.reports(reference.entity)


def _unknown(formula: Formula, catalogue: Catalogue) -> Iterator[str]:
    """Yield the references of a formula that it was compiled without, or that name an entity that is gone."""
    compiled = {(ref.entity, ref.span) for ref in formula.references()}
    for text in _BRACKETS.findall(formula.text):
        reference = parse_reference(text)
        if reference is not None and not (
            _is_known(reference, catalogue) and ((reference.entity, reference.span) in {("", ""), *compiled})
        ):
            yield text


def _formulas(catalogue: Catalogue) -> Iterator[tuple[str, Formula]]:
    yield from ((code, metric.formula) for code, metric in catalogue.metrics.items() if metric.formula)
    yield from ((rule.code, rule.formula) for rule in catalogue.rules)
