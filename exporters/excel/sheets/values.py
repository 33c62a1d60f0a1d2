"""One value as a cell: its number, formula, format, and the words that go with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from exporters.charts.data import column_letter
from exporters.excel.sheets.breaks import marked
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.formula import Names, excel_formula, sum_formula
from exporters.excel.sheets.inputs import total_parts
from exporters.excel.sheets.spots import Spot
from exporters.excel.workbook import Cell
from schema.catalogue.definitions import FactorVersion, Metric
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, parse_record
from schema.validation.comparison_words import untold_words
from schema.values.datapoint import DataPoint
from schema.values.display import Display, metric_format, qualifier_words, round_half_up, round_to, shape
from schema.values.figures import Result
from schema.values.omissions import counts_as_nothing
from schema.values.qualifiers import qualifier_of

_MOST_PLACES = 15  # digits that a cell keeps
# The looks of values that have a shaded one beside them for what is not approved.
PENDING_LOOKS = ("input", "input.bold", "figure", "figure.bold", "linked", "omission", "unread")


def factor_name(version: FactorVersion, context: Context) -> str:
    """Return the defined name of a factor; a version not in force in the report's year carries its first year."""
    current = context.figures.factor(version.code, context.outline.year)
    code = "f_" + version.code.replace(".", "__")
    return code if current == version else f"{code}_{version.since}"


def names(context: Context, sheet: str) -> Names:
    """Return how formulas on one sheet name their inputs: a range where the cells stand in one block."""
    return Names(lambda keys: _arguments(context, sheet, keys), lambda version: factor_name(version, context))


def _arguments(context: Context, sheet: str, keys: Sequence[Key]) -> str:
    if len(keys) > 1:
        spots = [spot for key in keys if (spot := context.plan.spots.get(key)) is not None and spot.sheet == sheet]
        if len(spots) == len(keys):
            return ",".join(_blocks(spots))
    return ",".join(_argument(key, context) for key in keys)


def _argument(key: Key, context: Context) -> str:
    """Return a cell's name; a number of another report's record has no cell here and stands as it is."""
    address = parse_record(key.metric)
    record = context.snapshot.records.get(address[0]) if address else None
    result = context.figures.value(key)
    if result.computed is not None:
        return computed_name(key)
    if record is None or record.report == context.outline.code or result.value is None:
        return key.defined_name() if record or not address else '""'
    return plain(result.value)


def computed_name(key: Key) -> str:
    """Return the name of the cell of what follows from the data, where the value's own cell holds what was printed."""
    return "c" + key.defined_name().removeprefix("v")


def _blocks(spots: Sequence[Spot]) -> list[str]:
    """Join cells that stand under each other into ranges."""
    ranges: list[str] = []
    first = last = spots[0]
    for spot in (*spots[1:], None):
        if spot is not None and spot.column == last.column and spot.row == last.row + 1:
            last = spot
            continue
        letter = column_letter(first.column)
        ranges.append(f"{letter}{first.row}" + (f":{letter}{last.row}" if last.row > first.row else ""))
        first = last = spot or last
    return ranges


def decimals(context: Context, metric: Metric, values: Sequence[Decimal]) -> int:
    """Return how many decimals of the stored unit the metric's display keeps, for a whole row alike."""
    known = context.memory.places
    if metric.code not in known:
        known[metric.code] = _fixed_decimals(context, metric)
    fixed = known[metric.code]
    return _decimals(context, metric, values or (Decimal(0),)) if fixed is None else fixed


def _fixed_decimals(context: Context, metric: Metric) -> int | None:
    """Return the decimals of a metric whose values all have the same shape, else None."""
    form = metric_format(metric, context.catalogue)
    return None if form.decimals is None else _decimals(context, metric, (Decimal(0),))


def _decimals(context: Context, metric: Metric, values: Sequence[Decimal]) -> int:
    form = metric_format(metric, context.catalogue)
    shapes = [shape(metric, context.catalogue, context.language, form, value) for value in values]
    return max(max(0, -known.resolution.adjusted()) for known in shapes)


def styled(context: Context, look: str, metric: Metric, places: int, qualifier: str = "") -> str:
    """Return a look with the number format of a metric's values."""
    known, wanted = context.memory.styles, (look, metric.in_percent, places, qualifier)
    style = known.get(wanted)
    if style is None:
        style = known[wanted] = f"{look}|{number_format(metric, places, context.language, qualifier)}"
    return style


