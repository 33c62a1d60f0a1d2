"""Checks of one data point by itself."""

from decimal import Decimal

import pytest

from tests.schema.validation.given import catalogue, codes, found, metric, number, point, share, shown

STAFF = catalogue(metric(minimum=Decimal(0)))
SHARE = catalogue(share())


def test_a_count_with_a_fraction_is_an_error():
    assert codes(STAFF, [point("staff", "12.5")]) == ["value.fraction"]


def test_a_count_written_with_zero_decimals_is_none():
    assert codes(STAFF, [point("staff", "12.0")]) == []


def test_a_value_below_its_minimum_is_an_error():
    issue = found(STAFF, [point("staff", "-1")])[0]
    assert (issue.code, issue.severity, shown(issue, "minimum")) == ("value.below", "error", "0")


def test_a_value_at_its_bound_is_allowed():
    bounded = catalogue(share(minimum=Decimal(0), maximum=Decimal(100)))
    assert codes(bounded, [point("share", "100")]) == []
    assert codes(bounded, [point("share", "0")]) == []


def test_a_value_above_its_maximum_is_an_error():
    assert codes(catalogue(share(maximum=Decimal(100))), [point("share", "100.1")]) == ["value.above"]


def test_over_the_maximum_itself_is_impossible():
    bounded = catalogue(share(maximum=Decimal(100)))
    assert codes(bounded, [point("share", "100", qualifier="over")]) == ["value.above"]
    assert codes(bounded, [point("share", "100", qualifier="nearly")]) == []


def test_a_negative_amount_of_stuff_is_an_error_even_without_a_minimum():
    assert codes(catalogue(number()), [point("gas", "-3")]) == ["value.negative"]


def test_money_and_percentages_may_be_negative():
    assert codes(catalogue(number("profit", "cny")), [point("profit", "-3")]) == []
    assert codes(SHARE, [point("share", "-3")]) == []


def test_a_share_above_a_hundred_is_doubted():
    assert codes(SHARE, [point("share", "104")]) == ["value.over_hundred"]


def test_a_share_above_a_hundred_with_a_note_is_accepted():
    assert codes(SHARE, [point("share", "104", note="含补缴")]) == []


def test_more_decimals_than_anyone_measures_are_doubted():
    issue = found(catalogue(number()), [point("gas", "12.3456789")])[0]
    assert (issue.code, issue.severity, shown(issue, "count")) == ("value.decimals", "doubt", "7")


def test_a_few_more_decimals_than_displayed_are_welcome():
    assert codes(catalogue(number()), [point("gas", "12.3456")]) == []


def test_zeros_at_the_end_are_no_decimals():
    assert codes(catalogue(number()), [point("gas", "12.34000000")]) == []


@pytest.mark.parametrize("note", ["", "  "])
def test_an_omission_without_a_reason_is_an_error(note):
    assert codes(STAFF, [point("staff", None, omission="not_collected", note=note)]) == ["omission.reason"]


def test_an_omission_with_a_reason_is_fine():
    assert codes(STAFF, [point("staff", None, omission="not_collected", note="系统上线前无记录")]) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("很多", "unread.number"),
        ("12 光年", "unread.unit"),
        ("12 kg", "unread.dimension"),
    ],
)
def test_unread_text_is_an_error_that_says_why(typed, code):
    assert codes(STAFF, [point("staff", None, unread=typed)]) == [code]


def test_a_date_outside_the_year_is_doubted():
    issue = found(STAFF, [point("staff", "12", as_of="2023-01-31")])[0]
    assert (issue.code, issue.severity, shown(issue, "date")) == ("date.outside", "doubt", "2023-01-31")


def test_a_date_inside_the_year_or_one_with_a_note_is_fine():
    assert codes(STAFF, [point("staff", "12", as_of="2022-06-30")]) == []
    assert codes(STAFF, [point("staff", "12", as_of="2023-01-31", note="年度盘点")]) == []


def test_a_date_that_is_none_is_an_error():
    assert codes(STAFF, [point("staff", "12", as_of="2022-13-01")]) == ["date.unreadable"]


def test_a_first_year_after_the_period_is_an_error():
    total = catalogue(metric(timing="cumulative", since=2016))
    assert codes(total, [point("staff", "12", since=2023)]) == ["since.later"]


def test_another_first_year_than_usual_is_doubted():
    total = catalogue(metric(timing="cumulative", since=2016))
    assert codes(total, [point("staff", "12", since=2018)]) == ["since.differs"]
    assert codes(total, [point("staff", "12", since=2016)]) == []


def test_a_value_typed_into_a_figure_is_doubted():
    known = catalogue(metric(), metric("double", formula="[staff] + [staff]"))
    assert codes(known, [point("staff", "2"), point("double", "5")]) == ["figure.typed"]
    assert codes(known, [point("staff", "2")]) == []


def test_a_value_in_a_category_that_the_metric_does_not_have_is_doubted():
    assert codes(catalogue(number()), [point("gas:gender=male", "5")]) == ["category.unknown"]


def test_a_value_of_a_metric_that_is_gone_is_doubted():
    assert codes(STAFF, [point("forgotten", "5")]) == ["metric.unknown"]
