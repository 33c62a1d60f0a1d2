"""Values that the catalogue relates: what cannot hold beside each other, and what only looks so."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.catalogue.relations import RELATION_KINDS, Relation, RelationName
from schema.grammar.formula import Ref
from schema.grammar.formula_parser import FormulaReader
from schema.validation.contradictions import relations as source
from schema.validation.contradictions.sources import contradictions, contradictions_at
from schema.validation.issue import write_subject
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
    share("growth"),
)  # fmt: skip


def related(kind: RelationName, *terms: str, slack: str = "0") -> Catalogue:
    """A small catalogue with one relation."""
    reader = FormulaReader()
    read = (reader.read(f"[{term}]") for term in terms)
    found = [term for term in read if isinstance(term, Ref)]
    if kind in ("share", "whole", "grown"):  # as the loader scales what is in percent
        found = [replace(one, scale=Decimal("0.01")) if one.code in ("share", "growth") else one for one in found]
    return replace(catalogue(*METRICS), relations=(Relation("it", kind, tuple(found), Decimal(slack)),))


def told(known, *data, published=()):
    """What contradicts what: the kind, where, and how grave; each can be said, and is found from each of its values."""
    definitions = Definitions(known, {})
    held = snapshot(data, published)
    figures = Figures(known, held)
    found = contradictions(Texts(definitions, figures))
    for one in found:
        say_in_each_language(one.issue, known)
        at = key(write_subject(one.subject))
        assert any(one.id == again.id for again in contradictions_at(at, definitions, figures)), one
    ours = [one for one in found if one.kind in RELATION_KINDS]
    return [(one.issue.code, write_subject(one.subject), one.severity) for one in ours]


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
    assert [write_subject(one.subject) for one in found] == ["all@2022"]


def test_a_level_is_reached_once_whoever_says_so():
    known = related("once", "reached")
    first = point("reached@2020", "100", qualifier="over")
    assert told(known, first, point("reached", "200")) == []
    assert told(known, first, point("reached", "100")) == [("contradiction.once", "reached@2022", "doubt")]
    print_ = printed("reached", "100", report="article")
    assert told(known, first, published=[print_]) == [("contradiction.once", "reached@2022", "doubt")]


def test_what_is_hardly_ever_more_is_asked_about():
    known = related("usual", "hired", "applied")
    assert told(known, point("hired", "10"), point("applied", "9")) == [("contradiction.usual", "hired@2022", "doubt")]
    assert told(known, point("hired", "9"), point("applied", "9")) == []


@pytest.mark.parametrize(
    ("likes", "words", "wrong"),
    [
        ("60", "some_more", True),  # more than 60 each of 5 make over 300, 29 each of nearly 10 less than 295
        ("58", "", False),  # 57.5 × 5 = 287.5
        ("60", "nearly", False),
    ],
)
def test_two_ways_lead_to_the_same_total(likes, words, wrong):
    known = related("same_total", "rate", "hired", "heat", "applied")
    data = point("rate", likes, qualifier=words), point("hired", "5"), point("heat", "29"), point("applied", "10")
    assert told(known, *data) == ([("contradiction.same_total", "rate@2022", "doubt")] if wrong else [])


@pytest.mark.parametrize(("percent", "wrong"), [("54.1", False), ("54.2", True), ("90.58", True)])
def test_a_share_is_that_of_its_part_in_part_and_rest(percent, wrong):
    known = related("share", "share", "hired", "applied")  # 360 of 665 are 54.135 %
    data = point("share", percent), point("hired", "360"), point("applied", "305")
    assert told(known, *data) == ([("contradiction.share", "share@2022", "doubt")] if wrong else [])


def test_nothing_is_no_whole_that_a_share_could_be_of():
    known = related("share", "share", "hired", "applied")
    assert told(known, point("share", "10"), point("hired", "0"), point("applied", "0")) == []


@pytest.mark.parametrize(
    ("percent", "words", "things", "wrong"),
    [
        ("91.3", "", "21", True),  # 19 are 90.5 %, 20 are 95.2 %
        ("91.3", "", "23", False),
        ("90.5", "", "21", False),
        ("90", "", "21", False),  # as rounded as it is printed
        ("100", "", "21", False),
        ("0", "", "21", False),
        ("91.3", "over", "21", False),
    ],
)
def test_a_share_of_few_things_comes_from_a_whole_number_of_them(percent, words, things, wrong):
    known = related("whole", "share", "hired")
    data = point("share", percent, qualifier=words), point("hired", things)
    assert told(known, *data) == ([("contradiction.whole", "share@2022", "doubt")] if wrong else [])


@pytest.mark.parametrize(
    ("growth", "before", "wrong"), [("460", "98.79", True), ("460", "15", False), ("2", "98", False)]
)
def test_a_share_that_grows_is_not_more_than_the_whole(growth, before, wrong):
    known = related("grown", "growth", "share")
    data = point("growth", growth), point("share@2021", before)
    assert told(known, *data) == ([("contradiction.grown", "growth@2022", "doubt")] if wrong else [])


def test_every_kind_of_relation_has_its_check():
    assert set(source._CHECKS) == set(RELATION_KINDS)


def test_a_share_of_more_or_less_many_things_need_not_come_from_a_whole_number_of_them():
    known = related("whole", "share", "hired")
    assert told(known, point("share", "54.1"), point("hired", "3"))
    assert told(known, point("share", "54.1"), point("hired", "3", qualifier="over")) == []
    assert told(known, point("share", "54.1"), point("hired", "0")) == []


def test_a_share_that_is_told_with_a_qualifier_is_shown_with_it():
    figures = Figures(
        known := related("share", "share", "hired", "applied"),
        snapshot([point("share", "70", qualifier="over"), point("hired", "360"), point("applied", "305")]),
    )
    (one,) = contradictions(Texts(Definitions(known, {}), figures))
    assert (one.issue.facts["value"].value, one.issue.facts["value"].qualifier) == (Decimal(70), "over")
