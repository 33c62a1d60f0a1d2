"""Days as people type them, and the numbers that a spreadsheet has for them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.values.dates import cell_number, example_day, read_day


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-12-31", "2024-12-31"), ("2024/12/31", "2024-12-31"), ("2024年6月30日", "2024-06-30"), ("31.12.2024", "2024-12-31"),
        ("31/12/2024", "2024-12-31"), ("12/31/2024", "2024-12-31"), ("02/02/2024", "2024-02-02"), ("45657", "2024-12-31"),
        ("20241231", "2024-12-31"), ("30 June 2024", "2024-06-30"), ("June 30th, 2024", "2024-06-30"), ("30-Jun-2024", "2024-06-30"),
        ("2024-12-31 00:00:00", "2024-12-31"), ("二〇二四年六月三十日", "2024-06-30"), ("２０２４－１２－３１", "2024-12-31"),
    ],
)  # fmt: skip
def test_a_day_that_can_only_be_one_is_read(text, iso):
    assert read_day(text).iso == iso


@pytest.mark.parametrize(
    ("text", "problem"),
    [("01/02/2024", "order"), ("1.2.2024", "order"), ("2024-12", "month"), ("Dec 2024", "month"), ("2024年12月", "month"),
     ("2024-02-30", "none"), ("32/13/2024", "none"), ("99999", "none"), ("soon", "none"), ("2024", "none")],
)  # fmt: skip
def test_a_day_that_is_not_clear_is_never_chosen(text, problem):
    day = read_day(text)
    assert (day.iso, day.problem) == ("", problem)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2024-12", "2024-12-31"), ("Feb 2024", "2024-02-29"), ("2023年2月", "2023-02-28"), ("6/2021", "2021-06-30"),
     ("2024-02-30", "2024-12-31"), ("2025-13", "2025-12-31"), ("end of 2019", "2019-12-31"), ("June", ""), ("120241", "")],
)  # fmt: skip
def test_a_day_is_shown_in_the_month_and_year_that_were_typed(text, day):
    assert example_day(text) == day


def test_the_days_that_may_be_meant_are_named():
    assert read_day("01/02/2024").others == ("2024-01-02", "2024-02-01")


@settings(max_examples=40)
@given(st.dates())
def test_the_number_behind_a_day_is_that_of_a_spreadsheet(day):
    number = cell_number(day.isoformat())
    if 1950 <= day.year <= 2099:
        assert number is not None
        assert read_day(number).iso == day.isoformat()
