"""Numbers in words: quantities and shares that are some, and signs that are part of other words."""

from decimal import Decimal

import pytest

from tests.schema.validation.statements.test_reading import forms, quantities


@pytest.mark.parametrize(
    ("language", "text", "value", "qualifier"),
    [
        ("zh-Hans", "仅三人参加", "3", ""),
        ("zh-Hans", "人数减少两人", "2", ""),
        ("zh-Hans", "二十人参加", "20", ""),
        ("zh-Hans", "超过二十人参加", "20", "over"),
        ("zh-Hans", "近两百人参加", "200", "nearly"),
        ("zh-Hans", "两百余人参加", "200", "some_more"),
        ("zh-Hans", "近三百余人参加", "300", "some_more"),
        ("en", "more than twenty people came", "20", "over"),
        ("en", "reached seven people", "7", ""),
    ],
)
def test_a_number_in_words_is_read_with_its_qualifier(language, text, value, qualifier):
    (found,) = quantities(text, language)
    assert (found.value, found.qualifier, found.worded) == (Decimal(value), qualifier, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "三人行"),
        ("zh-Hans", "仅一人"),
        ("zh-Hans", "另一方面"),
        ("en", "seven people came"),
        ("en", "only one person"),
    ],
)
def test_signs_that_count_nothing_for_certain_are_no_number(language, text):
    assert quantities(text, language) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one in two.", "50"), ("one out of four", "25"), ("one in ten.", "10"), ("two thirds of them", "66.67"),
        ("a quarter of them", "25"), ("the majority of them", "50"), ("half of them", "50"),
    ],
)  # fmt: skip
def test_a_share_in_english_words_is_so_much_of_a_hundred(text, value):
    (found,) = quantities(text, "en")
    assert round(found.value, 2) == Decimal(value)
    assert found.units == ("percent",)


def test_what_stands_for_no_quantity_is_told_with_all_its_signs():
    assert forms("见 ISO 14001 的要求") == [("14001", "standard")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [("佩戴 N95/KN95 口罩", "95/KN95"), ("账号 @kuai_365 发布", "365"), ("使用 H5 页面", "5"), ("在 A4", "4")],
)
def test_a_number_that_belongs_to_a_name_is_told_as_one_with_all_of_it(text, quote):
    assert forms(text) == [(quote, "name")]
