"""What a report asks for and nobody has filled in, and figures that lack their inputs."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.outline import Outline
from schema.grammar.reference import Key, category_parts
from schema.validation.asked_values import Asked, asked, without_category
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.values.figures import Figures, Result


def check_blanks(outline: Outline, figures: Figures) -> Iterator[Issue]:
    """Yield what the report asks for its year and does not have; a breakdown that is wholly blank is said once."""
    wanted = sorted(asked(outline), key=lambda item: bool(item.key.category))
    said: set[Key] = set()
    for key in (key for item in wanted for key in figures.asked(item.key)):
        yield from _item(Asked(key, "*" in key.category), figures, said)


def check_blank(key: Key, outlines: tuple[Outline, ...], figures: Figures) -> Iterator[Issue]:
    """Yield the blank at one key, if a report asks for it."""
    lacking = (outline for outline in outlines if figures.told_in(outline).value(key).kind == "missing")
    if any(_asks(outline, key, figures) for outline in lacking):
        yield from _missing(key, figures, set())


def _asks(outline: Outline, key: Key, figures: Figures) -> bool:
    if key.period not in (outline.year, outline.year - 1):
        return False
    same = [item for item in asked(outline, (key.metric,)) if item.key.period == key.period]
    keys = (one for item in same for one in figures.asked(item.key))
    return any(one == key or ("*" in one.category and key in figures.members(one)) for one in keys)


def _item(item: Asked, figures: Figures, said: set[Key]) -> Iterator[Issue]:
    if item.key.metric not in figures.catalogue.metrics:
        if item.key.metric.startswith("record/") and figures.value(item.key).value is None:
            yield Issue("blank.record", "doubt", facts={"written": item.key.metric}, place=item.key.metric)
        return
    if not item.wildcard:
        if figures.value(item.key).kind == "missing":
            yield from _missing(item.key, figures, said)
        return
    members = figures.members(item.key)
    missing = [key for key in members if figures.value(key).kind == "missing"]
    if missing and len(missing) == len(members):
        yield from _whole_breakdown(item.key, missing, figures, said)
    elif missing and is_complete(item.key, figures):
        for key in missing:
            yield from _missing(key, figures, said)


def is_complete(key: Key, figures: Figures) -> bool:
    """Whether a wildcard key stands for breakdowns that cover the whole: only those ask for each of their members."""
    breakdowns = [figures.catalogue.breakdowns.get(b) for b, m in category_parts(key.category) if m == "*"]
    return all(breakdown is not None and breakdown.complete for breakdown in breakdowns)


def _whole_breakdown(key: Key, missing: list[Key], figures: Figures, said: set[Key]) -> Iterator[Issue]:
    total = without_category(key)
    metric = figures.catalogue.metrics[key.metric]
    if total in said:
        return
    axes = [breakdown for breakdown, _ in category_parts(key.category)]
    if metric.formula is not None:
        yield from _figure(figures.value(missing[0]), figures, total, said)
    elif metric.required and set(axes) <= set(metric.sum_over) and figures.value(total).kind == "missing":
        said.add(total)
        yield Issue("missing", "error", total)
    else:
        said.add(total)
        yield Issue("blank.breakdown", "doubt", total, {"axes": tuple(Coded("breakdown", code) for code in axes)})


def _missing(key: Key, figures: Figures, said: set[Key]) -> Iterator[Issue]:
    if key in said:
        return
    metric, result = figures.catalogue.metrics[key.metric], figures.value(key)
    if metric.formula is not None or result.missing:  # computed, or the sum of entities that are not all there
        yield from _figure(result, figures, key, said)
        return
    said.add(key)
    if metric.required and not key.category:
        yield Issue("missing", "error", key)
    else:
        yield Issue("blank", "doubt", key)


def _figure(result: Result, figures: Figures, key: Key, said: set[Key]) -> Iterator[Issue]:
    """A figure whose inputs are left out with a reason is explained; a missing factor is an error told elsewhere."""
    said.add(key)
    if result.reason == "zero":
        yield Issue("figure.zero", "doubt", key)
        return
    lacking = [k for k in missing_leaves(result, figures) if figures.value(k).kind != "omission"]
    if lacking:
        yield Issue("figure.missing", "doubt", key, {"inputs": tuple(lacking), "count": len(lacking)})


def missing_leaves(result: Result, figures: Figures) -> tuple[Key, ...]:
    """Return the entered metrics that a figure lacks, through every figure between."""
    leaves: dict[Key, None] = {}
    for key in result.missing:
        below = figures.value(key)
        for leaf in missing_leaves(below, figures) if below.missing else (key,):
            leaves[leaf] = None
    return tuple(leaves)
