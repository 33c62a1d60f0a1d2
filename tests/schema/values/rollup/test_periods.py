"""What a year has, where its months, quarters or halves are reported: against sums made here, by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.loader import load_definitions
from schema.grammar.reference import Key
from schema.values.comparison import percent_change
from schema.values.figures import Figures
from schema.values.results import all_results
from tests.food_maker import FILES, food_snapshot, write_definitions
from tests.insurer import BRANCHES, MONTHS, amount, insurer_snapshot, typed, write_insurer

YEAR = 2021


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    without_parts = {"outlines/insurer-2021/01-all.yaml": "chapters: []\n"}
    return load_definitions(write_insurer(tmp_path_factory.mktemp("insurer"), without_parts)).catalogue


@pytest.fixture
def value(catalogue):
    def of(metric, span="", entity="", category="", year=YEAR, figures=None):
        return (figures or Figures(catalogue, insurer_snapshot())).value(Key(metric, year, entity, category, span))

    return of


def by_hand(months, entities=BRANCHES, year=YEAR):
    return sum((amount("electricity", year, span, entity) for span in months for entity in entities), Decimal(0))


@pytest.mark.parametrize(
    ("span", "months"),
    [("", MONTHS), ("h1", MONTHS[:6]), ("q1", ("m07", "m08", "m09")), ("q4", ("m04", "m05", "m06")), ("m02", ("m02",))],
)
def test_each_part_of_the_year_is_the_sum_of_its_months_over_all_branches(value, span, months):
    result = value("electricity", span)
    assert (result.kind, result.value) == ("figure", by_hand(months))
    assert value("electricity", span, "london").value == by_hand(months, ("london",))


def test_what_stands_at_an_end_is_that_of_the_last_part(value):
    for gender in ("male", "female"):
        assert value("staff", category=f"gender={gender}").value == amount(gender, YEAR, "h2")
    assert value("staff").value == amount("male", YEAR, "h2") + amount("female", YEAR, "h2")
    assert value("staff", "h1").value == amount("male", YEAR, "h1") + amount("female", YEAR, "h1")
    assert value("donated").value == 10000 * YEAR + 5000


def test_a_rate_never_adds_up_and_is_computed_anew_from_what_does(value):
    assert value("content").kind == "missing"
    quarters = ("q1", "q2", "q3", "q4")
    for spans, span in ((quarters, ""), (quarters[:2], "h1"), (("q3",), "q3")):
        claims, premiums = (sum(amount(code, YEAR, one) for one in spans) for code in ("claims", "premiums"))
        assert abs(value("lossratio", span).value - claims / premiums * 100) < Decimal("1e-20")


def test_a_formula_may_take_a_part_of_its_year(value):
    share = by_hand(("m01",)) / by_hand(MONTHS) * 100
    assert abs(value("winter").value - share) < Decimal("1e-20")


def test_a_year_whose_month_is_missing_is_missing_with_that_month(catalogue, value):
    lacking = Key("electricity", YEAR, "macao", "", "m11")
    figures = Figures(catalogue, insurer_snapshot(without=(lacking,)))
    result = value("electricity", entity="macao", figures=figures)
    assert (result.kind, result.missing) == ("missing", (lacking,))
    assert value("electricity", "q2", "macao", figures=figures).kind == "missing"
    assert value("electricity", "q3", "macao", figures=figures).value == by_hand(("m01", "m02", "m03"), ("macao",))


def test_a_month_that_does_not_apply_counts_as_absent(catalogue, value):
    key = Key("electricity", YEAR, "macao", "", "m11")
    point = replace(typed("electricity", YEAR, "m11", 0, "macao"), value=None, omission="not_applicable")
    figures = Figures(catalogue, insurer_snapshot(point))
    expected = by_hand(MONTHS, ("macao",)) - amount("electricity", YEAR, "m11", "macao")
    assert figures.value(replace(key, span="")).value == expected


def test_what_is_typed_goes_before_what_follows(catalogue, value):
    figures = Figures(catalogue, insurer_snapshot(typed("premiums", YEAR, "", 9), typed("premiums", YEAR, "h1", 4)))
    assert (value("premiums", figures=figures).value, value("premiums", "h1", figures=figures).value) == (9, 4)
    figures = Figures(
        catalogue, insurer_snapshot(typed("premiums", YEAR, "h1", 4), without=(Key("premiums", YEAR, span="q1"),))
    )
    assert value("premiums", figures=figures).value == 4 + amount("premiums", YEAR, "q3") + amount(
        "premiums", YEAR, "q4"
    )


def test_a_change_is_that_on_the_same_part_of_last_year(catalogue):
    figures = Figures(catalogue, insurer_snapshot())
    for span, months in (("q3", ("m01", "m02", "m03")), ("", MONTHS)):
        change = percent_change(figures, Key("electricity", YEAR, span=span))
        now, before = by_hand(months), by_hand(months, year=YEAR - 1)
        assert change.before.key.span == span
        assert abs(change.value - (now - before) / before * 100) < Decimal("0.06")


def test_what_is_asked_for_are_the_parts_and_the_year_where_it_does_not_follow(catalogue):
    figures = Figures(catalogue, insurer_snapshot())
    asked = [key.canonical() for key in figures.asked(Key("premiums", YEAR))]
    assert asked == [f"premiums@2021q{number}" for number in range(1, 5)]
    assert [key.span for key in figures.asked(Key("content", YEAR))] == ["", "q1", "q2", "q3", "q4"]
    electricity = figures.asked(Key("electricity", YEAR))
    assert (len(electricity), electricity[0].canonical()) == (48, "electricity/hongkong@2021m07")
    assert figures.asked(Key("lossratio", YEAR)) == (Key("lossratio", YEAR),)


def test_a_year_that_was_typed_is_its_own_answer(catalogue):
    figures = Figures(catalogue, insurer_snapshot(typed("premiums", YEAR, "", 9)))
    assert figures.asked(Key("premiums", YEAR)) == (Key("premiums", YEAR),)


def test_everything_that_follows_is_listed(catalogue):
    figures = Figures(catalogue, insurer_snapshot())
    spans = [result.key.span for result in all_results(figures, "premiums", YEAR)]
    assert sorted(spans) == ["", "h1", "h2", "q1", "q2", "q3", "q4"]
    assert {result.key.span for result in all_results(figures, "lossratio", YEAR)} >= {"", "h1", "q2"}


def test_values_by_quarter_roll_up_although_nobody_asked_for_quarters(catalogue):
    plain = replace(catalogue.metrics["premiums"], collected="")
    known = replace(catalogue, metrics={**catalogue.metrics, "premiums": plain})
    total = sum(amount("premiums", YEAR, span) for span in ("q1", "q2", "q3", "q4"))
    assert Figures(known, insurer_snapshot()).value(Key("premiums", YEAR)).value == total


def test_a_company_without_parts_of_a_year_computes_as_before(tmp_path):
    food = load_definitions(write_definitions(tmp_path, FILES)).catalogue
    figures = Figures(food, food_snapshot())
    assert figures.rollups.periods.kept == {}
    assert {result.key.span for result in all_results(figures)} == {""}
