"""Numbers in characters: what a book writes is read, what people say short is not guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.values.chinese_numerals import read_chinese

CHINESE = [
    ("十", 10), ("十五", 15), ("二〇二四", 2024), ("两亿", 200_000_000), ("三万亿", 3 * 10**12),
    ("一亿零五万", 100_050_000), ("一千零一万", 10_010_000), ("一百一十", 110), ("貳佰", 200),
]  # fmt: skip


@pytest.mark.parametrize(("words", "number"), CHINESE)
def test_a_number_in_characters_is_read(words, number):
    found = read_chinese(words)
    assert found is not None
    assert found[0] == number


@pytest.mark.parametrize(
    "words", ["", "百", "万", "三万五", "二百五", "三四十", "三五", "十十", "点五", "五点", "零零五万万", "一百十"]
)
def test_what_is_said_short_or_wrong_in_characters_is_no_number(words):
    assert read_chinese(words) is None


def in_characters(number: int) -> str:
    """A number as a book writes it."""
    if number == 0:
        return "零"
    words, zero = "", False
    for power, place in ((8, "亿"), (4, "万"), (0, "")):
        section, number = divmod(number, 10**power) if power else (number, 0)
        if section == 0:
            zero = zero or bool(words)
            continue
        zero = bool(words) and (zero or section < 1000)
        for small, sign in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
            digit, section = divmod(section, 10**small)
            if digit == 0:
                zero = zero or bool(words)
                continue
            words += ("零" if zero and words else "") + "零一二三四五六七八九"[digit] + sign
            zero = False
        words, zero = words + place, False
    return words


@settings(max_examples=60)
@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_any_number_in_characters_is_read_back(number):
    found = read_chinese(in_characters(number))
    assert found is not None, in_characters(number)
    assert found[0] == number
