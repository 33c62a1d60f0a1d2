"""Numbers in English words."""

from decimal import Decimal

import pytest

from schema.values.english_numerals import read_english


@pytest.mark.parametrize(
    ("words", "value", "step"),
    [
        ("seven", 7, 1),
        ("twenty-four", 24, 1),
        ("a hundred", 100, 1),
        ("four hundred million", 400_000_000, 1_000_000),
        ("Four thousand nine hundred and fifty-one", 4951, 1),
        ("ten thousand", 10_000, 1000),
        ("two million three hundred thousand", 2_300_000, 1000),
        ("one billion and five", 1_000_000_005, 1),
    ],
)
def test_words_in_their_order_are_one_number(words, value, step):
    assert read_english(words) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    "words",
    [
        "twenty thirty",
        "two three",
        "hundred",
        "thousand",
        "two thousand million",
        "ten four",
        "two million three million",
    ],
)
def test_words_in_a_row_that_are_no_number_are_none(words):
    assert read_english(words) is None
