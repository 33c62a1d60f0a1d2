"""What a text is to be: as the outline says, else like the report before, else as texts of its kind commonly are."""

from dataclasses import replace

import pytest

from desktop.work.slot_guide import slot_guide
from desktop.work.structure.parts import Part
from desktop.work.structure.properties import properties_of, with_properties
from schema.catalogue.outline import Section, TextBlock, words_within
from schema.grammar.text_length import TextLength
from schema.grammar.words import Words
from tests.desktop.conftest import small_definitions

PURPOSE = Words("写能源管理的成效", "寫能源管理的成效", "What energy management came to")
HANS = ("zh-Hans", "zh-Hans")


@pytest.fixture
def catalogue():
    return small_definitions().catalogue


def outline(block: TextBlock):
    found = small_definitions().outlines["csr-2022"]
    green = found.chapters[0]
    energy = replace(green.sections[0], blocks=(block,))
    return replace(found, chapters=(replace(green, sections=(energy,)), *found.chapters[1:]))


BARE = TextBlock("b1", "green.energy.body")


def test_a_text_is_for_what_the_outline_says_and_as_long(catalogue):
    guide = slot_guide(
        outline(replace(BARE, purpose=PURPOSE, length="100-150")), BARE.slot, catalogue, HANS, "长" * 900
    )
    assert guide is not None
    assert (guide.purpose, guide.length, guide.basis) == ("写能源管理的成效", TextLength(100, 150), "outline")
    assert (guide.chapter.code, guide.section.code) == ("green", "green.energy")


def test_without_a_word_in_the_outline_it_is_as_long_as_in_the_report_before(catalogue):
    guide = slot_guide(outline(BARE), BARE.slot, catalogue, HANS, "长" * 200)
    assert guide is not None
    assert (guide.purpose, guide.length, guide.basis) == ("", TextLength(160, 240), "before")


def test_without_a_report_before_it_is_as_long_as_its_kind_commonly_is(catalogue):
    body, lead = (
        slot_guide(outline(replace(BARE, style=style)), BARE.slot, catalogue, HANS) for style in ("body", "lead")
    )
    assert body is not None
    assert lead is not None
    assert body.basis == lead.basis == "style"
    assert lead.length.most < body.length.most


def test_an_english_text_is_guided_in_words_and_read_in_the_readers_language(catalogue):
    block = replace(BARE, purpose=PURPOSE, length="100-150")
    guide = slot_guide(outline(block), BARE.slot, catalogue, ("zh-Hant", "en"))
    assert guide is not None
    assert (guide.purpose, guide.length) == ("寫能源管理的成效", TextLength(60, 90))


def test_what_no_text_is_has_no_guide(catalogue):
    assert slot_guide(outline(BARE), "nowhere", catalogue, HANS) is None


def test_a_purpose_is_for_who_writes_and_no_words_of_the_report():
    section = Section("s", 1, Words("节", "節", "Section"), (replace(BARE, purpose=PURPOSE),))
    assert PURPOSE not in tuple(words_within(section.blocks))


def test_purpose_and_length_are_said_of_a_text_and_kept_in_the_outline():
    part, found = Part("green.energy", "b1"), outline(BARE)
    held = properties_of(found, part)
    assert (held.purpose, held.length) == (Words(), "")
    changed = with_properties(found, part, replace(held, purpose=PURPOSE, length="100-150"))
    block = changed.part("green.energy.body")[1]
    assert (block.purpose, block.length) == (PURPOSE, "100-150")
