"""Image slots: a picture, and words for those who cannot see it."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import Definitions, ImageBlock, Outline, RecordsBlock, Section
from schema.grammar.reference import RecordKey
from schema.validation.check import check
from schema.validation.messages import message
from schema.values.datapoint import Attachment, Field, Record, Snapshot
from schema.values.figures import Figures
from tests.factories import shipped_messages, small_catalogue, words
from tests.schema.validation.given import sound

REPORT = "r-2022"
PHOTO = Attachment("ab" * 32, "风车.png", "png", 9, 1200, 800)
TEXTS = {(REPORT, "green.photo", ""): PHOTO.hash, (REPORT, "green.photo.alt", "zh-Hans"): "山坡上的风车。"}
CASE = RecordType("case", words("案例"), (RecordColumn("photo", words("图片"), "picture", required=True),))


def definitions():
    block = ImageBlock("green.photo", "green.photo")
    blocks = (block, RecordsBlock("cases", "case", "cases"))
    outline = Outline(REPORT, 2022, "zh-Hans", words("报告"), (Section("green", 1, words("绿色"), blocks),))
    catalogue = replace(small_catalogue(), messages=shipped_messages(), records={"case": CASE})
    return Definitions(catalogue, {REPORT: outline})


def issues(texts=TEXTS, pictures=(PHOTO,), records=()):
    made = definitions()
    held = {record.key: record for record in records}
    snapshot = Snapshot(texts=texts, attachments={p.hash: p for p in pictures}, records=held)
    found = check(made, snapshot, Figures(made.catalogue, snapshot), REPORT)
    return [
        issue
        for issue in sound(found, made.catalogue)
        if issue.code.startswith(("picture.", "record.")) and issue.code != "record.none"
    ]


def codes(found):
    return [(issue.code, issue.severity) for issue in found]


def test_a_slot_with_picture_and_words_is_well():
    assert issues() == []


def test_a_slot_without_a_picture_is_a_doubt():
    found = issues({})
    assert codes(found) == [("picture.blank", "doubt")]
    assert found[0].place == f"{REPORT} green.photo"


@pytest.mark.parametrize("text", ["", "  "])
def test_a_picture_without_alternative_text_is_a_doubt(text):
    found = issues({**TEXTS, (REPORT, "green.photo.alt", "zh-Hans"): text})
    assert codes(found) == [("picture.no_words", "doubt")]
    said = message(found[0], definitions().catalogue, "zh-Hans")
    assert "风车.png" in said
    assert "绿色" in said


def test_words_in_another_language_do_not_speak_to_the_reports_readers():
    texts = {(REPORT, "green.photo", ""): PHOTO.hash, (REPORT, "green.photo.alt", "en"): "Turbines."}
    assert codes(issues(texts)) == [("picture.no_words", "doubt")]


def test_a_slot_that_names_a_picture_which_is_not_there_is_an_error():
    assert codes(issues(pictures=())) == [("picture.lost", "error")]


def row(**fields):
    return Record(RecordKey("case", "fair"), REPORT, 1, fields)


def test_a_record_needs_the_picture_that_its_type_asks_for():
    assert codes(issues(records=[row()])) == [("record.required", "error")]
    assert codes(issues(records=[row(photo=Field(typed="ff" * 32))])) == [("record.picture", "error")]
    other = Attachment("cd" * 32, "河.png", "png", 9, 1200, 800)
    assert issues(pictures=(PHOTO, other), records=[row(photo=Field(typed=other.hash))]) == []


def test_a_picture_that_the_report_prints_before_is_a_doubt_that_names_both_places():
    found = issues(records=[row(photo=Field(typed=PHOTO.hash))])
    assert codes(found) == [("picture.twice", "doubt")]
    said = message(found[0], definitions().catalogue, "en")
    assert "风车.png" in said
    assert found[0].place == "case/fair.photo"
