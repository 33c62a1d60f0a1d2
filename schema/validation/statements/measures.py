"""Written numbers in the stored unit of a metric, and what names say of the direction of a rate."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.kinds import PERCENT
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.words import Words
from schema.validation.statements.statement import Statement
from schema.values.intervals import Interval, within_reach
from schema.values.qualifiers import QUALIFIERS

_TWO = Decimal(2)

_UP = re.compile(r"增长|增幅|增速|提升|提高|上升|涨幅|growth|increase|rise\b", re.IGNORECASE)
_DOWN = re.compile(
    r"下降|降低|减少|降幅|减幅|节约|节省|节水|节电|reduction|decrease|saving|saved|fall\b|decline", re.IGNORECASE
)


def rate_direction(name: Words) -> Literal["up", "down", ""]:
    """Return which way a rate of change points when it is positive, as its name says; empty where it is none."""
    words = f"{name.zh_hans} {name.en}"
    if _DOWN.search(words):
        return "down"
    return "up" if _UP.search(words) else ""


def stretch(told: Statement) -> Interval:
    """Return what a written number stands for: the range, or the value with its qualifier at its precision.

    One in thousands or more with few digits says no less than if it said “about” (2 万 is not said of 17,325).
    """
    half = quotient(told.step, _TWO)
    if told.step > 1 and told.units != (PERCENT,):
        half = min(half, EXACT.multiply(told.value.copy_abs(), QUALIFIERS["about"].reach))
    if told.high is not None:
        return Interval(told.value - half, told.high + half)
    return within_reach(told.value, told.qualifier, half)


def in_unit(statement: Statement, metric: Metric, catalogue: Catalogue) -> Statement | None:
    """Return a written number told in a metric's stored unit; None where it counts something else.

    A number without a unit may count whatever is counted to the last one.
    """
    own = catalogue.units[metric.unit]
    if not statement.units:
        bare = not statement.counter and metric.traits.counted
        return replace(statement, units=(metric.unit,)) if bare else None
    fitting = [catalogue.units[code] for code in statement.units if catalogue.units[code].dimension == own.dimension]
    if not fitting:
        return None
    factor = fitting[0].factor

    def told(number: Decimal) -> Decimal:
        return quotient(EXACT.multiply(number, factor), own.factor)

    high = None if statement.high is None else told(statement.high)
    return replace(statement, value=told(statement.value), step=told(statement.step), high=high, units=(metric.unit,))
