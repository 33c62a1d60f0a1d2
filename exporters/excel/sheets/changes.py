"""The change on last year in a data sheet: a live formula over both years' cells, or that it is not meaningful."""

from __future__ import annotations

from decimal import Decimal

from exporters.excel.sheets.context import Context
from exporters.excel.sheets.values import Form, scaled
from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Metric
from schema.grammar.decimals import EXACT, plain, quotient
from schema.grammar.reference import Key
from schema.values.comparison import PERCENT_STEP, Comparison, Step, difference, half_of, percent_change

_HUNDRED = Decimal(100)
_LONGEST = 15  # digits that a cell keeps


def comparison_of(context: Context, metric: Metric, key: Key) -> Comparison:
    """Return a value beside that of the year before: percent, or points for a percentage."""
    return difference(context.figures, key, Step()) if metric.in_percent else percent_change(context.figures, key)


def change_cell(context: Context, form: Form, comparison: Comparison, pair: tuple[str, str]) -> Cell:
    """Return the change as a formula over the cells of last year and this year, which stand in its own row.

    It tells by itself that values typed over the present ones have too few digits for a change to mean anything.
    """
    metric = form.metric
    live = comparison.reason == "coarse" and not metric.in_percent
    if comparison.not_meaningful and not live:
        return Cell(context.say("not.comparable"), "omission")
    before, now = pair
    value = comparison.value
    if metric.in_percent:
        points = None if value is None else scaled(value, form)
        return Cell(points, _points_style(context, comparison), f'IF(COUNT({before}:{now})<2,"",{now}-{before})')
    change = _guarded(context, form, comparison, pair)
    formula = f'IF(COUNT({before}:{now})<2,"",IF({before}=0,"",{change}))'
    if live:
        return Cell(context.say("not.comparable"), "omission", formula)
    return Cell(None if value is None else quotient(value, _HUNDRED), _percent_style(comparison), formula)


def _guarded(context: Context, form: Form, comparison: Comparison, pair: tuple[str, str]) -> str:
    """Return the formula of a change in percent that gives way where the last digit of either year moves it too far."""
    before, now = pair
    change = f"({now}-{before})/ABS({before})"
    if comparison.reason not in ("", "coarse"):
        return change
    sides = comparison.before, comparison.now
    by_before, by_now = (scaled(half_of(context.figures, result), form) for result in sides)
    if not by_before and not by_now:
        return change
    step = Step(decimals=_decimals(comparison))
    limit = quotient(step.size, EXACT.multiply(_HUNDRED, Decimal(2)))
    reach = f"MAX({_number(by_now)}/ABS({before}),{_number(by_before)}*ABS({now})/{before}^2)"
    return f'IF({reach}>{_number(limit)},"{context.say("not.comparable")}",{change})'


def _decimals(comparison: Comparison) -> int:
    return comparison.decimals if comparison.value is not None else PERCENT_STEP.decimals


def _number(value: Decimal) -> str:
    text = plain(value)
    return text if len(text) <= _LONGEST else repr(float(value))


def _percent_style(comparison: Comparison) -> str:
    digits = _digits(comparison)
    return f"change|+#,##{digits}%;-#,##{digits}%;{digits}%"


def _points_style(context: Context, comparison: Comparison) -> str:
    points, digits = " " + context.say("change.points"), _digits(comparison)
    return f'change|+{digits}"{points}";-{digits}"{points}";{digits}"{points}"'


def _digits(comparison: Comparison) -> str:
    places = _decimals(comparison)
    return "0." + "0" * places if places else "0"
