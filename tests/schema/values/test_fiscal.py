"""A company's year: its last day, its label, and the parts it has."""

from __future__ import annotations

from datetime import date

import pytest

from schema.grammar.fiscal import FiscalYear, is_year_end, length_of

MARCH, CALENDAR = FiscalYear("03-31"), FiscalYear()


def test_a_year_over_two_calendar_years_is_called_by_both():
    assert [MARCH.label(year) for year in (2000, 2001, 2010, 2021)] == ["1999/2000", "2000/01", "2009/10", "2020/21"]
    assert FiscalYear("03-31", "ending").label(2021) == CALENDAR.label(2021) == "2021"


def test_it_begins_the_day_after_the_last_one_ended():
    assert (MARCH.first_day(2021), MARCH.last_day(2021)) == (date(2020, 4, 1), date(2021, 3, 31))
    assert (CALENDAR.first_day(2021), CALENDAR.last_day(2021)) == (date(2021, 1, 1), date(2021, 12, 31))


def test_a_year_that_ends_with_february_ends_on_its_last_day():
    february = FiscalYear("02-29")
    assert [february.last_day(year).day for year in (2020, 2021)] == [29, 28]
    assert february.first_day(2021) == date(2020, 3, 1)


@pytest.mark.parametrize(
    ("day", "year"), [(date(2021, 3, 31), 2021), (date(2021, 4, 1), 2022), (date(2020, 12, 31), 2021)]
)
def test_a_day_belongs_to_the_year_that_ends_next(day, year):
    assert MARCH.year_of(day) == year


def test_quarters_and_halves_are_the_years_own_and_months_the_calendars():
    assert MARCH.months("q1") == (4, 5, 6)
    assert MARCH.months("h2") == (10, 11, 12, 1, 2, 3)
    assert MARCH.spans("month")[:2] == ("m04", "m05")
    assert CALENDAR.spans("month")[0] == "m01"
    assert (MARCH.calendar_year(2021, 12), MARCH.calendar_year(2021, 3)) == (2020, 2021)


@pytest.mark.parametrize(
    ("span", "day"),
    [("", "2021-03-31"), ("q3", "2020-12-31"), ("h1", "2020-09-30"), ("q4", "2021-03-31"), ("m02", "2021-02-28")],
)
def test_each_part_ends_on_its_own_day(span, day):
    assert MARCH.last_day_of(2021, span).isoformat() == day


def test_parts_stand_in_the_order_of_the_year():
    spans = ["m03", "q1", "m04", "", "h1", "m06"]
    assert sorted(spans, key=MARCH.place) == ["", "m04", "m06", "q1", "h1", "m03"]


@pytest.mark.parametrize(("text", "is_one"), [("03-31", True), ("02-29", True), ("02-30", False), ("3-31", False)])
def test_a_years_end_is_a_day_of_the_year(text, is_one):
    assert is_year_end(text) is is_one


def test_how_long_a_span_is():
    assert [length_of(span) for span in ("", "h1", "q2", "m11")] == ["", "half", "quarter", "month"]
