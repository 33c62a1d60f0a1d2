"""A written number held against a known one: the same, true of it as it is rounded, or neither."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from schema.catalogue.definitions import Catalogue, Metric
from schema.grammar.decimals import EXACT, quotient
from schema.validation.quoted.known_facts import KnownFact
from schema.validation.statements.measures import in_unit, stretch
from schema.validation.statements.statement import Statement
from schema.values.intervals import within_reach

Likeness = Literal["same", "near", "unlike"]

# Words that count anything: 8.7亿个订单 are orders, 100 位 may be hosts.
_ANYTHING = frozenset(
    ("work", "item", "piece", "person", "time", "entry", "session", "case", "variety", "genre", "persontime")
)
_MONEY = "yuan^1"
_PHYSICAL = re.compile("length|mass|time|coal|carbon|yuan")
_MUCH = Decimal(10_000)
_TWO, _THIRD = Decimal(2), Decimal("0.34")
# One sort of word around a number: 超过, 多 and 以上 say nearly the same.
_SORTS = {"over": "above", "some_more": "above", "at_least": "above", "less_than": "below", "nearly": "below"}


def measured(statement: Statement, metric: Metric, catalogue: Catalogue) -> Statement | None:
    """Return a written number in a metric's stored unit; None where it counts something else.

    A counter of anything (个, 位) and a large number without a unit may be of whatever the metric counts.
    """
    told = in_unit(statement, metric, catalogue)
    if told is not None or statement.multiple:
        return told
    own = catalogue.units[metric.unit]
    bare = not statement.units and not statement.counter
    if _PHYSICAL.search(own.dimension) is None and own.dimension and (bare or _counts_anything(statement)):
        return replace(statement, units=(metric.unit,), counter="")
    if bare and own.dimension == _MONEY and statement.value >= _MUCH:
        return replace(statement, units=(metric.unit,))
    return None


def _far(told: Decimal, known: Decimal) -> bool:
    return (told - known).copy_abs() > EXACT.multiply(_THIRD, known.copy_abs())


def _counts_anything(statement: Statement) -> bool:
    return bool(statement.units) and set(statement.units) <= _ANYTHING


def likeness(told: Statement, known: KnownFact) -> Likeness:
    """Return how a written number, in the stored unit, agrees with a known one."""
    same = told.value == known.value and told.high is None
    if same and _sort(told.qualifier) == _sort(known.qualifier):
        return "same"
    if not stretch(told).meets(within_reach(known.value, known.qualifier)):
        return "unlike"
    if not same and _bounds_alike(told, known):
        # Both say no more than that it is past a number: one of them is the other with fewer digits, or neither's.
        return "near" if (told.value - known.value).copy_abs() < told.step else "unlike"
    if not same and told.high is None and _far(told.value, known.value):
        return "unlike"  # true by the letter alone: nobody says 超过 2 亿 of 3.9 亿
    if not told.qualifier and told.high is None and not same:
        # Without a word around it a number says its last digit: 3.1 亿 of 3.082 亿.
        return "near" if (told.value - known.value).copy_abs() <= quotient(told.step, _TWO) else "unlike"
    return "near"


def _bounds_alike(told: Statement, known: KnownFact) -> bool:
    return bool(told.qualifier) and _sort(told.qualifier) == _sort(known.qualifier) and told.qualifier != "about"


def digits(number: Decimal) -> int:
    """Return how many digits of a number tell something: zeros at its end do not."""
    return len(number.normalize().as_tuple().digits)


def _sort(qualifier: str) -> str:
    return _SORTS.get(qualifier, qualifier)
