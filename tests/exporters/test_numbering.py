"""Headings are numbered as Word will count them."""

from __future__ import annotations

import pytest

from exporters.assembly.numbering import annex_letters, heading_numbers
from schema.catalogue.outline import Outline, Section
from tests.factories import words


def chapter(code, matter="", sections=0):
    inner = tuple(Section(f"{code}.{number}", 2, words("节")) for number in range(1, sections + 1))
    return Section(code, 1, words("章"), sections=inner, matter=matter)


def outline(*chapters, form="report"):
    return Outline("report", 2022, "zh-Hans", words("报告"), chapters, form=form)


def test_chapters_and_their_sections_are_counted_annexes_have_letters_and_plain_ones_and_parts_have_nothing():
    chapters = (
        chapter("letter", "plain", 1), chapter("one", "part"), chapter("a", sections=2), chapter("two", "part"),
        chapter("b"), chapter("goals", "annex", 1), chapter("form", "plain"), chapter("index", "annex"),
    )  # fmt: skip
    assert heading_numbers(outline(*chapters)) == {
        "a": "1", "a.1": "1.1", "a.2": "1.2", "b": "2", "goals": "A", "goals.1": "A.1", "index": "B",
    }  # fmt: skip


def test_a_release_has_no_numbers():
    assert heading_numbers(outline(chapter("a", sections=1), form="release")) == {}


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "AAA")])
def test_annexes_behind_z_double_their_letter_as_in_word(number, letters):
    assert annex_letters(number) == letters
