"""Every text of a shipped report says how long it should be and what it is for."""

from collections.abc import Iterator

from schema.catalogue.outline import TextBlock
from schema.grammar.text_length import count_length, parse_length
from schema.grammar.words import LANGUAGES
from tests import shipped

_LONGEST = {"zh-Hans": 60, "zh-Hant": 60, "en": 140}  # two lines above a text


def texts() -> Iterator[tuple[str, TextBlock]]:
    for code, outline in shipped.sample().outlines.items():
        for section in outline.walk():
            for block in section.blocks:
                if isinstance(block, TextBlock):
                    yield code, block


def test_every_text_says_how_long_it_should_be():
    assert len(list(texts())) > 300
    assert [f"{code} {block.slot}" for code, block in texts() if parse_length(block.length) is None] == []


def test_every_text_says_what_it_is_for_in_all_languages():
    silent = [f"{code} {block.slot}" for code, block in texts() if not block.purpose]
    half = [f"{code} {block.slot}" for code, block in texts() if block.purpose and block.purpose.missing()]
    assert (silent, half) == ([], [])


def test_what_a_text_is_for_is_short_and_no_sentence_with_a_stop():
    wrong = [
        f"{code} {block.slot} {language}"
        for code, block in texts()
        for language in LANGUAGES
        if len(said := block.purpose.get(language)) > _LONGEST[language] or said.endswith(("。", "."))
    ]
    assert wrong == []


def test_the_texts_of_the_sample_are_as_long_as_they_should_be(sample_snapshot):
    wrong = [
        f"{code} {block.slot} {language}: {count}, not {length}"
        for code, block in texts()
        for language in LANGUAGES
        if (text := sample_snapshot.texts.get((code, block.slot, language), ""))
        and (told := parse_length(block.length))
        and not (length := told.in_language(language)).least <= (count := count_length(text, language)) <= length.most
    ]
    assert wrong == []
