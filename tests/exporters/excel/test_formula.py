"""Formulas of the catalogue become Excel formulas that an auditor can read, and are empty where an input is."""

from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.excel.sheets.formula import Names, excel_formula
from schema.catalogue.factors import FactorVersion
from schema.grammar.formula import Call, Formula, Operation, Ref
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key
from schema.grammar.words import NO_WORDS
from schema.values.result import Result

SCALES = {"kwh": "3600000", "mwh": "3600000000", "t": "1000", "kg": "1", "rate": "0.01", "a": "1", "b": "1", "c": "1", "none": "1",
          "nil": "1", "record/deal/*.size": "1"}  # fmt: skip
FACTOR = FactorVersion("gas", NO_WORDS, Decimal("1.215"), "kgce/m3", Decimal("1000"), "", 2000, 0, "")
# 1 kg per kWh: a scale without an end, as the definitions' reader rounds it.
GRID = FactorVersion("grid", NO_WORDS, Decimal("0.5"), "kg/kwh", Decimal(1) / Decimal(3600000), "", 2000, 0, "")
ABSENT = ("none", "nil")


class Targets:
    """Stands for the figures: each reference means one key, a wildcard three."""

    def targets(self, ref, key):
        if ref.code.startswith("record/"):
            return ()
        found = Key(ref.code, ref.year or key.period + ref.offset, "", ref.category)
        members = ("male", "female", "other")
        return tuple(replace(found, category=f"gender={m}") for m in members) if "*" in ref.category else (found,)

    def factor(self, code, year, entity):
        return {"gas": FACTOR, "grid": GRID}.get(code) if entity == "" else None

    def value(self, key):
        return Result(key, "omission", omission="not_applicable") if key.metric in ABSENT else Result(key, "missing")


def scaled(node):
    if isinstance(node, Ref):
        return replace(node, scale=Decimal(SCALES[node.code]))
    if isinstance(node, Operation):
        return replace(node, operands=tuple(map(scaled, node.operands)))
    return replace(node, arguments=tuple(map(scaled, node.arguments))) if isinstance(node, Call) else node


def excel(text, unit="a"):
    formula = Formula(text, scaled(FormulaReader().read(text)), Decimal(SCALES[unit]))
    names = Names(_cells, lambda version: "f_" + version.code, lambda keys: f"COUNT({_cells(keys)})<{len(keys)}")
    return excel_formula(formula, Key("x", 2022), Targets(), names)


def _cells(keys):
    return ",".join(_name(key) for key in keys)


def _name(key):
    return key.metric + (key.category[7:8] if key.category else "") + ("_last" if key.period == 2021 else "")


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("[a] + [b]", "a", 'IF(COUNT(a,b)<2,"",a+b)'),
        ("[a] - ([b] - [c])", "a", 'IF(COUNT(a,b,c)<3,"",a-(b-c))'),
        ("([a] + [b]) * [c]", "a", 'IF(COUNT(a,b,c)<3,"",(a+b)*c)'),
        ("[a] - [a@-1]", "a", 'IF(COUNT(a,a_last)<2,"",a-a_last)'),
        ("[a] / [b]", "a", 'IF(COUNT(a,b)<2,"",IF(b=0,"",a/b))'),
        ("[a] / ([b] / [c])", "a", 'IF(COUNT(a,b,c)<3,"",IF(c=0,"",IF((b/c)=0,"",a/(b/c))))'),
        ("-[a]", "a", 'IF(COUNT(a)<1,"",a*-1)'),
        ("SUM([a:gender=*])", "a", 'IF(COUNT(am,af,ao)<3,"",SUM(am,af,ao))'),
        ("MAX([a], [b], 3)", "a", 'IF(COUNT(a,b)<2,"",MAX(a,b,3))'),
        ("ROUND([a] * 100, 1)", "a", 'IF(COUNT(a)<1,"",ROUND(a*100,1))'),
        ("[a] > [b]", "a", 'IF(COUNT(a,b)<2,"",(a>b))'),
        ("0.5", "a", "0.5"),
    ],
)
def test_operators_and_functions_keep_their_order(text, unit, wanted):
    assert excel(text, unit) == wanted


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("[kwh]", "mwh", 'IF(COUNT(kwh)<1,"",kwh/1000)'),
        ("[mwh]", "kwh", 'IF(COUNT(mwh)<1,"",mwh*1000)'),
        ("[t] + [t]", "t", 'IF(COUNT(t)<1,"",t+t)'),
        ("[t] + [kg]", "kg", 'IF(COUNT(t,kg)<2,"",t*1000+kg)'),
        ("[t] > [kg]", "a", 'IF(COUNT(t,kg)<2,"",(t*1000>kg))'),
        ("[a] / [b]", "rate", 'IF(COUNT(a,b)<2,"",IF(b=0,"",a/b*100))'),
        ("[a] * [factor.gas] / 1000", "a", 'IF(COUNT(a)<1,"",a*f_gas)'),
        ("[t] / 3", "t", 'IF(COUNT(t)<1,"",t/3)'),
    ],
)
def test_units_are_converted_once_and_exactly(text, unit, wanted):
    assert excel(text, unit) == wanted


def test_a_branch_that_is_not_taken_may_lack_its_input():
    wanted = 'IF(COUNT(a)<1,"",IF((a>0),IF(COUNT(b)<1,NA(),b),IF(COUNT(c)<1,NA(),c)))'
    assert excel("IF([a] > 0, [b], [c])") == f'IF(ISNA({wanted}),"",{wanted})'


def test_a_branch_that_is_not_taken_may_have_a_divisor_of_nothing():
    wanted = 'IF(COUNT(a)<1,"",IF((a>0),IF(COUNT(b,c)<2,NA(),IF(c=0,NA(),b/c)),0))'
    assert excel("IF([a] > 0, [b] / [c], 0)") == f'IF(ISNA({wanted}),"",{wanted})'


def test_a_factor_that_is_not_in_force_gives_no_value():
    assert excel("[a] * [factor.unknown]") == '""'


def test_a_reference_to_several_cells_outside_a_function_gives_no_value():
    assert excel("[a:gender=*] + 1") == '""'


def test_a_rounded_scale_of_a_factor_is_the_fraction_that_it_stands_for():
    assert excel("[kwh] * [factor.grid]", "t") == 'IF(COUNT(kwh)<1,"",kwh*f_grid/1000)'


def test_a_part_of_a_sum_that_does_not_apply_adds_nothing():
    assert excel("SUM([a], [none], [b])") == 'IF(COUNT(a,b)<2,"",SUM(a,b))'
    assert excel("SUM([none], [nil])") == '""'


def test_a_list_without_rows_adds_nothing_to_a_sum():
    assert excel("SUM([a], [record/deal/*.size])") == 'IF(COUNT(a)<1,"",SUM(a,0))'
