"""The direction that a sentence gives to a change."""

import pytest

from schema.grammar.words import Words
from schema.values.direction import said_direction

PHRASES = {
    "word.change.rising": Words("增长 上升", "增長 上升", "rose grew"),
    "word.change.falling": Words("下降 减少", "下降 減少", "fell"),
}


@pytest.mark.parametrize(
    ("words", "language", "direction"),
    [
        ("同比增长", "zh-Hans", "up"),
        ("同比上升", "zh-Hans", "up"),
        ("同比减少", "zh-Hans", "down"),
        ("同比減少", "zh-Hant", "down"),
        ("Emissions fell", "en", "down"),
        ("Emissions grew", "en", "up"),
        ("增长的是", "zh-Hans", ""),
        ("", "en", ""),
        ("fell", "zh-Hans", ""),
    ],
)
def test_only_the_words_right_before_the_change_say_its_direction(words, language, direction):
    assert said_direction(words, PHRASES, language) == direction


def test_without_the_phrases_nothing_is_said():
    assert said_direction("同比增长", {}, "zh-Hans") == ""
    assert said_direction("同比减少", {"word.change.falling": PHRASES["word.change.falling"]}, "zh-Hans") == "down"
