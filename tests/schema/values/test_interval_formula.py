"""What a formula may yield where its inputs are told with words like over or nearly."""

from decimal import Decimal

import pytest

from schema.grammar.formula import Ref
from schema.grammar.formula_parser import FormulaReader
from schema.values.interval_arithmetic import ANYTHING, exactly
from schema.values.interval_formula import IntervalLookup, evaluate_interval
from schema.values.intervals import Interval

READER = FormulaReader()
INPUTS = {
    "ten": [exactly(Decimal(10))],
    "twenty": [exactly(Decimal(20))],
    "either": [Interval(Decimal(5), Decimal(15))],
    "parts": [exactly(Decimal(1)), exactly(Decimal(2))],
    "below": [Interval(Decimal(-3), Decimal(-1))],
}


def inputs(reference: Ref) -> list[Interval]:
    return INPUTS[reference.code]


LOOKUP = IntervalLookup(inputs, {"coal": Decimal("1.5")}.__getitem__)


def ends(formula: str) -> tuple[str, str]:
    result = evaluate_interval(READER.read(formula), LOOKUP)
    return str(result.low.normalize()), str(result.high.normalize())


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("[either] + 1", "6", "16"),
        ("[ten] - [either]", "-5", "5"),
        ("[either] * 2", "1E+1", "3E+1"),
        ("[ten] / [either]", "0.6666666666666666666666666667", "2"),
        ("-[either]", "-15", "-5"),
        ("[ten] * [factor.coal]", "15", "15"),
        ("SUM([parts], [either])", "8", "18"),
        ("AVERAGE([ten], [twenty], [either])", "11.66666666666666666666666667", "15"),
        ("MIN([ten], [either])", "5", "1E+1"),
        ("MAX([ten], [either])", "1E+1", "15"),
        ("ABS([below])", "1", "3"),
        ("ABS([either] - 7)", "0", "8"),
        ("ABS([either] - 13)", "0", "8"),
        ("ROUND([either] / 4, 0)", "1", "4"),
    ],
)
def test_a_formula_may_be_all_that_its_inputs_may_be(formula, low, high):
    got_low, got_high = ends(formula)
    assert (got_low[:20], got_high[:20]) == (low[:20], high[:20])


@pytest.mark.parametrize(
    ("condition", "chosen"),
    [
        ("[ten] < [twenty]", "certain"),
        ("[twenty] < [ten]", "other"),
        ("[ten] = [ten]", "certain"),
        ("[ten] = [twenty]", "other"),
        ("[ten] <> [twenty]", "certain"),
        ("[twenty] > [ten]", "certain"),
        ("[ten] <= [ten]", "certain"),
        ("[ten] >= [twenty]", "other"),
        ("[ten] < [ten]", "other"),
        ("AND([ten] < [twenty], [ten] = [ten])", "certain"),
        ("AND([ten] < [twenty], [ten] = [twenty])", "other"),
        ("OR([ten] = [twenty], [ten] = [ten])", "certain"),
        ("NOT([ten] = [ten])", "other"),
        ("[either] < [ten]", "both"),
        ("[either] = [ten]", "both"),
        ("[either] = [either]", "both"),
        ("AND([either] < [ten], [ten] = [ten])", "both"),
    ],
)
def test_a_condition_chooses_one_branch_only_where_it_holds_for_all_that_its_inputs_may_be(condition, chosen):
    branches = {"certain": ("7", "7"), "other": ("9", "9"), "both": ("7", "9")}
    assert ends(f"IF({condition}, 7, 9)") == branches[chosen]


def test_branches_find_their_own_inputs():
    assert ends("IF([ten] < [twenty], [either], [ten])") == ("5", "15")
    assert ends("IF([either] < [ten], [either], [twenty])") == ("5", "2E+1")


def test_a_truth_and_several_values_at_once_may_be_anything():
    assert evaluate_interval(READER.read("[ten] < [twenty]"), LOOKUP) == ANYTHING
    assert evaluate_interval(READER.read("[parts]"), LOOKUP) == ANYTHING
