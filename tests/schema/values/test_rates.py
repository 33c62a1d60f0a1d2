"""Amounts in another currency: the rate of the year and of what is counted, shown; none is guessed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.check import check
from schema.validation.messages import message
from schema.validation.readings import notices
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from schema.values.rates import Written, parse_in_year
from tests.trader import trade_definitions


@pytest.fixture(scope="module")
def definitions(tmp_path_factory, program):
    return trade_definitions(tmp_path_factory.mktemp("trader"), program)


def read(definitions, text, code="revenue", year=2022, unit=""):
    catalogue = definitions.catalogue
    return parse_in_year(Written(text, unit), catalogue.metrics[code], catalogue, year)


@pytest.mark.parametrize(
    ("text", "code", "year", "value", "rate"),
    [
        ("US$1,200", "revenue", 2022, "9396", "usd.average"),  # what flows: the year's average
        ("1,200美元", "assets", 2022, "9372", "usd.closing"),  # what stands: its end
        ("US$1,200", "revenue", 2021, "9360", "usd.average"),
        ("US$1.2 million", "revenue", 2022, "9396000", "usd.average"),
        ("(100美元)", "profit", 2022, "-783", "usd.average"),
        ("人民币 8 万元", "revenue", 2024, "100000", "cny.rate"),  # the other way round, in force since
        ("人民币 8 万元", "assets", 2022, "100000", "cny.rate"),
    ],
)
def test_an_amount_is_converted_with_the_rate_of_its_year_and_timing(definitions, text, code, year, value, rate):
    parsed = read(definitions, text, code, year)
    assert parsed.value == Decimal(value)
    (notice,) = parsed.noticed
    assert notice.kind == "rate"
    assert rate in notice.detail


def test_the_unit_of_a_column_may_be_another_currency(definitions):
    assert read(definitions, "1.2", unit="USD million").value == Decimal(9396000)


def test_a_qualifier_and_the_typed_text_stay(definitions):
    parsed = read(definitions, "超过US$1,200")
    assert (parsed.value, parsed.qualifier, parsed.typed) == (Decimal(9396), "over", "超过US$1,200")


def test_the_own_currency_needs_no_rate(definitions):
    parsed = read(definitions, "HK$1,200")
    assert (parsed.value, parsed.noticed) == (Decimal(1200), ())


@pytest.mark.parametrize(("code", "year"), [("assets", 2021), ("revenue", 2020), ("revenue", 2023)])
def test_without_a_rate_nothing_is_guessed(definitions, code, year):
    parsed = read(definitions, "US$1,200", code, year)
    assert (parsed.value, parsed.problem, parsed.unread) == (None, "unit.rate", "US$1,200")


def test_what_is_converted_and_what_is_not_is_told_in_each_language(definitions):
    metric, key = "revenue", Key("revenue", 2023)
    (told,) = notices(read(definitions, "US$1,200"), Key(metric, 2022))
    snapshot = Snapshot(points={key: DataPoint(key, unread="US$1,200", typed="US$1,200")})
    issues = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    (unread,) = [issue for issue in issues if issue.key == key and issue.code == "unread.rate"]
    for language in LANGUAGES:
        assert "9,396" in message(told, definitions.catalogue, language)
        assert "7.83" in message(told, definitions.catalogue, language)
        assert "US$1,200" in message(unread, definitions.catalogue, language)


def test_a_weight_in_another_currency_is_no_matter_of_rates(definitions):
    assert read(definitions, "US$5", "training.days").problem == "unit.other_dimension"
    assert read(definitions, "5 kg").problem == "unit.unknown"


def test_a_rate_of_nothing_is_none(definitions):
    known = definitions.catalogue
    empty = replace(known, factors=tuple(replace(one, value=Decimal(0)) for one in known.factors))
    assert parse_in_year(Written("US$5"), known.metrics["revenue"], empty, 2022).problem == "unit.rate"
