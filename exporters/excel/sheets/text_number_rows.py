"""A row of the second part of a chapter's sheet: one number of its texts and records, in the column of its year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exporters.assembly.shapes import shape_for
from exporters.excel.sheets import breaks
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.lookups import literal, looked_up, own_key, shown
from exporters.excel.sheets.value_notes import internal_of, note_of
from exporters.excel.sheets.values import Form, decimals_of, form_of, value_cell
from exporters.excel.workbook import Cell
from exporters.facts import Fact
from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import SHARE
from schema.grammar.decimals import has_double, quotient
from schema.values.display import resolve_format
from schema.values.figures import Result


def fact_unit(fact: Fact) -> str:
    """Return the unit that the draft prints with a number."""
    return fact.unit.strip()


def fact_cell(context: Context, fact: Fact, metric: Metric | None, key: str) -> Cell:
    """Return the cell of a number as the draft prints it; `key` is the cell with its key."""
    if fact.value is None:
        return Cell(None, "missing", shown(key)) if fact.state == "missing" else context.cell(fact.text, "omission")
    if metric is not None and SHARE in fact.format:
        return _share_cell(context, fact, key)
    if metric is None or "change" in fact.format:
        return _plain_cell(fact, _divisor(context, fact, metric), key)
    result = context.figures.value(fact.key)
    return breaks.marked(context, value_cell(context, _form(context, fact, metric, result), result, key), result)


def _share_cell(context: Context, fact: Fact, key: str) -> Cell:
    """Return a share of the whole: computed of part and whole where the data sheet has both, else looked up."""
    assert fact.value is not None
    whole = replace(fact.key, category="")
    both = [looked_up(literal(own_key(one))) for one in (fact.key, whole) if context.plan.has(one)]
    cell = _plain_cell(fact, Decimal(1), key)
    if len(both) < 2:
        return cell
    return replace(cell, formula=f'IF(OR({both[0]}="",{both[1]}=""),"",{both[0]}/{both[1]}*100)')


def _form(context: Context, fact: Fact, metric: Metric, result: Result) -> Form:
    return form_of(context, metric, fact.format, () if result.value is None else (result.value,))


def _divisor(context: Context, fact: Fact, metric: Metric | None) -> Decimal:
    """Return what the unit of a change is in the stored unit; a change in percent and a factor stand as they are."""
    if metric is None or fact.value is None or fact.unit == "%":
        return Decimal(1)
    form = replace(resolve_format(metric, context.catalogue, fact.format), change="")
    return shape_for(context.assembly, metric, form, fact.value.copy_abs()).divisor


def _plain_cell(fact: Fact, divisor: Decimal, key: str) -> Cell:
    """Return the cell of a factor, or of a change with its sign."""
    assert fact.value is not None
    value, places = quotient(fact.value, divisor), decimals_of(fact.text)
    digits = "#,##0" + ("." + "0" * places if places else "")
    signed = f"+{digits};-{digits};{digits}" if "change" in fact.format else digits
    return Cell(value, f"linked|{signed}", shown(key, divisor) if has_double(value) else None)


def fact_notes(context: Context, fact: Fact, *, here: bool) -> tuple[str, str]:
    """Return what was noted with a value, in public and for ourselves; of one at home elsewhere where that is."""
    result, spot = context.figures.value(fact.key), context.plan.spots.get(fact.key)
    if here or spot is None:
        return note_of(context, [result]), internal_of(context, [result])
    return context.say("row.see", sheet=spot.sheet), ""
