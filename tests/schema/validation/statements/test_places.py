"""Where sentences stand beside texts: headings, captions, labels, footnotes, reasons in an index; what answers them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.work.remark import Reason, answers, withdrawals
from schema.catalogue.outline import Placement, Section, TableBlock, TextBlock
from schema.grammar.words import NO_WORDS, Explanation, Words
from schema.moment import Moment
from schema.validation.issue import write_subject
from schema.validation.statements.check import check_statements
from schema.validation.statements.places import stretch_facts
from schema.validation.statements.texts import Texts
from schema.values.changes import overlay
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests.schema.validation.given import catalogue, definitions, found, number, point, share, snapshot

REVENUE = replace(number("revenue", "cny", display="亿 0.0"), name=Words("收入", "收入", "Revenue"))
PROFIT = replace(number("profit", "cny", display="亿 0.0"), name=Words("毛利", "毛利", "Gross profit"))
GROWTH = replace(share("growth"), name=Words("播放量增幅", "播放量增幅", "Growth of plays"))
KNOWN = catalogue(REVENUE, PROFIT, GROWTH)
DATA = [
    point("revenue@2021", "8000000000"),
    point("revenue", "7000000000"),
    point("profit", "3000000000"),
    point("growth", "12.5"),
]

PLAIN = (Placement("revenue"),)


def world(title=NO_WORDS, caption=NO_WORDS, rows=PLAIN, explanations=None):
    known = definitions(KNOWN, slots=["s.body"])
    outline = known.outlines["report"]
    blocks = (TableBlock("t", caption, rows), TextBlock("s.body", "s.body"))
    section = Section("s", 1, title or Words("第一章"), blocks)
    changed = replace(outline, chapters=(section,), explanations=explanations or {})
    return replace(known, outlines={"report": changed})


def told(known, data=DATA, texts=None):
    issues = [i for i in found(known, data, texts=texts) if i.code.startswith("statement.")]
    return [(i.code, write_subject(i.at)) for i in issues]


RISE = Words("收入比上年增长 5%", "收入比上年增長 5%", "Revenue rose 5% on the previous year")


def test_a_heading_that_the_data_contradict_is_an_error_at_its_section():
    assert told(world(title=RISE)) == [("statement.direction", "outline/report/s")]


def test_a_caption_that_the_data_contradict_is_an_error_at_its_block():
    assert told(world(caption=RISE)) == [("statement.direction", "outline/report/t")]


def test_a_footnote_at_a_row_is_read():
    assert told(world(rows=(Placement("revenue", footnote=RISE),))) == [("statement.direction", "outline/report/t")]


@pytest.mark.parametrize(("label", "wrong"), [("播放量同比下降", True), ("播放量同比增长", False), ("播放量", False)])
def test_a_label_is_read_with_the_number_that_it_labels(label, wrong):
    rows = (Placement("growth", label=Words(label, label)),)
    assert told(world(rows=rows)) == [("statement.rate", "outline/report/t")] * wrong


def test_the_footnote_of_a_value_is_read_in_the_language_in_which_it_is_written():
    for words in ("收入比上年增长 5%。", "Revenue rose 5% on the previous year."):
        data = [*DATA[:1], replace(DATA[1], footnote=words), *DATA[2:]]
        assert told(world(), data) == [("statement.direction", "revenue@2022")]


def test_the_reason_in_an_index_is_read():
    known = world(explanations={"own": {"a1": Explanation("收入达 90 亿元，不适用。", "", "")}})
    figures = Figures(KNOWN, snapshot(DATA))
    told = [(i.code, write_subject(i.at)) for i in check_statements(known.outlines.values(), Texts(known, figures))]
    assert told == [("statement.differs", "index/report/a1")]


def test_a_heading_says_the_same_numbers_in_all_languages():
    title = Words("12 项措施", "12 項措施", "14 measures")
    assert told(world(title=title)) == [("statement.parity", "outline/report/s")]


def test_another_value_cited_in_one_language_is_doubted():
    texts = {("report", "s.body", "zh-Hans"): "收入{revenue}。", ("report", "s.body", "en"): "It was {profit}."}
    assert told(world(), texts=texts) == [("statement.parity", "text/report/s.body.en")]


def moment(text, *changes, data=DATA):
    held = replace(snapshot(data), texts={("report", "s.body", "zh-Hans"): text})
    return Moment(world(), overlay(held, changes) if changes else held)


def test_what_the_worklist_lists_goes_away_with_a_reason_until_the_words_change():
    text = "有 12 家企业参加，是国内首家。"
    before = moment(text)
    assert [item.code for item in before.worklist("report")] == ["statement.unlinked", "statement.undecided"]
    reason = Reason("只此一次。", "李编辑", datetime(2026, 11, 30, tzinfo=UTC))
    changes = answers(before, ["text/report/s.body.zh-Hans"], "statement.unlinked", reason)
    assert [item.code for item in moment(text, *changes).worklist("report")] == ["statement.undecided"]
    assert [given.reason for given in moment(text, *changes).looked_at("report")] == ["只此一次。"]
    assert len(moment("有 13 家企业参加，是国内首家。", *changes).worklist("report")) == 2


def test_one_reason_answers_all_sentences_of_a_text_with_one_code():
    text = "收入 90 亿元。毛利 40 亿元。"
    reason = Reason("口径不同。", "李编辑", datetime(2026, 11, 30, tzinfo=UTC))
    before = moment(text)
    assert [i.code for i in before.issues() if i.code.startswith("statement.")] == ["statement.differs"] * 2
    changes = answers(before, ["text/report/s.body.zh-Hans"], "", reason)
    assert not [i for i in moment(text, *changes).issues() if i.code.startswith("statement.")]


def test_a_text_that_is_named_without_its_language_is_answered_in_all_of_them():
    said = {"zh-Hans": "收入 90 亿元。", "en": "Revenue in 2022 was RMB 9.9 billion."}
    held = replace(snapshot(DATA), texts={("report", "s.body", language): text for language, text in said.items()})
    before = Moment(world(), held)
    reason = Reason("口径不同。", "李编辑", datetime(2026, 11, 30, tzinfo=UTC))
    changes = answers(before, ["text/report/s.body"], "", reason)
    subjects = ["text/report/s.body.en", "text/report/s.body.zh-Hans"]
    assert sorted(change.subject.subject for change in changes) == subjects
    after = Moment(world(), overlay(held, changes))
    assert not [issue for issue in after.issues() if issue.code.startswith("statement.")]
    assert sorted(c.subject.subject for c in withdrawals(after, ["text/report/s.body"], "")) == subjects


def test_a_record_that_the_years_kept_decide_is_no_work():
    data = [*DATA, point("profit@2021", "2000000000")]
    assert moment("毛利创历史新高。", data=data).worklist("report") == ()
    assert [i.code for i in moment("毛利创历史新高。").worklist("report")] == ["statement.undecided"]


def test_numbers_in_words_are_checked_but_no_work():
    assert moment("一半的人家换了三倍的产量。").worklist("report") == ()


HEADING = Words("培训 12 家企业", "培訓 12 家企業", "12 firms trained")
LABELLED = (Placement("profit", label=Words("12 家子公司的毛利", "12 家子公司的毛利", "Profit of 12 subsidiaries")),)


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({}, 0),  # a new workspace: the words came with the definitions, nobody has said them
        ({"points": {p.key: p for p in DATA if p.key.metric == "growth"}}, 0),
        ({"points": {p.key: p for p in DATA if p.key.metric == "revenue"}}, 1),  # the heading, not the label
        ({"points": {p.key: p for p in DATA}}, 2),
        ({"texts": {("report", "s.body", "zh-Hans"): "正文。"}}, 1),
    ],
)
def test_an_outlines_own_words_are_work_once_their_section_or_their_value_is_there(given, count):
    known = world(title=HEADING, rows=(*PLAIN, *LABELLED))
    assert len(Moment(known, Snapshot(**given)).worklist("report")) == count


def test_an_issue_stands_in_the_paragraph_that_its_blank_lines_say():
    text = "一\n\n二\n\n\n三\n\n\n\n四"
    assert [stretch_facts(text, text.index(sign), 0)["paragraph"] for sign in "一二三四"] == [1, 2, 3, 5]
    assert stretch_facts(text, 0, 1) == {"paragraph": 1, "from": 0, "to": 1}
