"""Why there is no value: each reason, in each language, through everything that has to know it."""

from decimal import Decimal
from typing import get_args

import pytest

from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES, DisclosedReason
from schema.values import omissions
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from schema.values.omissions import OMISSIONS, Omission, counts_as_nothing, find_omission
from schema.values.parse import parse_value
from tests.factories import small_catalogue


def lacking(reasons, phrases):
    """The phrases that these reasons need and nobody has written."""
    needed = [row.phrase for row in reasons.values()]
    needed += ["word.omission." + row.disclosed.replace("_", ".") for row in reasons.values()]
    return sorted({code for code in needed if code not in phrases or phrases[code].missing()})


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, row in OMISSIONS.items() for words in row.written])
def test_each_word_for_a_reason_is_read_as_it(catalogue, metric, code, words):
    for text in (words, words.upper(), f" {words} "):
        assert parse_value(text, metric(), catalogue).omission == code
    assert find_omission(f"{words}人") == ""


def test_no_word_names_two_reasons():
    written = [words for row in OMISSIONS.values() for words in row.written]
    assert len(set(written)) == len(written)


def test_each_reason_has_its_phrases_in_each_language(catalogue):
    assert lacking(OMISSIONS, catalogue.phrases) == []


def test_each_reason_of_an_index_has_its_phrase(catalogue):
    for reason in filter(None, get_args(DisclosedReason)):
        words = catalogue.phrases["word.omission." + reason.replace("_", ".")]
        assert all(words.get(language) for language in LANGUAGES)


@pytest.mark.parametrize("code", OMISSIONS)
def test_what_an_index_says_of_a_reason_is_a_reason_that_it_knows(code):
    assert OMISSIONS[code].disclosed in get_args(DisclosedReason)


@pytest.mark.parametrize("code", ["", *OMISSIONS])
def test_only_what_does_not_apply_is_nothing_in_a_total(code):
    male, female = (Key("staff.total", 2022, "", f"gender={member}") for member in ("male", "female"))
    points = {male: DataPoint(male, Decimal(7)), female: DataPoint(female, omission=code)}
    total = Figures(small_catalogue(), Snapshot(points=points)).value(Key("staff.total", 2022))
    assert total.value == (Decimal(7) if code == "not_applicable" else None)
    assert counts_as_nothing(code) is (code == "not_applicable")


def test_a_reason_that_is_added_is_missed_wherever_it_has_no_words(catalogue, metric, monkeypatch):
    row = Omission("not_yet", ("尚未", "not yet"), "unavailable")
    monkeypatch.setitem(omissions.OMISSIONS, row.code, row)  # pyright: ignore
    assert parse_value("尚未", metric(), catalogue).omission == "not_yet"
    assert not counts_as_nothing("not_yet")
    assert lacking(OMISSIONS, catalogue.phrases) == ["omission.not.yet"]


def test_a_code_that_is_no_reason_is_never_passed_over():
    assert not counts_as_nothing("lost")
