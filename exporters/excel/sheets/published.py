"""What reports printed, beside the current data."""

from __future__ import annotations

from decimal import Decimal

from exporters.excel.sheets.context import Context
from exporters.excel.sheets.lookups import literal, own_key, shown
from exporters.excel.sheets.tables import Table, spot_link, table_sheet
from exporters.excel.sheets.values import decimals, number_format
from exporters.excel.workbook import Cell, Sheet
from schema.grammar.decimals import EXACT, quotient
from schema.values.datapoint import PublishedValue


def published_sheet(context: Context, title: str) -> Sheet | None:
    """Return what reports printed beside the current data, or None where nothing was printed."""
    own = context.outline.code
    printed = [value for value in context.snapshot.published if value.key in context.plan.spots or value.report == own]
    if not printed:
        return None
    ordered = sorted(printed, key=lambda value: (value.report != own, value.report))
    rows = [_published_row(context, value, row) for row, value in enumerate(ordered, 4)]
    columns = (
        ("report", 12.0),
        ("metric", 42.0),
        ("period", 9.0),
        ("place", 12.0),
        ("printed", 24.0),
        ("printed.value", 18.0),
        ("current", 18.0),
        ("difference", 14.0),
        ("result", 10.0),
    )
    numbers = ("printed.value", "current", "difference")
    return table_sheet(
        context,
        title,
        Table(context.say("sheet.published"), context.say("sheet.published.lead"), columns, rows, numbers, "C4"),
    )


def _published_row(context: Context, printed: PublishedValue, row: int) -> list[Cell]:
    metric = context.catalogue.metrics.get(printed.key.metric)
    result = context.figures.value(printed.key)
    current = result.unrounded if result.computed is None else result.computed
    places = decimals(context, metric, [printed.value]) if metric else 0
    form = number_format(metric, places, context.language) if metric else "General"
    spot = context.plan.spots.get(printed.key)
    present = Cell(current, f"figure|{form}")
    if context.plan.has(printed.key):
        present = Cell(current, f"linked|{form}", shown(literal(own_key(printed.key))))
    difference = None if current is None else EXACT.subtract(current, printed.value)
    return [
        Cell(printed.report, "text.grey"),
        Cell(context.label(printed.key), "link.top" if spot else "text", link=spot_link(spot)),
        Cell(context.assembly.bare_period(printed.key), "centre"),
        Cell(printed.place or None, "text.grey"),
        Cell(printed.text, "text"),
        Cell(printed.value, f"figure|{form}"),
        present,
        Cell(difference, f"figure|{form}", formula=f'IF(COUNT(F{row}:G{row})<2,"",G{row}-F{row})'),
        _result(context, printed, difference, row),
    ]


def _result(context: Context, printed: PublishedValue, difference: Decimal | None, row: int) -> Cell:
    """Say whether the difference is within half of the last printed digit."""
    equal, differs = context.say("result.equal"), context.say("result.differs")
    half = quotient(printed.resolution, Decimal(2))
    words = None if difference is None else equal if abs(difference) <= half else differs
    # the margin stands for what doubles cannot hold; it is far below any printed digit
    limit = repr(float(half) * (1 + 1e-9))
    formula = f'IF(H{row}="","",IF(ABS(H{row})<={limit},"{equal}","{differs}"))'
    return Cell(words, "doubt" if words == differs else "centre", formula=formula)
