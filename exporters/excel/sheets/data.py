"""A chapter's sheet: what the draft's chapter prints, in rows; years in columns, each value looked up by its key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly.changes import remark_of
from exporters.charts.data import column_letter
from exporters.excel.sheets import breaks
from exporters.excel.sheets.changes import change_cell, comparison_of
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import fit, lead_row, place, row_of, spanning
from exporters.excel.sheets.lookups import total
from exporters.excel.sheets.spots import FIRST_LINE, FIRST_YEAR, DataPlan, Line, Spot
from exporters.excel.sheets.text_number_rows import fact_cell, fact_notes, fact_unit
from exporters.excel.sheets.value_notes import internal, internal_of, note_of
from exporters.excel.sheets.values import Form, counted, form_of, number_format, pending_cell, scaled, value_cell
from exporters.excel.workbook import Cell, Row, Sheet
from schema.catalogue.definitions import Disclosure, Metric
from schema.grammar.reference import Key
from schema.values.figures import Result

_BANDS = ("section", "group", "facts", "fact")
_KEY_WIDTH = 15.0


@dataclass(frozen=True, slots=True)
class _Values:
    """What stands in a line, looked up once: one result per year, and how all of them are printed."""

    results: tuple[Result, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class _Frame:
    """The columns of one chapter's sheet. Right of all others stand the keys of a row's values, a column a year."""

    context: Context
    sheet: DataPlan
    widths: tuple[float, ...]
    change: bool
    values: tuple[_Values | None, ...]
    noted: bool
    stated: bool

    @property
    def first_key(self) -> int:
        """The column of the first year's keys."""
        return len(self.widths) - len(self.sheet.years) - self.change + 1

    def key_cell(self, column: int, row: int) -> str:
        """Return the cell with the key of the value in a column (FIRST_YEAR and so on)."""
        return f"${column_letter(self.first_key + column - FIRST_YEAR)}{row}"

    def year_cell(self, year: int, row: int) -> str:
        """Return the cell of a year in a row."""
        return f"{column_letter(FIRST_YEAR + self.sheet.years.index(year))}{row}"


def data_sheet(context: Context, sheet: DataPlan) -> Sheet:
    """Return a chapter's sheet."""
    values = tuple(_look_up(context, line) for line in sheet.lines)
    change, noted = len(context.years) > 1, any(_internal_notes(context, sheet))
    stated = bool(context.states)
    widths = _widths(context, sheet, change, values)
    # Codes, keys, internal notes and states are for the screen; on paper they would make the rest too small.
    printed = len(widths) - 1
    widths = (*widths, *((30.0,) if noted else ()), *((12.0,) if stated else ()), 18.0)
    frame = _Frame(
        context, sheet, (*widths, *[_KEY_WIDTH] * (len(sheet.years) + change)), change, values, noted, stated
    )  # fmt: skip
    pairs = zip(sheet.lines, values, strict=True)
    lines = [_line(frame, number, line, row) for number, (line, row) in enumerate(pairs, FIRST_LINE)]
    last = column_letter(printed)
    tab = (*context.catalogue.company.colours[:1], "")[0]
    return Sheet(
        sheet.title, (*_top(frame, printed), *lines), frame.widths, freeze="C4", head=(3, 3),
        merges=(f"A1:{last}1", f"B2:{last}2"), tab=tab, printed=printed, locked=True,
        filtered=f"A3:{column_letter(len(frame.widths))}{FIRST_LINE - 1 + len(lines)}",
    )  # fmt: skip


def _top(frame: _Frame, printed: int) -> tuple[Row, ...]:
    """Return heading, lead and head row."""
    context, sheet, widths = frame.context, frame.sheet, frame.widths
    lead = context.say("sheet.data.lead", report=context.outline.title.best(context.language))
    back = Cell(context.say("sheet.back"), "link.plain", link=place(context.contents))
    return (
        Row(spanning(Cell(sheet.heading, "heading"), widths).cells, 30),
        lead_row(back, lead, widths, printed),
        row_of(_head(frame), widths, least=24),
    )


def _look_up(context: Context, line: Line) -> _Values | None:
    metric = line.metric
    if metric is None or not line.keys or line.fact is not None:
        return None
    results = tuple(map(context.figures.value, line.keys))
    return _Values(results, _form(context, line, metric, results))


