"""A data sheet: metrics and their parts in rows, years in columns, formulas live."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from exporters.chart_data import column_letter
from exporters.sheets_context import Context
from exporters.sheets_formula import sum_formula
from exporters.sheets_layout import fit, lead_row, place, row_of, spanning
from exporters.sheets_plan import FIRST_YEAR, DataPlan, Line, Plan, line_keys
from exporters.sheets_values import counted, decimals, names, note_of, number_format, value_cell
from exporters.workbook import Cell, Row, Sheet
from schema.catalogue.definitions import Disclosure, Metric
from schema.values.numbers import EXACT
from schema.values.reference import Key

_CHANGE = "change|+#,##0.0%;-#,##0.0%;0.0%"


@dataclass(frozen=True, slots=True)
class _Frame:
    """The columns of one data sheet."""

    context: Context
    plan: Plan
    sheet: DataPlan
    widths: tuple[float, ...]
    change: bool

    @property
    def last_year(self) -> str:
        """Return the letter of the newest year's column."""
        return column_letter(FIRST_YEAR + len(self.sheet.years) - 1)


def data_sheet(context: Context, plan: Plan, sheet: DataPlan, contents: str) -> Sheet:
    """Return a chapter's sheet, or the sheet of inputs."""
    change = len(sheet.years) > 1 and sheet.keys is None
    frame = _Frame(context, plan, sheet, _widths(context, sheet, change), change)
    lead = context.say("sheet.inputs.lead") if sheet.keys is not None else _lead(context)
    back = Cell(context.say("sheet.back"), "link.plain", link=place(contents))
    printed = len(frame.widths) - 1  # codes are for the screen; on paper they would make the rest too small
    rows = [
        spanning(Cell(sheet.heading, "heading"), frame.widths),
        lead_row(back, lead, frame.widths, printed),
        row_of(_head(frame), frame.widths, least=24),
    ]
    rows += [_line(frame, number, line) for number, line in enumerate(sheet.lines, len(rows) + 1)]
    rows[0] = Row(rows[0].cells, 30)
    last = column_letter(printed)
    tab = context.catalogue.company.colours[:1] if sheet.keys is None else ("#7A8CA5",)
    return Sheet(
        sheet.title,
        tuple(rows),
        frame.widths,
        freeze="C4",
        head=(3, 3),
        merges=(f"A1:{last}1", f"B2:{last}2"),
        tab=(*tab, "")[0],
        printed=printed,
    )


def _lead(context: Context) -> str:
    return context.say("sheet.data.lead", report=context.outline.title.best(context.language))


def _widths(context: Context, sheet: DataPlan, change: bool) -> tuple[float, ...]:
    labels = [line.text for line in sheet.lines if line.kind not in ("section", "group")]
    codes = [line.metric.code for line in sheet.lines if line.metric and not line.category]
    number = fit(_shown(context, sheet), 13, 22)
    units = [context.unit(line.metric) for line in sheet.lines if line.metric]
    middle = (12.0,) if change else ()
    return (
        fit(labels, 30, 38),
        fit(units, 9, 16),
        *(number for _ in sheet.years),
        *middle,
        40.0,
        13.0,
        min(32.0, fit(codes, 16, 40) * 0.9),
    )


def _shown(context: Context, sheet: DataPlan) -> Iterator[str]:
    """Yield every number of a sheet about as wide as it is shown."""
    for line in sheet.lines:
        values = [context.figures.value(key).value for key in line_keys(line, sheet.years)]
        known = [value for value in values if value is not None]
        if known and line.metric is not None:
            places = decimals(context, line.metric, known)
            yield from (f"{value:,.{places}f}  " for value in known)


def _head(frame: _Frame) -> list[Cell]:
    say = frame.context.say
    left, right = "head", "head.number"
    cells = [Cell(say("column.metric"), left), Cell(say("column.unit"), left)]
    cells += [Cell(str(year), right) for year in frame.sheet.years]
    cells += [Cell(say("column.change"), right)] if frame.change else []
    return [*cells, *(Cell(say(f"column.{code}"), left) for code in ("note", "disclosures", "code"))]


def _line(frame: _Frame, number: int, line: Line) -> Row:
    if line.kind in ("section", "group", "crossing"):
        return _band(frame, line)
    if line.kind == "sum":
        return _sum(frame, number, line)
    return _values(frame, number, line)


def _band(frame: _Frame, line: Line) -> Row:
    rest = "cell" if line.kind == "crossing" else line.kind
    cells = (Cell(line.text, line.kind), *(Cell(None, rest) for _ in frame.widths[1:]))
    return Row(cells, 24 if line.kind == "section" else 20)


