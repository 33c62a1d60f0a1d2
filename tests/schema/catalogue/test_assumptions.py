"""Definitions that were only assumed: what somebody vouches for in one language says nothing of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schema.catalogue.assumptions import (
    confirmed,
    doubted,
    printed_definition,
    waiting,
    with_metrics,
    without_reworded,
)
from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.definition_drift import settle
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Definitions
from schema.grammar.words import LANGUAGES, Words
from tests.factories import small_catalogue

GAS = "energy.gas"
WORDS = Words("全年用气", "全年用氣", "Gas of the year")


def given(words: Words = WORDS, **fields: object) -> Definitions:
    known = Definitions(small_catalogue(), {})
    metric = replace(known.catalogue.metrics[GAS], definition=words, assumed=True, **fields)  # type: ignore[arg-type]
    return with_metrics(known, {GAS: metric})


def gas(definitions: Definitions) -> Metric:
    return definitions.catalogue.metrics[GAS]


def printed(metric: Metric) -> list[str]:
    return [printed_definition(metric, language) for language in LANGUAGES]


def test_an_assumed_definition_is_printed_in_no_language():
    assert printed(gas(given())) == ["", "", ""]
    assert waiting(gas(given())) == LANGUAGES


def test_words_confirmed_as_they_stand_wait_no_more():
    metric = gas(confirmed(given(), {GAS: WORDS}))
    assert (metric.assumed, metric.confirmed_in, waiting(metric)) == (False, (), ())
    assert printed(metric) == ["全年用气", "全年用氣", "Gas of the year"]


def test_words_in_one_language_leave_those_of_the_others_as_they_were_waiting():
    metric = gas(confirmed(given(), {GAS: Words(zh_hans="办公楼用气")}))
    assert metric.definition == Words("办公楼用气", "全年用氣", "Gas of the year")
    assert waiting(metric) == ("zh-Hant", "en")
    assert printed(metric) == ["办公楼用气", "", ""]


def test_the_last_language_confirmed_ends_the_waiting():
    once = confirmed(given(), {GAS: Words(zh_hans="办公楼用气")})
    twice = confirmed(once, {GAS: Words(en="Gas used in offices")})
    assert waiting(gas(twice)) == ("zh-Hant",)
    metric = gas(confirmed(twice, {GAS: Words(zh_hant="辦公樓用氣")}))
    assert (metric.assumed, metric.confirmed_in) == (False, ())
    assert metric.definition == Words("办公楼用气", "辦公樓用氣", "Gas used in offices")


def test_a_definition_in_one_language_alone_waits_for_no_other():
    metric = gas(confirmed(given(Words(en="Gas")), {GAS: Words(en="Gas used in offices")}))
    assert (metric.assumed, printed(metric)) == (False, ["Gas used in offices"] * 3)


def test_a_confirmation_taken_back_is_taken_back_in_all_languages():
    once = confirmed(given(), {GAS: Words(zh_hans="办公楼用气")})
    assert waiting(gas(doubted(once, [GAS]))) == LANGUAGES


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (replace(WORDS, en="Other"), ("zh-Hans", "zh-Hant")),
        (Words("一", "二", "Three"), ()),
        (replace(WORDS, en=""), ("zh-Hans", "zh-Hant")),
        (WORDS, LANGUAGES),
    ],
)
def test_only_the_languages_that_a_workbook_words_otherwise_are_a_persons(now, left):
    assert waiting(gas(without_reworded(given(), given(now)))) == left


def test_rewording_what_was_only_assumed_changes_nothing_that_was_counted():
    old = given()
    for words in (Words(zh_hans="办公楼用气"), Words(en="Gas used in offices"), Words(zh_hant="辦公樓用氣")):
        new = settle(old, confirmed(old, {GAS: words}), {GAS})
        assert new.drifted == {}
        old = new
    assert not gas(old).assumed


def test_what_is_confirmed_in_part_is_kept_and_what_has_no_part_is_kept_as_before():
    once = confirmed(given(), {GAS: Words(zh_hans="办公楼用气")})
    assert gas(from_json(to_json(once))) == gas(once)
    assert "confirmed_in" not in to_json(given())
