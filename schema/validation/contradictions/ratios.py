"""Rates, shares and totals that the catalogue relates: rate times base, a share of its parts, the growth of a share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from schema.catalogue.relations import Relation, RelationName
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.contradictions.contradiction import Contradiction
from schema.validation.contradictions.related import Said, amounts, members, of_relation, slackened, summed
from schema.validation.facts import Amount, Fact
from schema.values.figures import Figures
from schema.values.interval_arithmetic import ANYTHING, add, divide, exactly, multiply
from schema.values.intervals import Interval

_ONE = Decimal(1)


def product(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """Rate times base, added up over their members, against the total."""
    rates, bases, totals = (members(term, figures, at) for term in relation.terms)
    if not totals or not rates or len(rates) != len(bases):
        return
    made, computed = _multiplied(rates, bases)
    if not slackened(made, relation.slack).meets(slackened(summed(totals)[1], relation.slack)):
        yield _of_product("product", totals, (*rates, *bases), computed)


def within(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """A part of what rate times base makes, added up over their members: never more."""
    rates, bases, parts = (members(term, figures, at) for term in relation.terms)
    if not parts or not rates or len(rates) != len(bases):
        return
    made, computed = _multiplied(rates, bases)
    if made.wholly_below(slackened(summed(parts)[1], relation.slack)):
        yield _of_product("within", parts, (*rates, *bases), computed)


def _multiplied(rates: Sequence[Said], bases: Sequence[Said]) -> tuple[Interval, Decimal]:
    made, computed = exactly(Decimal(0)), Decimal(0)
    for rate, base in zip(rates, bases, strict=True):
        made = add(made, multiply(rate.reach, base.reach))
        computed = EXACT.add(computed, EXACT.multiply(rate.base, base.base))
    return made, computed


def _of_product(
    kind: RelationName, totals: Sequence[Said], factors: Sequence[Said], computed: Decimal
) -> Contradiction:
    total = totals[0]
    facts: dict[str, Fact] = {
        "value": Amount(total.value, total.result.qualifier),
        "computed": Amount(quotient(computed, total.scale)),
        "amounts": amounts(factors),
    }
    return of_relation(kind, "doubt", (*totals, *factors), facts)


def same_rate(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    first, per = (members(term, figures, at) for term in relation.terms[:2])
    other_pair = _nearest(relation, figures, at) if first and per else ()
    if not other_pair:
        return
    first, per, second, other = first[0], per[0], *other_pair
    one, another = divide(first.reach, per.reach), divide(second.reach, other.reach)
    if ANYTHING in (one, another) or slackened(one, relation.slack).meets(slackened(another, relation.slack)):
        return
    shown = (first, per, second, other)
    facts: dict[str, Fact] = {"amounts": amounts(shown[:2]), "others": amounts(shown[2:])}
    yield of_relation("same_rate", "doubt", shown, facts)


def _nearest(relation: Relation, figures: Figures, at: Key) -> tuple[Said, ...]:
    """Return the second pair of a year, else of the nearest one whose own first pair is not held against it."""
    near = relation.traits.near
    for year in sorted(range(at.period - near, at.period + near + 1), key=lambda year: (abs(year - at.period), year)):
        said = [members(term, figures, replace(at, period=year)) for term in relation.terms]
        if all(said[2:]) and (year == at.period or not all(said[:2])):
            return said[2][0], said[3][0]
    return ()


def same_total(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """Two rates times their bases make the same total: so much per head and heads, so much per item and items."""
    factors = [members(term, figures, at) for term in relation.terms]
    if not all(factors):
        return
    one, other = (_multiplied(*factors[:2])[0], _multiplied(*factors[2:])[0])
    if not slackened(one, relation.slack).meets(slackened(other, relation.slack)):
        said = [value for factor in factors for value in factor]
        facts: dict[str, Fact] = {"amounts": amounts(said[:2]), "others": amounts(said[2:])}
        yield of_relation("same_total", "doubt", said, facts)


def share(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """A share against the part and the rest that it is a share of."""
    said = [members(term, figures, at) for term in relation.terms]
    if not all(said):
        return
    told, part, rest = (term[0] for term in said)
    whole = add(part.reach, rest.reach)
    if whole.low <= 0 or slackened(divide(part.reach, whole), relation.slack).meets(told.reach):
        return
    computed = quotient(quotient(part.base, EXACT.add(part.base, rest.base)), told.scale)
    facts: dict[str, Fact] = {"value": Amount(told.value, told.result.qualifier), "computed": Amount(computed)}
    yield of_relation("share", "doubt", (told, part, rest), {**facts, "amounts": amounts((part, rest))})


def whole(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """A share of things that are counted, as it is printed: some whole number of them has to give it."""
    told, counted = (members(term, figures, at) for term in relation.terms)
    if not told or not counted or counted[0].result.qualifier or counted[0].base <= 0:
        return
    number = counted[0].base
    may = multiply(told[0].letter, exactly(number))
    if not may.low.is_finite():
        return
    least = may.low.to_integral_value(ROUND_CEILING)
    least += may.open_low and least == may.low
    if not exactly(least).meets(may):
        near = (Amount(quotient(quotient(n, number), told[0].scale)) for n in (least - 1, least))
        below, above = near
        facts: dict[str, Fact] = {"value": Amount(told[0].value), "other": counted[0].amount}
        yield of_relation("whole", "doubt", (told[0], counted[0]), {**facts, "below": below, "above": above})


def grown(relation: Relation, figures: Figures, at: Key) -> Iterator[Contradiction]:
    """The growth of a share against what it was a year before: it is never more than the whole."""
    growth = members(relation.terms[0], figures, at)
    before = members(relation.terms[1], figures, replace(at, period=at.period - 1))
    if not growth or not before:
        return
    factor, (rise, was) = add(growth[0].reach, exactly(_ONE)), (growth[0], before[0])
    if exactly(_ONE).wholly_below(multiply(factor, was.reach)):
        made = quotient(EXACT.multiply(was.base, EXACT.add(rise.base, _ONE)), rise.scale)
        facts: dict[str, Fact] = {"value": Amount(rise.value, rise.result.qualifier), "other": was.amount}
        facts["computed"] = Amount(made)
        yield of_relation("grown", "doubt", (rise, was), facts)
