"""Rules of the definitions, and figures whose inputs or factors are not what they need."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Rule
from schema.catalogue.factors import FactorVersion
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.validation.facts import Coded
from tests.factories import words
from tests.schema.validation.given import catalogue, codes, definitions, found, key, metric, number, point, said, shown

DAILY, MONTHLY = metric("daily"), metric("monthly")


def rule(text, severity="error"):
    return Rule(
        "daily.monthly", Formula(text, FormulaReader().read(text)), severity, words("日活不应超过月活，请核对。")
    )


KNOWN = catalogue(DAILY, MONTHLY, rules=[rule("[daily] <= [monthly]")])


def test_a_rule_that_does_not_hold_is_an_issue_with_its_amounts():
    (issue,) = found(KNOWN, [point("daily", "31"), point("monthly", "30")])
    assert (issue.code, issue.severity, issue.key) == ("rule.broken", "error", key("daily"))
    assert shown(issue, "amounts") == "daily@2022 31 monthly@2022 30"


def test_a_rule_that_holds_or_lacks_an_input_is_silent():
    assert codes(KNOWN, [point("daily", "30"), point("monthly", "30")]) == []
    assert codes(KNOWN, [point("daily", "30")]) == []


def test_a_rule_is_tried_in_each_year():
    data = [point("daily@2021", "310"), point("monthly@2021", "300"), point("daily", "210"), point("monthly", "300")]
    assert [issue.key for issue in found(KNOWN, data)] == [key("daily@2021")]


def test_a_rule_is_tried_in_each_category_that_its_metrics_share():
    data = [point("daily:gender=male", "31"), point("monthly:gender=male", "30")]
    assert [issue.key for issue in found(KNOWN, data)] == [key("daily:gender=male")]


def test_a_rule_may_be_a_doubt_and_is_one_over_qualified_numbers():
    mild = replace(KNOWN, rules=(rule("[daily] <= [monthly]", "doubt"),))
    assert found(mild, [point("daily", "31"), point("monthly", "30")])[0].severity == "doubt"
    assert found(KNOWN, [point("daily", "31"), point("monthly", "30", qualifier="nearly")])[0].severity == "doubt"


def test_a_rule_that_may_hold_as_qualified_numbers_are_read_is_silent():
    assert codes(KNOWN, [point("daily", "31"), point("monthly", "30", qualifier="over")]) == []
    assert codes(KNOWN, [point("daily", "31", qualifier="nearly"), point("monthly", "30")]) == []
    assert codes(KNOWN, [point("daily", "75"), point("monthly", "30", qualifier="over")]) == ["rule.broken"]


def test_a_rule_that_would_divide_by_zero_is_silent():
    known = replace(KNOWN, rules=(rule("[daily] / [monthly] <= 1"),))
    assert codes(known, [point("daily", "31"), point("monthly", "0")]) == []


HEAT = number("heat", formula="[gas] * [factor.gas]")


def factor(since, until=0):
    return FactorVersion("gas", words("天然气系数"), Decimal("1.33"), "kgce/m3", Decimal(1), "", since, until, "GB")


def test_a_factor_not_in_force_in_the_year_is_an_error():
    old = catalogue(number(), HEAT, factors=[factor(2010, 2020)])
    (issue,) = found(old, [point("gas", "12")])
    assert (issue.code, issue.severity, issue.key, shown(issue, "factor")) == (
        "figure.factor", "error", key("heat"), "gas",
    )  # fmt: skip


def test_a_factor_in_force_is_fine_and_so_is_a_figure_without_inputs():
    assert codes(catalogue(number(), HEAT, factors=[factor(2021)]), [point("gas", "12")]) == []
    old = catalogue(number(), HEAT, factors=[factor(2010, 2020)])
    assert "figure.factor" not in codes(old, [point("gas", None, omission="unavailable", footnote="无")])


def test_a_figure_by_place_says_that_nobody_has_chosen_the_place():
    heat = number("heat", formula="[gas] * [factor.gas.*]")
    north = replace(factor(2010), code="gas.north")
    known = catalogue(number(), heat, factors=[north])
    (issue,) = found(known, [point("gas", "12")])
    assert (issue.code, issue.severity, issue.key, shown(issue, "factor")) == (
        "figure.region", "error", key("heat"), "gas.*",
    )  # fmt: skip
    chosen = replace(known, company=replace(known.company, regions=("gas.north",)))
    assert codes(chosen, [point("gas", "12")]) == []


def test_a_figure_by_place_names_the_factor_of_the_place_that_is_not_in_force():
    heat = number("heat", formula="[gas] * [factor.gas.*]")
    known = catalogue(number(), heat, factors=[replace(factor(2010, 2020), code="gas.north")])
    (issue,) = found(replace(known, company=replace(known.company, regions=("gas.north",))), [point("gas", "12")])
    assert (issue.code, shown(issue, "factor")) == ("figure.factor", "gas.north")


def test_a_placed_figure_with_a_qualified_input_is_only_about_so_much():
    twice = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    (issue,) = found(definitions(twice, "twice"), [point("gas", "12", qualifier="over")])
    assert (issue.code, issue.severity, shown(issue, "inputs")) == ("figure.about", "doubt", "gas@2022")
    assert codes(definitions(twice, "twice"), [point("gas", "12")]) == []


@pytest.mark.parametrize(
    ("gas", "staff", "reason"),
    [
        (point("gas", "12.00", qualifier="over"), point("staff", "3", qualifier="over"), "inputs.qualified"),
        (point("gas", "12.00", as_of="2022-06-30"), point("staff", "3", as_of="2022-12-31"), "inputs.as_of"),
        (point("gas", "1"), point("staff", "3"), "inputs.coarse"),
        (point("gas", "12.00"), point("staff", "3"), None),
    ],
)
def test_a_placed_figure_whose_inputs_bear_no_value_is_doubted_with_the_reason(gas, staff, reason):
    head = catalogue(number(), metric(), number("head", formula="[gas] / [staff]"))
    issues = [(i.code, i.facts.get("reason")) for i in found(definitions(head, "head"), [gas, staff])]
    assert issues == ([("figure.untold", Coded("incomparable", reason))] if reason else [])


def test_a_rule_is_read_with_every_qualified_number_at_either_of_its_ends():
    nearly, over = point("daily", "40", qualifier="nearly"), point("monthly", "18", qualifier="over")
    assert codes(KNOWN, [nearly, over]) == []
    assert codes(KNOWN, [nearly, point("monthly", "18")]) == ["rule.broken"]
    assert codes(KNOWN, [point("daily", "40"), over]) == ["rule.broken"]


def test_a_rule_may_use_a_factor_and_its_unit_scale():
    limit = catalogue(number(), rules=[rule("[gas] * [factor.gas] <= 133")], factors=[factor(2021)])
    assert codes(limit, [point("gas", "100")]) == []
    assert codes(limit, [point("gas", "100.01")]) == ["rule.broken"]


def test_a_rule_whose_factor_is_not_in_force_is_left_open():
    old = catalogue(number(), rules=[rule("[gas] * [factor.gas] <= 133")], factors=[factor(2010, 2020)])
    assert codes(old, [point("gas", "999")]) == []


def test_a_rule_without_any_reference_blames_nobody():
    assert codes(catalogue(number(), rules=[rule("1 > 2")]), [point("gas", "1")]) == []


def test_a_rule_about_one_category_is_not_tried_in_the_others():
    known = catalogue(DAILY, MONTHLY, rules=[rule("[daily:gender=male] <= [monthly:gender=male]")])
    data = [point("daily:gender=male", "31"), point("monthly:gender=male", "30")]
    assert [issue.code for issue in found(known, data)] == ["rule.broken"]


def test_a_qualified_rule_is_read_at_both_ends_of_each_number():
    data = [point("daily", "31", qualifier="over"), point("monthly", "30", qualifier="over")]
    assert codes(KNOWN, data) == []
    sure = [point("daily", "31", qualifier="over"), point("monthly", "30", qualifier="nearly")]
    (issue,) = found(KNOWN, sure)
    assert (issue.severity, shown(issue, "amounts")) == ("doubt", "daily@2022 31 over monthly@2022 30 nearly")


def test_every_factor_that_is_not_in_force_is_named_once():
    two = number("heat", formula="[gas] * [factor.gas] + [gas] * [factor.gas] * [factor.oil]")
    oil = replace(factor(2010, 2020), code="oil")
    known = catalogue(number(), two, factors=[factor(2010, 2020), oil])
    issues = [issue for issue in found(known, [point("gas", "12")]) if issue.code == "figure.factor"]
    assert [(shown(issue, "factor"), shown(issue, "year")) for issue in issues] == [("gas", "2022"), ("oil", "2022")]


def test_a_factor_in_force_beside_one_that_is_not_is_not_blamed():
    two = number("heat", formula="[gas] * [factor.gas] * [factor.oil]")
    known = catalogue(number(), two, factors=[factor(2021), replace(factor(2010, 2020), code="oil")])
    issues = [issue for issue in found(known, [point("gas", "12")]) if issue.code == "figure.factor"]
    assert [shown(issue, "factor") for issue in issues] == ["oil"]


RATIO = number("ratio", formula="[gas] / [coal]", change_threshold=Decimal(30))
TWO = catalogue(number(), number("coal"), RATIO)


def ratio_of(gas, coal, last_gas="100", last_coal="100"):
    return [point("gas@2021", last_gas), point("coal@2021", last_coal), point("gas", gas), point("coal", coal)]


def test_a_figures_change_is_told_from_the_first_beyond_its_threshold():
    assert codes(TWO, ratio_of("130", "100")) == []
    (issue,) = found(TWO, ratio_of("130.1", "100"))
    assert (issue.code, issue.severity, issue.key) == ("change.figure", "doubt", key("ratio"))
    assert said(issue) == {"value": "1.301", "before": "1", "year": "2021", "change": "30.1", "threshold": "30"}
    assert codes(TWO, ratio_of("70", "100")) == []
    assert codes(TWO, ratio_of("69.9", "100")) == ["change.figure"]


def test_a_figures_change_is_not_told_where_an_input_tells_it():
    loud = catalogue(number(change_threshold=Decimal(10)), number("coal"), RATIO)
    assert codes(loud, ratio_of("140", "100")) == ["change.large"]
    quiet = catalogue(number(change_threshold=Decimal(50)), number("coal"), RATIO)
    assert codes(quiet, ratio_of("140", "100")) == ["change.figure"]
    edge = catalogue(number(change_threshold=Decimal(40)), number("coal"), RATIO)
    assert codes(edge, ratio_of("140", "100")) == ["change.figure"]
