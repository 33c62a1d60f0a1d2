"""Typed numbers and bounds held against the facts that they name; what is left for a look."""

from dataclasses import replace

import pytest

from schema.grammar.words import Words
from schema.validation.statements.texts import Texts
from schema.validation.statements.worklist import worklist
from schema.values.figures import Figures
from tests.schema.validation.given import catalogue, definitions, found, metric, number, point, share, snapshot

SLOT = "s.body"


def named(known, zh, en):
    return replace(known, name=Words(zh, zh, en))


KNOWN = catalogue(
    named(metric("dau", display="百万 0.0", crossings=()), "平均日活跃用户", "Average daily active users"),
    named(number("revenue", "cny", display="亿 0.0"), "收入", "Revenue"),
    named(number("profit", "cny", display="亿 0.0"), "毛利", "Gross profit"),
    named(share("women"), "女性员工占比", "Share of women"),
)
DATA = [
    point("dau", "366000000"),
    point("dau@2021", "308200000"),
    point("revenue", "94182522000"),
    point("revenue@2021", "81081513000"),
    point("profit", "42131163000"),
    point("women", "42"),
]


def issues(texts, data=DATA, known=KNOWN):
    texts = {("report", SLOT, language): text for language, text in texts.items()}
    told = found(definitions(known, slots=[SLOT]), data, texts=texts)
    return [issue for issue in told if issue.code.startswith("statement.")]


def told(text, language="zh-Hans", data=DATA):
    return [(issue.code, issue.severity) for issue in issues({language: text}, data)]


@pytest.mark.parametrize(
    ("language", "text", "code", "severity"),
    [
        ("zh-Hans", "我们是日活跃用户超过 37 亿的社区。", "statement.threshold", "doubt"),
        ("zh-Hans", "日活跃用户超过 37 亿人。", "statement.threshold", "error"),
        ("zh-Hans", "日活跃用户不足 3 亿人。", "statement.threshold", "error"),
        ("zh-Hans", "2022 年收入为 900 亿元。", "statement.differs", "error"),
        ("zh-Hans", "公司全年收入 841.8 亿元。", "statement.differs", "error"),
        ("zh-Hant", "收入達人民幣 900 億元。", "statement.differs", "error"),
        ("zh-Hans", "海外市场的平均日活跃用户 5 亿人。", "statement.differs", "doubt"),
        ("zh-Hans", "2021 年收入 941.8 亿元。", "statement.differs", "error"),
        ("zh-Hans", "女性员工占比{women}，过半。", "statement.threshold", "error"),
        ("zh-Hans", "收入超过{revenue@2021|元 0}。", "statement.threshold", "error"),
        ("en", "more than 3.7 billion daily active users.", "statement.threshold", "doubt"),
        ("en", "Revenue was RMB 90 billion.", "statement.differs", "error"),
        ("en", "In 2021 our revenue reached RMB 94.2 billion.", "statement.differs", "error"),
    ],
)
def test_a_number_that_its_fact_contradicts_is_told(language, text, code, severity):
    assert told(text, language) == [(code, severity)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "日活跃用户超过 3.6 亿人。"),
        ("zh-Hans", "日活跃用户约 3.7 亿人。"),
        ("zh-Hans", "日活跃用户 3.66 亿人。"),
        ("zh-Hans", "收入 941.8 亿元。"),
        ("zh-Hans", "收入接近 950 亿元。"),
        ("zh-Hans", "2021 年收入 810.8 亿元。"),
        ("zh-Hans", "第四季度收入 283 亿元。"),
        ("zh-Hans", "未来收入将达到 2000 亿元。"),
        ("zh-Hans", "收入比上年增长 16.2%。"),
        ("zh-Hans", "村里 2 年收入 5000 元的人家不少。"),
        ("zh-Hans", "收入 300 人。"),
        ("zh-Hans", "收入超过{revenue@2021}的一半。"),
        ("en", "366 million daily active users."),
        ("en", "Revenue was RMB 94.2 billion, up 16.2%."),
        ("en", "We plan revenue of RMB 200 billion."),
    ],
)
def test_a_number_that_its_fact_allows_or_that_names_none_is_fine(language, text):
    assert told(text, language) == []


def test_the_link_to_write_instead_is_offered():
    (issue,) = issues({"zh-Hans": "收入为 900 亿元。"})
    assert issue.facts["instead"] == "{revenue@2022}"


def test_a_first_time_that_an_earlier_year_disproves_is_an_error():
    data = [*DATA, point("dau@2020", "370000000")]
    assert told("日活跃用户首次达到{dau}。", data=data) == [("statement.first", "error")]
    assert told("日活跃用户{dau}，创历史新高。", data=data) == [("statement.first", "error")]
    assert told("日活跃用户{dau}，创历史新高。") == []


PAIR = "收入{revenue}，毛利 421 亿元。"


@pytest.mark.parametrize(
    ("english", "parity"),
    [
        ("Revenue {revenue}, gross profit RMB 42.1 billion.", False),
        ("Gross profit {profit}, gross profit RMB 42.1 billion.", True),
        ("Revenue {revenue}.", False),
        ("Revenue {revenue}, gross profit {profit}.", False),
        ("Revenue {revenue}, gross profit RMB 42.6 billion.", True),
    ],
)
def test_another_number_in_one_language_is_doubted(english, parity):
    codes = [i.code for i in issues({"zh-Hans": PAIR, "en": english}) if i.code == "statement.parity"]
    assert codes == ["statement.parity"] * parity


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("20 人来自 6 个城市", "twenty people came from six cities"), ("24 小时", "24 hours"), ("130 万", "1.3 million")],
)
def test_numbers_in_words_are_the_same_numbers(chinese, english):
    assert issues({"zh-Hans": chinese + "，3 项", "en": english + ", 4 items"})[0].facts["ours"] == ("3",)


def work(text, data=DATA):
    known = definitions(KNOWN, "dau", slots=[SLOT])
    given = replace(snapshot(data), texts={("report", SLOT, "zh-Hans"): text})
    figures, outline = Figures(KNOWN, given), known.outlines["report"]
    items = worklist(outline, figures, Texts(known, figures).of(outline))
    return [(i.code, i.facts["quotes"].names, i.facts.get("instead")) for i in items]


def test_a_typed_number_that_equals_a_fact_can_be_linked_wherever_it_stands():
    text = "日活跃用户 3.66 亿人，又有 3.66 亿人看过直播。"
    assert work(text) == [("statement.link", ("3.66 亿人", "3.66 亿人"), "{dau|亿}")]


def test_a_typed_number_without_a_fact_is_on_the_worklist_once_per_text():
    assert work("有 12 人，共 30%-40%。2022 年 3 月，第 4 次。") == [("statement.unlinked", ("12 人", "30%-40%"), None)]


def test_a_true_bound_is_no_work():
    assert work("日活跃用户超过 3.6 亿人。") == []


def test_what_the_data_cannot_decide_is_on_the_worklist():
    assert work("这是国内首家平台，也是行业第一。") == [
        ("statement.undecided", ("这是国内首家平台", "也是行业第一"), None)
    ]
