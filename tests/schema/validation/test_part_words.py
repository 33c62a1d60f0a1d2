"""A part of a report is told by its titles, never by its code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schema.catalogue.definitions import Framework, RecordColumn, RecordType
from schema.catalogue.outline import (
    Definitions,
    ImageBlock,
    IndexBlock,
    Outline,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
)
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.validation.fact_words import FactWords
from schema.validation.issue import FieldAt, IndexAt, ListAt, OutlineAt
from schema.validation.part_words import PartWords
from schema.validation.subject_names import named
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.subject import TextAt
from tests.factories import small_catalogue, words

CASES = RecordType("case", Words("案例", "案例", "Cases"), (RecordColumn("title", words("标题"), "text"),))
FRAMEWORK = Framework("gri", words("准则"), ())
PHRASES = {
    "part.text": Words("文字 {number}", "文字 {number}", "text {number}"),
    "part.caption": Words("图题", "圖題", "caption"),
    "text.headline": Words("标题", "標題", "Headline"),
}
KNOWN = replace(small_catalogue(), records={"case": CASES}, frameworks={"gri": FRAMEWORK}, phrases=PHRASES)


def outline(*chapters: Section, **fields: str) -> Outline:
    title = Words("报告", "報告", "Report")
    return replace(Outline("r", 2022, "zh-Hans", title, chapters), **fields)  # type: ignore[arg-type]


def section(code: str, title: str, *blocks: object, sections: tuple[Section, ...] = ()) -> Section:
    return Section(code, 1, words(title), blocks, sections)  # type: ignore[arg-type]


def name(report: Outline, part: str, language: str = "zh-Hans") -> str:
    return PartWords(report, KNOWN, language).name(part)


@pytest.mark.parametrize(
    ("block", "part", "told"),
    [
        (TextBlock("b", "s.body", "body"), "s.body", "环境"),
        (TextBlock("b", "s.body", "body", words("导语")), "s.body", "环境（导语）"),
        (TextBlock("b", "s.body", "body", words("环境")), "b", "环境"),
        (ImageBlock("i", "s.photo", words("总部")), "s.photo", "环境（总部）"),
        (ImageBlock("i", "s.photo", words("总部")), "s.photo.caption", "环境（总部 图题）"),
        (ImageBlock("i", "s.photo"), "s.photo.caption", "环境（图题）"),
        (RecordsBlock("list", "case", "cases"), "list", "环境（案例）"),
        (RecordsBlock("list", "case", "cases", words("三则")), "list", "环境（三则）"),
        (TableBlock("t", words("能耗"), ()), "t", "环境（能耗）"),
        (IndexBlock("x", "gri"), "gri", "环境（准则）"),
        (IndexBlock("x", "gri", actions="case"), "x", "环境（案例）"),
    ],
)
def test_a_part_is_told_by_its_title_within_its_section(block, part, told):
    assert name(outline(section("green", "环境", block)), part) == told


def test_several_untitled_texts_of_a_section_are_counted():
    report = outline(section("green", "环境", TextBlock("a", "s.a"), TextBlock("b", "s.b", title=words("导语")), TextBlock("c", "s.c")))  # fmt: skip
    assert [name(report, slot) for slot in ("s.a", "s.b", "s.c")] == [
        "环境（文字 1）",
        "环境（导语）",
        "环境（文字 2）",
    ]
    assert name(report, "s.c", "en") == "环境 (text 2)"


def test_a_release_calls_the_lines_of_its_opening_by_what_they_are():
    opening = section("top", "开头", TextBlock("a", "s.a", "headline"), TextBlock("b", "s.b"))
    assert name(outline(opening, form="release"), "s.a", "zh-Hant") == "开头（標題）"


def test_sections_of_one_title_are_told_with_their_chapters():
    chapters = [
        section(code, title, sections=(section(f"{code}.a", "概览"),)) for code, title in (("x", "环境"), ("y", "社会"))
    ]
    report = outline(*chapters, section("z", "治理"))
    assert [name(report, code) for code in ("x.a", "y.a", "z")] == ["环境 › 概览", "社会 › 概览", "治理"]


def test_a_report_is_told_by_its_title_and_what_is_not_there_by_its_code():
    assert (name(outline(), "r", "en"), name(outline(), "gone.body")) == ("Report", "gone.body")


def test_whatever_an_issue_stands_at_has_a_name_in_each_language():
    texts = section("green", "环境", TextBlock("b", "s.body"), RecordsBlock("list", "case", "cases"))
    known = Definitions(KNOWN, {"r": outline(texts)})
    case = Record(RecordKey("case", "a"), "r", 1, {"title": Field(words=words("植树"))})
    snapshot = Snapshot(records={case.key: case})
    subjects = (
        Key("energy.gas", 2022), TextAt("r", "s.body", "en"), ListAt("r", "list"), OutlineAt("r", "green"),
        FieldAt(case.key, "title", "list"), IndexAt("r", "gri", "2-1"), TextAt("", "company.logo", ""),
    )  # fmt: skip
    said = [FactWords(KNOWN, "zh-Hans").say(named(at, known, snapshot)) for at in subjects]
    assert said == ["2022 年天然气", "环境", "环境（案例）", "环境", "案例 植树", "准则 2-1", "company.logo"]
    for language in LANGUAGES:
        assert all(FactWords(KNOWN, language).say(named(at, known, snapshot)) for at in subjects)
