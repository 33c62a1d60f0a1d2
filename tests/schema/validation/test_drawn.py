"""Matrices need scores or groups, questionnaires an address."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Category, RecordColumn, RecordType
from schema.catalogue.drawn_blocks import MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import Outline, Section
from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES
from schema.validation.drawn import check_drawn
from schema.validation.messages import message
from schema.values.datapoint import Field, Record, Snapshot
from tests.factories import shipped_messages, small_catalogue, words
from tests.schema.validation.given import sound

REPORT = "r-2022"
TOPIC = RecordType(
    "topic",
    words("议题"),
    (
        RecordColumn("name", words("名称"), "text"),
        RecordColumn("x", words("影响"), "number"),
        RecordColumn("y", words("关注"), "number"),
        RecordColumn("level", words("层级"), "choice", choices=(Category("high", words("高")),)),
    ),
)
MATRIX = MatrixBlock("green.matrix", "topic", "x", "y", "name", words("矩阵"), "level")
FORM = QuestionnaireBlock("green.form", ())


def topic(name, x=None, y=None, level=""):
    numbers = {code: Field(typed=value, value=Decimal(value)) for code, value in (("x", x), ("y", y)) if value}
    fields = {"name": Field(words(name)), "level": Field(typed=level), **numbers}
    return Record(RecordKey("topic", name), REPORT, 1, fields)


def catalogue(**company):
    small = small_catalogue()
    return replace(
        small,
        company=replace(small.company, **({"email": "", "address": words("")} | company)),
        records={"topic": TOPIC},
        messages=shipped_messages(),
    )


def issues(block, *records, **company):
    outline = Outline(REPORT, 2022, "zh-Hans", words("报告"), (Section("green", 1, words("绿色"), (block,)),))
    snapshot = Snapshot(records={record.key: record for record in records})
    known = catalogue(**company)
    return sound(check_drawn(outline, snapshot, known), known)


def codes(*given, **company):
    return [(issue.code, issue.severity, issue.place) for issue in issues(*given, **company)]


def test_topics_with_scores_are_well():
    assert codes(MATRIX, topic("a", "1", "2"), topic("b", "2", "1")) == []


def test_without_topics_there_is_nothing_to_draw():
    assert codes(MATRIX) == []


def test_topics_in_groups_need_no_scores():
    assert codes(MATRIX, topic("a", level="high"), topic("b", level="high")) == []


@pytest.mark.parametrize("level", ["", "gone"])
def test_topics_with_neither_scores_nor_groups_cannot_be_drawn(level):
    given = (MATRIX, topic("a", level="high"), topic("b", level=level))
    assert codes(*given) == [("matrix.nothing", "doubt", f"{REPORT} green.matrix")]


@pytest.mark.parametrize("half", [{"x": "1"}, {"y": "1"}, {}])
def test_a_topic_that_lacks_a_score_beside_others_is_named(half):
    (issue,) = issues(MATRIX, topic("a", "1", "2"), topic("b", **half))
    assert issue.code == "matrix.unscored"
    for language in LANGUAGES:
        sentence = message(issue, catalogue(), language)
        assert "绿色" in sentence
        assert "议题" in sentence
        assert "b" in sentence


def test_a_questionnaire_needs_an_address():
    assert codes(FORM) == [("form.nowhere", "doubt", f"{REPORT} green.form")]
    assert codes(FORM, email="a@b.cn") == []
    assert codes(FORM, address=words("北京")) == []
