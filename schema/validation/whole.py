"""What is kept of an entity or a part of a year, by an older program: it opens and is shown, and nothing uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.grammar.reference import Key, parse_reference
from schema.validation.asked_values import placed_references
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot

_BRACKETS = re.compile(r"\[([^\]]+)\]")


def check_whole(catalogue: Catalogue, outlines: Iterable[Outline], snapshot: Snapshot) -> Iterator[Issue]:
    """Yield each value and restatement, each placement and formula that is not of the whole company and a whole year.

    What a report printed of a subsidiary is evidence and stays; it is compared with nothing.
    """
    for key in [key for key in snapshot.points if key.entity or key.span]:  # of many thousands hardly ever one
        yield from check_kept(key)
    for report, key in snapshot.restatements:
        if not key.whole:
            yield Issue("restated.not_whole", "doubt", key, {"report": report, "reference": key.canonical()})
    for outline in outlines:
        placed = {r.key(outline.year).canonical(): outline.code for r in placed_references(outline) if not r.whole}
        yield from (Issue("outline.not_whole", "error", None, {"name": n}, place) for n, place in placed.items())
    for code, formula in _formulas(catalogue):
        for text in filter(_is_part, _BRACKETS.findall(formula)):
            yield Issue("formula.not_whole", "error", None, {"name": code, "reference": text}, code)


def check_kept(key: Key) -> Iterator[Issue]:
    """Yield the issue of one kept value where it is of an entity or a part of a year."""
    if not key.whole:
        yield Issue("value.not_whole", "doubt", key)


def _is_part(text: str) -> bool:
    reference = parse_reference(text)
    return reference is not None and not reference.whole


def _formulas(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield from ((code, metric.formula.text) for code, metric in catalogue.metrics.items() if metric.formula)
    yield from ((rule.code, rule.formula.text) for rule in catalogue.rules)
