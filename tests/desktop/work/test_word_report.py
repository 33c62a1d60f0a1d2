"""A report in Word becomes sections and texts: where each goes, what a person changes in the table, which numbers link."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from desktop.work.word_report.intake import MOST_CHARACTERS, NewReport, preview, with_report
from desktop.work.word_report.passages import Passage, bare_title, holds_figures, passages
from desktop.work.word_report.proposal import for_new, for_outline, likeness
from desktop.work.word_report.proposal_file import answered, figure_tables, written
from schema.errors import AnnalsError
from schema.exchange.foreign_text.report_parts import ReportPart
from schema.grammar.words import Words
from schema.moment import Moment


def part(kind, words="", level=0, rows=()):
    return ReportPart(kind, words, level, rows)


def passage(level, title, words="", figures=()):
    return Passage(level, title, words, figures)


REPORT = (
    passage(1, "People", "We employ 4,230 people."), passage(2, "Training", "12 hours."), passage(3, "Deep", "x"),
    passage(3, "Deeper", "y"), passage(1, "Planet"), passage(2, "Water", "z"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("第一章 公司治理", "公司治理"), ("一、公司概况", "公司概况"), ("（二）培训", "培训"), ("1.2 Training", "Training"), ("01公司治理", "公司治理"),
        ("Chapter 4: People", "People"), ("2021 in numbers", "2021 in numbers"), ("3", "3"), ("100 years", "100 years"),
    ],
)  # fmt: skip
def test_a_heading_loses_its_number_and_nothing_else(words, bare):
    assert bare_title(words) == bare


def test_what_stands_before_the_first_heading_is_a_cover():
    found = passages([part("text", "Cover"), part("heading", "1 People", 1), part("text", "Words.")])
    assert found == (passage(1, "People", "Words."),)


def test_paragraphs_lists_and_tables_are_written_as_texts_are_kept():
    rows = (("Topic", "Owner|s"), ("Water", "{all}"))
    found = passages([
        part("heading", "A", 1), part("text", "One {1}."), part("item", "a"), part("item", "b"), part("text", "Two."),
        part("table", rows=rows),
    ])  # fmt: skip
    assert found[0].words == "One {{1}}.\n\n- a\n- b\n\nTwo.\n\n| Topic | Owner\\|s |\n| Water | {{all}} |"


def test_a_row_of_large_figures_becomes_a_list():
    found = passages([part("heading", "A", 1), part("table", rows=(("4,230 people", "约 12 小时", ""),))])
    assert found[0].words == "- 4,230 people\n- 约 12 小时"


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        ([("指标", "单位", "2021年"), ("用电", "千瓦时", "1,200"), ("用水", "吨", "—")], True),
        ([("", "2020", "2021"), ("Staff", "12", "13")], True),
        ([("Metric", "FY2021"), ("Share", "98.7%"), ("Staff", "≈ 1,200人")], True),
        ([("Topic", "Owner"), ("Water", "Ms Li")], False),
        ([("1.1", "ESG 管治", "10"), ("1.2", "风险管控", "11")], False),  # pages
        ([("议题", "议题"), ("1　安全", "7　文化")], False),
        ([("指标", "2021")], False),
        ([], False),
    ],
)
def test_a_table_of_figures_is_told_by_a_column_of_numbers_below_a_head(rows, figures):
    assert holds_figures(rows) is figures


def test_tables_of_figures_go_into_files_and_not_into_the_text():
    rows = (("指标", "2021"), ("用电", "1,200"))
    made = for_new(passages([part("heading", "A", 1), part("text", "Words."), part("table", rows=rows)]))
    assert made[0].passage.words == "Words."
    assert figure_tables(made) == {"001-1.csv": '指标,2021\r\n用电,"1,200"\r\n'}


def test_a_new_report_has_a_section_for_each_heading_with_a_code_of_its_own():
    made = for_new((*REPORT, passage(1, "People", "again")))
    assert [one.section for one in made] == [
        "people", "people.training", "people.training.deep", "people.training.deeper", "planet", "planet.water", "people2",
    ]  # fmt: skip
    assert [one.slot for one in made][3:6] == ["people.training.deeper.body", "", "planet.water.body"]
    assert all(one.take and one.why == "new" for one in made)


def test_the_sections_stand_as_the_headings_do(definitions):
    new = with_report(definitions, NewReport("word-2020", 2020, "en", "Old"), for_new(REPORT))
    outline = new.outlines["word-2020"]
    assert [(s.level, s.title.en) for s in outline.walk()] == [
        (1, "People"), (2, "Training"), (3, "Deep"), (3, "Deeper"), (1, "Planet"), (2, "Water"),
    ]  # fmt: skip
    assert (outline.year, outline.language, outline.title) == (2020, "en", Words("", "", "Old"))


def test_a_heading_that_is_left_leaves_those_below_it_to_the_one_above(definitions):
    made = [replace(one, take=one.title != "Training") for one in for_new(REPORT)]
    outline = with_report(definitions, NewReport("word-2020", 2020, "en"), made).outlines["word-2020"]
    assert [(s.level, s.title.en) for s in outline.walk()][:3] == [(1, "People"), (2, "Deep"), (2, "Deeper")]
    assert outline.title.en == "Sustainability Report"


@pytest.mark.parametrize(
    ("code", "take", "reason"), [("csr-2022", True, "propose.there"), ("new", False, "propose.nothing")]
)
def test_a_report_that_is_there_or_empty_is_refused(definitions, code, take, reason):
    made = [replace(one, take=take) for one in for_new(REPORT)]
    with pytest.raises(AnnalsError) as refused:
        with_report(definitions, NewReport(code, 2020, "en"), made)
    assert refused.value.code == reason


@pytest.mark.parametrize(
    ("title", "least", "most"), [("守护数据安全", 1, 1), ("数据安全守护", 0.6, 0.9), ("Water", 0, 0.3), ("", 0, 0)]
)
def test_names_are_alike_by_their_letters_in_any_language(title, least, most):
    assert least <= likeness(title, Words("守护数据安全", "守護數據安全", "Protecting data")) <= most


@pytest.fixture(scope="module")
def known(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


def test_headings_find_the_sections_of_their_names_and_never_replace_words_unasked(known):
    outline = known.definitions.outlines["csr-2022"]
    found = (
        passage(1, "公司概况", "新的一段。"),
        passage(2, "没有的一节", "另一段。"),
        passage(1, "毫不相干的标题", "无处可去。"),
    )
    empty = replace(known.snapshot, texts={})
    made = for_outline(found, outline, empty, "zh-Hans")
    assert [(one.why, one.take) for one in made] == [("same", True), ("beside", True), ("nowhere", False)]
    assert made[0].slot == made[1].slot
    written_there = for_outline(found, outline, known.snapshot, "zh-Hans")
    assert (written_there[0].why, written_there[0].take) == ("written", False)


def test_what_goes_with_the_heading_above_stands_below_its_own_in_bold(known):
    outline = known.definitions.outlines["csr-2022"]
    found = (passage(1, "公司概况", "新的一段。"), passage(2, "没有的一节", "另一段。"))
    made = for_outline(found, outline, replace(known.snapshot, texts={}), "zh-Hans")
    outcome = preview(Moment(known.definitions, replace(known.snapshot, texts={})), None, "csr-2022", "zh-Hans", made)
    assert [change.after.text for change in outcome.changes] == ["新的一段。\n\n**没有的一节**\n\n另一段。"]


def test_a_number_becomes_a_link_where_its_words_name_a_value_that_it_equals(known):
    found = (passage(1, "用户", "2022年，快手应用平均日活跃用户达3.66亿人；某小店有12,345名顾客。"),)
    outcome = preview(known, NewReport("word-2022", 2022, "zh-Hans"), "", "zh-Hans", for_new(found))
    (text,) = [change.after.text for change in outcome.changes]
    assert "{users.dau" in text
    assert "12,345名顾客" in text
    assert (outcome.links, outcome.numbers >= 2) == (1, True)


def test_a_text_that_is_too_long_is_refused_before_anything_is_stored(known):
    found = (passage(1, "A", "字" * (MOST_CHARACTERS + 1)),)
    with pytest.raises(AnnalsError) as refused:
        preview(known, NewReport("word-2022", 2022, "zh-Hans"), "", "zh-Hans", for_new(found))
    assert refused.value.code == "propose.long"
    preview(
        known,
        NewReport("word-2022", 2022, "zh-Hans"),
        "",
        "zh-Hans",
        for_new((passage(1, "A", "字" * MOST_CHARACTERS),)),
    )


def table(made, **changed):
    """The proposal's table with cells changed by a person: part_column=text."""
    rows = list(csv.DictReader(io.StringIO(written(made))))
    for name, value in changed.items():
        number, _, column = name.removeprefix("p").partition("_")
        rows[int(number) - 1][column] = value
    text = io.StringIO()
    lines = csv.DictWriter(text, list(rows[0]))
    lines.writeheader()
    lines.writerows(rows)
    return "\ufeff" + text.getvalue()


