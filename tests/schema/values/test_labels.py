"""Values that are said in words: what people write for them, how they are kept and said; ranges."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.grammar.words import LANGUAGES
from schema.values.display import Display
from schema.values.intervals import by_the_letter, falls_below, qualifier_of_sum, rises_above
from schema.values.labels import is_labelled, listed_labels, say_label, written_label
from schema.values.parse import parse_value
from schema.values.qualifiers import is_qualifier, qualifier_of, range_to
from tests.trader import trade_definitions


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory, program):
    return trade_definitions(tmp_path_factory.mktemp("trader"), program).catalogue


def read(catalogue, code, text):
    return parse_value(text, catalogue.metrics[code], catalogue)


@pytest.mark.parametrize("text", ["是", "有", "YES", "y", "TRUE", "已制定", "√", "1", " Yes "])
def test_a_yes_is_read_as_people_write_it(catalogue, text):
    assert read(catalogue, "policy.bribery", text).value == 1


@pytest.mark.parametrize("text", ["否", "无", "没有", "No", "n", "FALSE", "未制定", "×", "0"])
def test_a_no_is_read_as_people_write_it(catalogue, text):
    assert read(catalogue, "policy.bribery", text).value == 0


@pytest.mark.parametrize("text", ["也许", "yes and no", "2", "进行中"])
def test_what_is_neither_is_kept_as_typed_and_named(catalogue, text):
    parsed = read(catalogue, "policy.bribery", text)
    assert (parsed.value, parsed.unread, parsed.problem) == (None, text, "label.unknown")


def test_a_reason_and_a_word_for_later_are_what_they_are_with_numbers(catalogue):
    assert read(catalogue, "policy.bribery", "不适用").omission == "not_applicable"
    assert read(catalogue, "policy.date", "待定").problem == "number.open"


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        ("2021-06-30", "2021-06-30", ("2021 年 6 月 30 日", "2021 年 6 月 30 日", "30 June 2021")),
        ("30 Jun 2021", "2021-06-30", ("2021 年 6 月 30 日", "2021 年 6 月 30 日", "30 June 2021")),
        ("２０２１年６月", "2021-06", ("2021 年 6 月", "2021 年 6 月", "June 2021")),
        ("2021", "2021", ("2021 年", "2021 年", "2021")),
        ("44377", "2021-06-30", ("2021 年 6 月 30 日", "2021 年 6 月 30 日", "30 June 2021")),
    ],
)
def test_a_date_is_kept_in_iso_form_and_said_in_each_language(catalogue, text, kept, said):
    metric = catalogue.metrics["policy.date"]
    value = read(catalogue, "policy.date", text).value
    assert written_label(metric, value) == kept
    assert tuple(say_label(metric, value, language) for language in LANGUAGES) == said
    assert tuple(Display(metric, catalogue, one).show(value, with_unit=True) for one in LANGUAGES) == said


def test_a_day_that_may_be_two_days_is_asked_about(catalogue):
    parsed = read(catalogue, "policy.date", "05/06/2021")
    assert (parsed.problem, parsed.detail) == ("label.order", "2021-05-06 / 2021-06-05")
    assert read(catalogue, "policy.date", "next week").problem == "label.day"


def test_a_choice_is_read_by_its_words_in_any_language_and_by_its_number(catalogue):
    metric = catalogue.metrics["policy.level"]
    assert {read(catalogue, "policy.level", text).value for text in ("部分", "partial", "1")} == {Decimal(1)}
    assert [say_label(metric, Decimal(2), language) for language in LANGUAGES] == ["全面", "全面", "Full"]
    assert listed_labels(metric).en == "Not begun/Partial/Full"


def test_a_choice_that_was_taken_out_stays_a_number_and_is_told(catalogue):
    metric = replace(catalogue.metrics["policy.level"], choices=catalogue.metrics["policy.level"].choices[:2])
    assert not is_labelled(metric, Decimal(2))
    assert say_label(metric, Decimal(2), "en") == "2"


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("20–30", "20", "to:30"),
        ("20至30天", "20", "to:30"),
        ("between 20 and 30 days", "20", "to:30"),
        ("1至2千", "1000", "to:2000"),
        ("介于-5到10之间", "-5", "to:10"),
        ("20", "20", ""),
        ("30-30", "30", ""),
        ("至少20", "20", "at_least"),
    ],
)
def test_a_range_keeps_both_ends(catalogue, text, value, qualifier):
    parsed = read(catalogue, "payment.term", text)
    assert (parsed.value, parsed.qualifier) == (Decimal(value), qualifier)
    assert not qualifier or is_qualifier(qualifier)


@pytest.mark.parametrize("text", ["30–20", "超过20至30", "20–30–40"])
def test_what_is_no_range_is_kept_as_typed(catalogue, text):
    assert read(catalogue, "payment.term", text).unread == text


def test_a_range_is_no_value_of_a_metric_that_asks_for_one_number(catalogue):
    assert read(catalogue, "training.days", "20–30").problem == "number.range"


def test_a_range_is_an_interval_for_bounds_and_sums():
    both = by_the_letter(Decimal(20), range_to(Decimal(30)))
    assert (both.low, both.high) == (20, 30)
    assert rises_above(Decimal(20), "to:30", Decimal(25))
    assert not rises_above(Decimal(20), "to:30", Decimal(30))
    assert falls_below(Decimal(20), "to:30", Decimal(21))
    assert qualifier_of_sum([(Decimal(20), "to:30"), (Decimal(5), "")]) == "to:35"


@pytest.mark.parametrize("code", ["to:", "to:x", "to:1.2.3", "to:--1", "to:1e5", "too", "to:1 "])
def test_only_a_number_ends_a_range(code):
    assert not is_qualifier(code)
    with pytest.raises(KeyError):
        qualifier_of(code)
