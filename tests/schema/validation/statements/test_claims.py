"""Growth, fall, multiples and halves that a sentence claims, held against the data."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import DefinitionChange
from schema.grammar.words import NO_WORDS, Words
from tests.schema.validation.given import catalogue, definitions, found, metric, number, point, share

SLOT = "s.body"


def named(known, zh, en):
    return replace(known, name=Words(zh, zh, en))


STAFF = named(metric(), "员工总数", "Employees")
REVENUE = named(number("revenue", "cny"), "收入", "Revenue")
PROFIT = named(number("profit", "cny"), "毛利", "Gross profit")
WOMEN = named(share("women"), "女性员工占比", "Share of women")
GROWTH = named(share("growth"), "播放量增幅", "Growth of plays")
KNOWN = catalogue(STAFF, REVENUE, PROFIT, WOMEN, GROWTH)
DATA = [
    point("revenue@2021", "81.08"),
    point("revenue", "70.00"),
    point("revenue@2020", "50"),
    point("profit@2021", "30"),
    point("profit", "60"),
    point("women@2021", "40"),
    point("women", "42"),
    point("growth", "12.5"),
    point("staff@2021", "100"),
    point("staff", "101"),
]


def issues(text, language="zh-Hans", data=DATA, known=KNOWN):
    texts = {("report", SLOT, language): text}
    told = found(definitions(known, slots=[SLOT]), data, texts=texts)
    return [issue for issue in told if issue.code.startswith("statement.")]


def codes(text, language="zh-Hans", data=DATA, known=KNOWN):
    return [issue.code for issue in issues(text, language, data, known)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "收入{revenue}，比上年增长{revenue|change%}。"),
        ("zh-Hans", "收入**增长**{revenue|change%}"),
        ("zh-Hans", "2022 年收入{revenue}，比上年增长 13.7%；"),
        ("zh-Hans", "公司收入同比增长 13.7%。"),
        ("zh-Hans", "收入较上年有所增长。"),
        ("zh-Hans", "收入增至{revenue}。"),
        ("zh-Hans", "收入与上年持平。"),
        ("zh-Hans", "收入翻了一番。"),
        ("zh-Hant", "收入比上年增長 13.7%。"),
        ("zh-Hans", "毛利{profit}，同比下降 5%。"),
        ("zh-Hans", "员工总数{staff}，较上年减少 1 人。"),
        ("zh-Hans", "播放量下降{growth}。"),
        ("en", "Revenue rose {revenue|change%} on the previous year."),
        ("en", "Revenue was {revenue}, up 13.7% on the previous year."),
        ("en", "Revenue grew 13.7% to {revenue}."),
        ("en", "Our revenue increased by 13.7% compared with 2021."),
        ("en", "There was a 13.7% increase in revenue."),
        ("en", "Revenue rose to {revenue}."),
        ("en", "Revenue remained flat."),
        ("en", "Revenue doubled."),
        ("en", "Gross profit fell to {profit}."),
    ],
)
def test_a_sentence_that_the_data_contradict_is_an_error(language, text):
    (issue,) = issues(text, language)
    assert (issue.code, issue.severity) in [("statement.direction", "error"), ("statement.rate", "error")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "收入{revenue}，比上年下降{revenue|change%}。"),
        ("zh-Hans", "收入比上年下降 13.7%。"),
        ("zh-Hans", "收入较 2020 年增长 40%。"),
        ("zh-Hans", "收入环比增长 5%。"),
        ("zh-Hans", "第四季度收入同比增长 5%。"),
        ("zh-Hans", "2021 年收入增长 62%。"),
        ("zh-Hans", "毛利翻番。"),
        ("zh-Hans", "毛利比上年增长 100%。"),
        ("zh-Hans", "员工总数与上年持平。"),
        ("zh-Hans", "播放量增长{growth}。"),
        ("zh-Hans", "收入{revenue}，带动就业增长。"),
        ("zh-Hans", "女性员工占比提高 2 个百分点。"),
        ("zh-Hans", "女性员工占比提高 5%。"),
        ("zh-Hans", "收入{revenue}。利润增长 5%。"),
        ("en", "Revenue fell 13.7% to {revenue}."),
        ("en", "Revenue grew 40% compared with 2020."),
        ("en", "Users signed up in record numbers; revenue was {revenue}."),
        ("en", "Gross profit doubled."),
    ],
)
def test_a_sentence_that_the_data_allow_or_cannot_decide_is_fine(language, text):
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("收入比上年下降 14.7%。", "error"),
        ("毛利增长 50%。", "doubt"),
        ("收入比上年减少一半。", "error"),
        ("女性员工占比较上年提高 4 个百分点。", "error"),
        ("员工总数比上年增加 5 人。", "error"),
    ],
)
def test_a_wrong_size_is_an_error_where_the_sentence_says_what_it_compares(text, severity):
    (issue,) = issues(text)
    assert (issue.code, issue.severity) == ("statement.size", severity)


def test_a_name_that_other_words_narrow_is_only_doubted():
    (issue,) = issues("海外市场的收入比上年增长 13.7%。")
    assert (issue.code, issue.severity) == ("statement.direction", "doubt")


def test_the_sentence_says_what_to_write_instead():
    (issue,) = issues("收入比上年增长 13.7%。")
    assert (issue.facts["quote"], issue.facts["instead"]) == ("比上年增长 13.7%", "下降 13.7%")
    (issue,) = issues("Revenue rose {revenue|change%} on the previous year.", "en")
    assert issue.facts["instead"] == "fell by {revenue|change%}"


def test_what_all_languages_say_alike_is_told_once():
    texts = {
        ("report", SLOT, "zh-Hans"): "收入比上年增长 13.7%。",
        ("report", SLOT, "zh-Hant"): "收入比上年增長 13.7%。",
        ("report", SLOT, "en"): "Revenue rose 13.7% on the previous year.",
    }
    told = [i for i in found(definitions(KNOWN, slots=[SLOT]), DATA, texts=texts) if i.code == "statement.direction"]
    assert [(i.facts["language"], len(i.facts["tongue"])) for i in told] == [("zh-Hans", 3)]


@pytest.mark.parametrize(
    ("now", "before", "text", "wrong"),
    [
        (("5", "over"), ("5", ""), "收入增长。", False),
        (("5", "over"), ("5", ""), "收入下降。", True),
        (("5", "over"), ("9", ""), "收入下降。", False),
        (("5", "nearly"), ("5", ""), "收入增长。", True),
        (("5", ""), ("5", ""), "收入增长。", True),
        (("5", ""), ("5", ""), "收入下降。", True),
        (("5", "about"), ("5", "about"), "收入下降。", False),
    ],
)
def test_a_qualified_value_contradicts_only_with_every_value_that_it_may_be(now, before, text, wrong):
    data = [point("revenue", now[0], qualifier=now[1]), point("revenue@2021", before[0], qualifier=before[1])]
    assert codes(text, data=data) == ["statement.direction"] * wrong


def test_years_that_do_not_count_the_same_contradict_nothing():
    changed = replace(REVENUE, changed=(DefinitionChange(2022, "definition", NO_WORDS),))
    assert codes("收入比上年增长 13.7%。", known=catalogue(changed)) == []


def test_a_value_that_is_missing_contradicts_nothing():
    assert codes("收入比上年增长 13.7%。", data=[point("revenue", "5")]) == []