def test_the_table_comes_back_as_it_was(known):
    made = for_new((*REPORT, passage(1, "=1+1", "-x")))
    assert "'=1+1" in written(made)
    assert answered(table(made), made, []) == made


@pytest.mark.parametrize("said", ["no", "否", "", "0"])
def test_a_person_leaves_a_part_renames_it_and_keeps_the_rest(said):
    made = for_new(REPORT)
    changed = answered(table(made, p2_take=said, p1_title="Our people"), made, [])
    assert [one.take for one in changed] == [True, False, True, True, True, True]
    assert [one.title for one in changed][:2] == ["Our people", "Training"]


def test_a_person_says_into_which_text_a_part_goes():
    made = [replace(one, slot="", take=False, why="nowhere") for one in for_new(REPORT)]
    changed = answered(table(made, p1_take="yes", p1_into="a.body", p2_take="yes"), made, ["a.body"])
    assert [(one.slot, one.take) for one in changed][:2] == [("a.body", True), ("", False)]


@pytest.mark.parametrize(
    ("cells", "slots", "code"),
    [
        ({"p1_take": "maybe"}, [], "propose.take"),
        ({"p1_into": "b.body"}, ["a.body"], "propose.slot"),
        ({"p1_part": "9"}, [], "propose.file"),
    ],
)
def test_a_table_that_says_something_else_is_refused(cells, slots, code):
    made = for_new(REPORT)
    with pytest.raises(AnnalsError) as refused:
        answered(table(made, **cells), made, slots)
    assert refused.value.code == code