def _form(context: Context, line: Line, metric: Metric, results: Sequence[Result]) -> Form:
    """Return how a row prints its values: as that of the report's year is printed, where it has one."""
    known = [
        result.value for result in results if result.value is not None and result.key.period <= context.outline.year
    ]
    known = known or [result.value for result in results if result.value is not None]
    return form_of(context, metric, line.format, known)


def _widths(
    context: Context, sheet: DataPlan, change: bool, values: Sequence[_Values | None]
) -> tuple[float, ...]:  # fmt: skip
    labels = [line.text for line in sheet.lines if line.kind not in _BANDS]
    codes = [line.metric.code for line in sheet.lines if line.metric and not line.category and line.fact is None]
    number = fit(_widest(context, values), 13, 22)
    units = {row.form.unit(context.language) for row in values if row is not None}
    middle = (12.0,) if change else ()
    return (
        fit(labels, 30, 38), fit(units, 9, 16), *(number for _ in sheet.years), *middle, 40.0, 13.0,
        min(32.0, fit(codes, 16, 40) * 0.9),
    )  # fmt: skip


def _widest(context: Context, values: Sequence[_Values | None]) -> Iterator[str]:
    """Yield the widest number of each row about as wide as it is shown."""
    for row in values:
        known = [abs(result.value) for result in row.results if result.value is not None] if row is not None else []
        if row is not None and known:
            yield f"{scaled(max(known), row.form):,.{row.form.measure.decimals}f}  "


def _head(frame: _Frame) -> list[Cell]:
    say, years = frame.context.say, [frame.context.assembly.bare_year(year) for year in frame.sheet.years]
    left, right = "head", "head.number"
    cells = [Cell(say("column.metric"), left), Cell(say("column.unit"), left)]
    cells += [Cell(year, right) for year in years]
    cells += [Cell(say("column.change"), right)] if frame.change else []
    last = [say("column.footnote"), say("column.disclosures"), say("column.code")]
    last += [say("column.note")] if frame.noted else []
    last += [say("column.state")] if frame.stated else []
    keys = (frame.context.assembly.say_year("column.key", year) for year in frame.sheet.years)
    last += [say("column.section"), *keys]
    last += [say("column.key.change")] if frame.change else []
    return [*cells, *(Cell(words, left) for words in last)]


def _line(frame: _Frame, number: int, line: Line, values: _Values | None) -> Row:
    if line.kind == "sum":
        return _sum(frame, line)
    if line.fact is not None:
        return _fact(frame, number, line)
    return _band(frame, line) if values is None else _values(frame, number, line, values)


def _ends(frame: _Frame, line: Line, internal_note: str, keys: Sequence[str | None]) -> Iterator[Cell]:
    """Yield what stands right of a row's code: for whoever works with the sheet, and for its own formulas."""
    cell = frame.context.cell
    if frame.noted:
        yield cell(internal_note or None, "note")
    if frame.stated:
        at = line.fact.key if line.fact is not None else line.keys[-1]
        yield cell(frame.context.state(at) or None, "note")
    yield cell(line.section or None, "note")
    yield from (cell(key, "code") for key in keys)


def _fact(frame: _Frame, number: int, line: Line) -> Row:
    """Return the row of a number that stands in words; what has no year stands under the report's own."""
    context, sheet, fact = frame.context, frame.sheet, line.fact
    assert fact is not None
    at = sheet.years.index(fact.key.period or context.outline.year)
    spot = context.plan.spots.get(fact.key)
    value = pending_cell(
        context, fact_cell(context, fact, line.metric, frame.key_cell(FIRST_YEAR + at, number)), fact.key
    )
    if spot == Spot(sheet.title, FIRST_YEAR + at, number):
        value = replace(value, name=fact.key.defined_name())
    blank = context.cell(None, "cell")
    said, own = fact_notes(context, fact, here=spot is None or spot.sheet == sheet.title)
    cells = [Cell(line.text, "label"), context.cell(fact_unit(fact) or None, "unit")]
    cells += [value if year == at else blank for year, _ in enumerate(sheet.years)]
    cells += [blank] if frame.change else []
    cells += [context.cell(said or None, "note"), context.cell(None, "note"), Cell(fact.key.canonical(), "code")]
    keys = [fact.word_key if year == at else None for year, _ in enumerate(sheet.years)]
    cells += _ends(frame, line, own, [*keys, *([None] if frame.change else [])])
    return row_of(cells, frame.widths)


