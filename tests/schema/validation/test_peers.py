"""Values without a last year: held against the nearest other year, the parts of their breakdown, metrics in their unit."""

import pytest

from schema.catalogue.definitions import DefinitionChange
from schema.validation.check import check_point
from schema.values.figures import Figures
from tests.factories import words
from tests.schema.validation.given import (
    catalogue,
    codes,
    definitions,
    found,
    key,
    metric,
    number,
    point,
    printed,
    share,
    shown,
    snapshot,
)

STAFF = catalogue(metric())


def other(code, **fields):
    return number(code, **({"department": "it"} | fields))


TOPIC = catalogue(*(other(f"pond.{word}") for word in "abc"), other("lake.a"))


def beside(value, *others, known=TOPIC, where="pond.a", prints=()):
    data = [point(where, value), *(point(at, size) for at, size in others)]
    return [i for i in found(known, data, prints) if i.code == "value.unlike" and i.key == key(where)]


# --- other years


@pytest.mark.parametrize(
    ("year", "within", "beyond"), [(2020, "3599", "3600"), (2019, "21599", "21600"), (2018, "21599", "21600")]
)
def test_over_a_gap_six_times_a_year_are_asked_about(year, within, beyond):
    assert codes(STAFF, [point(f"staff@{year}", "100"), point("staff", within)]) == []
    (issue,) = found(STAFF, [point(f"staff@{year}", "100"), point("staff", beyond)])
    assert (issue.code, shown(issue, "year")) == ("change.far", str(year))


def test_over_a_gap_neither_percentages_nor_copies_are_told():
    usual = catalogue(metric(required=True))
    assert codes(usual, [point("staff@2020", "4827"), point("staff", "4827")]) == []
    assert codes(usual, [point("staff@2020", "1000"), point("staff", "1900")]) == []


def test_no_year_is_looked_for_more_than_five_years_back():
    assert codes(STAFF, [point("staff@2017", "100"), point("staff", "500000")]) == ["change.far"]
    assert codes(STAFF, [point("staff@2016", "100"), point("staff", "500000")]) == []


def test_a_change_of_definition_in_the_gap_excuses_what_lies_between():
    changed = metric(changed=(DefinitionChange(2021, "boundary", words("含外包")),))
    assert codes(catalogue(changed), [point("staff@2020", "100"), point("staff", "500000")]) == []


def test_what_was_printed_of_last_year_stands_in_where_nothing_is_kept():
    known = definitions(STAFF, "staff@2022", years=1)
    prints = [printed("staff@2021", "1000")]
    assert "change.slip" in codes(known, [point("staff", "10300")], prints)
    assert "change.slip" not in codes(known, [point("staff", "1030")], prints)


def test_two_years_apart_that_were_both_printed_are_no_slip():
    values = {"staff@2020": "100", "staff": "9900"}
    data = [point(where, value) for where, value in values.items()]
    prints = [printed(where, value) for where, value in values.items()]
    assert "change.slip" in codes(STAFF, data, prints[1:])
    assert "change.slip" not in codes(STAFF, data, prints)


def test_the_check_of_one_value_tells_what_the_next_year_says_of_it():
    data = snapshot([point("staff@2021", "10000"), point("staff", "1000")])
    (issue,) = check_point(definitions(STAFF), Figures(STAFF, data), key("staff@2021"))
    assert (issue.code, issue.key) == ("change.slip", key("staff"))


# --- parts of a breakdown


def rates(*values, whole=None):
    rate = share("rate", crossings=(("gender",), ("age",)), maximum=1000)
    data = [point(f"rate:{cut}", value) for cut, value in zip(("gender=male", "gender=female"), values, strict=True)]
    data += [point("rate", whole)] if whole else []
    return [i for i in found(catalogue(rate), data) if i.code == "value.unlike"]


def test_a_rate_far_from_its_sibling_is_told_once_and_names_it():
    (issue,) = rates("93.6", "9.4")
    assert (issue.key, shown(issue, "other")) == (key("rate:gender=male"), "rate@2022:gender=female")