def _values(frame: _Frame, number: int, line: Line) -> Row:
    context, metric = frame.context, line.metric
    assert metric is not None
    keys = [Key(metric.code, year, "", line.category) for year in frame.sheet.years]
    results = [context.figures.value(key) for key in keys]
    places = decimals(context, metric, [result.value for result in results if result.value is not None])
    bold = line.kind == "metric" and frame.sheet.keys is None and _has_parts(frame.sheet, number)
    cells = [_label(line, bold), Cell(context.unit(metric), "unit")]
    cells += [_value(frame, line, key, places, bold) for key in keys]
    cells += [_change(frame, number, metric, keys[-1])] if frame.change else []
    seen = [result for result in results if frame.sheet.holds(result.key)]
    note = note_of(context, seen) if line.kind != "linked" else _see(frame, metric)
    return row_of([*cells, Cell(note or None, "note"), *_codes(context, line, metric)], frame.widths)


def _has_parts(sheet: DataPlan, number: int) -> bool:
    following = number - 3
    return following < len(sheet.lines) and sheet.lines[following].kind == "crossing"


def _label(line: Line, bold: bool) -> Cell:
    if line.level:
        return Cell(line.text, "label.1" if line.level == 1 else "label.2")
    return Cell(line.text, "label.bold" if bold else "label")


def _value(frame: _Frame, line: Line, key: Key, places: int, bold: bool) -> Cell:
    if line.kind == "linked":
        return _linked(frame, key, places)
    if not frame.sheet.holds(key):
        return Cell(None, "cell")
    return value_cell(frame.context, frame.plan, frame.sheet.title, key, places, bold=bold)


def _linked(frame: _Frame, key: Key, places: int) -> Cell:
    result = frame.context.figures.value(key)
    metric = frame.context.catalogue.metrics[key.metric]
    shown = result.value
    name = key.defined_name()
    if result.kind in ("omission", "unread"):
        return Cell(frame.context.omission(result.omission) if result.omission else None, "omission")
    style = f"linked|{number_format(metric, places, frame.context.language, result.qualifier)}"
    return Cell(shown, style, formula=f'IF({name}="","",{name})')


def _see(frame: _Frame, metric: Metric) -> str:
    return frame.context.say("row.see", sheet=frame.plan.home[metric.code])


def _change(frame: _Frame, number: int, metric: Metric, key: Key) -> Cell:
    """Return the change on last year as a live formula: percent, or points for a percentage."""
    now, before = (f"{column_letter(FIRST_YEAR + len(frame.sheet.years) - back)}{number}" for back in (1, 2))
    pair = f"{before}:{now}"
    if metric.unit == "percent":
        points = " " + frame.context.say("change.points")
        form = f'+0.0"{points}";-0.0"{points}";0.0"{points}"'
        formula = f'IF(COUNT({pair})<2,"",{now}-{before})'
        return Cell(frame.context.figures.change(key), f"change|{form}", formula)
    percent = frame.context.figures.change_percent(key)
    formula = f'IF(COUNT({pair})<2,"",IF({before}=0,"",({now}-{before})/ABS({before})))'
    value = None if percent is None else EXACT.divide(percent, Decimal(100))
    return Cell(value, _CHANGE, formula)


def _codes(context: Context, line: Line, metric: Metric) -> tuple[Cell, Cell]:
    if line.category and line.level:
        return Cell(None, "note"), Cell(None, "code")
    return Cell(disclosures(context, metric) or None, "note"), Cell(metric.code, "code")


def disclosures(context: Context, metric: Metric) -> str:
    """Return the disclosures of the outline's frameworks that a metric answers, as they are printed."""
    printed: list[str] = []
    for framework in context.outline.frameworks:
        known = context.catalogue.frameworks.get(framework)
        for code in metric.disclosures.get(framework, ()):
            disclosure = known.disclosure(code) if known else None
            printed.append(_printed(disclosure, framework) if disclosure else code)
    return ", ".join(dict.fromkeys(printed))


def _printed(disclosure: Disclosure, framework: str) -> str:
    """Return a disclosure's number so that it says whose it is: A2.1, SDG8, GRI 302-1."""
    named = next((text for text in (disclosure.printed, disclosure.code) if any(map(str.isalpha, text))), "")
    return named or f"{framework.rstrip('0123456789').upper()} {disclosure.printed}"


def _sum(frame: _Frame, number: int, line: Line) -> Row:
    """Return the row that adds up a crossing: always live, so that it can be held against the metric's own total."""
    context, metric = frame.context, line.metric
    assert metric is not None
    cells = [Cell(line.text, "label.total"), Cell(context.unit(metric), "total.cell")]
    naming = names(context, frame.plan, frame.sheet.title)
    for year in frame.sheet.years:
        parts = [Key(metric.code, year, "", member) for member in line.members]
        needed = counted(context, parts)
        found = [context.figures.value(part).value for part in parts]
        values = [value for value in found if value is not None]
        total = sum(values, Decimal(0)) if len(values) >= needed else None
        form = number_format(metric, decimals(context, metric, values), context.language)
        cells.append(Cell(total, sys.intern(f"total|{form}"), sum_formula(parts, needed, naming)))
    rest = len(frame.widths) - len(cells)
    return Row((*cells, *(Cell(None, "total.cell") for _ in range(rest))), 20)
