"""What stands as it was a year before is marked where it stands, and told among the open points."""

from dataclasses import replace

import pytest

from exporters.as_text import document_as_text
from exporters.content import Document
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import Definitions, RecordsBlock
from schema.exchange.next_year import next_report
from schema.grammar.reference import RecordKey
from schema.values.changes import keep, overlay
from schema.values.datapoint import Field, Record, SlotText
from tests.exporters import small_report as sample
from tests.exporters.built import build_document

GOAL = RecordType("goal", sample.words("目标", "目標", "Goals"), (RecordColumn("name", sample.words("目标"), "text"),),
                  carries=True)  # fmt: skip


def base() -> Definitions:
    own = sample.definitions()
    outline = own.outlines[sample.REPORT]
    chapter = outline.chapters[0]
    blocks = (*chapter.blocks, RecordsBlock("goals", "goal", "list"))
    outline = replace(outline, chapters=(replace(chapter, blocks=blocks), *outline.chapters[1:]))
    return Definitions(replace(own.catalogue, records={"goal": GOAL}), {sample.REPORT: outline})


@pytest.fixture
def rolled():
    own = sample.snapshot()
    row = Record(RecordKey("goal", "water"), sample.REPORT, 1, {"name": Field(sample.words("2022年节水"))})
    old = replace(own, records={row.key: row})
    found = next_report(base(), old, sample.REPORT, "sample-2023")
    return found.within(base()), overlay(old, found.changes)


def build(definitions, snapshot, language="zh-Hans") -> Document:
    return build_document(definitions, "sample-2023", language, snapshot)


def test_untouched_words_carry_their_mark_and_an_open_point(rolled):
    document = build(*rolled)
    text = document_as_text(document)
    assert "body: 【沿用自 sample-2022，请改写或确认】(// 请人力资源部改写，或确认仍然属实。) 年末员工" in text
    told = [point.what for point in document.open_points]
    assert "自 sample-2022起未修改：员工" in told
    assert "自 sample-2022起未修改，还写着2022年：目标" in told


def test_untouched_records_and_explanations_are_marked(rolled):
    text = document_as_text(build(*rolled))
    assert "【目标沿用自 sample-2022，请更新或确认：1条】" in text
    assert "A2.5 | 包装材料 | 不适用：没有包装。 【沿用自 sample-2022，请改写或确认】" in text
    assert "《联交所指引》的未披露说明沿用自 sample-2022，待确认：A2.5" in text


def test_the_mark_is_said_in_the_documents_language(rolled):
    definitions, snapshot = rolled
    words = replace(snapshot, texts={**snapshot.texts, ("sample-2023", "people.body", "en"): "Staff."})
    words = replace(words, carried={**words.carried, ("sample-2023", "people.body", "en"): "sample-2022"})
    assert "[as in sample-2022: rewrite or confirm]" in document_as_text(build(definitions, words, "en"))


def test_the_mark_goes_when_the_words_are_touched(rolled):
    definitions, snapshot = rolled
    touched = overlay(snapshot, [keep(SlotText("sample-2023", "people.body", "zh-Hans", "新的一年。"))])
    touched = replace(touched, carried={})
    outline = replace(definitions.outlines["sample-2023"], unconfirmed={})
    definitions = replace(definitions, outlines={"sample-2023": outline})
    records = {key: replace(record, carried="") for key, record in touched.records.items()}
    text = document_as_text(build(definitions, replace(touched, records=records)))
    assert "sample-2022" not in text


def test_last_years_report_itself_has_no_marks(rolled):
    definitions, snapshot = rolled
    text = document_as_text(build_document(definitions, sample.REPORT, "zh-Hans", snapshot))
    assert "沿用" not in text


def test_last_years_values_stand_in_the_columns_beside(rolled):
    text = document_as_text(build(*rolled))
    assert "| 指标 | 单位 | 2021年 | 2022年 | 2023年 | 同比变化" in text or "2022年 | 2023年" in text
