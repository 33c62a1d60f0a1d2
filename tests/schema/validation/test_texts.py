"""Texts of the reports: links and blanks."""

from dataclasses import replace

import pytest

from tests.factories import words
from tests.schema.validation.given import catalogue, codes, definitions, found, key, metric, point

STAFF = catalogue(metric())
SLOT = ("report", "s.body", "zh-Hans")


def with_text(text):
    return {SLOT: text}


def told(text, data=(), known=STAFF):
    return codes(definitions(known, slots=["s.body"]), data, texts=with_text(text))


@pytest.mark.parametrize(
    "text", ["共{staff}人", "{staff|万 0.0}", "{staff:gender=male}", "{company.short}", "写作{{staff}}", "没有链接"]
)
def test_known_references_with_values_are_fine(text):
    assert told(text, [point("staff", "3"), point("staff:gender=male", "2")]) == []


@pytest.mark.parametrize("text", ["{stuff}", "{staff:gender=dog}", "{staff:place=north}", "{company.colour}"])
def test_an_unknown_reference_is_an_error(text):
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [point("staff", "3")], texts=with_text("好。\n\n" + text))
    assert (issue.code, issue.severity) == ("text.unknown_reference", "error")
    assert (issue.place, issue.params["paragraph"], issue.params["written"]) == ("report s.body", "2", text)


RISING = replace(STAFF, phrases={
    "word.change.rising": words("增长 上升"), "word.change.falling": words("下降"),
})  # fmt: skip
FEWER = [point("staff@2021", "4"), point("staff", "3")]


@pytest.mark.parametrize("text", ["人数上升{staff|change%}", "人数**上升**{staff|change}", "人数增长 {staff|change%}"])
def test_a_text_that_says_the_other_direction_than_the_data_is_doubted(text):
    (issue,) = found(definitions(RISING, slots=["s.body"]), FEWER, texts=with_text(text))
    assert (issue.code, issue.severity, issue.key) == ("text.direction", "doubt", key("staff"))


@pytest.mark.parametrize(
    "text", ["人数下降{staff|change%}", "变动为{staff|change%}", "上升到{staff}", "上升，为{staff|change}"]
)
def test_a_text_that_says_what_the_data_say_or_no_direction_is_fine(text):
    assert told(text, FEWER, RISING) == []


def test_no_change_is_no_fall():
    same = [point("staff@2021", "3"), point("staff", "3")]
    assert told("下降{staff|change}", same, RISING) == ["text.direction"]
    assert told("上升{staff|change}", same, RISING) == []


def test_words_that_belong_to_another_number_say_no_direction():
    assert told("上升{staff}{staff|change}", FEWER, RISING) == []


def test_a_metric_under_the_companys_name_is_no_field_of_it():
    assert told("{company.revenue}", [point("company.revenue", "3")], catalogue(metric("company.revenue"))) == []


def test_a_reference_without_a_value_is_doubted_at_its_key():
    (issue,) = found(definitions(STAFF, slots=["s.body"]), [], texts=with_text("去年{staff@-1}人"))
    assert (issue.code, issue.severity, issue.key) == ("text.missing_value", "doubt", key("staff@2021"))


def test_a_value_that_a_paragraph_lacks_is_told_once_for_all_its_places_and_languages():
    texts = {("report", "s.body", n): "{staff}人，{staff|change%}。\n\n{staff}" for n in ("zh-Hans", "en")}
    issues = found(definitions(STAFF, slots=["s.body"]), [], texts=texts)
    assert [(i.code, i.params["paragraph"]) for i in issues] == [
        ("text.missing_value", "1"), ("text.missing_value", "2")
    ]  # fmt: skip


def test_a_change_needs_both_years():
    assert told("{staff|change%}", [point("staff", "3")]) == ["text.missing_change"]
    assert told("{staff|change%}", [point("staff", "31"), point("staff@2021", "30")]) == []


def test_an_unknown_format_is_an_error():
    assert told("{staff|斤}", [point("staff", "3")]) == ["text.unknown_format"]


def test_a_wildcard_in_a_text_is_an_error():
    assert told("{staff:gender=*}", [point("staff:gender=male", "3"), point("staff:gender=female", "3")]) == [
        "text.wildcard"
    ]


@pytest.mark.parametrize(("text", "code"), [("{员工}", "text.not_a_reference"), ("{staff", "text.stray_brace")])
def test_braces_without_a_reference_are_an_error(text, code):
    assert told(text) == [code]


def test_a_slot_without_words_is_doubted():
    assert codes(definitions(STAFF, slots=["s.body"]), []) == ["text.blank"]
    other = {("report", "s.body", "en"): "Only in English"}
    assert codes(definitions(STAFF, slots=["s.body"]), [], texts=other) == ["text.blank"]
