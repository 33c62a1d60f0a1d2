"""How long a text is and should be, as readers of its language count."""

import pytest

from schema.grammar.text_length import TextLength, count_length, parse_length


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [("200-350", 200, 350), ("200–350", 200, 350), (" 200 - 350 ", 200, 350), ("30", 0, 30), ("50-50", 50, 50)],
)
def test_a_length_is_two_numbers_or_the_most(written, least, most):
    assert parse_length(written) == TextLength(least, most)


@pytest.mark.parametrize("written", ["", "0", "long", "350-200", "200-", "1.5", "200字"])
def test_what_is_no_length_is_not_read(written):
    assert parse_length(written) is None


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("", "zh-Hans", 0),
        ("员工发展。", "zh-Hans", 5),
        ("2022 年，GRI 占 44.6%。", "zh-Hans", 7),  # a number and a Latin word count as one sign each
        ("約１２人", "zh-Hant", 4),
        ("Up 44.6% on last year.", "en", 5),
        ("第一段\n\n第二段", "zh-Hans", 6),
    ],
)
def test_chinese_is_counted_in_signs_english_in_words(text, language, count):
    assert count_length(text, language) == count


def test_an_english_text_is_asked_for_in_words():
    asked = TextLength(200, 350)
    assert asked.in_language("en") == TextLength(120, 210)
    assert asked.in_language("zh-Hant") is asked
    assert TextLength(0, 1).in_language("en") == TextLength(0, 5)  # never none at all


def test_a_length_is_said_as_it_is_printed():
    assert (str(TextLength(200, 350)), str(TextLength(0, 30))) == ("200–350", "≤ 30")
