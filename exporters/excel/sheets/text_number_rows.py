"""A row of the second part of a chapter's sheet: one number of its texts and records, with its year in its name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from exporters.excel.sheets import breaks
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import row_of
from exporters.excel.sheets.spots import DataPlan, Line
from exporters.excel.sheets.values import (
    Form,
    decimals,
    internal_of,
    linked_cell,
    note_of,
    pending_cell,
    styled,
    value_cell,
)
from exporters.excel.workbook import Cell, Row
from exporters.facts import Fact
from schema.catalogue.definitions import Metric
from schema.grammar.decimals import plain
from schema.grammar.reference import RecordKey, parse_record
from schema.values.figures import Result


def fact_row(context: Context, sheet: DataPlan, line: Line, widths: Sequence[float], *, noted: bool) -> Row:
    """Return the row of a number: its name, unit, value, what is to be said of it, and its reference."""
    fact, metric = line.fact, line.metric
    assert fact is not None
    result = context.figures.value(fact.key)
    cells = [Cell(fact.name, "label"), context.cell(_unit(context, fact, metric), "unit")]
    value = _constant(fact) if metric is None else _value(context, sheet, metric, result)
    cells.append(pending_cell(context, value, fact.key))
    cells += [context.cell(None, "cell")] * (len(widths) - len(cells) - 3 - noted)
    note, reference = _note(context, sheet, result), fact.key.canonical()
    cells += [context.cell(note or None, "note"), context.cell(None, "note"), Cell(reference, "code")]
    if noted:
        here = (spot := context.plan.spots.get(fact.key)) is None or spot.sheet == sheet.title
        cells.append(context.cell((internal_of(context, [result]) if here else None) or None, "note"))
    return row_of(cells, widths)


def _unit(context: Context, fact: Fact, metric: Metric | None) -> str | None:
    known = metric is not None and metric.unit in context.catalogue.units
    return context.unit(metric) if metric is not None and known else fact.unit or None


def _value(context: Context, sheet: DataPlan, metric: Metric, result: Result) -> Cell:
    form = Form(sheet.title, metric, _places(context, metric, result))
    if (address := parse_record(result.key.metric)) is not None:
        return _record_value(context, form, result, own=_is_own(context, address[0]))
    spot = context.plan.spots.get(result.key)
    if spot is None or spot.sheet != sheet.title:
        return linked_cell(context, form, result)
    return breaks.marked(context, value_cell(context, form, result), result)


def _record_value(context: Context, form: Form, result: Result, *, own: bool) -> Cell:
    """Return a record's number, live where it stands on this workbook's sheet of records."""
    if result.value is None:
        return context.cell(None, "missing")
    if own:
        return linked_cell(context, form, result)
    return Cell(result.value, styled(context, "figure", form.metric, form.places, result.qualifier))


def _is_own(context: Context, record: RecordKey) -> bool:
    known = context.snapshot.records.get(record)
    return known is not None and known.report == context.outline.code


def _places(context: Context, metric: Metric, result: Result) -> int:
    """Return the decimals of a metric's row; a record's number has those that were typed."""
    if result.key.metric in context.catalogue.metrics:
        return decimals(context, metric, [result.value] if result.value is not None else [])
    return len(plain(result.value or Decimal(0)).partition(".")[2])


def _constant(fact: Fact) -> Cell:
    """Return the cell of a factor: what the sentence cites."""
    return Cell(fact.value, f"figure|{_factor_format(fact.value)}") if fact.value is not None else Cell(None, "missing")


def _factor_format(value: Decimal) -> str:
    places = len(plain(value).partition(".")[2])
    return "#,##0" + ("." + "0" * places if places else "")


def _note(context: Context, sheet: DataPlan, result: Result) -> str:
    """Return what was noted with a value that has its cell here; else where it has it."""
    spot = context.plan.spots.get(result.key)
    if spot is not None and spot.sheet != sheet.title:
        return context.say("row.see", sheet=spot.sheet)
    return note_of(context, [result])
