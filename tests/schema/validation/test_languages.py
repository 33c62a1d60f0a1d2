"""Words that are there in another language only."""

from dataclasses import replace
from decimal import Decimal

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import ImageBlock, Outline, Placement, RecordsBlock, Section, TableBlock, TextBlock
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.validation.languages import check_language
from schema.validation.messages import message
from schema.values.datapoint import Attachment, DataPoint, Field, Record, Snapshot
from tests.factories import shipped_messages, small_catalogue, words
from tests.schema.validation.given import sound

REPORT = "r-2022"
PHOTO = Attachment("ab" * 32, "a.png", "png", 9, 10, 10)
CASE = RecordType(
    "case",
    words("案例"),
    (RecordColumn("title", words("标题"), "text", required=True), RecordColumn("story", words("正文"), "long")),
)
BLOCKS = (TextBlock("body", "body"), ImageBlock("photo", "photo"), RecordsBlock("cases", "case", "cases"))
CATALOGUE = replace(small_catalogue(), records={"case": CASE}, messages=shipped_messages())


def issues(language, texts=(), *records):
    outline = Outline(REPORT, 2022, "zh-Hans", words("报告"), (Section("green", 1, words("绿色"), BLOCKS),))
    held = {(REPORT, slot, tongue): text for slot, tongue, text in texts} | {(REPORT, "photo", ""): PHOTO.hash}
    snapshot = Snapshot(texts=held, attachments={PHOTO.hash: PHOTO}, records={record.key: record for record in records})
    return sound(check_language(outline, snapshot, CATALOGUE, language), CATALOGUE)


def places(*given):
    return [(issue.code, issue.severity, issue.place) for issue in issues(*given)]


def case(name, **fields):
    return Record(RecordKey("case", name), REPORT, 1, {code: Field(found) for code, found in fields.items()})


def test_a_text_in_the_reports_own_language_asks_for_its_translation():
    texts = [("body", "zh-Hans", "正文")]
    assert places("en", texts) == [("text.language", "doubt", f"{REPORT} body")]
    assert places("en", [*texts, ("body", "en", " ")]) == [("text.language", "doubt", f"{REPORT} body")]
    assert places("en", [*texts, ("body", "en", "Body")]) == []


def test_a_text_that_the_reports_own_language_lacks_is_told_elsewhere():
    assert places("zh-Hans", [("body", "en", "Body")]) == []
    assert places("zh-Hant", [("body", "en", "Body")]) == []


def test_a_caption_is_asked_for_in_the_own_language_too():
    texts = [("photo.caption", "en", "A windmill")]
    assert places("zh-Hans", texts) == [("text.language", "doubt", f"{REPORT} photo.caption")]
    assert places("en", texts) == []


def test_records_that_lack_words_in_a_language_are_one_point_for_their_list():
    cases = [case(name, title=Words("一", "", ""), story=Words("二", "", "")) for name in "ab"]
    (issue,) = issues("en", [], *cases, case("c", title=words("c")))
    assert (issue.place, issue.facts["count"], issue.at.block) == (f"{REPORT} record/cases", 2, "cases")


def test_a_required_field_that_the_own_language_lacks_is_told_elsewhere():
    assert places("zh-Hans", [], case("a", title=Words("", "", "One"))) == []
    assert places("zh-Hans", [], case("a", title=words("a"), story=Words("", "", "Two"))) == [
        ("text.language", "doubt", f"{REPORT} record/cases")
    ]


def test_it_is_said_which_language_is_missing():
    (issue,) = issues("en", [("body", "zh-Hans", "正文")])
    for language in LANGUAGES:
        assert "绿色" in message(issue, CATALOGUE, language)


def test_a_printed_footnote_in_chinese_only_is_told_of_an_english_report():
    table = TableBlock("t", words("t"), (Placement("energy.gas"),))
    outline = Outline(REPORT, 2022, "zh-Hans", words("报告"), (Section("green", 1, words("绿色"), (table,)),))
    gas = Key("energy.gas", 2022)

    def told(footnote, language="en", **state):
        point = replace(DataPoint(gas, **(state or {"value": Decimal(1)})), footnote=footnote)
        snapshot = Snapshot(points={gas: point})
        return [(issue.code, issue.key) for issue in check_language(outline, snapshot, CATALOGUE, language)]

    assert told("含食堂用气") == [("footnote.language", gas)]
    assert told("含食堂用气 || Canteens included") == []
    assert told("Canteens included") == []
    assert told("含食堂用气", "zh-Hant") == []
    assert told("没有锅炉", omission="not_applicable") == [("footnote.language", gas)]
    assert told("没有锅炉 || There are no boilers", omission="not_applicable") == []


def test_a_footnote_in_chinese_alone_asks_for_its_english_where_the_report_prints_its_value():
    block = TableBlock("t", words("表"), (Placement("staff"),))
    outline = Outline(REPORT, 2022, "zh-Hans", words("报告"), (Section("green", 1, words("绿色"), (block,)),))
    points = [
        DataPoint(Key("staff", 2022), Decimal(1), footnote="含外籍"),
        DataPoint(Key("staff", 2021), Decimal(1), footnote="含外籍 || With foreigners"),
        DataPoint(Key("other", 2022), Decimal(1), footnote="含外籍"),
        DataPoint(Key("staff", 1999), Decimal(1), footnote="含外籍"),
    ]
    snapshot = Snapshot(points={point.key: point for point in points})
    (issue,) = sound(check_language(outline, snapshot, CATALOGUE, "en"), CATALOGUE)
    assert (issue.code, issue.severity, issue.key, issue.report) == (
        "footnote.language",
        "doubt",
        Key("staff", 2022),
        REPORT,
    )
    assert list(check_language(outline, snapshot, CATALOGUE, "zh-Hant")) == []
