"""Which side of a slip between print and the present value is to be looked at first."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.outline import Definitions
from schema.grammar.words import Words
from schema.validation.check import check
from schema.validation.messages import message
from schema.values.datapoint import Restatement
from schema.values.figures import Figures
from tests.schema.validation.given import (
    MESSAGES,
    catalogue,
    found,
    key,
    metric,
    number,
    point,
    printed,
    shown,
    snapshot,
)

STAFF = catalogue(metric())


def slips(data, prints, known=STAFF):
    return [(i.code, i.facts["slip"].code) for i in found(known, data, prints) if "slip" in i.facts]


def test_a_slip_beside_one_print_is_looked_for_in_the_present_value():
    assert slips([point("staff", "10330")], [printed("staff", "1033")]) == [("contradiction.slip", "slip.times.10")]


def test_a_misprint_that_another_print_contradicts_does_not_blame_the_present_value():
    prints = [printed("staff", "10330", report="press"), printed("staff", "1033", report="report")]
    assert slips([point("staff", "1033")], prints) == [("contradiction.misprint", "slip.times.10")]


@pytest.mark.parametrize("years", [(2020, 2021), (2021, 2023), (2023, 2024)])
def test_two_years_near_it_bear_the_present_value_out_against_a_print(years):
    data = [*(point(f"staff@{year}", "1000") for year in years), point("staff", "1033")]
    assert slips(data, [printed("staff", "103", report="press")]) == [("contradiction.misprint", "slip.part.10")]


@pytest.mark.parametrize("year", [2020, 2021, 2023, 2024])
def test_one_year_alone_does_not_prove_a_print_wrong(year):
    data = [point(f"staff@{year}", "763"), point("staff", "318")]
    assert slips(data, [printed("staff", "3183")]) == [("contradiction.slip", "slip.part.10")]


@pytest.mark.parametrize(
    ("prints", "told"),
    [
        ([printed("staff", "10330", report="press"), printed("staff", "1033")], "，与其他已披露的数相符；"),
        ([printed("staff", "10330", report="press")], "，与前后几年的数相近；"),
    ],
)
def test_what_shows_a_misprint_is_told_as_what_it_is(prints, told):
    data = [point("staff@2021", "1000"), point("staff@2023", "1100"), point("staff", "1033")]
    (issue,) = found(STAFF, data, prints)
    assert told in message(issue, replace(STAFF, messages=MESSAGES), "zh-Hans")


def side(data, prints=()):
    (issue,) = [i for i in found(STAFF, data, prints) if "side" in i.facts and i.key.period == 2022]
    return shown(issue, "side")


def test_a_value_that_its_own_print_contradicts_is_not_borne_out_by_years_near_it():
    data = [point("staff@2021", "1000"), point("staff", "7000"), point("staff@2023", "7100")]
    assert side(data) == "side.other.years"
    assert side(data, [printed("staff", "8000")]) == "side.both"


def test_what_was_printed_before_a_restatement_contradicts_nothing():
    data = [point("staff@2021", "1000"), point("staff", "7000"), point("staff@2023", "7100")]
    stated = Restatement("report", key("staff"), "8000", "p. 1", Decimal(8000), Decimal(7000), Words("重新统计"))
    held = replace(snapshot(data, [printed("staff", "8000")]), restatements={("report", key("staff")): stated})
    issues = check(Definitions(STAFF, {}), held, Figures(STAFF, held))
    (issue,) = [i for i in issues if i.code == "change.far" and i.key.period == 2022]
    assert shown(issue, "side") == "side.other.years"


def test_a_year_too_far_away_says_nothing():
    data = [point("staff@2019", "1000"), point("staff", "1033")]
    assert slips(data, [printed("staff", "103.3")]) == [("contradiction.slip", "slip.times.10")]


def test_years_of_both_sizes_leave_the_present_value_to_be_looked_at():
    data = [point("staff@2020", "1000"), point("staff@2021", "100"), point("staff", "1033")]
    assert ("contradiction.slip", "slip.times.10") in slips(data, [printed("staff", "103.3")])


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-Hans", "现为 50 亿元，report 第 5 页所载为“5 亿”："),
        ("zh-Hant", "現為 50 億元，report 第 5 頁所載為「5 亿」："),
        ("en", "is now 元 5,000 million; report p. 5 printed “5 亿” (元 500 million)."),
    ],
)
def test_what_was_printed_is_told_in_the_scale_of_the_present_value_where_it_is_in_another(language, told):
    cash = catalogue(number("cash", "cny", display="亿"))
    prints = [printed("cash", "500000000", resolution="100000000", text="5 亿")]
    (issue,) = found(cash, [point("cash", "5000000000")], prints)
    assert told in message(issue, replace(cash, messages=MESSAGES), language)


def test_a_print_in_another_scale_is_told_in_that_of_the_value():
    cash = catalogue(number("cash", "cny", display="亿"))
    (issue,) = found(cash, [point("cash", "5000000000")], [printed("cash", "500000000", "10000", text="50,000 万元")])
    assert "“50,000 万元”（5 亿元）" in message(issue, replace(cash, messages=MESSAGES), "zh-Hans")
