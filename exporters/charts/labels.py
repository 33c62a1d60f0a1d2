"""The label of a point carries what a table prints of it: its own number format, and where a program rounds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from exporters.charts.data import PERCENT, ChartPoint
from schema.grammar.decimals import quotient
from schema.values.display import Shape, fitted, qualifier_words, range_words, shown_number
from schema.values.figures import Result
from schema.values.qualifiers import qualifier_of


def point_of(result: Result, shape: Shape) -> tuple[ChartPoint, Decimal | None]:
    """Return the point of a value in a shape, and its number as it is printed.

    A workbook's cell has the unrounded value, one with a qualifier what is printed: another number may make its words
    untrue, and a number format rounds neither down nor to tens.
    """
    if result.value is None:
        return ChartPoint(result.key, shape.divisor, None), None
    exact = quotient(result.unrounded or result.value, shape.divisor)
    shown = shown_number(shape, result.value, result.qualifier)
    if not result.qualifier or exact == shown:
        return ChartPoint(result.key, shape.divisor, exact), shown
    last = quotient(fitted(shape, result.value, result.qualifier).resolution, shape.divisor)
    function = _function(qualifier_of(result.qualifier).rounding, exact)
    return ChartPoint(result.key, shape.divisor, shown, function, -last.adjusted()), shown


def point_format(result: Result, shown: Decimal | None, shape: Shape, language: str) -> str:
    """Return the number format that prints a point (`shown`) as a table does; empty where there is none."""
    if shown is None:
        return ""
    before, inside, after = (f'"{words}"' if words else "" for words in qualifier_words(result.qualifier, language))
    own = fitted(shape, result.value or shown, result.qualifier)
    upper = range_words(own, result.qualifier)
    inside += f'"{upper}"' if upper else ""
    return before + digits_format(own.decimals) + inside + (PERCENT if shape.unit.sign else "") + after


def digits_format(decimals: int) -> str:
    """Return the number format of a bare number."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def own_formats(formats: Iterable[str], number_format: str) -> tuple[str, ...]:
    """Return the formats of a series' points, empty where the chart's own will do; none where it does for all."""
    known = tuple("" if form == number_format else form for form in formats)
    return known if any(known) else ()


def formatted(shown: Decimal, own_format: str) -> str:
    """Return a point in words: its number, with the words of a format of its own around it."""
    before, digits, after = own_format.replace('"', "").partition("#,##0")
    return f"{before}{shown}{after.lstrip('.0')}" if digits else str(shown)


def _function(rounding: str, number: Decimal) -> str:
    """Return the function of a workbook that rounds so; its UP is away from zero."""
    if rounding not in (ROUND_FLOOR, ROUND_CEILING):
        return "ROUND"
    return "ROUNDUP" if (rounding == ROUND_CEILING) == (number > 0) else "ROUNDDOWN"
