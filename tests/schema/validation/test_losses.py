"""A company that loses money: nothing is told as wrong for being negative, and no percentage is told of a loss."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Unit
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES, Words
from schema.validation.check import check
from schema.validation.comparison_words import reason_words
from schema.validation.messages import message
from schema.values.comparison import percent_change
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from schema.values.money import currency_code, in_money
from tests.trader import trade_definitions, typed


@pytest.fixture(scope="module")
def definitions(tmp_path_factory, program):
    return trade_definitions(tmp_path_factory.mktemp("trader"), program)


def codes(definitions, **values):
    snapshot = typed(definitions, **values)
    found = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    return [issue for issue in found if issue.code.partition(".")[0] in ("value", "change", "slip", "unread", "total")]


def test_a_loss_in_any_currency_is_no_error(definitions):
    assert codes(definitions, profit_2022="-5万") == []
    assert codes(definitions, profit_2022="(1,200)") == []


def test_a_loss_in_whole_dollars_is_no_error(definitions):
    known = definitions.catalogue
    whole = replace(known.metrics["profit"], kind="integer")
    counted = replace(definitions, catalogue=replace(known, metrics={**known.metrics, "profit": whole}))
    assert codes(counted, profit_2022="-50000") == []


def test_less_than_nobody_is_an_error_as_before(definitions):
    assert [issue.code for issue in codes(definitions, staff_2022="-3")] == ["value.negative"]


def test_a_gain_that_becomes_a_loss_is_asked_about_without_a_multiple(definitions):
    (issue,) = codes(definitions, profit_2021="30", profit_2022="-50000")
    assert issue.code == "change.sign"
    for language in LANGUAGES:
        told = message(issue, definitions.catalogue, language)
        assert "-50,000" in told
        assert "1,66" not in told


@pytest.mark.parametrize(("before", "now"), [("-100", "50"), ("100", "-20")])
def test_no_percentage_leads_from_a_gain_to_a_loss_or_back_and_the_reason_is_told(definitions, before, now):
    figures = Figures(definitions.catalogue, typed(definitions, profit_2021=before, profit_2022=now))
    compared = percent_change(figures, Key("profit", 2022))
    assert (compared.value, compared.reason, compared.not_meaningful) == (None, "sign", True)
    assert all(reason_words(compared, figures, language) for language in LANGUAGES)


def test_a_currency_is_known_by_its_code_its_names_and_its_aliases(definitions):
    units = definitions.catalogue.units
    assert {code: currency_code(unit) for code, unit in units.items() if currency_code(unit)} == {
        "hkd": "hkd", "cny": "cny", "usd": "usd",
    }  # fmt: skip
    each = Unit("hkdperson", Words("港元/人", "港元/人", "HK$ per person"), units["hkd"].factor, "hongkong^1 person^-1")
    assert in_money(each, units)
    assert not in_money(units["person"], units)
    assert not in_money(units["percent"], units)


@pytest.mark.parametrize(("earlier", "told"), [("-30", []), ("30", ["total.part"])])
def test_a_part_may_exceed_its_whole_where_another_one_may_be_a_loss(definitions, earlier, told):
    known = definitions.catalogue
    parted = replace(known.metrics["profit"], crossings=(("gender",),), sum_over=("gender",))
    crossed = replace(definitions, catalogue=replace(known, metrics={**known.metrics, "profit": parted}))
    values = {("", 2022): "90", ("gender=male", 2022): "120", ("gender=female", 2020): earlier}
    points = {key: DataPoint(key, Decimal(text), typed=text) for (category, year), text in values.items()
              for key in (Key("profit", year, category=category),)}  # fmt: skip
    snapshot = Snapshot(points=points)
    found = check(crossed, snapshot, Figures(crossed.catalogue, snapshot))
    assert [
        issue.code for issue in found if issue.code.startswith("total.") and issue.code != "total.unchecked"
    ] == told


def test_an_amount_without_a_rate_of_its_year_is_an_error_until_it_is_typed_again(definitions):
    key = Key("revenue", 2023)
    for year, code in ((2023, "unread.rate"), (2022, "unread.rate")):
        point = DataPoint(replace(key, period=year), unread="US$5", typed="US$5")
        snapshot = Snapshot(points={point.key: point})
        found = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
        assert [issue.code for issue in found if issue.key == point.key and issue.code != "blank"] == [code]
