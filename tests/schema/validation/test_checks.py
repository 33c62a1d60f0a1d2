"""Checks of one data point by itself."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.validation.facts import Amount
from schema.validation.messages import message
from schema.validation.metric_values import MetricValues
from schema.validation.point_checks import UNREAD, check_one, check_points, limits
from schema.values.datapoint import DataPoint
from schema.values.display import resolution
from schema.values.parse import PROBLEMS
from schema.values.qualifiers import QUALIFIERS
from tests.schema.validation.given import MESSAGES, catalogue, codes, found, metric, number, point, share, shown

BOUNDS = st.none() | st.integers(-3, 200).map(Decimal)
VALUES = (
    st.decimals(-300, 300, places=3)
    | st.integers(-300, 300).map(Decimal)
    | st.sampled_from([Decimal("1E+2"), Decimal("1.00"), Decimal("9" * 31), Decimal("-0")])
)
STAFF = catalogue(metric(minimum=Decimal(0)))
SHARE = catalogue(share())


@given(st.sampled_from(["staff", "share", "money"]), BOUNDS, BOUNDS, VALUES, st.sampled_from(["", "over", "nearly"]))
def test_what_is_passed_over_has_nothing_wrong_when_it_is_looked_at_closely(kind, low, high, value, qualifier):
    makers = {"staff": metric, "share": share, "money": number}
    measured = makers[kind](minimum=low, maximum=high)
    known = catalogue(measured)
    one = DataPoint(Key(measured.code, 2022), value, qualifier, typed=str(value))
    values = MetricValues(measured, "", {2022: {"": one}}, resolution(measured, known))
    limit = limits(known, values)
    assert list(check_points(values, limit)) == list(check_one(one, limit))


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
    assert codes(SHARE, [point("share", "104", note="含补缴")]) == ["value.over_hundred"]
    assert codes(SHARE, [point("share", "104", note="含补缴", unsorted=True)]) == ["note.unsorted"]


def test_more_decimals_than_anyone_measures_are_doubted():
    issue = found(catalogue(number()), [point("gas", "12.3456789")])[0]
    assert (issue.code, issue.severity, shown(issue, "count")) == ("value.decimals", "doubt", "7")


def test_a_few_more_decimals_than_displayed_are_welcome():
    assert codes(catalogue(number()), [point("gas", "12.3456")]) == []


def test_zeros_at_the_end_are_no_decimals():
    assert codes(catalogue(number()), [point("gas", "12.34000000")]) == []


@pytest.mark.parametrize("note", ["", "  "])
def test_an_omission_without_a_reason_is_an_error(note):
    assert codes(STAFF, [point("staff", None, omission="not_collected", footnote=note)]) == ["omission.reason"]


@pytest.mark.parametrize(
    ("typed", "quoted"), [("未披露", "“未披露”，即“"), ("暂无", "填的是“暂无”"), ("", "填的是“暂无”")]
)
def test_an_omission_is_quoted_as_it_was_typed(typed, quoted):
    called = replace(STAFF, phrases={"omission.unavailable": Words("暂无", "暫無", "Not available")}, messages=MESSAGES)
    (issue,) = found(called, [replace(point("staff", None, omission="unavailable"), typed=typed)])
    assert quoted in message(issue, called, "zh-Hans")


def test_an_omission_with_a_reason_is_fine():
    assert codes(STAFF, [point("staff", None, omission="not_collected", footnote="系统上线前无记录")]) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("很多", "unread.number"),
        ("12 光年", "unread.unit"),
        ("12 kg", "unread.dimension"),
        ("1234567890" * 4, "unread.digits"),
    ],
)
def test_unread_text_is_an_error_that_says_why(typed, code):
    assert codes(STAFF, [point("staff", None, unread=typed)]) == [code]


def test_a_date_outside_the_year_is_doubted():
    issue = found(STAFF, [point("staff", "12", as_of="2023-01-31")])[0]
    assert (issue.code, issue.severity, shown(issue, "date")) == ("date.outside", "doubt", "2023-01-31")


def test_a_date_inside_the_year_or_one_with_a_note_is_fine():
    assert codes(STAFF, [point("staff", "12", as_of="2022-06-30")]) == []
    assert codes(STAFF, [point("staff", "12", as_of="2023-01-31", note="年度盘点", unsorted=True)]) == ["note.unsorted"]


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


@pytest.mark.parametrize("code", QUALIFIERS)
def test_at_a_bound_itself_only_a_number_that_points_past_it_is_impossible(code):
    bounded = catalogue(share(minimum=Decimal(0), maximum=Decimal(100)))
    row = QUALIFIERS[code]
    past_high = ["value.above"] if row.side == "above" and row.strict else []
    past_low = ["value.below"] if row.side == "below" and row.strict else []
    assert codes(bounded, [point("share", "100", qualifier=code)]) == past_high
    assert codes(bounded, [point("share", "0", qualifier=code)]) == past_low
    assert codes(bounded, [point("share", "99.9", qualifier=code)]) == []
    assert codes(bounded, [point("share", "0.1", qualifier=code)]) == []


def test_some_more_than_the_maximum_and_less_than_the_minimum_are_impossible():
    bounded = catalogue(share(minimum=Decimal(0), maximum=Decimal(100)))
    for code in ("over", "some_more"):
        assert codes(bounded, [point("share", "100", qualifier=code)]) == ["value.above"]
    for code in ("nearly", "less_than"):
        assert codes(bounded, [point("share", "0", qualifier=code)]) == ["value.below"]
    for code in ("at_least", "at_most", "about"):
        assert codes(bounded, [point("share", "100", qualifier=code), point("share@2021", "0", qualifier=code)]) == []


def test_less_than_nothing_is_negative():
    assert codes(catalogue(number()), [point("gas", "0", qualifier="less_than")]) == ["value.negative"]
    assert codes(catalogue(number()), [point("gas", "0", qualifier="at_most")]) == []
    assert codes(catalogue(number("profit", "cny")), [point("profit", "0", qualifier="less_than")]) == []


def test_a_share_of_exactly_a_hundred_is_fine():
    assert codes(SHARE, [point("share", "100")]) == []
    assert codes(SHARE, [point("share", "100.01")]) == ["value.over_hundred"]


@pytest.mark.parametrize(
    ("display", "fine", "doubted"),
    [("0", "1.2345", "1.23456"), ("0.00", "1.2345", "1.23456"), ("0.000", "1.23456", "1.234567")],
)
def test_four_decimals_are_fine_and_two_more_than_displayed(display, fine, doubted):
    known = catalogue(number(display=display))
    assert codes(known, [point("gas", fine)]) == []
    assert codes(known, [point("gas", doubted)]) == ["value.decimals"]


@pytest.mark.parametrize("digits", ["9" * 59, "12" * 20 + "0" * 5000, "1." + "3" * 60])
def test_a_number_with_more_digits_than_are_read_is_an_error_wherever_it_was_stored(digits):
    known = catalogue(number(), metric())
    held = [
        point("gas", digits),
        point("gas@2021", "5"),
        point("staff", "9" * 70),
        point("staff:gender=male", "9" * 69),
    ]
    told = {issue.key: issue for issue in found(known, held) if issue.code == "value.digits"}
    assert told[point("gas", "1").key].severity == "error"
    assert len(told) == 3


def test_a_conversion_that_does_not_end_is_not_told_for_its_digits():
    point_of_it = replace(point("gas", "0." + "3" * 40, note="x"), typed="1 m3")
    assert "value.digits" not in codes(catalogue(number()), [point_of_it])
    assert "value.digits" in codes(catalogue(number()), [replace(point_of_it, typed="")])


def test_each_reason_why_a_text_is_not_read_has_its_sentence():
    assert set(UNREAD) == set(PROBLEMS)
    assert set(UNREAD.values()) <= set(MESSAGES)


def test_a_bound_that_is_passed_is_told_with_the_words_that_pass_it():
    (issue,) = found(STAFF, [point("staff", "0", qualifier="less_than")])
    assert (issue.code, issue.facts["value"]) == ("value.below", Amount(Decimal(0), "less_than"))