def number_format(metric: Metric, places: int, language: str, qualifier: str = "") -> str:
    """Return Excel's number format: thousands, decimals, % at its number, the qualifier's words around it."""
    before, inside, after = qualifier_words(qualifier, language)
    digits = "#,##0" + ("." + "0" * places if places else "")
    percent = "%" if metric.in_percent else ""
    return _quote(before) + digits + _quote(inside + percent + after)


def true_places(result: Result, places: int) -> int:
    """Return the decimals of a cell, whose number Excel rounds half up.

    More than its row has where these would make its qualifier untrue or a zero of it; fewer where a qualified value
    has no more digits.
    """
    value, qualifier = result.value, qualifier_of(result.qualifier)
    if value is None:
        return places
    own = len(plain(value).partition(".")[2])
    for kept in range(min(places, own) if result.qualifier else places, max(places, min(own, _MOST_PLACES))):
        shown = round_half_up(value, kept)
        if shown == round_to(value, kept, qualifier.rounding) and (shown or not value):
            return kept
    return max(places, min(own, _MOST_PLACES))


def _quote(text: str) -> str:
    return f'"{text}"' if text else ""


@dataclass(frozen=True, slots=True)
class Form:
    """How the values of a row look on a sheet: all with the same decimals."""

    sheet: str
    metric: Metric
    places: int
    bold: bool = False


def value_cell(context: Context, form: Form, result: Result) -> Cell:
    """Return the named cell of a result: a number, a live formula, an omission's mark, or nothing."""
    metric, places = form.metric, form.places
    name, weight = result.key.defined_name(), ".bold" if form.bold else ""
    if result.kind == "entered":
        style = styled(context, f"input{weight}", metric, true_places(result, places), result.qualifier)
        return Cell(result.value, style, None, name)
    if result.kind == "omission":
        return Cell(context.omission(result.omission), "omission", None, name)
    if result.kind == "unread" and result.point is not None:
        return Cell(result.point.unread, "unread", None, name)
    if result.untold:
        return Cell(context.say("not.comparable"), "omission", None, name)
    if result.exact is not None and qualifier_of(result.qualifier).side != "around":
        style = styled(context, f"figure{weight}", metric, true_places(result, places), result.qualifier)
        return Cell(result.value, style, None, name)
    formula = live_formula(context, form.sheet, result.key, metric) if _is_live(context, result) else None
    look = _gap(context, result.key) if result.value is None else f"figure{weight}"
    style = styled(context, look, metric, true_places(result, places), result.qualifier)
    return Cell(result.unrounded, style, formula, name)


def pending_cell(context: Context, cell: Cell, key: Key) -> Cell:
    """Return a value's cell shaded where what it says was asked for and is not approved."""
    name, bar, form = cell.style.partition("|")
    if name not in PENDING_LOOKS or not context.assembly.is_pending(key):
        return cell
    return replace(cell, style=f"pending.{name}{bar}{form}")


def _is_live(context: Context, result: Result) -> bool:
    """Whether a formula gives what the cell holds: not where it holds what was printed, or an input is not told."""
    if result.key in context.figures.withheld:
        return False
    return result.computed is None and not any(context.figures.value(key).untold for key in result.inputs)


def linked_cell(context: Context, form: Form, result: Result) -> Cell:
    """Return the cell of a result whose own cell stands elsewhere, live by its name."""
    if result.kind in ("omission", "unread"):
        return context.cell(context.omission(result.omission) if result.omission else None, "omission")
    if result.untold:
        return context.cell(context.say("not.comparable"), "omission")
    name = result.key.defined_name()
    style = styled(context, "linked", form.metric, true_places(result, form.places), result.qualifier)
    return marked(context, Cell(_held(result), style, f'IF({name}="","",{name})'), result)


def _held(result: Result) -> Decimal | None:
    """Return what the own cell of a result holds."""
    return result.unrounded if qualifier_of(result.qualifier).side == "around" else result.value


def _gap(context: Context, key: Key) -> str:
    """Return the look of a cell without a value: striking where this year's value is still to come."""
    if key in context.figures.withheld:
        return "missing"
    if key.period != context.outline.year:
        return "empty"
    return "empty" if not key.category and context.parted(key.metric, key.period) else "missing"


