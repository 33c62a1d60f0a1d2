"""Texts that two people changed are merged by paragraphs, alike whichever side is which."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schema.exchange.merging.paragraphs import merge_paragraphs

BASE = "一\n\n二\n\n三"
# Few words, so that sides meet, and stand twice, are moved and left out.
WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=5).map("\n".join)


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (BASE, "一\n\n二\n\n三三", "一\n\n二\n\n三三"),
        ("一一\n\n二\n\n三", "一\n\n二\n\n三三", "一一\n\n二\n\n三三"),
        ("一一\n\n二\n\n三", "一\n\n二二\n\n三", "一一\n\n二二\n\n三"),
        ("一\n\n二\n\n三\n\n四", "零\n\n一\n\n二\n\n三", "零\n\n一\n\n二\n\n三\n\n四"),
        ("二\n\n三", "一\n\n二\n\n三\n\n四", "二\n\n三\n\n四"),
        ("一一\n\n二\n\n三", "一一\n\n二\n\n三三", "一一\n\n二\n\n三三"),
        ("一\n\n二", "一一\n\n二\n\n三", "一一\n\n二"),
    ],
)
def test_different_places_are_both_taken(ours, theirs, merged):
    assert merge_paragraphs(BASE, ours, theirs) == merged
    assert merge_paragraphs(BASE, theirs, ours) == merged


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("一一\n\n二\n\n三", "一1\n\n二\n\n三"),  # the same paragraph
        ("一\n\n二\n\n三\n\n四", "一\n\n二\n\n三\n\n五"),  # both behind the last
        ("一\n\n三", "一\n\n二二\n\n三"),  # left out here, changed there
        ("二\n\n一\n\n三", "一\n\n二\n\n三三"),  # moved
        ("一\n\n一\n\n三", "一\n\n二\n\n三三"),  # one stands twice
        ("", "一\n\n二\n\n三三"),
    ],
)
def test_the_same_place_is_a_question(ours, theirs):
    assert merge_paragraphs(BASE, ours, theirs) is None
    assert merge_paragraphs(BASE, theirs, ours) is None


@given(WORDS, WORDS, WORDS)
def test_both_sides_count_alike(base, ours, theirs):
    assert merge_paragraphs(base, ours, theirs) == merge_paragraphs(base, theirs, ours)


@given(WORDS, WORDS)
def test_what_only_one_side_changed_is_that_sides(base, ours):
    assert merge_paragraphs(base, ours, base) in (ours, None)
    assert merge_paragraphs(base, ours, ours) in (ours, None)


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True), st.data())
def test_whoever_comes_first_the_text_is_the_same(words, data):
    """Three people change one text: each order that asks nothing ends in the same words."""
    base = "\n".join(words)
    sides = [data.draw(_changed(words, letter)) for letter in "xyz"]
    ends = {_all(base, order) for order in itertools.permutations(sides)} - {None}
    assume(ends)
    assert len(ends) == 1


@st.composite
def _changed(draw, words, letter):
    """One to two edits of a text, each paragraph's words this side's own."""
    now = list(words)
    for number in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(now)))
        match draw(st.sampled_from(["put", "change", "drop"])):
            case "put":
                now.insert(at, f"{letter}{number}")
            case "change" if at < len(now):
                now[at] = f"{letter}{number}"
            case "drop" if at < len(now) and len(now) > 1:
                del now[at]
            case _:
                pass
    return "\n".join(now)


def _all(base, sides):
    text = base
    for side in sides:
        if side != base and text != side:
            text = side if text == base else merge_paragraphs(base, text, side)
        if text is None:
            return None
    return text
