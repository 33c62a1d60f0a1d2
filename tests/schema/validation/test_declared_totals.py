"""Totals between metrics: declared ones, and rules that say no more than a total."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import Rule, Total
from schema.catalogue.totals import rules_beside_totals, total_of_rule, totals_of
from schema.grammar.formula import Formula, Ref
from schema.grammar.formula_parser import FormulaReader
from tests.factories import words
from tests.schema.validation.given import catalogue, codes, found, key, metric, number, point, said, shown

TOTAL = Total("all", Ref("all"), (Ref("direct"), Ref("bought")))
ENERGY = replace(catalogue(number("all"), number("direct"), number("bought")), totals=(TOTAL,))


def rule(formula, severity="error"):
    return Rule("r", Formula(formula, FormulaReader().read(formula)), severity, words("请核对。"))


def energy(total, direct, bought, year=2022):
    given = {"all": total, "direct": direct, "bought": bought}
    return [point(f"{code}@{year}", value, qualifier="") for code, value in given.items() if value is not None]


def test_parts_that_make_the_total_are_fine():
    assert codes(ENERGY, energy("30", "17", "13")) == []


def test_parts_that_miss_the_total_are_an_error_that_names_them():
    (issue,) = found(ENERGY, energy("31", "17.00", "13.00"))
    assert (issue.code, issue.severity, issue.key) == ("total.differs", "error", key("all"))
    assert issue.facts["parts"].keys == (key("direct"), key("bought"))


def test_a_difference_that_the_typed_digits_explain_is_a_doubt_about_rounding():
    assert codes(ENERGY, energy("7", "4.21", "2.80")) == []
    for bought in ("2.95", "2.29", "3.30"):
        (issue,) = found(ENERGY, energy("7", "4.21", bought))
        assert (issue.code, issue.severity) == ("total.rounding", "doubt")
    assert codes(ENERGY, energy("7", "4.21", "2.27")) == ["total.differs"]
    assert codes(ENERGY, energy("7", "4.21", "3.31")) == ["total.differs"]


def test_a_missing_part_leaves_the_total_open_but_may_not_exceed_it():
    assert codes(ENERGY, energy("30", "17", None)) == []
    assert codes(ENERGY, energy("30.00", "31.00", None)) == ["total.part"]


def test_a_part_that_does_not_apply_counts_as_nothing():
    bought = point("bought", None, omission="not_applicable", footnote="无外购")
    assert codes(ENERGY, [*energy("30", "17", None), bought]) == ["total.differs"]


def test_a_total_holds_only_in_its_years():
    spanned = replace(ENERGY, totals=(replace(TOTAL, since=2021, until=2022),))
    assert [codes(spanned, energy("31.00", "17.00", "13.00", year)) for year in (2020, 2021, 2022, 2023)] == [
        [], ["total.differs"], ["total.differs"], [],
    ]  # fmt: skip


def test_a_slipped_part_is_named():
    (issue,) = found(ENERGY, energy("30000", "17000", "1300"))
    assert (issue.code, shown(issue, "part"), shown(issue, "needed")) == ("total.partslip", "bought@2022", "13000")


def test_a_share_among_amounts_is_told_as_that():
    issue, _ = found(ENERGY, energy("28098", "16000", "43.1"))  # the other: the part is unlike the others
    assert (issue.code, said(issue)["slip"], said(issue)["part"]) == ("total.partslip", "slip.share", "bought@2022")


def test_a_small_part_that_is_no_share_of_the_total_is_not_told_as_one():
    assert codes(ENERGY, energy("28098", "16000", "43.3")) == ["total.differs", "value.unlike"]


def test_parts_in_other_units_are_added_up_in_the_unit_of_the_total():
    parts = (Ref("direct", scale=3_600_000), Ref("bought", scale=3_600_000_000))
    mixed = replace(
        catalogue(number("all", "mwh"), number("direct", "kwh"), number("bought", "mwh")),
        totals=(Total("all", Ref("all", scale=3_600_000_000), parts),),
    )
    assert codes(mixed, energy("3", "1000", "2")) == []
    assert codes(mixed, energy("3.00", "1100.00", "2.00")) == ["total.differs"]


def test_an_incomplete_total_may_only_not_be_exceeded():
    some = replace(ENERGY, totals=(replace(TOTAL, complete=False),))
    assert codes(some, energy("40", "17", "13")) == []
    assert codes(some, energy("29.00", "17.00", "13.00")) == ["total.exceeded"]


def test_a_rule_that_says_a_total_is_told_in_its_own_words_and_severity():
    for severity in ("error", "doubt"):
        known = replace(ENERGY, totals=(), rules=(rule("[all] = [direct] + [bought]", severity),))
        (issue,) = found(known, energy("31.00", "17.00", "13.00"))
        assert (issue.code, issue.severity, issue.key) == ("rule.broken", severity, key("all"))


def test_a_rule_that_says_a_total_makes_no_error_of_rounding():
    known = replace(ENERGY, totals=(), rules=(rule("[all] = [direct] + [bought]"),))
    (issue,) = found(known, energy("7", "4.21", "2.95"))
    assert (issue.code, issue.severity) == ("total.rounding", "doubt")


def test_a_rule_about_parts_of_each_sex_holds_for_each_sex():
    kinds = [metric(code, crossings=(("gender",),), sum_over=()) for code in ("all", "direct", "bought")]
    known = catalogue(*kinds, rules=[rule("[all] = [direct] + [bought]")])
    male = [point("all:gender=male", "9"), point("direct:gender=male", "4"), point("bought:gender=male", "4")]
    assert codes(known, male) == ["rule.broken"]


@pytest.mark.parametrize(
    ("formula", "whole", "parts", "complete"),
    [
        ("[t] = [a] + [b]", "t", "a b", True),
        ("[a] + [b] = [t]", "t", "a b", True),
        ("[t] = SUM([a], [b] + [c])", "t", "a b c", True),
        ("[t] = [a]", "a", "t", True),
        ("SUM([a:gender=*]) <= [t]", "t", "a:gender=*", False),
        ("[t] >= [a] + [b]", "t", "a b", False),
        ("[t] = SUM([a:gender=*])", "t", "a:gender=*", True),
    ],
)
def test_what_a_rule_says_of_a_total_is_read(formula, whole, parts, complete):
    total = total_of_rule(rule(formula))
    assert total is not None
    assert (total.whole.target(), " ".join(p.target() for p in total.parts), total.complete) == (whole, parts, complete)


@pytest.mark.parametrize(
    "formula",
    ["[a] <= [t]", "[t] = [a] - [b]", "[t] = [a@-1] + [b]", "[t] <> [a] + [b]", "[t] > [a] + [b]", "[t] <= [a] + [b]",
     "[t] = 2 * [a]", "[t@2020] = [a] + [b]", "[t] = [a] + 1", "AVERAGE([a], [b]) = [t]", "([a] > 0) = ([b] > 0)"],
)  # fmt: skip
def test_a_rule_that_says_something_else_stays_a_rule(formula):
    other = rule(formula)
    known = replace(ENERGY, totals=(), rules=(other,))
    assert total_of_rule(other) is None
    assert (totals_of(known), rules_beside_totals(known)) == ((), (other,))
