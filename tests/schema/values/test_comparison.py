"""Only what can be compared is compared: each reason, and what the digits bear."""

from decimal import Decimal

import pytest

from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import Format
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.validation.comparison_words import reason_words
from schema.values.comparison import NOT_MEANINGFUL, Step, difference, percent_change, told_change
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot
from schema.values.figures import Figures
from schema.values.parse import parse_value
from tests.factories import shipped_phrases, small_definitions

NOW, LAST = Key("m", 2022), Key("m", 2021)


def figures(last, now, kind="number", published=(), unit="t", timing="flow", display=""):
    metric = Metric("m", Words("量", "量", "Amount"), kind, unit, display, timing, "hr")
    catalogue = small_definitions(metrics={"m": metric}, phrases=shipped_phrases()).catalogue
    points = {}
    for key, given in ((LAST, last), (NOW, now)):
        typed, *more = given if isinstance(given, tuple) else (given, {})
        parsed = parse_value(typed, metric, catalogue)
        points[key] = DataPoint(key, parsed.value, parsed.qualifier, typed=parsed.typed, **(more[0] if more else {}))
    return Figures(catalogue, Snapshot(points=points, published=published))


@pytest.mark.parametrize(
    ("last", "now", "reason"),
    [
        ("近5.6亿", "8.7亿", "qualified"),
        ("超过 20,000,000", "超过 20,000,000", "qualified"),
        ("9.5", "约8.5", "qualified"),
        ("0.01", "0.02", "coarse"),
        ("90 亿", "136 亿", "coarse"),
        (("121.00", {"as_of": "2021-11-08"}), ("900.00", {"as_of": "2022-12-31"}), "as_of"),
        (("121.00", {"as_of": "2021-07-31"}), "900.00", "as_of"),
        (("121.00", {"since": 2018}), ("900.00", {"since": 2020}), "since"),
        ("0", "5.00", "zero"),
    ],
)
def test_what_cannot_be_compared_has_no_change_but_a_reason(last, now, reason):
    found = percent_change(figures(last, now), NOW)
    assert (found.value, found.reason) == (None, reason)
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert bool(reason_words(found, figures(last, now), language)) == (reason in NOT_MEANINGFUL)


@pytest.mark.parametrize(
    ("last", "now", "decimals"),
    [
        ("308.2百万", "366.0百万", 1),  # what each last digit moves is less than half a step
        ("37.5亿", "42.1亿", 0),  # 12.3 % would say too much, 12 % does not
        ("1,195,403.49", "1,195,404.49", 5),  # a change that is not zero is not shown as 0.0 %
    ],
)
def test_a_change_has_as_many_decimals_as_both_years_bear(last, now, decimals):
    found = percent_change(figures(last, now), NOW)
    assert (found.reason, found.decimals) == ("", decimals)


def test_decimals_that_were_asked_for_are_given_or_nothing_is():
    known = figures("37.5亿", "42.1亿")
    metric = known.catalogue.metrics["m"]
    assert told_change(known, NOW, metric, Format(change="change%", decimals=1)).reason == "coarse"
    assert told_change(known, NOW, metric, Format(change="change%", decimals=0)).value is not None


def test_counts_to_the_last_one_are_exact():
    assert percent_change(figures("14", "50", kind="integer"), NOW).decimals == 1
    assert percent_change(figures("14", "50"), NOW).reason == "coarse"


def test_a_value_is_as_coarse_as_the_report_that_printed_it():
    published = PublishedValue("r", LAST, "5.6亿", Decimal(560000000), resolution=Decimal(10**7))
    known = figures("560,000,000", "870,000,000", kind="integer", published=(published,))
    assert percent_change(known, NOW).reason == "coarse"
    assert percent_change(figures("560,000,000", "870,000,000", kind="integer"), NOW).reason == ""


def test_points_are_told_with_the_digits_of_the_percentages():
    assert difference(figures("95.1", "96.2", "percent", unit="percent"), NOW, Step()).decimals == 1
    assert difference(figures("40%", "40%", "percent", unit="percent"), NOW, Step()).decimals == 0
    assert difference(figures("82.86", "83%", "percent", unit="percent"), NOW, Step()).reason == "coarse"


def test_a_percentage_typed_without_decimals_says_as_much_as_is_printed_of_it():
    for last, now, change in (("100", "99.5", "-0.5"), ("73.9", "71", "-2.9"), ("40", "42", "2")):
        found = difference(figures(last, now, "percent", unit="percent", display="0.0"), NOW, Step())
        assert (found.value, found.decimals) == (Decimal(change), 1)
    known = figures("100", "99.5", "percent", unit="percent", display="0")
    assert difference(known, NOW, Step()).decimals == 0  # printed as 100 % and 100 %
    printed = PublishedValue("r", LAST, "71%", Decimal(71), resolution=Decimal(1))
    coarse = figures("71", "73.9", "percent", unit="percent", display="0.0", published=(printed,))
    assert difference(coarse, NOW, Step()).decimals == 0  # a report said no more than that
