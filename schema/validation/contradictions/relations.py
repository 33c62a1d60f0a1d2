"""Values that the catalogue relates to each other (at most, so much per head …), held against what it says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from schema.catalogue.outline import Definitions
from schema.catalogue.record_numbers import metric_of
from schema.catalogue.relations import Relation, RelationName
from schema.grammar.formula import Ref
from schema.grammar.reference import Key
from schema.validation.contradictions import ratios
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.contradictions.prints import of_print, of_value
from schema.validation.contradictions.related import Said, amounts, members, of_relation, summed
from schema.validation.facts import Amount, Fact
from schema.validation.issue import Issue, Severity
from schema.validation.metric_values import common_categories
from schema.validation.statements.texts import Texts
from schema.values.figures import Figures
from schema.values.intervals import Interval

_SPAN = 40  # so many years are held against each other: looking them up is quicker than asking which there are


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield the relations that do not hold, for each entity, year and common category."""
    figures, declared = texts.figures, texts.definitions.catalogue.relations
    if not declared:
        return
    told = {(key.metric, key.entity, key.period) for key in _told(figures)}
    reporters = dict.fromkeys((entity, year) for _, entity, year in told)
    for relation in declared:
        # Where nothing is entered for a term nothing can be held against it: most relations in most years.
        last = relation.terms[0 if relation.traits.near else -1].code
        metric = figures.catalogue.metrics.get(last)
        entered = metric is not None and metric.formula is None
        there = [at for at in reporters if not entered or (last, *at) in told]
        for category in ("", *common_categories(relation.terms, figures.catalogue)) if there else ():
            for entity, year in there:
                yield from _CHECKS[relation.kind](relation, figures, Key("", year, entity, category))


def at_key(key: Key, definitions: Definitions, figures: Figures) -> Iterator[Contradiction]:
    """Yield the relations that a value takes part in and that do not hold, also in later years that count it."""
    for relation in definitions.catalogue.relations:
        if not any(_concerns(term, key, figures) for term in relation.terms):
            continue
        near = relation.traits.near
        years = range(key.period - near, key.period + (_SPAN if relation.traits.past else near + 1))
        for category in ("", *common_categories(relation.terms, figures.catalogue)):
            for year in years:
                yield from _CHECKS[relation.kind](relation, figures, Key("", year, key.entity, category))


def _concerns(term: Ref, key: Key, figures: Figures) -> bool:
    """Whether a term is a value, or a figure that follows from it."""
    if term.code == key.metric:
        return True
    metric = figures.catalogue.metrics.get(term.code)
    inputs = metric.formula.references() if metric is not None and metric.formula is not None else ()
    return any(_concerns(ref, key, figures) for ref in inputs)


def _at_most(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    said = [members(term, figures, at) for term in relation.terms]
    if not all(said):
        return
    less, more = said[0][0], said[1][0]
    if less.base < more.base:  # whatever their words: each may be its own number
        return
    if severity := _above(less.letter, less.reach, more.letter, more.reach):
        units = {figures.catalogue.metrics[one.result.key.metric].unit for one in (less, more)}
        if relation.kind == "usual" or len(units) > 1:
            severity = "doubt"  # one person may have come from two places: what is of another kind proves nothing
        facts: dict[str, Fact] = {"value": Amount(less.value, less.result.qualifier), "other": more.amount}
        yield of_relation(relation.kind, severity, (less, more), facts)


def _above(letter: Interval, reach: Interval, limit: Interval, limit_reach: Interval) -> Severity | None:
    """How grave it is that a value exceeds another: by their words an error, by how far these reach a doubt."""
    if limit.wholly_below(letter):
        return "error"
    return "doubt" if limit_reach.wholly_below(reach) else None


def _cumulative(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """A value that counts from a year on, against the years since, or itself in an earlier year and those after it."""
    yearly, total = relation.terms
    whole = members(total, figures, at)
    if not whole:
        return
    years = tuple(_years(yearly, figures, at, _since(whole[0], figures)))
    earlier = _earlier(total, figures, at)
    ways = [years] if earlier is None else [years, (earlier, *(y for y in years if y.period > earlier.period))]
    for parts in ways:
        letter, reach = summed(parts)
        severity = _above(letter, reach, whole[0].letter, whole[0].reach)
        if severity and any(part.result.key.metric == yearly.code for part in parts):  # else it falls: told as that
            facts: dict[str, Fact] = {"value": Amount(whole[0].value, whole[0].result.qualifier)}
            yield of_relation("cumulative", severity, (whole[0], *parts), facts | {"amounts": amounts(parts)})
            return


def _since(whole: Said, figures: Figures) -> int:
    metric, point = metric_of(figures.catalogue, whole.result.key.metric), whole.result.point
    return (point.since if point else 0) or (metric.since if metric else 0)


def _years(term: Ref, figures: Figures, at: Key, since: int) -> Iterator[Said]:
    """Yield the values of the years that a cumulative one counts, this year's last."""
    for year in range(max(since, at.period - _SPAN), at.period + 1):
        yield from members(term, figures, replace(at, period=year))


def _earlier(term: Ref, figures: Figures, at: Key) -> Said | None:
    """Return a cumulative value in the nearest earlier year that has one."""
    for year in range(at.period - 1, at.period - _SPAN, -1):
        if before := members(term, figures, replace(at, period=year)):
            return before[0]
    return None


def _once(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """The same level reached in this year, and in an earlier one: as values and as anybody printed it."""
    key = Key(relation.terms[0].code, at.period, at.entity, relation.terms[0].category or at.category)
    printed: dict[Key, list[Stated]] = {}
    for one in figures.snapshot.published:
        if one.key.metric == key.metric:
            printed.setdefault(one.key, []).append(of_print(one))
    for level, now in _levels(key, figures, printed).items():
        for year in range(at.period - _SPAN, at.period):
            if before := _levels(replace(key, period=year), figures, printed).get(level, ()):
                facts: dict[str, Fact] = {"value": Amount(level), "year": year}
                yield contradiction(Issue("contradiction.once", "doubt", key, facts), (*before, *now))


def _levels(key: Key, figures: Figures, printed: Mapping[Key, Sequence[Stated]]) -> dict[Decimal, tuple[Stated, ...]]:
    """Return what is said at a key, by the number that it says."""
    levels: dict[Decimal, tuple[Stated, ...]] = {}
    result = figures.value(key)
    own = (of_value(result),) if result.value is not None else ()
    for stated in (*own, *printed.get(key, ())):
        if stated.value is not None:
            levels[stated.value] = (*levels.get(stated.value, ()), stated)
    return levels


def _told(figures: Figures) -> Iterator[Key]:
    """Yield where values and prints are."""
    yield from figures.snapshot.points
    yield from (printed.key for printed in figures.snapshot.published)


_CHECKS: Mapping[RelationName, Callable[[Relation, Figures, Key], Iterator[Contradiction]]] = {
    "at_most": _at_most,
    "cumulative": _cumulative,
    "usual": _at_most,
    "product": ratios.product,
    "within": ratios.within,
    "same_rate": ratios.same_rate,
    "same_total": ratios.same_total,
    "share": ratios.share,
    "whole": ratios.whole,
    "grown": ratios.grown,
    "once": _once,
}
