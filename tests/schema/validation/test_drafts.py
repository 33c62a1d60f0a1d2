"""What is missing in a language, what is a draft, and what a person's word changes."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import Outline, RecordsBlock, Section, TextBlock
from schema.grammar.reference import RecordKey
from schema.grammar.words import Words
from schema.validation.issue import write_subject
from schema.validation.machine_words import check_drafts, count_drafts
from schema.validation.messages import message
from schema.values.changes import keep, overlay
from schema.values.datapoint import Field, Origin, Record, SlotText, Snapshot
from schema.values.records import from_plain, to_plain, with_words
from schema.values.report_texts import acceptances, changes, drafts, edited, wordings
from schema.values.word_origins import checksum, read_origin, write_origin
from tests.exporters.excel.sample import definitions
from tests.factories import small_catalogue, words
from tests.schema.validation.given import shown, sound

KIND = RecordType("case", words("Case"), (RecordColumn("title", words("Title"), "text"),
                                          RecordColumn("body", words("Body"), "long"),
                                          RecordColumn("year", words("Year"), "year")))  # fmt: skip
CATALOGUE = replace(small_catalogue(), records={"case": KIND}, phrases=definitions().catalogue.phrases,
                    messages=definitions().catalogue.messages)  # fmt: skip
OUTLINE = Outline("r", 2022, "zh-Hans", words("Report"), (
    Section("a", 1, words("A"), (TextBlock("a.one", "one"), TextBlock("a.two", "two"), RecordsBlock("a.cases", "case", "table"))),
    Section("b", 1, words("B"), (TextBlock("b.one", "one"), TextBlock("b.three", "three"))),
))  # fmt: skip
KEY = RecordKey("case", "fair")


class Doubling:
    """A drafter that one can see through."""

    def draft(self, text):
        return f"<{text}>"


def given():
    texts = {("r", "one", "zh-Hans"): "一", ("r", "two", "zh-Hans"): "二", ("r", "two", "zh-Hant"): "貳"}
    fields = {"title": Field(Words("题", "", "")), "body": Field(Words("文", "", "")), "year": Field(typed="2022")}
    return Snapshot(texts=texts, records={KEY: Record(KEY, "r", 1, fields)})


def found(snapshot):
    return list(wordings(OUTLINE, snapshot, CATALOGUE))


def drafted(snapshot, language="zh-Hant"):
    made = drafts(found(snapshot), language, Doubling(), "zh-Hans")
    return overlay(snapshot, changes(found(snapshot), made, language, "r", snapshot))


def accepted(snapshot, language="zh-Hant"):
    made = acceptances(found(snapshot), language)
    return overlay(snapshot, changes(found(snapshot), made, language, "r", snapshot))


def issues(snapshot):
    return [(issue.code, shown(issue, "section"), shown(issue, "count")) for issue in
            sound(check_drafts(OUTLINE, snapshot, CATALOGUE), CATALOGUE)]  # fmt: skip


def test_each_text_stands_once_where_it_first_stands():
    assert [(one.section, one.name) for one in found(given())] == [
        ("a", "one"), ("a", "two"), ("a", "case/fair.title"), ("a", "case/fair.body"), ("b", "three"),
    ]  # fmt: skip


def test_only_what_is_missing_is_drafted_and_marked():
    snapshot = drafted(given())
    assert snapshot.texts["r", "one", "zh-Hant"] == "<一>"
    assert snapshot.texts["r", "two", "zh-Hant"] == "貳"
    assert snapshot.records[KEY].field("title").words.zh_hant == "<题>"
    assert snapshot.records[KEY].field("body").words.zh_hant == "<文>"
    assert snapshot.origins == {("r", "one", "zh-Hant"): Origin("zh-Hans", checksum("一"), True)}
    assert count_drafts(OUTLINE, snapshot, CATALOGUE, "zh-Hant") == 3
    assert issues(snapshot) == [("text.draft", "A", "3")]


def test_drafting_twice_changes_nothing_until_the_source_does():
    snapshot = drafted(given())
    assert drafts(found(snapshot), "zh-Hant", Doubling(), "zh-Hans") == {}
    snapshot = overlay(snapshot, [keep(SlotText("r", "one", "zh-Hans", "壹"))])
    assert list(drafts(found(snapshot), "zh-Hant", Doubling(), "zh-Hans")) == ["one"]
    assert drafted(snapshot).texts["r", "one", "zh-Hant"] == "<壹>"


def test_an_accepted_draft_is_a_text_like_every_other():
    snapshot = accepted(drafted(given()))
    assert issues(snapshot) == []
    assert count_drafts(OUTLINE, snapshot, CATALOGUE, "zh-Hant") == 0
    assert snapshot.texts["r", "one", "zh-Hant"] == "<一>"


def test_words_whose_source_has_changed_since_are_doubted_until_a_person_has_looked():
    snapshot = accepted(drafted(given()))
    snapshot = overlay(snapshot, [keep(SlotText("r", "one", "zh-Hans", "壹"))])
    assert issues(snapshot) == [("text.outdated", "A", "1")]
    assert drafts(found(snapshot), "zh-Hant", Doubling(), "zh-Hans") == {}  # accepted words are not overwritten
    assert issues(accepted(snapshot)) == []


def test_an_edit_takes_the_mark_away_and_is_measured_against_the_present_source():
    snapshot = drafted(given())
    text = edited(snapshot, SlotText("r", "one", "zh-Hant", "壹。"))
    assert text.origin == Origin("zh-Hans", checksum("一"))
    assert issues(overlay(snapshot, [keep(text)])) == [("text.draft", "A", "2")]


def test_a_text_that_was_never_a_draft_has_no_origin():
    text = SlotText("r", "two", "zh-Hant", "二二")
    assert edited(given(), text) is text


def test_an_edited_field_of_a_record_is_a_draft_no_more():
    field = drafted(given()).records[KEY].field("title")
    assert field.origin("zh-Hant") == Origin("zh-Hans", checksum("题"), True)
    assert with_words(field, "zh-Hant", "題").origin("zh-Hant") == Origin("zh-Hans", checksum("题"))
    assert with_words(field, "zh-Hant", "").origin("zh-Hant") is None


def test_a_fields_origin_survives_its_plain_form():
    fields = drafted(given()).records[KEY].fields
    assert from_plain(to_plain(fields)) == dict(fields)


@pytest.mark.parametrize("origin", [None, Origin("zh-Hans", "ab", True), Origin("zh-Hant", "0f")])
def test_an_origin_is_read_as_it_was_written(origin):
    assert read_origin(write_origin(origin)) == origin


def test_what_is_no_origin_is_read_as_none():
    assert [read_origin(text) for text in ("", "zh-Hans", "xx 12")] == [None, None, None]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_the_doubt_names_section_and_languages(language):
    (issue,) = check_drafts(OUTLINE, drafted(given()), CATALOGUE)
    told = message(issue, CATALOGUE, language)
    names = {"zh-Hans": ("繁体中文", "简体中文"), "zh-Hant": ("繁體中文", "簡體中文")}
    assert all(name in told for name in names.get(language, ("Traditional Chinese", "Simplified Chinese")))
    assert "{" not in told


def test_the_doubt_leads_to_the_first_of_the_texts():
    (issue,) = check_drafts(OUTLINE, drafted(given()), CATALOGUE)
    assert write_subject(issue.at) == f"text/{OUTLINE.code}/one.zh-Hant"
    only_records = replace(given(), texts={})
    (issue,) = check_drafts(OUTLINE, drafted(only_records), CATALOGUE)
    assert write_subject(issue.at) == f"list/{OUTLINE.code}/a.cases"


def test_the_texts_of_a_section_alone_are_those_that_first_stand_in_it():
    every = found(given())
    assert [(one.section, one.name) for one in every if one.name in ("one", "three")] == [("a", "one"), ("b", "three")]
    for section in ("a", "b"):
        own = list(wordings(OUTLINE, given(), CATALOGUE, section))
        assert own == [one for one in every if one.section == section]