def test_the_whole_says_which_of_two_rates_is_the_odd_one():
    (issue,) = rates("93.6", "9.4", whole="94")
    assert issue.key == key("rate:gender=female")


@pytest.mark.parametrize(("first", "second", "told"), [("60", "10.1", 0), ("60", "10", 1), ("0.9", "5.8", 0)])
def test_rates_of_one_breakdown_may_be_nearly_six_times_each_other(first, second, told):
    assert len(rates(first, second)) == told


# --- metrics in the same unit


def test_a_value_without_another_year_is_held_against_its_topic():
    (issue,) = beside("3001", ("pond.b", "10"), ("pond.c", "100"))
    assert (shown(issue, "peers"), issue.facts["low"].key, issue.facts["high"].key) == (
        "peers.topic", key("pond.b"), key("pond.c"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "low", "high", "told"),
    [
        ("3000", "10", "100", 0),  # a narrow range: thirty times
        ("3001", "10", "100", 1),
        ("5000", "2", "100", 0),  # as many times as the range spans
        ("5001", "2", "100", 1),
        ("100000", "0.1", "1000", 0),  # a wide one: a hundred times
        ("100001", "0.1", "1000", 1),
        ("0.34", "10", "100", 0),
        ("0.33", "10", "100", 1),
    ],
)
def test_how_far_beyond_its_peers_a_value_may_be_depends_on_how_they_differ(value, low, high, told):
    assert len(beside(value, ("pond.b", low), ("pond.c", high))) == told


def test_one_peer_of_a_topic_is_too_few_and_the_department_is_asked():
    assert beside("99999", ("pond.b", "10")) == []
    (issue,) = beside("99999", ("pond.b", "10"), ("lake.a", "100"))
    assert shown(issue, "peers") == "peers.department"


def test_of_the_whole_company_only_what_is_far_beyond_is_told():
    known = catalogue(number("a", department="x"), number("b", department="y"), number("c", department="z"))
    (issue,) = beside("100001", ("b", "0.1"), ("c", "100"), known=known, where="a")
    assert shown(issue, "peers") == "peers.company"
    assert beside("100000", ("b", "0.1"), ("c", "100"), known=known, where="a") == []


def test_metrics_in_another_unit_are_no_peers():
    known = catalogue(other("pond.a"), other("pond.b", unit="t"), other("pond.c", unit="t"))
    assert beside("99999", ("pond.b", "1"), ("pond.c", "1"), known=known) == []


def test_peers_are_at_most_three_years_away():
    assert len(beside("3001", ("pond.b@2019", "10"), ("pond.c@2025", "100"))) == 1
    assert beside("3001", ("pond.b@2018", "10"), ("pond.c", "100")) == []


@pytest.mark.parametrize("at", ["pond.a@2015", "pond.a@2023"])
def test_with_another_year_of_its_own_a_value_is_not_held_against_others(at):
    assert beside("3001", ("pond.b", "10"), ("pond.c", "100"), (at, "3000")) == []


def test_a_value_that_was_printed_so_may_be_unlike_the_others():
    assert beside("3001", ("pond.b", "10"), ("pond.c", "100"), prints=[printed("pond.a", "3001")]) == []


def test_counts_below_a_hundred_may_be_unlike_the_others():
    known = catalogue(*(other(f"pond.{word}", kind="integer", display="0") for word in "abc"))
    assert beside("99", ("pond.b", "3000"), ("pond.c", "30000"), known=known) == []
    assert len(beside("100", ("pond.b", "10001"), ("pond.c", "30000"), known=known)) == 1


def test_a_share_may_be_a_fifth_of_the_others_and_a_rate_of_growth_anything():
    shares = catalogue(*(share(f"pond.{word}", maximum=100, department="it") for word in "abc"))
    assert beside("16", ("pond.b", "80"), ("pond.c", "90"), known=shares) == []
    assert len(beside("15.9", ("pond.b", "80"), ("pond.c", "90"), known=shares)) == 1
    growth = catalogue(*(share(f"pond.{word}", department="it") for word in "abc"))
    assert beside("1", ("pond.b", "80"), ("pond.c", "90"), known=growth) == []
