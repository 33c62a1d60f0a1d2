"""The sheets beside the data: framework index, open points, definitions, factors, published values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from exporters.assembly.data_rows import COLUMNS
from exporters.charts.data import column_letter
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import lead_row, place, row_of, spanning
from exporters.excel.sheets.lookups import literal, own_key, shown
from exporters.excel.sheets.spots import Spot
from exporters.excel.sheets.values import factor_key, factor_name
from exporters.excel.workbook import Cell, Row, Sheet
from schema.catalogue.definitions import Metric
from schema.catalogue.factor_names import factor_words
from schema.catalogue.factors import FactorVersion
from schema.grammar.decimals import plain
from schema.grammar.formula import Formula
from schema.grammar.reference import category_parts, parse_reference
from schema.validation.causes import Cause
from schema.validation.issue import Issue
from schema.validation.messages import cause_message, message

_BRACKETS = re.compile(r"\[([^\]]*)\]")
_PLAIN_TAB = "#7A8CA5"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of one table under its heading and a sentence; `columns` are codes with widths in characters.

    `numbers` are the columns whose head stands right, `freeze` the first cell that scrolls, `below` the rows (by
    their place in `rows`) that are folded under the one before them.
    """

    heading: str
    lead: str
    columns: tuple[tuple[str, float], ...]
    rows: Sequence[Sequence[Cell]]
    numbers: tuple[str, ...] = ()
    freeze: str = "A4"
    below: frozenset[int] = frozenset()


def table_sheet(context: Context, title: str, table: Table) -> Sheet:
    """Return a sheet with heading, lead, head row and rows."""
    widths = tuple(width for _, width in table.columns)
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    head = [Cell(context.say(f"column.{code}"), _head_look(code, table.numbers)) for code, _ in table.columns]
    last = column_letter(len(widths))
    lines = [
        Row(spanning(Cell(table.heading, "heading"), widths).cells, 30),
        lead_row(back, table.lead, widths, len(widths)),
        row_of(head, widths, least=24),
        *(replace(_row(cells, widths), level=int(n in table.below)) for n, cells in enumerate(table.rows)),
    ]
    merges = (f"A1:{last}1", f"B2:{last}2")
    return Sheet(title, tuple(lines), widths, table.freeze, (3, 3), merges, tab=_PLAIN_TAB)


def _head_look(column: str, numbers: Sequence[str]) -> str:
    if column in numbers:
        return "head.number"
    return "head.centre" if column in ("severity", "period", "since", "until", "result") else "head"


def _row(cells: Sequence[Cell], widths: Sequence[float]) -> Row:
    if len(cells) == 1:
        return Row((cells[0], *(Cell(None, cells[0].style) for _ in widths[1:])), 24)
    return row_of(cells, widths)


def spot_link(spot: Spot | None) -> str:
    """Return the link to a value's cell, or an empty string."""
    return place(spot.sheet, f"{column_letter(spot.column)}{spot.row}") if spot else ""


def issues_sheet(context: Context, title: str) -> Sheet:
    """Return a row for each cause of open points, the most pressing first, its issues folded below it."""
    rows: list[list[Cell]] = []
    below: set[int] = set()
    for cause in context.causes:
        rows.append(_cause_row(context, cause) if cause.folded else _issue_row(context, cause.issues[0]))
        for issue in cause.issues if cause.folded else ():
            below.add(len(rows))
            rows.append(_issue_row(context, issue))
    if not rows:
        rows = [[Cell(context.say("sheet.issues.none"), "label")]]
    columns = (
        ("severity", 10.0),
        ("metric", 40.0),
        ("period", 9.0),
        ("message", 84.0),
        ("place", 22.0),
        ("code", 26.0),
    )
    return table_sheet(
        context,
        title,
        Table(context.say("sheet.issues"), context.say("sheet.issues.lead"), columns, rows, below=frozenset(below)),
    )


def _cause_row(context: Context, cause: Cause) -> list[Cell]:
    return [
        Cell(context.say(f"severity.{cause.severity}"), cause.severity),
        Cell(context.say("sheet.issues.several", count=str(len(cause.issues))), "text"),
        Cell(None, "centre"),
        Cell(cause_message(cause, context.assembly.told, context.language), "text"),
        Cell(None, "text.grey"),
        Cell(cause.code, "code.top"),
    ]


def _issue_row(context: Context, issue: Issue) -> list[Cell]:
    link = spot_link(context.plan.spots.get(issue.key)) if issue.key else ""
    words = message(issue, context.assembly.told, context.language)
    return [
        Cell(context.say(f"severity.{issue.severity}"), issue.severity),
        Cell(context.label(issue.key) if issue.key else None, "link.top" if link else "text", link=link),
        Cell(context.assembly.bare_period(issue.key) if issue.key else None, "centre"),
        Cell(words, "text"),
        Cell(context.place(issue) or None, "text.grey"),
        Cell(issue.key.metric if issue.key else issue.code, "code.top"),
    ]


