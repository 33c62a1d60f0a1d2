"""One value as a cell: looked up by its key, as the draft prints it, or computed live from what is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile

from exporters.assembly.shapes import printing, shape_for
from exporters.charts.labels import point_of
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.formula import Names, excel_formula
from exporters.excel.sheets.lookups import arguments, fits, lacking, literal, looked_up, own_key, said, shown, total
from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Metric
from schema.catalogue.factors import FactorVersion
from schema.catalogue.number_format import Format
from schema.grammar.decimals import has_double, quotient
from schema.grammar.reference import Key
from schema.values.display import (
    Shape,
    fitted,
    metric_format,
    qualifier_words,
    range_words,
    resolve_format,
    round_half_up,
    shape,
)
from schema.values.figures import Result
from schema.values.labels import say_label
from schema.values.omissions import counts_as_nothing
from schema.values.printing import unit_words
from schema.values.qualifiers import qualifier_of

# The looks of values that have a shaded one beside them for what is not approved.
PENDING_LOOKS = ("input", "figure", "figure.bold", "linked", "linked.bold", "omission", "unread")


def factor_name(version: FactorVersion, context: Context) -> str:
    """Return the defined name of a factor; a version not in force in the report's year carries its first year."""
    current = context.figures.factor(version.code, context.outline.year)
    code = "f_" + version.code.replace(".", "__")
    return code if current == version else f"{code}_{version.since}"


def factor_key(version: FactorVersion, context: Context) -> Key:
    """Return under which key the data sheet has a factor: that of the report's year where it is in force then."""
    current = context.figures.factor(version.code, context.outline.year)
    year = context.outline.year if current == version else version.until or version.since
    return Key(f"factor.{version.code}", year)


def names(context: Context) -> Names:
    """Return how formulas find their inputs: in the data sheet."""
    return Names(arguments, lambda version: looked_up(literal(own_key(factor_key(version, context)))), lacking)


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


def number_format(metric: Metric, places: int, language: str, qualifier: str = "") -> str:
    """Return Excel's number format: thousands, decimals, % at its number, the qualifier's words around it."""
    return _digits(places, "", "%" if metric.in_percent else "", language, qualifier)


def _digits(places: int, upper: str, sign: str, language: str, qualifier: str) -> str:
    before, inside, after = qualifier_words(qualifier, language)
    digits = "#,##0" + ("." + "0" * places if places else "")
    return _quote(before) + digits + _quote(upper + inside + sign + after)


def _quote(text: str) -> str:
    return f'"{text}"' if text else ""


@dataclass(frozen=True, slots=True)
class Form:
    """How a row prints its values: in the format that the draft asks for, all divided alike."""

    metric: Metric
    format: Format
    measure: Shape
    bold: bool = False

    def unit(self, language: str) -> str:
        """Return the unit of the row, with its scale word."""
        return unit_words(self.measure, language)


