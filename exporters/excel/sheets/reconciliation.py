"""The reconciliation: each total beside what its parts give, both looked up in the data sheet, live."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.charts.data import column_letter
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.footings import Footing
from exporters.excel.sheets.layout import lead_row, place, row_of, spanning
from exporters.excel.sheets.lookups import fits, looked_up, own_key
from exporters.excel.sheets.values import decimals, number_format
from exporters.excel.workbook import Cell, NamedTable, Row, Sheet

TABLE = "annals_reconciliation"
OK, OPEN = "ok", "open"
_HEAD = 4
_TAB = "#1E7145"
# What doubles cannot hold, as a share of the total; far below any printed digit.
_MARGIN = "0.000000000001"
# Codes the same in every language, and columns that have a name.
_COLUMNS: tuple[tuple[str, float, str], ...] = (
    ("total", 34, ""),
    ("name", 32, "column.metric"),
    ("parts", 46, ""),
    ("printed", 18, ""),
    ("computed", 18, ""),
    ("difference", 16, ""),
    ("unit", 12, "column.unit"),
    ("tolerance", 12, "column.tolerance"),
    ("result", 10, ""),
    ("note", 34, "column.remark"),
    ("key", 15, ""),
)
_NUMBERS = ("printed", "computed", "difference", "tolerance")


def reconciliation_sheet(context: Context, title: str, footed: Sequence[Footing]) -> Sheet | None:
    """Return the sheet, or None where the report has neither totals nor figures."""
    if not footed:
        return None
    widths = tuple(width for _, width, _ in _COLUMNS)
    last = column_letter(len(widths))
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    rows = [
        Row(spanning(Cell(context.say("sheet.reconciliation"), "heading"), widths).cells, 30),
        lead_row(back, context.say("sheet.reconciliation.lead"), widths, len(widths)),
        _counts(context, footed, len(widths)),
        row_of([_head(context, *column) for column in _COLUMNS], widths, least=24),
    ]
    rows += [row_of(_cells(context, footing, number), widths) for number, footing in enumerate(footed, _HEAD + 1)]
    return Sheet(
        title, tuple(rows), widths, f"C{_HEAD + 1}", (_HEAD, _HEAD), (f"A1:{last}1", f"B2:{last}2"), tab=_TAB,
        table=NamedTable(TABLE, _HEAD),
    )  # fmt: skip


def is_ok(footing: Footing) -> bool:
    """Whether a total is as near to its parts as it has to be."""
    return footing.tolerance is None or abs(footing.difference) <= footing.tolerance


def _head(context: Context, code: str, _: float, phrase: str) -> Cell:
    look = "head.number" if code in _NUMBERS else "head.centre" if code == "result" else "head"
    return Cell(context.say(phrase) if phrase else code, look)


def _counts(context: Context, footed: Sequence[Footing], width: int) -> Row:
    """Return how many are ok and how many open, live, above the table."""
    right = sum(map(is_ok, footed))
    cells = [_count(context, OK, right, "ok"), _count(context, OPEN, len(footed) - right, "doubt")]
    return Row((*cells, *(Cell(None, "") for _ in range(width - len(cells)))), 22)


def _count(context: Context, result: str, count: int, look: str) -> Cell:
    words = context.say(f"reconciliation.{result}")
    counted = f'"{words} "&COUNTIF({TABLE}[result],"{result}")'
    return Cell(f"{words} {count}", look, formula=counted)


def _cells(context: Context, footing: Footing, row: int) -> list[Cell]:
    metric = footing.metric
    form = number_format(metric, decimals(context, metric, [footing.printed, footing.computed]), context.language)
    computed = footing.formula if fits(footing.formula) else None
    there = looked_up(f"$K{row}")
    limitless, right = footing.tolerance is None, is_ok(footing)
    test = f'OR($H{row}="",ABS($F{row})<=N($H{row})+ABS($D{row})*{_MARGIN})'
    result = f'IF(ISNUMBER($F{row}),IF({test},"{OK}","{OPEN}"),"{OPEN}")'
    return [
        Cell(footing.whole.canonical(), "code.top"),
        Cell(context.label(footing.whole), "text"),
        Cell(footing.parts, "text.grey"),
        Cell(footing.printed, f"linked.top|{form}", f'IF({there}="","",{there})'),
        Cell(footing.computed, f"figure.top|{form}", computed),
        Cell(footing.difference, f"figure.top|{form}", f"$D{row}-$E{row}"),
        Cell(context.unit(metric) if metric.unit in context.catalogue.units else metric.unit, "unit.top"),
        Cell(footing.tolerance, "figure.top|General"),
        Cell(OK if right else OPEN, "ok" if right else "doubt", result),
        Cell(context.say("reconciliation.qualified") if limitless else None, "text.grey"),
        Cell(context.plan.printed.get(footing.whole, own_key(footing.whole)), "code.top"),
    ]  # fmt: skip