def definitions_sheet(context: Context, title: str) -> Sheet:
    """Return each metric of the workbook with its definition, where that was found, and its formula in words.

    Below them stand the columns of the data sheet, whose heads are codes.
    """
    used = {key.metric for key in (*context.plan.spots, *context.plan.inputs)}
    rows = [_definition_row(context, metric) for code, metric in context.catalogue.metrics.items() if code in used]
    rows += [[Cell(context.say("sheet.datatable.columns"), "section")], *(map(partial(_column_row, context), COLUMNS))]
    columns = (
        ("metric", 30.0),
        ("unit", 10.0),
        ("timing", 8.0),
        ("definition", 50.0),
        ("formula", 40.0),
        ("source", 16.0),
        ("department", 14.0),
        ("code", 26.0),
    )
    return table_sheet(
        context,
        title,
        Table(context.say("sheet.definitions"), context.say("sheet.definitions.lead"), columns, rows, freeze="B4"),
    )


def _column_row(context: Context, code: str) -> list[Cell]:
    """Return what a column of the data sheet is called, and what it says."""
    name, blank = code.replace("_", ""), context.cell(None, "text")
    said = Cell(context.say(f"data.says.{name}"), "text")
    return [
        Cell(context.say(f"data.column.{name}"), "text"), blank, blank, said, blank, blank, blank,
        Cell(code, "code.top"),
    ]  # fmt: skip


def _definition_words(context: Context, metric: Metric) -> str:
    words = metric.definition.best(context.language)
    waits = metric.assumed and context.language not in metric.confirmed_in
    return context.say("sheet.definition.assumed", definition=words) if waits else words


def _definition_row(context: Context, metric: Metric) -> list[Cell]:
    department = context.catalogue.departments.get(metric.department)
    return [
        Cell(context.name(metric), "text"),
        Cell(context.unit(metric), "text.grey"),
        Cell(context.say(f"timing.{metric.timing}"), "text.grey"),
        Cell(_definition_words(context, metric) or None, "text"),
        Cell(_formula_words(context, metric) or None, "text"),
        Cell(metric.definition_source or None, "text.grey"),
        Cell(department.name.best(context.language) if department else None, "text.grey"),
        Cell(metric.code, "code.top"),
    ]


def _formula_words(context: Context, metric: Metric) -> str:
    """Return the formula with names for codes, or of which parts the total is the sum."""
    if metric.formula is not None:
        return "= " + readable(context, metric.formula)
    parts = next((c for c in metric.crossings if all(b in metric.sum_over for b in c)), None)
    return context.say("formula.total", name=context.crossing(parts)) if parts else ""


def readable(context: Context, formula: Formula) -> str:
    """Return a formula's text with the names of metrics, factors and categories instead of their codes."""
    return _BRACKETS.sub(lambda match: _reference_words(context, match[1]), formula.text)


def _reference_words(context: Context, text: str) -> str:
    if text.startswith("factor."):
        code = text.removeprefix("factor.")
        named = factor_words(context.catalogue, code)
        return named.best(context.language) if named else text
    reference = parse_reference(text)
    metric = context.catalogue.metrics.get(reference.code) if reference else None
    if reference is None or metric is None:
        return text
    brackets: list[str] = []
    if reference.category:
        brackets.append(context.say("formula.category", name=_category_words(context, reference.category)))
    if reference.offset == -1:
        brackets.append(context.say("formula.last"))
    elif reference.year or reference.offset:
        brackets.append(context.say("formula.year", year=str(reference.year or reference.offset)))
    return context.assembly.punctuation.space.join([context.name(metric), *brackets])


def _category_words(context: Context, category: str) -> str:
    wild = [breakdown for breakdown, member in category_parts(category) if member == "*"]
    if wild:
        return context.say("formula.each", name=context.crossing(wild))
    return context.category(category)


def factors_sheet(context: Context, title: str) -> Sheet | None:
    """Return the dated constants that formulas look up in the data sheet, with their sources; None without any."""
    codes = {key.metric for key in (*context.plan.spots, *context.plan.inputs)}
    formulas = (metric.formula for code in codes if (metric := context.catalogue.metrics.get(code)) is not None)
    used = context.figures.factors.used_by(formulas)
    versions = [version for version in context.catalogue.factors if version.code in used]
    if not versions:
        return None
    rows = [_factor_row(context, version) for version in versions]
    columns = (
        ("factor", 44.0),
        ("value", 14.0),
        ("unit", 22.0),
        ("since", 10.0),
        ("until", 10.0),
        ("source", 60.0),
        ("name", 24.0),
    )
    return table_sheet(
        context,
        title,
        Table(context.say("sheet.factors"), context.say("sheet.factors.lead"), columns, rows, numbers=("value",)),
    )


def _factor_row(context: Context, version: FactorVersion) -> list[Cell]:
    units = context.catalogue.units
    unit = "/".join(units[c].name.best(context.language) if c in units else c for c in version.unit.split("/"))
    name, key = factor_name(version, context), factor_key(version, context)
    return [
        Cell(version.name.best(context.language), "label"),
        Cell(version.value, f"linked|{_factor_format(version.value)}", shown(literal(own_key(key))), name),
        Cell(unit, "unit"),
        Cell(str(version.since) if version.since else None, "centre.middle"),
        Cell(str(version.until) if version.until else None, "centre.middle"),
        Cell(context.quoted(version.source), "note"),
        Cell(name, "code"),
    ]


def _factor_format(value: Decimal) -> str:
    places = len(plain(value).partition(".")[2])
    return "#,##0" + ("." + "0" * places if places else "")
