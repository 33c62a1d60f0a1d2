"""Two wordings of one text differ in one stretch, from its first to its last change."""

import pytest

from desktop.work.text_difference import TextDifference, text_difference


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "节能", (0, "", "节能")),
        ("节能减排", "节能降耗减排", (2, "", "降耗")),
        ("节能减排", "减排", (0, "节能", "")),
        ("abab", "ab", (2, "ab", "")),
        ("aXb", "aYYb", (1, "X", "YY")),
        ("same", "same", (4, "", "")),
        ("𠮷a", "𠮷b", (1, "a", "b")),
    ],
)
def test_the_shortest_stretch_makes_one_of_the_other(old, new, found):
    assert text_difference(old, new) == TextDifference(*found)
