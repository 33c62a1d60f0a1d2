"""What a qualified or rounded number may stand for."""

from decimal import Decimal

import pytest

from schema.validation.spans import Span, add_spans, span, unlimited

HUNDRED = Decimal(100)


@pytest.mark.parametrize(
    ("qualifier", "inside", "outside"),
    [
        ("", ["100"], ["99", "101"]),
        ("over", ["100.1", "200"], ["100", "201"]),
        ("some_more", ["100.1", "200"], ["100", "201"]),
        ("at_least", ["100", "200"], ["99", "201"]),
        ("nearly", ["80", "99.9"], ["79", "100"]),
        ("about", ["90", "110"], ["89", "111"]),
    ],
)
def test_a_qualifier_reaches_so_far(qualifier, inside, outside):
    said = span(HUNDRED, qualifier)
    assert all(said.meets(span(Decimal(value))) for value in inside)
    assert not any(said.meets(span(Decimal(value))) for value in outside)


def test_a_rounded_number_stands_for_half_a_digit_either_way():
    rounded = span(HUNDRED, "", Decimal("0.5"))
    assert rounded == Span(Decimal("99.5"), Decimal("100.5"))


def test_by_its_letter_over_has_no_upper_end_and_nearly_no_lower():
    assert unlimited(HUNDRED, "over").meets(span(Decimal(10**9)))
    assert unlimited(HUNDRED, "nearly").meets(span(Decimal(1)))
    assert not unlimited(HUNDRED, "over").meets(span(HUNDRED))
    assert unlimited(HUNDRED, "at_least").meets(span(HUNDRED))


def test_a_sum_is_open_where_one_part_is():
    total = add_spans([span(HUNDRED), span(HUNDRED, "nearly")])
    assert (total.low, total.high, total.open_low, total.open_high) == (Decimal(180), Decimal(200), False, True)
    assert add_spans([span(HUNDRED), span(HUNDRED, "over")]).open_low


def test_spans_that_only_touch_meet_unless_an_end_is_open():
    low, high = Span(Decimal(1), Decimal(2)), Span(Decimal(2), Decimal(3))
    assert low.meets(high)
    assert high.meets(low)
    assert not low.meets(Span(Decimal(2), Decimal(3), open_low=True))
    assert Span(Decimal(1), Decimal(2), open_high=True).wholly_below(high)
