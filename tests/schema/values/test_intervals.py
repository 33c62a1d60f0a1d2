"""What a qualified or rounded number may stand for."""

from decimal import Decimal

import pytest

from schema.values.intervals import Interval, add_intervals, by_the_letter, within_reach

HUNDRED = Decimal(100)


@pytest.mark.parametrize(
    ("qualifier", "inside", "outside"),
    [
        ("", ["100"], ["99", "101"]),
        ("over", ["100.1", "199.9"], ["100", "200"]),
        ("some_more", ["100.1", "199.9"], ["100", "200"]),
        ("at_least", ["100", "199.9"], ["99", "200"]),
        ("nearly", ["80.1", "99.9"], ["80", "100"]),
        ("about", ["90", "110"], ["89", "111"]),
    ],
)
def test_a_qualifier_reaches_so_far(qualifier, inside, outside):
    said = within_reach(HUNDRED, qualifier)
    assert all(said.meets(within_reach(Decimal(value))) for value in inside)
    assert not any(said.meets(within_reach(Decimal(value))) for value in outside)


def test_a_rounded_number_stands_for_half_a_digit_either_way():
    rounded = within_reach(HUNDRED, "", Decimal("0.5"))
    assert rounded == Interval(Decimal("99.5"), Decimal("100.5"))


def test_by_its_letter_over_has_no_upper_end_and_nearly_no_lower():
    assert by_the_letter(HUNDRED, "over").meets(within_reach(Decimal(10**9)))
    assert by_the_letter(HUNDRED, "nearly").meets(within_reach(Decimal(1)))
    assert not by_the_letter(HUNDRED, "over").meets(within_reach(HUNDRED))
    assert by_the_letter(HUNDRED, "at_least").meets(within_reach(HUNDRED))


def test_a_sum_is_open_where_one_part_is():
    total = add_intervals([within_reach(HUNDRED), within_reach(HUNDRED, "nearly")])
    assert (total.low, total.high, total.open_low, total.open_high) == (Decimal(180), Decimal(200), True, True)
    assert add_intervals([within_reach(HUNDRED), within_reach(HUNDRED, "over")]).open_low


def test_spans_that_only_touch_meet_unless_an_end_is_open():
    low, high = Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3))
    assert low.meets(high)
    assert high.meets(low)
    assert not low.meets(Interval(Decimal(2), Decimal(3), open_low=True))
    assert Interval(Decimal(1), Decimal(2), open_high=True).wholly_below(high)