def live_formula(context: Context, sheet: str, key: Key, metric: Metric) -> str | None:
    """Return the live formula of a figure or of a total, None where a value is to be typed."""
    naming = names(context, sheet)
    if metric.formula is not None:
        if context.figures.value(key).value is None and not _all_placed(context, key, metric):
            return '""'
        return excel_formula(metric.formula, key, context.figures, naming)
    parts = total_parts(context, key, metric)
    if not parts:
        return None
    return sum_formula(naming.cells(parts), counted([context.figures.value(part) for part in parts]))


def _all_placed(context: Context, key: Key, metric: Metric) -> bool:
    assert metric.formula is not None
    refs = metric.formula.references()
    targets = (target for ref in refs for target in context.figures.targets(ref, key))
    return all(target in context.plan.spots or target.metric.startswith("record/") for target in targets)


def counted(parts: Sequence[Result]) -> int:
    """Return how many parts must hold numbers: not applicable counts as absent, and one at least must be there."""
    return max(1, sum(not counts_as_nothing(part.omission) for part in parts))


def note_of(context: Context, results: Sequence[Result]) -> str:
    """Return what is to be said about a row's values, newest year first; the year is named where it is not alone."""
    return _by_year(context, results, lambda result: _said_of(context, result))


def internal_of(context: Context, results: Sequence[Result]) -> str:
    """Return the internal notes of a row's values, in the same way."""
    return _by_year(context, results, lambda result: _internal_words(context, result))


def _internal_words(context: Context, result: Result) -> str:
    return context.quoted(internal(result.point).rstrip("。.;；")) if result.point else ""


def internal(point: DataPoint) -> str:
    """Return what nobody outside reads: the note, once it is known to be one."""
    return "" if point.unsorted else point.note


def _by_year(context: Context, results: Sequence[Result], words: Callable[[Result], str]) -> str:
    said = [(result.key.period, words(result)) for result in reversed(results)]
    notes = [(year, text) for year, text in said if text]
    if len(results) == 1 or (len(notes) == 1 and notes[0][0] == results[-1].key.period):
        return notes[0][1] if notes else ""
    spans = [_span([year for year, _ in same], text) for text, same in groupby(notes, key=lambda note: note[1])]
    if len(spans) == 1 and len(notes) == len(results):
        return spans[0][1]
    return "\n".join(context.say("note.year", year=years, text=text) for years, text in spans)


def _said_of(context: Context, result: Result) -> str:
    if result.value is None and (department := context.assembly.withheld(result.key)):
        return context.say("word.pending", department=department)
    if result.computed is not None:
        metric = context.catalogue.metrics[result.key.metric]
        told = context.assembly.moment.told.value(result.key)
        display = Display(metric, context.catalogue, context.language)
        shown = context.say("not.comparable")
        if told.value is not None:
            shown = display.show(told.value, told.qualifier, with_unit=True)
        return context.say("note.published", report=context.outline.code, value=shown)
    if result.untold:
        return untold_words(result, context.figures, context.language)
    return _note(context, result.point) if result.point else ""


def _span(years: Sequence[int], text: str) -> tuple[str, str]:
    """Return neighbouring years (newest first) with the same note as one span."""
    return (f"{years[-1]}–{years[0]}" if len(years) > 1 else str(years[0])), text


def _note(context: Context, point: DataPoint) -> str:
    said = (_printed(point), bool(point.unread), point.estimated, point.method, point.as_of, point.since, point.source)
    words = context.memory.notes.get(said)
    if words is None:
        words = context.memory.notes[said] = _note_words(context, point)
    return words


def _printed(point: DataPoint) -> str:
    """Return the footnote; a note that is not sorted yet goes on being printed where it always was."""
    return point.footnote or (point.note if point.unsorted else "")


def _note_words(context: Context, point: DataPoint) -> str:
    parts = [context.quoted(_printed(point))]
    if point.unread:
        parts.append(context.say("note.unread"))
    if point.estimated:
        parts.append(context.say("note.estimated"))
    facts = (
        ("method", context.quoted(point.method)),
        ("as.of", point.as_of),
        ("since", str(point.since or "")),
        ("source", point.source),
    )
    parts += [context.say(f"note.{code}", text=text) for code, text in facts if text]
    return context.assembly.punctuation.semicolon.join(part.rstrip("。.;；") for part in parts if part)
