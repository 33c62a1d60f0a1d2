"""One value as a cell: its number, formula, format, and the words that go with it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from exporters.chart_data import column_letter
from exporters.sheets_context import Context
from exporters.sheets_formula import Names, excel_formula, sum_formula
from exporters.sheets_plan import Plan, Spot, total_parts
from exporters.workbook import Cell
from schema.catalogue.definitions import FactorVersion, Metric
from schema.values.datapoint import DataPoint
from schema.values.figures import Result
from schema.values.numbers import metric_format, qualifier_words, shape
from schema.values.reference import Key


def factor_name(version: FactorVersion, context: Context) -> str:
    """Return the defined name of a factor; a version not in force in the report's year carries its first year."""
    current = context.figures.factor(version.code, context.outline.year)
    code = "f_" + version.code.replace(".", "__")
    return code if current == version else f"{code}_{version.since}"


def names(context: Context, plan: Plan, sheet: str) -> Names:
    """Return how formulas on one sheet name their inputs: a range where the cells stand in one block."""
    return Names(lambda keys: _arguments(keys, plan, sheet), lambda version: factor_name(version, context))


def _arguments(keys: Sequence[Key], plan: Plan, sheet: str) -> str:
    spots = [plan.spots.get(key) for key in keys]
    if len(keys) > 1 and all(spot is not None and spot.sheet == sheet for spot in spots):
        return ",".join(_blocks([spot for spot in spots if spot is not None]))
    return ",".join(key.defined_name() for key in keys)


def _blocks(spots: Sequence[Spot]) -> list[str]:
    """Join cells that stand under each other into ranges."""
    ranges: list[str] = []
    by_run = groupby(enumerate(spots), key=lambda item: (item[1].column, item[1].row - item[0]))
    for (column, _), run in by_run:
        rows = [spot.row for _, spot in run]
        letter = column_letter(column)
        ranges.append(f"{letter}{rows[0]}" + (f":{letter}{rows[-1]}" if len(rows) > 1 else ""))
    return ranges


def decimals(context: Context, metric: Metric, values: Sequence[Decimal]) -> int:
    """Return how many decimals of the stored unit the metric's display keeps, for a whole row alike."""
    form = metric_format(metric, context.catalogue)
    if form.decimals is not None:  # then every value has the same shape
        values = values[:1]
    made = [shape(metric, context.catalogue, context.language, form, value) for value in values or (Decimal(0),)]
    return max(max(0, -one.resolution.adjusted()) for one in made)


def number_format(metric: Metric, places: int, language: str, qualifier: str = "") -> str:
    """Return Excel's number format: thousands, decimals, % at its number, the qualifier's words around it."""
    before, inside, after = qualifier_words(qualifier, language)
    digits = "#,##0" + ("." + "0" * places if places else "")
    percent = "%" if metric.unit == "percent" else ""
    return sys.intern(_quote(before) + digits + _quote(inside + percent + after))


def _quote(text: str) -> str:
    return f'"{text}"' if text else ""


def value_cell(context: Context, plan: Plan, sheet: str, key: Key, places: int, *, bold: bool = False) -> Cell:
    """Return the named cell of a key: a number, a live formula, an omission's mark, or nothing."""
    metric = context.catalogue.metrics[key.metric]
    result = context.figures.value(key)
    named = Cell(name=key.defined_name())
    weight = ".bold" if bold else ""
    form = number_format(metric, places, context.language, result.qualifier)
    if result.kind == "entered":
        return replace(named, value=result.value, style=sys.intern(f"input{weight}|{form}"))
    if result.kind == "omission":
        return replace(named, value=context.omission(result.omission), style="omission")
    if result.kind == "unread" and result.point is not None:
        return replace(named, value=result.point.unread, style="unread")
    formula = value_formula(context, plan, sheet, key, metric)
    style = _gap(context, key) if result.value is None else f"figure{weight}"
    return replace(named, value=result.value, formula=formula, style=sys.intern(f"{style}|{form}"))


def _gap(context: Context, key: Key) -> str:
    """Return the look of a cell without a value: striking where this year's value is still to come."""
    parted = not key.category and (key.metric, key.period) in context.parted
    return "missing" if key.period == context.outline.year and not parted else "empty"


def value_formula(context: Context, plan: Plan, sheet: str, key: Key, metric: Metric) -> str | None:
    """Return the live formula of a figure or of a total, None where a value is to be typed."""
    naming = names(context, plan, sheet)
    if metric.formula is not None:
        if context.figures.value(key).value is None and not _all_placed(context, plan, key, metric):
            return '""'
        return excel_formula(metric.formula, key, context.figures, naming)
    parts = total_parts(context, key, metric)
    return sum_formula(parts, counted(context, parts), naming) if parts else None


def _all_placed(context: Context, plan: Plan, key: Key, metric: Metric) -> bool:
    assert metric.formula is not None
    refs = metric.formula.references()
    return all(target in plan.spots for ref in refs for target in context.figures.targets(ref, key))


def counted(context: Context, parts: Sequence[Key]) -> int:
    """Return how many parts must hold numbers: not applicable counts as absent, and one at least must be there."""
    points = context.snapshot.points
    absent = sum(1 for part in parts if part in points and points[part].omission == "not_applicable")
    return max(1, len(parts) - absent)


def note_of(context: Context, results: Sequence[Result]) -> str:
    """Return what is to be said about a row's values, newest year first; the year is named where it is not alone."""
    found = [(result.key.period, _note(context, result.point)) for result in reversed(results) if result.point]
    notes = [(year, text) for year, text in found if text]
    if len(results) == 1 or (len(notes) == 1 and notes[0][0] == results[-1].key.period):
        return notes[0][1] if notes else ""
    spans = [_span([year for year, _ in same], text) for text, same in groupby(notes, key=lambda note: note[1])]
    if len(spans) == 1 and len(notes) == len(results):
        return spans[0][1]
    return "\n".join(context.say("note.year", year=years, text=text) for years, text in spans)


def _span(years: Sequence[int], text: str) -> tuple[str, str]:
    """Return neighbouring years (newest first) with the same note as one span."""
    return (f"{years[-1]}–{years[0]}" if len(years) > 1 else str(years[0])), text


def _note(context: Context, point: DataPoint) -> str:
    parts = [point.note]
    if point.unread:
        parts.append(context.say("note.unread"))
    if point.estimated:
        parts.append(context.say("note.estimated"))
    told = (
        ("method", point.method),
        ("as.of", point.as_of),
        ("since", str(point.since or "")),
        ("source", point.source),
    )
    parts += [context.say(f"note.{code}", text=text) for code, text in told if text]
    return context.semicolon.join(part.rstrip("。.;；") for part in parts if part)
