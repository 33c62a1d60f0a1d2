"""What one version of the definitions has that another has not, counted for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from schema.catalogue.outline import Definitions

Counted = Mapping[Any, object]  # by code, or by several codes


@dataclass(frozen=True, slots=True)
class ChangeCount:
    """How many definitions of a kind (metrics, outlines, sections, others) were added, removed, changed."""

    kind: str
    added: int
    removed: int
    changed: int


def count_changes(old: Definitions, new: Definitions) -> tuple[ChangeCount, ...]:
    """Return the kinds in which anything changed."""
    before, after = _kinds(old), _kinds(new)
    counts = (_count(kind, before[kind], after[kind]) for kind in after)
    return tuple(count for count in counts if count.added or count.removed or count.changed)


def _count(kind: str, old: Counted, new: Counted) -> ChangeCount:
    changed = sum(old[code] != new[code] for code in old.keys() & new.keys())
    return ChangeCount(kind, len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed)


def _kinds(definitions: Definitions) -> dict[str, Counted]:
    outlines = definitions.outlines
    return {
        "metrics": dict(definitions.catalogue.metrics),
        "outlines": {code: replace(outline, chapters=()) for code, outline in outlines.items()},
        "sections": {
            (code, section.code): replace(section, sections=())
            for code, outline in outlines.items()
            for section in outline.walk()
        },
        "others": dict(_others(definitions)),
    }


def _others(definitions: Definitions) -> Iterator[tuple[object, object]]:
    catalogue = definitions.catalogue
    yield "company", catalogue.company
    for name in ("units", "breakdowns", "departments", "publishers", "frameworks"):
        for code, thing in getattr(catalogue, name).items():
            yield (name, code), thing
    for entity in catalogue.entities:
        yield ("entity", entity.code), entity
    for factor in catalogue.factors:
        yield ("factor", factor.code, factor.since, factor.until), factor
    for term in catalogue.glossary:
        yield ("term", term.zh_hans), term
    for rule in catalogue.rules:
        yield ("rule", rule.code), rule
    for total in catalogue.totals:
        yield ("total", total.code), total
    for relation in catalogue.relations:
        yield ("relation", relation.code), relation
