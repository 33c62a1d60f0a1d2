"""A data sheet: metrics and their parts in rows, years in columns, formulas live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly.changes import remark_of
from exporters.charts.data import column_letter
from exporters.excel.sheets import breaks
from exporters.excel.sheets.changes import change_cell, comparison_of
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.formula import sum_formula
from exporters.excel.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.excel.sheets.spots import FIRST_LINE, FIRST_YEAR, DataPlan, Line
from exporters.excel.sheets.text_number_rows import fact_row
from exporters.excel.sheets.values import (
    Form,
    counted,
    decimals,
    internal,
    internal_of,
    linked_cell,
    note_of,
    pending_cell,
    styled,
    value_cell,
)
from exporters.excel.workbook import Cell, Row, Sheet
from schema.catalogue.definitions import Disclosure, Metric
from schema.grammar.reference import Key
from schema.values.figures import Result

_BANDS = ("section", "group", "facts", "fact")


@dataclass(frozen=True, slots=True)
class _Values:
    """What stands in a line, looked up once: one result per year, and the decimals that all of them keep."""

    results: tuple[Result, ...]
    known: tuple[Decimal, ...]
    places: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """The columns of one data sheet."""

    context: Context
    sheet: DataPlan
    widths: tuple[float, ...]
    change: bool
    values: tuple[_Values | None, ...]
    letters: tuple[str, ...]
    noted: bool
    stated: bool


def data_sheet(context: Context, sheet: DataPlan) -> Sheet:
    """Return a chapter's sheet, or the sheet of inputs."""
    values = tuple(_look_up(context, line) for line in sheet.lines)
    change, noted = len(sheet.years) > 1 and sheet.keys is None, any(_internal_notes(context, sheet))
    letters = tuple(column_letter(number) for number, _ in enumerate(sheet.years, FIRST_YEAR))
    stated = bool(context.states)
    widths = (*_widths(context, sheet, change, values), *((30.0,) if noted else ()), *((12.0,) if stated else ()))
    frame = _Frame(context, sheet, widths, change, values, letters, noted, stated)
    # Codes, internal notes and states are for the screen; on paper the codes would make the rest too small.
    printed = len(frame.widths) - 1 - noted - stated
    pairs = zip(sheet.lines, values, strict=True)
    lines = [_line(frame, number, line, row) for number, (line, row) in enumerate(pairs, FIRST_LINE)]
    last = column_letter(printed)
    tab = context.catalogue.company.colours[:1] if sheet.keys is None else ("#7A8CA5",)
    return Sheet(
        sheet.title,
        (*_top(frame, printed), *lines),
        frame.widths,
        freeze="C4",
        head=(3, 3),
        merges=(f"A1:{last}1", f"B2:{last}2"),
        tab=(*tab, "")[0],
        printed=printed,
    )


def _top(frame: _Frame, printed: int) -> tuple[Row, ...]:
    """Return heading, lead and head row."""
    context, sheet, widths = frame.context, frame.sheet, frame.widths
    lead = context.say("sheet.inputs.lead") if sheet.keys is not None else _lead(context)
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    return (
        Row(spanning(Cell(sheet.heading, "heading"), widths).cells, 30),
        lead_row(back, lead, widths, printed),
        row_of(_head(frame), widths, least=24),
    )


def _lead(context: Context) -> str:
    return context.say("sheet.data.lead", report=context.outline.title.best(context.language))


def _look_up(context: Context, line: Line) -> _Values | None:
    metric = line.metric
    if metric is None or not line.keys or line.fact is not None:
        return None
    results = tuple(map(context.figures.value, line.keys))
    known = tuple([result.value for result in results if result.value is not None])
    return _Values(results, known, decimals(context, metric, known))


def _widths(context: Context, sheet: DataPlan, change: bool, values: Sequence[_Values | None]) -> tuple[float, ...]:
    labels = [line.text for line in sheet.lines if line.kind not in _BANDS]
    codes = [line.metric.code for line in sheet.lines if line.metric and not line.category and line.fact is None]
    number = fit(_widest(sheet, values), 13, 22)
    units = {context.unit(line.metric) for line in sheet.lines if line.metric and line.fact is None}
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


def _widest(sheet: DataPlan, values: Sequence[_Values | None]) -> Iterator[str]:
    """Yield the widest numbers of a sheet about as wide as they are shown: of those with equal decimals, two."""
    by_places: dict[int, list[Decimal]] = {}
    for line, row in zip(sheet.lines, values, strict=True):
        if row is not None and row.known and line.kind in ("metric", "member"):
            by_places.setdefault(row.places, []).extend(row.known)
    for places, known in by_places.items():
        yield from (f"{value:,.{places}f}  " for value in (max(known), min(known)))


def _head(frame: _Frame) -> list[Cell]:
    say = frame.context.say
    left, right = "head", "head.number"
    cells = [Cell(say("column.metric"), left), Cell(say("column.unit"), left)]
    cells += [Cell(str(year), right) for year in frame.sheet.years]
    cells += [Cell(say("column.change"), right)] if frame.change else []
    last = [say("column.footnote"), say("column.disclosures"), say("column.code")]
    last += [say("column.note")] if frame.noted else []
    last += [say("column.state")] if frame.stated else []
    return [*cells, *(Cell(words, left) for words in last)]


