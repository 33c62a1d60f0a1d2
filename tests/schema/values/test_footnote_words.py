"""Footnotes in several languages stand behind each other."""

import pytest

from schema.values.footnote_words import footnote_in


@pytest.mark.parametrize(
    ("text", "hans", "hant", "en"),
    [
        ("截至年初。", "截至年初。", "截至年初。", "截至年初。"),
        ("截至年初。 || As of January.", "截至年初。", "截至年初。", "As of January."),
        ("As of January. || 两年。 || 兩年。", "两年。", "兩年。", "As of January."),
        ("Only English. || More.", "Only English.", "More.", "Only English. More."),
    ],
)
def test_each_language_has_its_own_words_else_those_that_are_there(text, hans, hant, en):
    assert tuple(footnote_in(text, language) for language in ("zh-Hans", "zh-Hant", "en")) == (hans, hant, en)
