"""Values that the catalogue relates to each other (at most, so much per head …), held against what it says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.outline import Definitions
from schema.catalogue.record_numbers import metric_of
from schema.catalogue.relations import Relation, RelationName
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.formula import Ref
from schema.grammar.reference import Key
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.contradictions.prints import of_print, of_value
from schema.validation.facts import Amount, AmountAt, Fact
from schema.validation.issue import Issue, Severity
from schema.validation.metric_values import common_categories
from schema.validation.statements.texts import Texts
from schema.values.figures import Figures, Result
from schema.values.interval_arithmetic import ANYTHING, add, divide, exactly, multiply
from schema.values.intervals import Interval, by_the_letter, within_reach

_HUNDRED = Decimal(100)
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


@dataclass(frozen=True, slots=True)
class _Said:
    """One value of a relation; `scale` brings it to base units."""

    result: Result
    scale: Decimal
    figures: Figures

    @property
    def letter(self) -> Interval:
        """What it may be by its words alone, in base units."""
        return self._span(by_the_letter)

    @property
    def reach(self) -> Interval:
        """What it may be before its words mislead, in base units."""
        return self._span(within_reach)

    def _span(self, how: Callable[[Decimal, str, Decimal], Interval]) -> Interval:
        def read(entered: Result) -> Interval:
            return how(entered.value or Decimal(0), entered.qualifier, self.figures.half_step(entered))

        return multiply(self.figures.interval(self.result.key, read), exactly(self.scale))

    @property
    def amount(self) -> AmountAt:
        """It with its name."""
        return AmountAt(self.result.key, self.value, self.result.qualifier)

    @property
    def value(self) -> Decimal:
        """The number, in its stored unit."""
        return self.result.value or Decimal(0)

    @property
    def base(self) -> Decimal:
        """The number, in base units."""
        return EXACT.multiply(self.value, self.scale)

    @property
    def period(self) -> int:
        """The year that it is of."""
        return self.result.key.period


def _said(term: Ref, key: Key, figures: Figures) -> _Said | None:
    """Return what stands at a key; None where there is no value."""
    result = figures.value(key)
    return None if result.value is None else _Said(result, term.scale, figures)


def _members(term: Ref, figures: Figures, at: Key) -> tuple[_Said, ...]:
    """Return what stands at the keys of a term; nothing where one of them is missing."""
    said = [_said(term, key, figures) for key in figures.targets(term, at)]
    known = tuple(one for one in said if one is not None)
    return known if len(known) == len(said) else ()


def _at_most(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    said = [_members(term, figures, at) for term in relation.terms]
    if not all(said):
        return
    less, more = said[0][0], said[1][0]
    if less.base < more.base:  # whatever their words: each may be its own number
        return
    if severity := _above(less.letter, less.reach, more.letter, more.reach):
        if len({figures.catalogue.metrics[one.result.key.metric].unit for one in (less, more)}) > 1:
            severity = "doubt"  # one person may have come from two places: what is of another kind proves nothing
        facts: dict[str, Fact] = {"value": Amount(less.value, less.result.qualifier), "other": more.amount}
        yield _contradiction("at_most", severity, (less, more), facts)


def _above(letter: Interval, reach: Interval, limit: Interval, limit_reach: Interval) -> Severity | None:
    """How grave it is that a value exceeds another: by their words an error, by how far these reach a doubt."""
    if limit.wholly_below(letter):
        return "error"
    return "doubt" if limit_reach.wholly_below(reach) else None


def _cumulative(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """A value that counts from a year on, against the years since, or itself in an earlier year and those after it."""
    yearly, total = relation.terms
    whole = _members(total, figures, at)
    if not whole:
        return
    years = tuple(_years(yearly, figures, at, _since(whole[0], figures)))
    earlier = _earlier(total, figures, at)
    ways = [years] if earlier is None else [years, (earlier, *(y for y in years if y.period > earlier.period))]
    for parts in ways:
        letter, reach = _sum(parts)
        severity = _above(letter, reach, whole[0].letter, whole[0].reach)
        if severity and any(part.result.key.metric == yearly.code for part in parts):  # else it falls: told as that
            facts: dict[str, Fact] = {"value": Amount(whole[0].value, whole[0].result.qualifier)}
            yield _contradiction("cumulative", severity, (whole[0], *parts), facts | {"amounts": _amounts(parts)})
            return


def _since(whole: _Said, figures: Figures) -> int:
    metric, point = metric_of(figures.catalogue, whole.result.key.metric), whole.result.point
    return (point.since if point else 0) or (metric.since if metric else 0)


def _years(term: Ref, figures: Figures, at: Key, since: int) -> Iterator[_Said]:
    """Yield the values of the years that a cumulative one counts, this year's last."""
    for year in range(max(since, at.period - _SPAN), at.period + 1):
        yield from _members(term, figures, replace(at, period=year))


