"""What a value would be without the slip that its size suggests, and where nothing is suggested."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.validation.mending import among, beside, like_all, risen, within_hundred
from schema.validation.messages import message
from tests.schema.validation.given import MESSAGES, catalogue, found, metric, number, point, share, shown

GAS, STAFF = number(), metric()


def said(mended):
    return f"{mended.slip} {mended.value:f}" if mended.slip else ""


def asked(how, *numbers, of=GAS):
    return said(how(*(Decimal(one) for one in numbers), of))


@pytest.mark.parametrize(
    ("value", "suggested"),
    [
        ("1800", "slip.times.10 180"),
        ("2500", "slip.times.10 250"),
        ("2700", ""),  # 270 and 27 are about as far from 100
        ("3700", ""),
        ("4000", "slip.times.100 40"),
        ("5.5", "slip.part.10 55.0"),
        ("3000000", "slip.times.10000 300"),
        ("5900000", "slip.times.10000 590"),
        ("6000000", ""),  # what is left would be asked about, too
        ("0", ""),
        ("-1800", ""),
    ],
)
def test_beside_another_year_the_nearest_slip_is_suggested_unless_two_are_about_as_near(value, suggested):
    assert asked(beside, "100", value) == suggested


def test_no_slip_leaves_a_part_of_something_counted():
    assert asked(beside, "763", "31831", of=GAS) == "slip.times.100 318.31"
    assert asked(beside, "763", "31830", of=STAFF) == "slip.times.10 3183"
    assert asked(beside, "763", "31831", of=STAFF) == ""


def test_what_adds_up_has_risen_once_the_slip_is_mended():
    assert asked(risen, "1360", "267") == "slip.part.10 2670"
    assert asked(risen, "1360", "1300") == ""
    assert asked(risen, "100", "31") == ""


def test_among_other_metrics_only_the_usual_slip_of_the_unit_is_suggested():
    assert asked(among, "5000000", "100", "9000") == "slip.times.10000 500"
    assert asked(among, "5000000", "4000", "9000", of=number(unit="kwh")) == "slip.energy.more 5000"
    assert asked(among, "5000000", "1000", "9000") == ""


def test_among_its_siblings_a_slip_is_suggested_where_it_is_the_only_one():
    assert asked(like_all, "281", "20", "40") == "slip.times.10 28.1"
    assert asked(like_all, "281", "1", "40") == ""


def test_a_share_above_a_hundred_is_mended_by_the_smallest_slip():
    assert asked(within_hundred, "983", of=share()) == "slip.times.10 98.3"
    assert asked(within_hundred, "980000", of=share()) == "slip.times.10000 98"
    assert asked(within_hundred, "983") == ""
    assert asked(within_hundred, "100.5", of=share()) == "slip.times.10 10.05"
    assert [asked(within_hundred, value, of=share()) for value in ("100.0000000001", "100.49")] == ["", ""]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-Hans", "只看数量级，像是多写了一个 0 或漏了小数点（相当于 10 倍）：改正后为 1,800 人。请核对"),
        ("zh-Hant", "只看數量級，像是多寫了一個 0 或漏了小數點（相當於 10 倍）：改正後為 1,800 人。請核對"),
        ("en", " By size alone, it looks ten times too large (one 0 too many, or a decimal point lost?): mended, it would"
         " be 1,800 people. Check"),
    ],
)  # fmt: skip
def test_what_a_size_suggests_is_told_as_no_more_than_that(language, told):
    known = replace(catalogue(metric()), messages=MESSAGES)
    (issue,) = found(known, [point("staff@2021", "1000"), point("staff", "18000")])
    assert issue.code == "change.far"
    assert told in message(issue, known, language)


def test_a_count_with_decimals_is_held_against_the_nearest_year():
    (issue,) = found(catalogue(metric()), [point("staff@2021", "28"), point("staff", "2.4")])
    assert (issue.code, shown(issue, "mended")) == ("value.fraction", "slip.part.10 24")
    (issue,) = found(catalogue(metric()), [point("staff", "2.4")])
    assert shown(issue, "mended") == ""


def test_a_cumulative_value_that_falls_by_a_power_of_ten_says_so():
    gas = catalogue(number(timing="cumulative"))
    issues = found(gas, [point("gas@2021", "1360"), point("gas", "267")])
    assert [(i.code, shown(i, "mended")) for i in issues] == [("cumulative.falls", "slip.part.10 2670")]
