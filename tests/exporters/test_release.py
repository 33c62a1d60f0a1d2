"""Press releases: what their text styles mean for each other, the notes to editors, the sheet of figures."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from exporters.as_text import document_as_text, words
from exporters.content import Footnote, Gap, Heading, Paragraph, Table, Text, block_inlines
from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.outline import CalloutBlock, Placement, Section, TextBlock
from schema.grammar.reference import parse_reference
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from tests.exporters import small_report as sample
from tests.exporters.built import build_document, build_workbook

GOLDEN = Path(__file__).parent / "golden"
RELEASES = ("press-2021", "press-2022")
# What may be typed as digits: years, dates, and the numbers of the text's own list.
_DATES = re.compile(r"20\d\d( ?年( ?\d{1,2} ?月( ?\d{1,2} ?日)?)?)?|\d{1,2} (January|June|July|December)")


def made(definitions, snapshot, report, language):
    return build_document(definitions, report, language, snapshot)


def released(texts, *blocks, language="zh-Hans"):
    """The small report as a release of one section with these blocks."""
    found = sample.definitions()
    section = Section("opening", 1, sample.words("opening"), blocks)
    more = Section("more", 1, sample.words("more"), (TextBlock("more.body", "more.body"),))
    outline = replace(found.outlines[sample.REPORT], chapters=(section, more), form="release")
    data = sample.snapshot()
    kept = {(sample.REPORT, slot, language): text for slot, text in {"more.body": "words", **texts}.items()}
    data = replace(data, texts=kept)
    changed = replace(found, outlines={sample.REPORT: outline})
    return made(changed, data, sample.REPORT, language)


def line(code, style):
    return TextBlock(code, code, style)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_release_says_what_it_said_before(definitions, sample_snapshot, language):
    found = document_as_text(made(definitions, sample_snapshot, "press-2021", language))
    assert found == (GOLDEN / f"press-2021.{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("report", RELEASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_release_is_whole_in_three_languages_and_lacks_no_number(
    definitions, sample_snapshot, report, language
):
    document = made(definitions, sample_snapshot, report, language)
    assert [inline for inline in document.inlines() if isinstance(inline, Gap | Footnote)] == []
    # What last year's column lacks, or cannot be compared with, is a dash or says so.
    lacking = {number.text for number in document.numbers() if number.state != "value"}
    assert lacking <= {"—", "不可比", "n/m"}
    assert sum(number.state == "value" for number in document.numbers()) >= 18


@pytest.mark.parametrize("report", RELEASES)
def test_no_number_of_a_sample_release_is_typed_by_hand(sample_snapshot, report):
    texts = {slot: text for (kept, slot, _), text in sample_snapshot.texts.items() if kept == report}
    assert len(texts) > 8
    for slot, text in texts.items():
        assert re.findall(r"\d+", _DATES.sub("", re.sub(r"\{[^}]*\}", "", text))) == [], slot


def test_the_section_of_the_headline_prints_no_title_and_its_first_line_is_its_place():
    texts = {"notice": "now", "head": "{staff} people", "body": "text"}
    blocks = (line("notice", "notice"), line("head", "headline"), line("body", "body"))
    found = released(texts, *blocks).blocks
    assert [block.text for block in found if isinstance(block, Heading)][:1] == ["more"]
    assert found[0].style == "notice"
    assert found[0].anchor == "s_opening"
    assert [block.anchor for block in found[1:3]] == ["", ""]


def test_a_section_without_a_headline_keeps_its_title_without_a_number():
    found = released({"body": "text"}, line("body", "body")).blocks
    assert (found[0].text, found[0].number) == ("opening", "")


@pytest.mark.parametrize(("language", "start"), [("zh-Hans", "**香港，5月**——words"), ("en", "**香港，5月** — words")])
def test_the_dateline_begins_the_paragraph_behind_it(language, start):
    texts = {"date": "香港，5 月", "body": "words"}
    found = released(texts, line("date", "dateline"), line("body", "lead"), language=language).blocks
    assert words(found[1].inlines) == start
    assert found[1].style == "lead"


def test_a_dateline_without_its_day_is_an_open_point_and_one_with_it_is_none():
    for written, open_points in (("北京，2023 年", 1), ("北京，2023 年 5 月 30 日", 0), ("Beijing, 30 May", 0)):
        points = released(
            {"date": written, "body": "words"}, line("date", "dateline"), line("body", "body")
        ).open_points
        assert sum(point.what == "请填写发布日期（年、月、日）" for point in points) == open_points, written


def test_its_table_has_last_year_beside_this_one_with_units_in_the_cells(definitions, sample_snapshot):
    document = made(definitions, sample_snapshot, "press-2022", "zh-Hans")
    table = next(block for block in document.blocks if isinstance(block, Table))
    rows = [[words(cell) for cell in row.cells] for row in table.rows]
    assert [column.title for column in table.columns] == ["指标", "2021年", "2022年", "同比"]
    assert ["平台带动就业机会数", "[3,463]万个就业岗位", "[3,621]万个就业岗位", "+[4.6%]"] in rows
    assert [row[-1].split(" //")[0] for row in rows if row[0].startswith("发往全国各地")] == ["[不可比"]


def test_the_notes_stand_behind_the_news_and_define_only_what_opens_it(definitions, sample_snapshot):
    document = made(definitions, sample_snapshot, "press-2022", "zh-Hans")
    order = [block.id for block in document.blocks if isinstance(block, Heading)]
    assert order[order.index("release.notes") + 1 :] == ["company", "contact"]
    notes = [words(b.inlines) for b in document.blocks if isinstance(b, Paragraph) and b.id.startswith("release.notes")]
    assert len(notes) == 7
    assert not any("“快聘”" in note for note in notes)


def test_a_dateline_without_words_behind_it_stands_alone():
    texts = {"date": "Hong Kong", "head": "news"}
    found = released(texts, line("date", "dateline"), line("head", "headline")).blocks
    assert [(block.style, words(block.inlines)) for block in found[:2]] == [
        ("dateline", "Hong Kong"),
        ("headline", "news"),
    ]


def test_a_missing_headline_is_asked_for_and_still_opens_the_release():
    found = released({}, line("head", "headline"))
    first = found.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.style, isinstance(first.inlines[0], Gap)) == ("headline", True)
    assert [point.anchor for point in found.open_points] == ["s_opening"]


def test_definitions_stand_once_in_the_notes_to_editors_and_not_as_footnotes():
    blocks = (CalloutBlock("figures", (Placement("staff"),)), TextBlock("body", "body"))
    document = released({"body": "{staff} and {staff}"}, *blocks)
    assert not any(isinstance(inline, Footnote) for block in document.blocks for inline in block_inlines(block))
    start = next(n for n, block in enumerate(document.blocks) if getattr(block, "id", "") == "release.notes")
    notes = [words(block.inlines) for block in document.blocks[start + 2 :]]
    metric = sample.definitions().catalogue.metrics["staff"]
    assert notes == [f"**{metric.name.zh_hans}：**{metric.definition.zh_hans}"]


def test_the_date_of_a_value_is_noted_where_it_is_not_the_end_of_the_year(definitions, sample_snapshot):
    key = next(key for key in sample_snapshot.points if key.canonical() == "users.dau@2021")
    point = replace(sample_snapshot.points[key], as_of="2021-11-30")
    data = replace(sample_snapshot, points={**sample_snapshot.points, key: point})
    texts = [words(b.inlines) for b in made(definitions, data, "press-2021", "en").blocks if isinstance(b, Paragraph)]
    assert sum(text.endswith("are excluded. As of 30 November 2021.") for text in texts) == 1
    assert not any("31 December" in text for text in texts)


def test_a_number_of_a_third_party_is_printed_with_its_source(definitions, sample_snapshot):
    assert not any(key.canonical() == "rural.orders@2021" for key in sample_snapshot.points)
    document = made(definitions, sample_snapshot, "press-2022", "en")
    orders = [number for number in document.numbers() if number.reference.startswith("rural.orders")]
    assert {(number.state, number.text) for number in orders} >= {("value", "870"), ("value", "nearly 560")}
    notes = [words(b.inlines) for b in document.blocks if isinstance(b, Paragraph) and b.id.startswith("release.notes")]
    sources = next(note for note in notes if note.startswith("**Orders of farm produce"))
    assert "Source: newspaper report" in sources
    assert "Source for 2021: report by IT Home, 7 June 2022, para. 2." in sources
    assert any("Source for 2021" in note for note in notes if note.startswith("**Jobs supported"))


def test_a_report_prints_no_number_of_a_third_party(definitions, sample_snapshot):
    found = Moment(definitions, sample_snapshot)
    key = parse_reference("jobs.total@2021").key(2021)
    figures = {code: found.figures_in(outline).value(key) for code, outline in definitions.outlines.items()}
    assert figures["csr-2022"].value is None
    assert figures["press-2022"].cited.report == "press-2021"
    assert found.figures.value(key).kind == "missing"


def test_numbers_with_the_same_words_share_a_note(definitions, sample_snapshot):
    document = made(definitions, sample_snapshot, "press-2021", "zh-Hans")
    bold = [i.text for b in document.blocks if isinstance(b, Paragraph) for i in b.inlines[:1] if isinstance(i, Text)]
    assert any("非遗内容创作者数、非遗视频播放次数" in text for text in bold)


@pytest.mark.parametrize("report", RELEASES)
def test_the_figures_of_a_release_stand_on_one_sheet(definitions, sample_snapshot, report):
    book = build_workbook(definitions, report, "en", sample_snapshot)
    named = {cell.name for sheet in book.sheets for row in sheet.rows for cell in row.cells if cell.name}
    assert [sheet.title for sheet in book.sheets][1] == "Figures used"
    for number in (n for n in made(definitions, sample_snapshot, report, "en").numbers() if n.state == "value"):
        code, _, rest = number.reference.partition("@")
        assert f"v_{code.replace('.', '__')}_{rest.replace(':', '_').replace('=', '_')}" in named


def test_an_outline_of_an_older_workspace_is_a_report(definitions):
    text = to_json(definitions).replace(',"form":"report"', "").replace('"form":"report",', "")
    assert '"form":"report"' not in text
    forms = {code: outline.form for code, outline in from_json(text).outlines.items()}
    assert forms["csr-2022"] == "report"
    assert forms["press-2022"] == "release"


def test_a_release_without_a_statement_prints_and_asks_nothing_of_one():
    quote, speaker = line("q", "quote"), line("s", "signature")
    shown = released({}, quote, speaker)
    assert not [inline for inline in shown.inlines() if isinstance(inline, Gap)]
    half = released({"q": "We will."}, quote, speaker)
    assert len([inline for inline in half.inlines() if isinstance(inline, Gap)]) == 1
