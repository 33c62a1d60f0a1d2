"""Shares and averages by breakdown."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import Total, Unit
from schema.grammar.formula import Ref
from schema.validation.rates import is_rate
from tests.factories import words
from tests.schema.validation.given import catalogue, codes, definitions, found, key, metric, number, point, share, shown

RATE = share(crossings=(("gender",),))
RATES = catalogue(RATE)


def rates(total, male, female, **fields):
    given = {"share": total, "share:gender=male": male, "share:gender=female": female}
    return [point(where, value, **fields) for where, value in given.items() if value is not None]


def test_a_rate_between_its_parts_is_fine():
    assert codes(RATES, rates("20.0", "18.0", "23.0")) == []


def test_a_rate_at_the_edge_of_its_parts_is_fine_within_the_displayed_digits():
    assert codes(RATES, rates("23.1", "18.0", "23.0")) == []
    assert codes(RATES, rates("23.2", "18.0", "23.0")) == ["total.outside"]
    assert codes(RATES, rates("17.8", "18.0", "23.0")) == ["total.outside"]


def test_a_rate_outside_its_parts_is_told_with_their_range():
    (issue,) = found(RATES, rates("40.5", "18.0", "23.0"))
    assert (issue.code, issue.severity, issue.key) == ("total.outside", "doubt", key("share"))
    assert [shown(issue, name) for name in ("total", "low", "high", "parts")] == ["40.5", "18", "23", "gender"]


def test_parts_of_a_hundred_add_up_instead():
    assert codes(RATES, rates("100", "58.2", "41.8")) == []


def test_a_missing_part_leaves_the_range_open():
    assert codes(RATES, rates("40.5", "18.0", None)) == []


def test_a_qualified_part_widens_the_range():
    assert codes(RATES, rates("40.5", "18.0", "23.0", qualifier="over")) == []


def test_a_number_among_percentages_is_told_as_that_and_once():
    (issue,) = found(RATES, rates(None, "14098", "48.6"))
    assert (issue.code, issue.severity, issue.key) == ("share.count", "doubt", key("share:gender=male"))


def test_percentages_that_are_all_above_a_hundred_are_told_one_by_one():
    assert codes(RATES, rates(None, "120", "130")) == ["value.over_hundred"] * 2


def test_where_a_rate_may_exceed_a_hundred_a_large_part_is_fine():
    growth = replace(RATE, maximum=1000)
    assert codes(catalogue(growth), rates(None, "239", "48.6")) == []


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("time^1 person^-1", True),
        ("length^2 mass^1 time^-2", False),
        ("mass^1", False),
        ("mass^1 yuan^-1", True),
        ("", False),
    ],
)
def test_an_amount_per_something_is_a_rate_and_energy_is_none(dimension, expected):
    known = catalogue(number("x", "u"))
    known = replace(known, units={**known.units, "u": Unit("u", words("u"), 1, dimension)})
    assert is_rate(known.metrics["x"], known) is expected


def test_an_amount_with_a_complete_breakdown_that_nothing_adds_up_is_a_doubt_of_the_catalogue():
    loose = metric(sum_over=(), crossings=(("gender",),))
    for known, expected in (
        (catalogue(loose), ["total.unchecked"]),
        (catalogue(replace(loose, sum_over=("gender",))), []),
        (replace(catalogue(loose), totals=(Total("t", Ref("staff"), (Ref("staff", category="gender=*"),)),)), []),
    ):
        data = [point("staff:gender=male", "10"), point("staff:gender=female", "10")]
        assert codes(definitions(known, "staff:gender=*"), data) == expected


def test_an_incomplete_breakdown_needs_no_total():
    places = metric(sum_over=(), crossings=(("place",),))
    assert codes(definitions(catalogue(places), "staff:place=north"), [point("staff:place=north", "10")]) == []
