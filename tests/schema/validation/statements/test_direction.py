"""The direction that a sentence gives to a change that it cites."""

import pytest

from schema.validation.statements.direction import said_direction


@pytest.mark.parametrize(
    ("words", "language", "direction"),
    [
        ("同比增长", "zh-Hans", "up"),
        ("同比**上升**", "zh-Hans", "up"),
        ("同比增长了约 ", "zh-Hans", "up"),
        ("同比减少", "zh-Hans", "down"),
        ("同比減少", "zh-Hant", "down"),
        ("Emissions fell", "en", "down"),
        ("Emissions fell by ", "en", "down"),
        ("Emissions grew", "en", "up"),
        ("增长的是", "zh-Hans", ""),
        ("增长率为 ", "zh-Hans", "up"),
        ("增长引擎", "zh-Hans", ""),
        ("unfelled", "en", ""),
        ("", "en", ""),
        ("fell", "zh-Hans", ""),
    ],
)
def test_only_the_words_right_before_the_change_say_its_direction(words, language, direction):
    assert said_direction(words, language) == direction
