"""One name in two spellings: which quoted names look like one, and which are two."""

from dataclasses import replace

import pytest

from schema.catalogue.outline import Placement, TableBlock
from schema.moment import Moment
from schema.validation.issue import write_subject
from schema.values.datapoint import Snapshot
from tests.factories import words
from tests.schema.validation.given import catalogue, definitions, metric, say_in_each_language

WHOLE = definitions(catalogue(metric()), "staff", slots=("a", "b"))


def told(first: str, second: str, whole=WHOLE):
    """What looks like one name, each as a pair of spellings."""
    texts = {("report", slot, "zh-Hans"): text for slot, text in (("a", first), ("b", second))}
    found = [one for one in Moment(whole, Snapshot(texts=texts)).contradictions("report") if one.kind == "names"]
    for one in found:
        assert one.issue.code == "contradiction.names"
        say_in_each_language(one.issue, whole.catalogue)
    return [tuple(sorted(str(stated.text) for stated in one.statements)) for one in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("消费者信任保护基金", "消费者信任保障基金"),
        ("残健共行公益倡导活动", "快手残健同行公益倡导进校园"),  # one goes on before and behind
        ("521 筑爱同行", "521 助爱同行"),
        ("农村青年主播培训", "农村青年主播培养计划"),  # the last word of a long name
        ("大数据平台隐私数据安全解决方案", "大数据平台隐私信息安全解决方案"),  # two words in a long name
        ("急救侠", "救急侠"),  # the same words in another order
        ("电子设备回购计划", "电子设备回收计划"),
        ("百城县长 直播助力", "百城县（市）长 直播助农"),  # a remark in brackets is no part of it
    ],
)
def test_two_spellings_look_like_one_name(first, second):
    pair = tuple(sorted((first, second)))
    assert told(f"我们开展“{first}”。", f"今年开展“{second}”。") == [pair]
    assert told(f"我们开展《{first}》。", f"今年开展「{second}」。") == [pair]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("青云计划", "川流计划"),
        ("福苗计划", "福苗项目"),  # one project, called either way
        ("教师培训班一期成果", "教师培训班二期成果"),
        ("2021 年度责任报告", "2022 年度责任报告"),
        ("华东地区配送中心", "华南地区配送中心"),
        ("中华人民共和国网络安全法", "中华人民共和国数据安全法"),
        ("个人信息保护法", "指定个人信息保护负责人"),
        ("信息安全守则", "员工信息安全守则"),  # a word more makes another name
        ("助爱同行", "筑爱同行"),  # too short to tell
        ("消费者信任保护基金", "消费者信任保护基金"),
    ],
)
def test_two_names_that_are_near_stay_two(first, second):
    assert told(f"我们开展“{first}”。", f"今年开展“{second}”。") == []


def test_names_that_one_sentence_lists_are_two():
    assert told("设有“消费者信任保护基金”和“消费者信任保障基金”。", "无") == []
    assert told("设有“消费者信任保护基金”。另设“消费者信任保障基金”。", "无") != []


def test_words_that_nobody_quotes_are_no_name():
    assert told("消费者信任保护基金已经设立。", "消费者信任保障基金已经设立。") == []


def test_a_label_names_what_it_goes_on_to_tell_of():
    outline = WHOLE.outlines["report"]
    table = TableBlock("table", words("表"), (Placement("staff", words("退款不退货：享受者")),))
    chapter = replace(outline.chapters[0], blocks=(*outline.chapters[0].blocks, table))
    whole = replace(WHOLE, outlines={"report": replace(outline, chapters=(chapter,))})
    assert told("权益有“退货不退款”。", "无", whole) == [("退款不退货", "退货不退款")]


def test_it_stands_where_the_rarer_spelling_is():
    texts = {("report", "a", "zh-Hans"): "“急救侠”。“急救侠”。", ("report", "b", "zh-Hans"): "“救急侠”。"}
    found = Moment(WHOLE, Snapshot(texts=texts)).contradictions("report")
    assert [write_subject(one.subject) for one in found] == ["text/report/b.zh-Hans"]
