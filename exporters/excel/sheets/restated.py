"""Restatements: values that are no longer what an earlier report printed, with the reason."""

from __future__ import annotations

from exporters.excel.sheets.context import Context
from exporters.excel.sheets.tables import Table, spot_link, table_sheet
from exporters.excel.sheets.values import decimals, number_format
from exporters.excel.workbook import Cell, Sheet
from schema.grammar.decimals import plain
from schema.values.datapoint import Restatement
from schema.values.restatements import in_force


def restated_sheet(context: Context, title: str) -> Sheet | None:
    """Return the restatements of values that the workbook shows, or None where there is none."""
    stated = [item for item in context.snapshot.restatements.values() if item.key in context.plan.spots]
    if not stated:
        return None
    columns = (
        ("report", 12.0),
        ("metric", 42.0),
        ("period", 9.0),
        ("place", 12.0),
        ("printed", 20.0),
        ("restated.old", 18.0),
        ("restated.new", 18.0),
        ("restated.reason", 60.0),
    )
    rows = [_row(context, item) for item in stated]
    numbers = ("restated.old", "restated.new")
    return table_sheet(
        context,
        title,
        Table(context.say("sheet.restated"), context.say("sheet.restated.lead"), columns, rows, numbers, "C4"),
    )


def _row(context: Context, stated: Restatement) -> list[Cell]:
    metric = context.catalogue.metrics[stated.key.metric]
    kept = (len(plain(value).partition(".")[2]) for value in (stated.old, stated.new))
    places = max(decimals(context, metric, [stated.old, stated.new]), *kept)
    form = number_format(metric, places, context.language)
    reason = stated.reason.best(context.language)
    if not in_force(stated, context.figures):
        reason = f"{reason} {context.say('restated.stale')}"
    return [
        Cell(stated.report, "text.grey"),
        Cell(context.label(stated.key), "link.top", link=spot_link(context.plan.spots[stated.key])),
        Cell(context.assembly.bare_period(stated.key), "centre"),
        Cell(stated.place or None, "text.grey"),
        Cell(stated.text, "text"),
        Cell(stated.old, f"figure|{form}"),
        Cell(stated.new, f"figure|{form}"),
        Cell(reason, "text"),
    ]