def _band(frame: _Frame, line: Line) -> Row:
    cell = frame.context.cell
    look = "section" if line.kind == "facts" else line.kind
    rest = cell(None, "cell" if line.kind == "crossing" else look)
    return Row((cell(line.text, look), *(rest for _ in frame.widths[1:])), 24 if look == "section" else 20)


def _values(frame: _Frame, number: int, line: Line, values: _Values) -> Row:
    context, metric = frame.context, line.metric
    assert metric is not None
    bold = line.kind == "metric" and _has_parts(frame.sheet, number)
    form = replace(values.form, bold=bold)
    cells = [_label(context, line, bold), context.cell(form.unit(context.language) or None, "unit")]
    cells += [
        _value(frame, Spot(frame.sheet.title, n, number), form, r) for n, r in enumerate(values.results, FIRST_YEAR)
    ]
    unlike = ""
    if frame.change:
        year = context.outline.year
        comparison = comparison_of(context, metric, replace(line.keys[-1], period=year))
        pair = frame.year_cell(year - 1, number), frame.year_cell(year, number)
        cells.append(change_cell(context, form, comparison, pair))
        unlike = remark_of(context.assembly, comparison) if comparison.not_meaningful else ""
    own = line.kind != "linked"
    note = note_of(context, values.results) if own else context.say("row.see", sheet=context.plan.home[metric.code])
    more = breaks.notes(context, metric, values.results) if own else ()
    note = "\n".join(dict.fromkeys(filter(None, (note, *more, unlike))))
    cells += [context.cell(note or None, "note"), *_codes(context, line, metric)]
    keys = [_key_of(frame, key, line) for key in line.keys]
    keys += [frame.sheet.change_key(replace(line.keys[-1], period=context.outline.year))] if frame.change else []
    cells += _ends(frame, line, internal_of(context, values.results), keys)
    return row_of(cells, frame.widths)


def _key_of(frame: _Frame, key: Key, line: Line) -> str | None:
    """Return the key of a value, where the data sheet has a row for it."""
    word_key = frame.sheet.word_key(key, line.format)
    return word_key if word_key in frame.sheet.keys or frame.context.plan.has(key) else None


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


def _value(frame: _Frame, at: Spot, form: Form, result: Result) -> Cell:
    """Return the cell of a value; where it is at home it has its name."""
    context = frame.context
    cell = value_cell(context, form, result, frame.key_cell(at.column, at.row))
    cell = pending_cell(context, breaks.marked(context, cell, result), result.key)
    return replace(cell, name=result.key.defined_name()) if context.plan.spots.get(result.key) == at else cell


def _codes(context: Context, line: Line, metric: Metric) -> tuple[Cell, Cell]:
    if line.level:
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


def _sum(frame: _Frame, line: Line) -> Row:
    """Return the row that adds up a crossing: always live, so that it can be held against the metric's own total."""
    context, metric = frame.context, line.metric
    assert metric is not None
    years = [[context.figures.value(key) for key in keys] for keys in line.members]
    form = _form(context, line, metric, [result for year in years for result in year])
    blank, unit = context.cell(None, "total.cell"), context.cell(form.unit(context.language) or None, "total.cell")
    cells = [context.cell(line.text, "label.total"), unit, *(_total(context, form, results) for results in years)]
    return Row((*cells, *(blank for _ in range(len(frame.widths) - len(cells)))), 20)


def _total(context: Context, form: Form, parts: Sequence[Result]) -> Cell:
    """Return the sum of a year's parts; nothing where one of them has neither a value nor a reason."""
    values = [part.value for part in parts if part.value is not None]
    if len(values) < counted(parts) or not all(context.plan.has(part.key) for part in parts):
        return context.cell(None, "total.cell")
    places = max(-int(value.as_tuple().exponent) for value in (scaled(value, form) for value in values))
    places = min(max(places, 0), form.measure.decimals) if form.format.decimals is None else form.measure.decimals
    style = f"total|{number_format(form.metric, places, context.language)}"
    formula = total([part.key for part in parts], counted(parts), form.measure.divisor)
    return Cell(scaled(sum(values, Decimal(0)), form), style, formula)
