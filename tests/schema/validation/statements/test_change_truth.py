"""Whether words of a change can be true of what the data allow."""

from decimal import Decimal

import pytest

from schema.grammar.reference import Key
from schema.validation.statements.changes import (
    Change,
    bears_out,
    contradicts,
    multiple_differs,
    overshoots,
    size_differs,
)
from schema.validation.statements.statement import Claim, Statement


def change(now, then, *qualifiers):
    return Change(Key("m", 2022), Key("m", 2021), Decimal(now), Decimal(then), qualifiers or ("", ""))


def claim(sense, factor="0"):
    return Claim(0, 2, "..", sense, factor=Decimal(factor))


def times(value, qualifier=""):
    return Statement(0, 2, "..", Decimal(value), Decimal(0), qualifier=qualifier)


@pytest.mark.parametrize(
    ("sense", "now", "then", "wrong"),
    [
        ("up", "10", "10", True), ("up", "9", "10", True), ("up", "11", "10", False),
        ("down", "10", "10", True), ("down", "11", "10", True), ("down", "9", "10", False),
        ("same", "103", "100", False), ("same", "103.1", "100", True), ("same", "96.9", "100", True),
        ("first", "1", "10", False), ("rank", "1", "10", False),
    ],
)  # fmt: skip
def test_a_direction_is_wrong_where_no_value_of_the_data_makes_it_true(sense, now, then, wrong):
    assert contradicts(claim(sense), change(now, then)) is wrong


def test_an_inexact_value_never_denies_that_all_stayed_the_same():
    assert not contradicts(claim("same"), change("200", "100", "over", ""))
    assert not contradicts(claim("down"), change("90", "100", "over", ""))
    assert contradicts(claim("down"), change("100", "100", "over", ""))


@pytest.mark.parametrize(
    ("sense", "now", "then", "sure"),
    [
        ("up", "104", "100", True), ("up", "103", "100", False), ("up", "90", "100", False),
        ("down", "96", "100", True), ("down", "97", "100", False), ("down", "110", "100", False),
        ("same", "100", "100", False), ("double", "200", "100", False), ("first", "104", "100", False),
        ("rank", "104", "100", False),
    ],
)  # fmt: skip
def test_what_denies_a_direction_is_wrong_only_where_the_data_are_far_beyond_doubt(sense, now, then, sure):
    assert bears_out(claim(sense), change(now, then)) is sure


@pytest.mark.parametrize(
    ("factor", "now", "then", "qualifier", "wrong"),
    [
        ("2", "190", "100", "", False), ("2", "189", "100", "", True), ("2", "300", "100", "", False),
        ("2", "199", "100", "over", True), ("0.5", "52", "100", "", False), ("0.5", "53", "100", "", True),
        ("2", "-1", "100", "", False), ("2", "1", "0", "", False),
    ],
)  # fmt: skip
def test_a_multiple_is_missed_by_more_than_its_slack(factor, now, then, qualifier, wrong):
    assert contradicts(claim("double", factor), change(now, then), qualifier) is wrong


def test_a_multiple_is_overshot_by_half_as_much_again():
    assert overshoots(claim("double", "2"), change("301", "100"), "")
    assert not overshoots(claim("double", "2"), change("300", "100"), "")
    assert not overshoots(claim("double", "2"), change("301", "100"), "over")
    assert not overshoots(claim("double", "0.5"), change("301", "100"), "")
    assert not overshoots(claim("up", "2"), change("301", "100"), "")


@pytest.mark.parametrize(
    ("value", "now", "level", "loose", "differs"),
    [
        ("3", "300", True, True, False), ("3", "400", True, True, True),
        ("3", "400", False, True, False), ("3", "300", False, True, False), ("3", "300", False, False, True),
        ("3", "500", False, True, True),
    ],
)  # fmt: skip
def test_so_many_times_more_is_one_more_than_so_many_times_as_much(value, now, level, loose, differs):
    assert multiple_differs(times(value), change(now, "100"), level=level, loose=loose) is differs


def test_an_end_that_is_not_reached_is_none_of_the_data():
    over = change("300", "100", "over", "")
    assert multiple_differs(times("3", "at_most"), over, level=True)
    assert not multiple_differs(times("3", "at_most"), change("300", "100"), level=True)


def test_a_share_may_change_by_points_or_by_percent_of_itself():
    points = Statement(0, 2, "..", Decimal(2), Decimal("0.1"))
    percent = Statement(0, 2, "..", Decimal(20), Decimal("0.1"))
    share = change("12", "10")
    assert not size_differs(points, share, share=True, percent=True)
    assert not size_differs(percent, share, share=True, percent=True)
    assert size_differs(points, share, share=False, percent=True)
    assert not size_differs(points, share, share=False, percent=False)
    assert size_differs(percent, share, share=True, percent=False)
    assert not size_differs(percent, change("99", "10", "over", ""), share=True, percent=True)
