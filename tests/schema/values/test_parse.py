"""Numbers as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.number_format import Format
from schema.grammar.words import LANGUAGES
from schema.values.display import Display
from schema.values.omissions import OMISSIONS, find_omission
from schema.values.parse import clean_text, parse_value


@pytest.mark.parametrize(
    ("text", "unit", "value", "qualifier"),
    [
        ("1,195,403.49", "mwh", "1195403.49", ""),
        ("１２３", "t", "123", ""),
        ("１，２３４．５", "t", "1234.5", ""),
        ("7,570万", "cny", "75700000", ""),
        ("7,570萬元", "cny", "75700000", ""),
        ("超过7,570万", "cny", "75700000", "over"),
        ("超7,600万", "persontime", "76000000", "over"),
        ("6,000+人", "person", "6000", "at_least"),
        ("5万 +", "persontime", "50000", "at_least"),
        ("450场以上", "session", "450", "at_least"),
        ("20余万", "person", "200000", "some_more"),
        ("100余项", "item", "100", "some_more"),
        ("约3,000吨", "t", "3000", "about"),
        ("(1,200)", "cny", "-1200", ""),
        ("−5", "cny", "-5", ""),
        ("1.5亿元", "cny", "150000000", ""),
        ("300万度", "kwh", "3000000", ""),
        ("2,196.72 kW", "kw", "2196.72", ""),
        ("1 MWh", "kwh", "1000", ""),
        ("over 3 million", "cny", "3000000", "over"),
        ("28,098", "person", "28098", ""),
        ("0", "case", "0", ""),
    ],
)
def test_a_written_number_is_understood(catalogue, metric, text, unit, value, qualifier):
    parsed = parse_value(text, metric(unit), catalogue)
    assert (parsed.value, parsed.qualifier, parsed.problem) == (Decimal(value), qualifier, "")


@pytest.mark.parametrize(
    ("text", "value", "qualifier"), [("93.6%", "93.6", ""), ("近10%", "10", "nearly"), ("９５．８８％", "95.88", "")]
)
def test_a_percentage_is_kept_as_people_say_it(catalogue, metric, text, value, qualifier):
    parsed = parse_value(text, metric("percent", "percent"), catalogue)
    assert (parsed.value, parsed.qualifier) == (Decimal(value), qualifier)


@pytest.mark.parametrize(
    ("text", "omission"),
    [
        ("不适用", "not_applicable"),
        ("-", "not_applicable"),
        ("N/A", "not_applicable"),
        ("未統計", "not_collected"),
        ("未收集", "not_collected"),
        ("暂无", "unavailable"),
        ("無法獲取", "unavailable"),
        ("not available", "unavailable"),
        ("保密", "confidential"),
        ("Confidential", "confidential"),
        ("法律限制", "legal"),
        ("legal", "legal"),
    ],
)
def test_words_for_no_value_are_an_omission(catalogue, metric, text, omission):
    assert parse_value(text, metric(), catalogue).omission == omission


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("abc", "number.unreadable"),
        ("12,34", "number.separators"),
        ("1.2.3", "number.separators"),
        ("10²", "number.power"),
        ("nan", "number.unreadable"),
        ("12 furlong", "unit.unknown"),
        ("12 吨", "unit.other_dimension"),
    ],
)
def test_what_is_not_understood_is_kept_with_the_reason(catalogue, metric, text, problem):
    parsed = parse_value(text, metric("cny"), catalogue)
    assert (parsed.unread, parsed.problem, parsed.value) == (text, problem, None)


def test_a_column_unit_is_converted_exactly(catalogue, metric):
    assert parse_value("156.19", metric("t"), catalogue, "萬噸").value == Decimal(1_561_900)
    assert parse_value("24,944.68", metric("mj"), catalogue, "吉焦").value == Decimal(24_944_680)


def test_scale_in_the_value_and_in_the_column_is_refused(catalogue, metric):
    assert parse_value("7,570万", metric(), catalogue, "万元").problem == "unit.scale_twice"


def test_a_full_unit_at_the_value_wins_over_the_column(catalogue, metric):
    assert parse_value("7,570万元", metric(), catalogue, "万元").value == Decimal(75_700_000)


def test_the_resolution_is_that_of_the_last_typed_digit(catalogue, metric):
    assert parse_value("156.19", metric("t"), catalogue, "萬噸").resolution == Decimal(100)


@pytest.mark.parametrize("good", ["\ufdcf", "\ufdf0", "\ufffd", "\U0001f600", "\n", "\t"])
def test_characters_beside_those_are_kept(good):
    assert clean_text(f"甲{good}乙") == f"甲{good}乙"


@pytest.mark.parametrize(
    "bad", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff", "\U0001fffe", "\u202e", "\ufdd0", "\ufdef", "\x85"]
)
def test_characters_that_no_document_can_hold_are_dropped(bad):
    assert clean_text(f"甲{bad}乙") == "甲乙"


def test_line_ends_become_one_kind_and_accents_are_composed():
    assert clean_text("a\r\nb\rc e\u0301") == "a\nb\nc é"


def test_the_words_that_stand_for_an_omission_in_documents_are_read_as_it(definitions):
    phrases = definitions.catalogue.phrases
    for code in OMISSIONS:
        for language in LANGUAGES:
            words = phrases["omission." + code.replace("_", ".")].get(language)
            assert find_omission(words) == code, words


@given(st.text())
def test_no_text_whatever_raises(catalogue, text):
    from schema.catalogue.definitions import Metric
    from schema.grammar.words import Words

    thing = Metric("a", Words("a", "a", "a"), "number", "t", "", "flow", "csr")
    parsed = parse_value(text, thing, catalogue)
    states = [parsed.empty, parsed.value is not None, bool(parsed.omission), bool(parsed.unread)]
    assert states.count(True) == 1


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_shown_number_is_read_back_as_the_same_value(catalogue, value):
    from schema.catalogue.definitions import Metric
    from schema.grammar.words import Words

    thing = Metric("a", Words("a", "a", "a"), "number", "t", "", "flow", "csr")
    for language in ("zh-Hans", "zh-Hant", "en"):
        text = Display(thing, catalogue, language, Format(decimals=2)).show(value, with_unit=True)
        assert parse_value(text, thing, catalogue).value == value


def test_a_word_for_two_units_means_the_one_that_fits_the_metric(catalogue, metric):
    assert parse_value("34.90 噸/人", metric("tco2eperson"), catalogue).value == Decimal("34.90")
    assert parse_value("105.95", metric("tco2e"), catalogue, "萬噸").value == Decimal(1_059_500)
    assert parse_value("3 吨", metric("t"), catalogue).value == Decimal(3)


@pytest.mark.parametrize("text", ["约25个", "约 25 个", "约25個", "约25个国家"])
def test_the_general_counter_counts_whatever_the_metric_counts(catalogue, metric, text):
    parsed = parse_value(text, metric("country", "integer"), catalogue)
    assert (parsed.value, parsed.qualifier, parsed.problem) == (Decimal(25), "about", "")


def test_the_general_counter_has_a_scale_and_stands_above_a_column_but_beside_nothing_that_is_measured(
    catalogue, metric
):
    assert parse_value("2万个", metric("person", "integer"), catalogue).value == 20000
    assert parse_value("25", metric("city", "integer"), catalogue, "个").value == 25
    assert parse_value("25个", metric("t"), catalogue).problem == "unit.other_dimension"
    assert parse_value("25人个", metric("country", "integer"), catalogue).problem == "unit.unknown"
