"""Our evaluation and the exported formulas mean the same, whatever is missing."""

from dataclasses import replace
from itertools import product

import pytest

from schema.catalogue.definitions import Metric
from schema.grammar.formula import Call, Formula, Operation, Ref
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key

from .recalculated import SOFFICE, differences, recalculate
from .sample import YEAR, definitions, named, point, saved, small, words

FORMULAS = {
    "sum": ("[in.a] + [in.b] - [in.c]", "person"),
    "nested": ("([in.a] - ([in.b] - [in.c])) * 2 - -[in.a]", "person"),
    "ratio": ("[in.a] / [in.b]", "percent"),
    "ratio.of.ratio": ("[in.a] / ([in.b] / [in.c])", "person"),
    "growth": ("([in.a] - [in.a@-1]) / [in.a@-1]", "percent"),
    "fixed": (f"[in.a] / [in.a@{YEAR - 2}]", "percent"),
    "choice": ("IF([in.a] > [in.b], [in.a], [in.c])", "person"),
    "choice.scaled": ("IF(AND([in.a] > 1, NOT([in.b] = 0)), [in.power] / 2, [in.energy]) * 3", "kwh"),
    "either": ("IF(OR([in.a] <= [in.b], [in.c] <> 5), 1, 0)", "times"),
    "convert": ("[in.power] + [in.energy]", "mwh"),
    "convert.compare": ("IF([in.power] < [in.energy], 1, 2)", "times"),
    "rounded": ("ROUND([in.a] / 7, 2)", "person"),
    "spread": ("MAX([in.a], [in.b], [in.c]) - MIN([in.a], [in.b], 3)", "person"),
    "mean": ("AVERAGE([in.a], [in.b], [in.c])", "person"),
    "parts": ("SUM([in.split:gender=*]) - [in.split:gender=male]", "person"),
    "absolute": ("ABS([in.a] - [in.b]) * 50%", "person"),
    "chained": ("[fig.ratio] * [fig.sum]", "person"),
    "inherited": ("[in.split] / [in.other]", "percent"),
}
SPLIT = ((("gender",),), ("gender",))


def metric(code, unit, formula=None, split=False):
    crossings, sums = SPLIT if split else ((), ())
    return Metric(
        code, words(code), "number", unit, "0.00", "flow", "hr", crossings=crossings, sum_over=sums, formula=formula
    )


def scaled(node, units):
    if isinstance(node, Ref):
        return replace(node, scale=definitions().catalogue.units[units[node.code]].factor)
    if isinstance(node, Operation):
        return replace(node, operands=tuple(scaled(operand, units) for operand in node.operands))
    if isinstance(node, Call):
        return replace(node, arguments=tuple(scaled(argument, units) for argument in node.arguments))
    return node


def metrics():
    reader = FormulaReader()
    inputs = {"in.a": "person", "in.b": "person", "in.c": "person", "in.power": "kwh", "in.energy": "mwh"}
    split = {"in.split": "person", "in.other": "person"}
    units = {**inputs, **split, **{f"fig.{code}": unit for code, (_, unit) in FORMULAS.items()}}
    made = [metric(code, unit) for code, unit in inputs.items()] + [metric(c, u, split=True) for c, u in split.items()]
    for code, (text, unit) in FORMULAS.items():
        scale = definitions().catalogue.units[unit].factor
        formula = Formula(text, scaled(reader.read(text), units), scale)
        made.append(metric(f"fig.{code}", unit, formula, split=code == "inherited"))
    return made


def points(gaps):
    """Return three years of inputs; `gaps` says which codes have none, an omission, or zero in the newest year."""
    codes = {"in.a": "12.5", "in.b": "7", "in.c": "5", "in.power": "1234567.8", "in.energy": "900.25"}
    for year, (code, value) in product(range(YEAR - 2, YEAR + 1), codes.items()):
        gap = gaps.get(code) if year == YEAR else None
        if gap == "omission":
            yield point(code, year=year, omission="confidential")
        elif gap != "missing":
            yield point(code, "0" if gap == "zero" else value, year)
    for code, member in product(("in.split", "in.other"), ("male", "female")):
        if gaps.get(f"{code}.{member}") == "na":
            yield point(code, category=f"gender={member}", omission="not_applicable")
        elif f"{code}.{member}" not in gaps:
            yield point(code, "3" if member == "male" else "4", category=f"gender={member}")


GAPS = [
    {},
    {"in.a": "missing"},
    {"in.b": "missing"},
    {"in.c": "omission"},
    {"in.b": "zero", "in.split.male": "missing"},
    {"in.a": "zero", "in.power": "missing", "in.split.female": "na"},
    {"in.energy": "omission", "in.other.male": "missing", "in.other.female": "missing"},
]


@pytest.mark.long
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("placed", ["all", "figures"])
@pytest.mark.parametrize("gaps", GAPS)
def test_libreoffice_agrees_on_every_operator_and_function(gaps, placed, tmp_path):
    made = metrics()
    shown = [m.code for m in made if placed == "all" or m.formula is not None]
    book = small(made, points=points(gaps), years=3, placed=shown)
    recalculated, removed = recalculate(saved(book, tmp_path), tmp_path)
    assert removed > 2 * len(FORMULAS)
    assert list(differences(book, recalculated)) == []


def test_every_figure_has_a_value_when_nothing_is_missing():
    names = named(small(metrics(), points=points({}), years=3))
    figures = [Key(f"fig.{code}", YEAR).defined_name() for code in FORMULAS]
    assert [name for name in figures if names[name].value is None] == []
    assert all(names[name].formula for name in figures)


def test_inputs_that_stand_in_no_chapter_have_their_rows_in_the_data_sheet():
    made = metrics()
    book = small(made, points=points({}), years=1, placed=["fig.growth"])
    held = [row.cells[1].value for row in book.sheet("Data").rows[1:]]
    assert set(held) == {Key(code, year).canonical() for code, year in
                         (("fig.growth", YEAR), ("in.a", YEAR), ("in.a", YEAR - 1))}  # fmt: skip
