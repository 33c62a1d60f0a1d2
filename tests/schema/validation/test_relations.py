"""Values that the catalogue relates: what cannot hold beside each other, and what only looks so."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.catalogue.relations import RELATION_KINDS, Relation
from schema.grammar.formula_parser import FormulaReader
from schema.validation.contradictions import relations as source
from schema.validation.contradictions.sources import contradictions, contradictions_at
from schema.validation.statements.texts import Texts
from schema.values.figures import Figures
from tests.schema.validation.given import (
    YEAR,
    catalogue,
    key,
    metric,
    number,
    point,
    printed,
    say_in_each_language,
    share,
    snapshot,
)

METRICS = (
    metric(), metric("hired", crossings=()), metric("applied", crossings=()), number(), number("rate"), number("heat"),
    share(), number("all", timing="cumulative", since=YEAR - 1), number("reached", timing="stock"),
)  # fmt: skip


def related(kind: str, *terms: str, slack: str = "0") -> Catalogue:
    """A small catalogue with one relation."""
    reader = FormulaReader()
    found = tuple(reader.read(f"[{term}]") for term in terms)
    return replace(catalogue(*METRICS), relations=(Relation("it", kind, found, Decimal(slack)),))


def told(known, *data, published=()):
    """What contradicts what: the kind, where, and how grave; each can be said, and is found from each of its values."""
    definitions = Definitions(known, {})
    held = snapshot(data, published)
    figures = Figures(known, held)
    found = contradictions(Texts(definitions, figures))
    for one in found:
        say_in_each_language(one.issue, known)
        assert any(one.id == again.id for again in contradictions_at(one.subject, definitions, figures)), one
    ours = [one for one in found if one.kind in RELATION_KINDS]
    return [(one.issue.code, one.subject.canonical(), one.severity) for one in ours]


AT_MOST = related("at_most", "hired", "applied")


@pytest.mark.parametrize(
    ("hired", "applied", "severity"),
    [
        ("10", "9", "error"),
        ("10", "10", None),
        ("9", "10", None),
    ],
)
def test_the_first_is_never_more_than_the_second(hired, applied, severity):
    found = told(AT_MOST, point("hired", hired), point("applied", applied))
    assert found == ([("contradiction.at_most", "hired@2022", severity)] if severity else [])


def test_numbers_of_different_things_leave_a_doubt():
    known = related("at_most", "gas", "hired")  # places and those who came from them
    assert told(known, point("gas", "10"), point("hired", "9")) == [("contradiction.at_most", "gas@2022", "doubt")]


@pytest.mark.parametrize(
    ("words", "other", "severity"),
    [
        ("over", "over", "doubt"),  # more than 5 of more than 2: the word reaches no farther than twice its number
        ("over", "", "error"),
        ("about", "", "error"),
        ("less_than", "", "doubt"),  # anything less than 5 may be less than 2, but who says so means about 5
    ],
)
def test_words_count_by_how_far_they_reach(words, other, severity):
    data = point("hired", "50000", qualifier=words), point("applied", "20000", qualifier=other)
    assert told(AT_MOST, *data) == [("contradiction.at_most", "hired@2022", severity)]


@pytest.mark.parametrize(
    ("words", "hired"),
    [("over", "30000"), ("some_more", "39000"), ("about", "21000")],
)
def test_what_words_allow_is_no_contradiction(words, hired):
    assert told(AT_MOST, point("hired", hired), point("applied", "20000", qualifier=words)) == []


def test_a_difference_that_rounding_explains_is_none():
    known = related("at_most", "gas", "heat")
    assert told(known, point("gas", "12.04"), point("heat", "12.0")) == []
    assert told(known, point("gas", "12.06"), point("heat", "12.0")) == [("contradiction.at_most", "gas@2022", "error")]


def test_a_missing_value_leaves_a_relation_open():
    assert told(AT_MOST, point("hired", "10")) == []
    assert told(AT_MOST, point("hired", "10"), point("applied", None, omission="not_collected")) == []


def test_a_relation_holds_in_each_year_and_category_by_itself():
    known = related("at_most", "staff", "hired")
    data = point("staff@2021", "5"), point("hired@2021", "4"), point("staff", "5"), point("hired", "5")
    assert told(known, *data) == [("contradiction.at_most", "staff@2021", "error")]


PRODUCT = related("product", "rate", "gas", "heat")


@pytest.mark.parametrize(
    ("rate", "base", "total", "wrong"),
    [("2", "3", "6", False), ("2.0", "3.0", "6.1", False), ("2.0", "3.0", "7.0", True), ("2.0", "3.0", "5.0", True)],
)
def test_rate_times_base_is_the_total_as_far_as_the_digits_say(rate, base, total, wrong):
    data = (point(code, value) for code, value in (("rate", rate), ("gas", base), ("heat", total)))
    assert told(PRODUCT, *data) == ([("contradiction.product", "heat@2022", "doubt")] if wrong else [])


def test_some_percent_apart_may_be_allowed():
    data = point("rate", "2.000"), point("gas", "3.000"), point("heat", "6.500")
    assert told(PRODUCT, *data) != []
    assert told(related("product", "rate", "gas", "heat", slack="10"), *data) == []


def test_members_are_multiplied_one_by_one_and_added_up():
    known = related("product", "staff:gender=*", "staff:gender=*", "hired")
    members = point("staff:gender=male", "3"), point("staff:gender=female", "4")
    assert told(known, *members, point("hired", "25")) == []
    assert told(known, *members, point("hired", "24")) == [("contradiction.product", "hired@2022", "doubt")]
    assert told(known, members[0], point("hired", "24")) == []


def test_two_pairs_have_about_the_same_rate():
    known = related("same_rate", "gas", "heat", "rate", "share", slack="100")
    data = point("heat", "10.0"), point("rate", "30.0"), point("share", "10.0")
    assert told(known, point("gas", "20.0"), *data) == []
    assert told(known, point("gas", "10.0"), *data) == [("contradiction.same_rate", "gas@2022", "doubt")]
    assert told(known, point("gas", "10.0"), point("heat", "0"), *data[1:]) == []


def test_the_nearest_years_other_pair_stands_in_for_one_that_is_missing():
    known = related("same_rate", "gas", "heat", "rate", "share", slack="100")
    data = point("gas", "10.0"), point("heat", "10.0"), point("rate@2021", "30.0"), point("share@2021", "10.0")
    assert told(known, *data) == [("contradiction.same_rate", "gas@2022", "doubt")]
    assert told(known, *data, point("rate", "10.0"), point("share", "10.0")) == []  # its own goes before
    far = [replace(one, key=replace(one.key, period=2018)) for one in data[2:]]
    assert told(known, *data[:2], *far) == []
    own = point("gas@2021", "30.0"), point("heat@2021", "10.0")
    assert told(known, *data, *own) == []  # it has a first pair of its own
    held = snapshot(data)
    assert len(contradictions_at(key("rate@2021"), Definitions(known, {}), Figures(known, held))) == 1


WITHIN = related("within", "rate", "gas", "heat", slack="5")


@pytest.mark.parametrize(("part", "wrong"), [("6.000", False), ("6.200", False), ("6.500", True), ("1.000", False)])
def test_a_part_is_not_more_than_rate_times_base_makes_of_the_whole(part, wrong):
    data = point("rate", "2.000"), point("gas", "3.000"), point("heat", part)
    assert told(WITHIN, *data) == ([("contradiction.within", "heat@2022", "doubt")] if wrong else [])
    assert told(WITHIN, *data[1:]) == []


CUMULATIVE = related("cumulative", "gas", "all")


def test_a_cumulative_value_holds_at_least_the_years_that_it_counts():
    years = point("gas@2021", "4.0"), point("gas", "5.0")
    assert told(CUMULATIVE, *years, point("all", "9.0")) == []
    assert told(CUMULATIVE, *years, point("all", "8.0")) == [("contradiction.cumulative", "all@2022", "error")]
    assert told(CUMULATIVE, *years, point("all", "6.0", since=2022)) == []


def test_a_cumulative_value_holds_an_earlier_one_and_the_years_after_it():
    data = point("all@2021", "8.0"), point("gas", "5.0"), point("all", "12.0")
    assert told(CUMULATIVE, *data) == [("contradiction.cumulative", "all@2022", "error")]
    assert told(CUMULATIVE, data[0], data[1], point("all", "13.0")) == []


def test_a_change_of_an_earlier_year_is_seen_where_it_is_counted():
    known = CUMULATIVE
    held = snapshot([point("gas@2021", "9.0"), point("gas", "5.0"), point("all", "12.0")])
    found = contradictions_at(key("gas@2021"), Definitions(known, {}), Figures(known, held))
    assert [one.subject.canonical() for one in found] == ["all@2022"]


def test_a_level_is_reached_once_whoever_says_so():
    known = related("once", "reached")
    first = point("reached@2020", "100", qualifier="over")
    assert told(known, first, point("reached", "200")) == []
    assert told(known, first, point("reached", "100")) == [("contradiction.once", "reached@2022", "doubt")]
    print_ = printed("reached", "100", report="article")
    assert told(known, first, published=[print_]) == [("contradiction.once", "reached@2022", "doubt")]


def test_every_kind_of_relation_has_its_check():
    assert set(source._CHECKS) == set(RELATION_KINDS)