def _earlier(term: Ref, figures: Figures, at: Key) -> _Said | None:
    """Return a cumulative value in the nearest earlier year that has one."""
    for year in range(at.period - 1, at.period - _SPAN, -1):
        if before := _members(term, figures, replace(at, period=year)):
            return before[0]
    return None


def _sum(parts: Sequence[_Said]) -> tuple[Interval, Interval]:
    letter = reach = exactly(Decimal(0))
    for part in parts:
        letter, reach = add(letter, part.letter), add(reach, part.reach)
    return letter, reach


def _product(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """Rate times base, added up over their members, against the total."""
    rates, bases, totals = (_members(term, figures, at) for term in relation.terms)
    if not totals or not rates or len(rates) != len(bases):
        return
    made, computed = _multiplied(rates, bases)
    if not _slackened(made, relation.slack).meets(_slackened(_sum(totals)[1], relation.slack)):
        yield _of_product("product", totals, (*rates, *bases), computed)


def _within(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """A part of what rate times base makes, added up over their members: never more."""
    rates, bases, parts = (_members(term, figures, at) for term in relation.terms)
    if not parts or not rates or len(rates) != len(bases):
        return
    made, computed = _multiplied(rates, bases)
    if made.wholly_below(_slackened(_sum(parts)[1], relation.slack)):
        yield _of_product("within", parts, (*rates, *bases), computed)


def _multiplied(rates: Sequence[_Said], bases: Sequence[_Said]) -> tuple[Interval, Decimal]:
    made, computed = exactly(Decimal(0)), Decimal(0)
    for rate, base in zip(rates, bases, strict=True):
        made = add(made, multiply(rate.reach, base.reach))
        computed = EXACT.add(computed, EXACT.multiply(rate.base, base.base))
    return made, computed


def _of_product(
    kind: RelationName, totals: Sequence[_Said], factors: Sequence[_Said], computed: Decimal
) -> Contradiction:
    total = totals[0]
    facts: dict[str, Fact] = {
        "value": Amount(total.value, total.result.qualifier),
        "computed": Amount(quotient(computed, total.scale)),
        "amounts": _amounts(factors),
    }
    return _contradiction(kind, "doubt", (*totals, *factors), facts)


def _same_rate(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    first, per = (_members(term, figures, at) for term in relation.terms[:2])
    other_pair = _nearest(relation, figures, at) if first and per else ()
    if not other_pair:
        return
    first, per, second, other = first[0], per[0], *other_pair
    one, another = divide(first.reach, per.reach), divide(second.reach, other.reach)
    if ANYTHING in (one, another) or _slackened(one, relation.slack).meets(_slackened(another, relation.slack)):
        return
    shown = (first, per, second, other)
    facts: dict[str, Fact] = {"amounts": _amounts(shown[:2]), "others": _amounts(shown[2:])}
    yield _contradiction("same_rate", "doubt", shown, facts)


def _nearest(relation: Relation, figures: Figures, at: Key) -> tuple[_Said, ...]:
    """Return the second pair of a year, else of the nearest one whose own first pair is not held against it."""
    near = relation.traits.near
    for year in sorted(range(at.period - near, at.period + near + 1), key=lambda year: (abs(year - at.period), year)):
        said = [_members(term, figures, replace(at, period=year)) for term in relation.terms]
        if all(said[2:]) and (year == at.period or not all(said[:2])):
            return said[2][0], said[3][0]
    return ()


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


def _slackened(known: Interval, slack: Decimal) -> Interval:
    """Return what a side may be where the other one may be some percent more."""
    if not slack:
        return known
    far = exactly(EXACT.add(Decimal(1), quotient(slack, _HUNDRED)))
    return Interval(divide(known, far).low, known.high, known.open_low, known.open_high)


def _amounts(said: Sequence[_Said]) -> tuple[AmountAt, ...]:
    return tuple(one.amount for one in said)


def _contradiction(
    kind: RelationName, severity: Severity, said: Sequence[_Said], facts: Mapping[str, Fact]
) -> Contradiction:
    issue = Issue(f"contradiction.{kind}", severity, said[0].result.key, facts)
    return contradiction(issue, tuple(of_value(one.result) for one in said))


_CHECKS: Mapping[RelationName, Callable[[Relation, Figures, Key], Iterator[Contradiction]]] = {
    "at_most": _at_most,
    "cumulative": _cumulative,
    "product": _product,
    "within": _within,
    "same_rate": _same_rate,
    "once": _once,
}
