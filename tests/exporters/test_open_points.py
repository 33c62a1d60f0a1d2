"""One list of open points: the checks, the draft's cover and list and the workbook count the same."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from exporters.assembly.assembly import Assembly
from exporters.assembly.document import build_document
from exporters.assembly.open_points import SENTENCES, _by_section
from exporters.content import Gap, Heading
from exporters.excel.sheets.book import build_workbook
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.validation.causes import RANKS, Cause
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.subject import TextAt
from tests.exporters import small_report as sample
from tests.factories import shipped_messages

REPORTS = ("csr-2019", "esg-2021", "csr-2022", "press-2021", "press-2022")


def count_on(words):
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0


def counts(moment, report, language):
    document = build_document(moment, report, language)
    book = build_workbook(moment, document)
    sheet = book.sheet({"zh-Hans": "待完成事项", "zh-Hant": "待完成事項", "en": "Open points"}[language])
    rows = [row for row in sheet.rows[3:] if len(row.cells) > 1 and row.cells[0].value and not row.level]
    state = next(cell.value for row in book.sheets[0].rows for cell in row.cells if cell.value == _state(book))
    listed = sum(not point.below for point in document.open_points)
    return count_on(document.cover.state), count_on(document.labels.open_lead), count_on(state), len(rows), listed


def _state(book):
    values = [cell.value for row in book.sheets[0].rows for cell in row.cells if isinstance(cell.value, str)]
    return next(value for value in values if value.startswith(("草稿", "Draft")))


@pytest.mark.parametrize("report", REPORTS)
def test_word_and_excel_count_the_causes_of_the_check(definitions, sample_snapshot, report):
    moment = Moment(definitions, sample_snapshot)
    lines = len(moment.causes(report))
    assert lines
    assert set(counts(moment, report, moment.outline(report).language)) == {lines}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_report_has_as_many_open_points_in_every_language(definitions, language):
    moment = Moment(definitions, Snapshot())
    assert set(counts(moment, "press-2021", language)) == {len(moment.causes("press-2021"))}


def test_what_several_sections_lack_stands_in_one_point_with_a_line_for_each(definitions):
    points = build_document(Moment(definitions, Snapshot()), "press-2021", "zh-Hans").open_points
    heads = [point for point, after in pairwise(points) if after.below and not point.below]
    assert any("段文字" in point.what and point.section == "多个章节" for point in heads)
    assert all(point.anchor and point.ask for point in points if point.below)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_in_which_much_is_open_says_what_each_department_owes_on_two_pages(definitions, language):
    moment = Moment(definitions, Snapshot())
    document = build_document(moment, "csr-2022", language)
    assert not any(point.below for point in document.open_points)
    assert len(document.open_points) == len(moment.causes("csr-2022", language))
    assert len(document.owed) == len({point.ask for point in document.owed}) == 17
    assert document.owed[0].ask == definitions.catalogue.departments["csr"].name.get(language)
    assert len(document.open_points) + len(document.owed) < 30
    counted = sum(int(count) for point in document.owed for count in re.findall(r"\d+", point.what))
    gaps = [cause for cause in moment.causes("csr-2022", language) if cause.rank == "gap"]
    assert counted >= sum(len(cause.issues) for cause in gaps)


def test_its_placeholders_say_kind_and_length_and_two_comments_in_a_section_say_whom_to_ask(definitions):
    document = build_document(Moment(definitions, Snapshot()), "csr-2022", "zh-Hans")
    gaps = [inline.text for inline in document.inlines() if isinstance(inline, Gap)]
    assert len(gaps) > 150
    assert "【待补：为了更好的生活（署名，≤ 20字）】" in gaps
    assert all(re.search(r"（.*\d+字）】$", gap) for gap in gaps if gap.startswith("【待补：关于本报告"))
    remarked = [inline for inline in document.inlines() if getattr(inline, "remark", "")]
    sections = sum(isinstance(block, Heading) for block in document.blocks)
    assert 50 < len(remarked) < 2 * sections
    assert all("待完成事项" in inline.remark for inline in remarked)


def test_each_issue_of_a_cause_is_folded_below_its_row_of_the_sheet(definitions):
    moment = Moment(definitions, Snapshot())
    book = build_workbook(moment, build_document(moment, "csr-2022", "zh-Hans"))
    rows = book.sheet("待完成事项").rows[3:]
    several = [cause for cause in moment.causes("csr-2022") if cause.folded]
    assert sum(row.level == 1 for row in rows) == sum(len(cause.issues) for cause in several)


def test_a_report_in_another_language_asks_for_its_translations_too():
    moment = Moment(sample.definitions(), sample.snapshot())
    own, other = (moment.open_points(sample.REPORT, language) for language in ("zh-Hans", "en"))
    assert own == moment.open_points(sample.REPORT)
    assert [point.issue.at.slot for point in other[len(own) :]] == ["people.lead", "people.body"]
    assert other[: len(own)] == own
    assert set(counts(moment, sample.REPORT, "en")) == {len(moment.causes(sample.REPORT, "en"))}


def test_gaps_in_definitions_are_one_point_of_the_catalogue_at_the_end():
    document = build_document(Moment(sample.definitions(), sample.snapshot()), sample.REPORT, "zh-Hans")
    undefined = [point for point in document.open_points if "没有口径说明" in point.what]
    assert [(point.section, point.anchor) for point in undefined] == [("指标目录", "")]
    assert all(name in undefined[0].what for name in ("培训覆盖率", "受训人数", "交易总额", "3项"))
    assert document.open_points[-1] in undefined


def test_points_stand_by_their_rank_and_their_sections_in_the_order_of_reading():
    moment = Moment(sample.definitions(), Snapshot())
    document = build_document(moment, sample.REPORT, "zh-Hans")
    order = [section.code for section in sample.outline().walk()]
    places: list[list[int]] = []
    for point in document.open_points:
        if not point.below:
            places.append([])
        else:
            places[-1].append(order.index(point.anchor.removeprefix("s_").replace("_", ".", 1)))
    assert all(place == sorted(place) for place in places)
    ranks = [RANKS.index(cause.rank) for cause in moment.causes(sample.REPORT)]
    assert ranks == sorted(ranks)
    assert len(ranks) == len(places)


def test_each_sentence_of_the_list_belongs_to_a_check():
    assert set(SENTENCES) <= set(shipped_messages())


FACTS = {
    "slots": "people.body", "type": Coded("record type", "case"), "column": Coded("column", "case.people"),
    "framework": Coded("framework", "guide"), "since": "sample-2021", "year": 2021, "disclosure": "B1.2",
    "written": "{no.such}", "tongue": Coded("language", "en"), "following": Coded("language", "zh-Hans"),
    "report": sample.REPORT, "count": 1, "section": "员工", "list": "B1.1 / B1.2", "title": "标题",
}  # fmt: skip


def rows_of(code, language, *, count=1):
    moment = Moment(sample.definitions(), sample.snapshot())
    issue = Issue(code, "doubt", Key("staff", 2022), FACTS, subject=TextAt(sample.REPORT, "people.body", language))
    assembly = Assembly(moment, moment.outline(sample.REPORT), language)
    return tuple(_by_section(assembly, Cause("gap", (issue,) * count)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(SENTENCES.keys() - {"text.not_comparable"}))
def test_each_kind_of_point_has_its_row_in_each_language(code, language):
    (row,) = rows_of(code, language)
    assert row.section == {"zh-Hans": "员工", "zh-Hant": "員工", "en": "Employees"}[language]
    assert row.ask == {"zh-Hans": "人力资源部", "zh-Hant": "人力資源部", "en": "Human resources"}[language]
    assert len(row.what) > 5


def test_a_draft_in_another_language_is_said_in_the_words_of_the_check():
    own, other = (rows_of("text.draft", language)[0].what for language in ("en", "zh-Hans"))
    assert own == "Machine draft to be read: Employees"
    assert "英文" in other


def test_points_of_one_kind_in_one_section_stand_in_one_row_with_each_name_once():
    (row,) = rows_of("text.blank", "zh-Hans", count=2)
    assert row.what == "缺少文字：员工"


def test_words_whose_section_has_gone_stand_at_the_beginning():
    data = sample.snapshot()
    stray = {**data.texts, (sample.REPORT, "gone.slot", "zh-Hans"): "{no.such}"}
    points = Moment(sample.definitions(), replace(data, texts=stray)).open_points(sample.REPORT)
    (point,) = [point for point in points if getattr(point.issue.at, "slot", "") == "gone.slot"]
    assert (point.section, point.departments) == ("people", ("hr",))
