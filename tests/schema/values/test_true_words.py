"""What is printed of a value is true of every value that it may stand for, and never says nothing of something."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import parse_format
from schema.grammar.words import LANGUAGES, Words
from schema.values.display import Display
from schema.values.intervals import Interval, by_the_letter
from schema.values.parse import parse_value
from schema.values.qualifiers import QUALIFIERS
from tests.factories import small_catalogue

CATALOGUE = small_catalogue()
WASTE = Metric("m", Words("量", "量", "Amount"), "number", "t", "", "flow", "hr")
FORMATS = ("", "0.0", "万", "万t 0.00", "万 0.0", "亿 0.0", "千 0", "百万 0.00", "kg", "kg 0.0")
AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False, allow_infinity=False)
SHOWN = st.tuples(AMOUNTS, st.sampled_from(("", *QUALIFIERS)), st.sampled_from(FORMATS), st.sampled_from(LANGUAGES))


def printed(value: Decimal, qualifier: str, form: str, language: str) -> str:
    display = Display(WASTE, CATALOGUE, language, parse_format(form, CATALOGUE.units) if form else None)
    return display.show(value, qualifier, with_unit=True)


def holds(said: Interval, known: Interval) -> bool:
    below = said.low < known.low or (said.low == known.low and (known.open_low or not said.open_low))
    above = said.high > known.high or (said.high == known.high and (known.open_high or not said.open_high))
    return below and above


@given(SHOWN)
def test_what_is_printed_is_true_of_every_value_of_the_interval(shown):
    value, qualifier, form, language = shown
    words = printed(value, qualifier, form, language)
    read = parse_value(words, WASTE, CATALOGUE)
    assert read.value is not None, words
    if qualifier and QUALIFIERS[qualifier].side != "around":
        assert holds(by_the_letter(read.value, read.qualifier), by_the_letter(value, qualifier)), words
    else:
        assert abs(read.value - value) * 2 <= read.resolution, words
        assert read.qualifier == qualifier


@given(SHOWN)
def test_only_nothing_is_printed_as_nothing(shown):
    read = parse_value(printed(*shown), WASTE, CATALOGUE)
    assert (read.value == 0) == (shown[0] == 0)


@given(SHOWN.filter(lambda shown: shown[1] and shown[3] != "en"))
def test_a_qualified_value_has_no_more_digits_than_it_was_given(shown):
    words = printed(*shown)
    if "." in words:
        digits = "".join(sign for sign in words if sign.isdigit()).lstrip("0")
        assert len(digits) <= len(shown[0].normalize().as_tuple().digits), words


def test_the_sentences_of_the_issue():
    assert printed(Decimal(12380), "over", "万t 0.00", "zh-Hans") == "超过1.23万吨"
    assert printed(Decimal(56710), "nearly", "万t 0.00", "zh-Hans") == "近5.68万吨"
    assert printed(Decimal(300000), "about", "万 0.0", "zh-Hans") == "约30万吨"
    assert printed(Decimal(30), "", "万t 0.00", "zh-Hans") == "0.003万吨"
    assert printed(Decimal(0), "", "万t 0.00", "zh-Hans") == "0.00万吨"


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [
        ("5", "at_most", "不超过0.0005万吨"),
        ("5", "less_than", "不足0.0005万吨"),
        ("450", "at_most", "不超过0.045万吨"),
        ("999", "over", "超过0.0999万吨"),
        ("1000", "over", "超过0.1万吨"),
        ("9310", "over", "超过0.93万吨"),  # two digits are left: as many as the placement asks for
        ("4.5678", "at_most", "不超过0.0005万吨"),  # five digits were computed, not typed
        ("450", "", "0.05万吨"),
    ],
)
def test_a_small_qualified_value_keeps_the_digits_that_were_typed(value, qualifier, words):
    assert printed(Decimal(value), qualifier, "万t 0.00", "zh-Hans") == words


@given(SHOWN.filter(lambda shown: shown[1] and len(shown[0].normalize().as_tuple().digits) <= 4))
def test_a_qualified_value_of_few_digits_is_off_by_less_than_a_tenth_of_itself(shown):
    value, qualifier, form, language = shown
    read = parse_value(printed(value, qualifier, form, language), WASTE, CATALOGUE)
    assert read.value is not None
    assert abs(read.value - value) * 10 < abs(value) or value == 0