def form_of(
    context: Context, metric: Metric, format_text: str, values: Sequence[Decimal], *, bold: bool = False
) -> Form:
    """Return the form of a row with these values, the newest last."""
    known = context.memory.formats.get((metric.code, format_text))
    if known is None:
        known = replace(resolve_format(metric, context.catalogue, format_text), change="")
        context.memory.formats[metric.code, format_text] = known
    newest = values[-1] if values else None
    return Form(metric, known, shape_for(context.assembly, metric, known, newest), bold)


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as a cell shows it: `value` / divisor, rounded by a function where a number format would not do it."""

    value: Decimal
    divisor: Decimal
    rounding: str
    places: int
    format: str

    def formula(self, key: str) -> str:
        """Return how it is looked up by its key."""
        return shown(key, self.divisor, self.rounding, self.places)


def printed_as(context: Context, form: Form, result: Result) -> Printed:
    """Return what the draft prints of a result that has a value: the same digits, with the same words around them."""
    assert result.value is not None
    measure = shape_for(context.assembly, form.metric, form.format, result.value)
    if measure.divisor != form.measure.divisor:  # a row has one unit
        measure = form.measure
    point, number = point_of(result, measure)
    assert point.value is not None
    assert number is not None
    number = printing(context.assembly).digits(form.format, number)
    places = -int(number.as_tuple().exponent)
    upper = range_words(fitted(measure, result.value, result.qualifier), result.qualifier)
    digits = _digits(places, upper, measure.unit.sign, context.language, result.qualifier)
    exact = quotient(result.unrounded or result.value, measure.divisor)
    if round_half_up(exact, places) == number:
        return Printed(exact, measure.divisor, "", 0, digits)
    return Printed(point.value, measure.divisor, point.rounding, point.places, digits)


def decimals_of(text: str) -> int:
    """Return how many decimals a printed number has."""
    return sum(1 for _ in takewhile(str.isdecimal, text.partition(".")[2]))


def value_cell(context: Context, form: Form, result: Result, key: str) -> Cell:
    """Return the cell of a result; `key` is the cell with its key. It may be a mark, or blank."""
    bold = ".bold" if form.bold else ""
    if result.kind == "omission":
        return context.cell(context.omission(result.omission), "omission")
    if result.kind == "unread" and result.point is not None:
        return Cell(result.point.unread, "unread")
    if result.untold:
        return context.cell(context.say("not.comparable"), "omission")
    if result.value is None:
        return Cell(None, _gap(context, result.key), shown(key) if context.plan.has(result.key) else None)
    at = literal(context.plan.printed[result.key]) if result.key in context.plan.printed else key
    if form.metric.traits.labelled:
        return Cell(say_label(form.metric, result.value, context.language), f"linked{bold}", said(at))
    printed = printed_as(context, form, result)
    if not has_double(printed.value):
        return Cell(printed.value, f"figure{bold}")
    if not printed.rounding and (formula := live_formula(context, result, form.metric, printed.divisor)):
        return Cell(printed.value, f"figure{bold}|{printed.format}", formula)
    return Cell(printed.value, f"linked{bold}|{printed.format}", printed.formula(at))


def pending_cell(context: Context, cell: Cell, key: Key) -> Cell:
    """Return a value's cell shaded where what it says was asked for and is not approved."""
    name, bar, form = cell.style.partition("|")
    if name not in PENDING_LOOKS or not context.assembly.is_pending(key):
        return cell
    return replace(cell, style=f"pending.{name}{bar}{form}")


def _gap(context: Context, key: Key) -> str:
    """Return the look of a cell without a value: striking where the draft has a placeholder for it."""
    return "missing" if key in context.plan.open else "empty"


def live_formula(context: Context, result: Result, metric: Metric, divisor: Decimal = Decimal(1)) -> str:
    """Return what computes a figure or a total / divisor from what it follows from.

    It is empty for what was typed, for what stands as a report printed it, and where the formula would not give what
    is shown: an input is not told, or not in the data sheet.
    """
    if not result.inputs or not _follows(context, result):
        return ""
    if result.total:
        parts = [context.figures.value(part) for part in result.inputs]
        formula = total(result.inputs, counted(parts), divisor, result.weights)
    elif metric.formula is not None:
        formula = excel_formula(metric.formula, result.key, context.figures, names(context), Fraction(divisor))
    else:
        return ""
    return formula if fits(formula) and formula != '""' else ""


def _follows(context: Context, result: Result) -> bool:
    """Whether what is shown is what its inputs, all in the data sheet, give without rounding."""
    if result.computed is not None or result.key in context.figures.withheld:
        return False
    if result.exact is not None and qualifier_of(result.qualifier).side != "around":
        return False
    return all(_is_amount(context, key) and not context.figures.value(key).untold for key in result.inputs)


def _is_amount(context: Context, key: Key) -> bool:
    """Whether the data sheet has a number of an input: of what is said in words it has the words."""
    metric = context.catalogue.metrics.get(key.metric)
    return context.plan.has(key) and not (metric is not None and metric.traits.labelled)


def counted(parts: Sequence[Result]) -> int:
    """Return how many parts must hold numbers: not applicable counts as absent, and one at least must be there."""
    return max(1, sum(not counts_as_nothing(part.omission) for part in parts))


def scaled(value: Decimal, form: Form) -> Decimal:
    """Return a stored value in the unit of a row."""
    return quotient(value, form.measure.divisor)