def _line(frame: _Frame, number: int, line: Line, values: _Values | None) -> Row:
    if line.kind == "sum":
        return _sum(frame, number, line)
    if line.fact is not None:
        return _fact(frame, line)
    return _band(frame, line) if values is None else _values(frame, number, line, values)


def _fact(frame: _Frame, line: Line) -> Row:
    assert line.fact is not None
    own = frame.widths[:-1] if frame.stated else frame.widths
    row = fact_row(frame.context, frame.sheet, line, own, noted=frame.noted)
    return replace(row, cells=(*row.cells, *_state(frame, line.fact.key)))


def _state(frame: _Frame, key: Key) -> tuple[Cell, ...]:
    """Return the cell of how far the request for a value is, where anything was asked."""
    return (frame.context.cell(frame.context.state(key) or None, "note"),) if frame.stated else ()


def _band(frame: _Frame, line: Line) -> Row:
    cell = frame.context.cell
    look = "section" if line.kind == "facts" else line.kind
    rest = cell(None, "cell" if line.kind == "crossing" else look)
    cells = [cell(line.text, look), *(rest for _ in frame.widths[1:])]
    if line.kind == "facts":
        cells[FIRST_YEAR - 1] = cell(frame.context.say("column.value"), "section")
    return Row(tuple(cells), 24 if look == "section" else 20)


def _values(frame: _Frame, number: int, line: Line, values: _Values) -> Row:
    context, metric = frame.context, line.metric
    assert metric is not None
    bold = line.kind == "metric" and frame.sheet.keys is None and _has_parts(frame.sheet, number)
    cells = [_label(context, line, bold), context.cell(context.unit(metric), "unit")]
    form = Form(frame.sheet.title, metric, values.places, bold)
    cells += [_value(frame, line, form, result) for result in values.results]
    comparison = comparison_of(context, metric, values.results) if frame.change else None
    if comparison is not None:
        before, now = (f"{letter}{number}" for letter in frame.letters[-2:])
        cells.append(change_cell(context, metric, comparison, (before, now)))
    seen = [result for result in values.results if frame.sheet.holds(result.key)]
    note = note_of(context, seen) if line.kind != "linked" else _see(frame, metric)
    more = breaks.notes(context, metric, values.results) if line.kind != "linked" else ()
    unlike = remark_of(context.assembly, comparison) if comparison and comparison.not_meaningful else ""
    note = "\n".join(dict.fromkeys(filter(None, (note, *more, unlike))))
    cells += [context.cell(note or None, "note"), *_codes(context, line, metric)]
    if frame.noted:
        cells.append(context.cell(internal_of(context, seen) or None, "note"))
    cells += _state(frame, line.keys[-1])
    return row_of(cells, frame.widths)


def _internal_notes(context: Context, sheet: DataPlan) -> Iterator[str]:
    keys = (key for line in sheet.lines for key in (*line.keys, *((line.fact.key,) if line.fact else ())))
    yield from (internal(point) for key in keys if (point := context.snapshot.points.get(key)) is not None)


def _has_parts(sheet: DataPlan, number: int) -> bool:
    following = number - 3
    return following < len(sheet.lines) and sheet.lines[following].kind == "crossing"


def _label(context: Context, line: Line, bold: bool) -> Cell:
    if line.level:
        return context.cell(line.text, "label.1" if line.level == 1 else "label.2")
    return Cell(line.text, "label.bold" if bold else "label")


def _value(frame: _Frame, line: Line, form: Form, result: Result) -> Cell:
    if line.kind == "linked":
        return pending_cell(frame.context, linked_cell(frame.context, form, result), result.key)
    if not frame.sheet.holds(result.key):
        return frame.context.cell(None, "cell")
    cell = breaks.marked(frame.context, value_cell(frame.context, form, result), result)
    return pending_cell(frame.context, cell, result.key)


def _see(frame: _Frame, metric: Metric) -> str:
    return frame.context.say("row.see", sheet=frame.context.plan.home[metric.code])


def _codes(context: Context, line: Line, metric: Metric) -> tuple[Cell, Cell]:
    if line.category and line.level:
        return context.cell(None, "note"), context.cell(None, "code")
    return context.cell(disclosures(context, metric) or None, "note"), Cell(metric.code, "code")


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
    blank, unit = context.cell(None, "total.cell"), context.cell(context.unit(metric), "total.cell")
    index = number - FIRST_LINE
    above = [values for values in frame.values[index - line.members : index] if values is not None]
    parts = zip(*(values.results for values in above), strict=True)
    totals = [_total(frame, number, metric, letter, part) for letter, part in zip(frame.letters, parts, strict=True)]
    cells = (context.cell(line.text, "label.total"), unit, *totals)
    return Row((*cells, *(blank for _ in range(len(frame.widths) - len(cells)))), 20)


def _total(frame: _Frame, number: int, metric: Metric, letter: str, parts: Sequence[Result]) -> Cell:
    context, values = frame.context, [part.value for part in parts if part.value is not None]
    needed = counted(parts)
    total = sum(values, Decimal(0)) if len(values) >= needed else None
    style = styled(context, "total", metric, decimals(context, metric, values))
    above = f"{letter}{number - len(parts)}:{letter}{number - 1}"
    return Cell(total, style, sum_formula(above if len(parts) > 1 else parts[0].key.defined_name(), needed))
