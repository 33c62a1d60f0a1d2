"""Sentences as a sceptical editor tries them: true ones are left alone, false ones are told; three languages."""

from dataclasses import replace

import pytest

from schema.grammar.words import Words
from schema.validation.statements.check import findings
from schema.validation.statements.scene import Scene
from schema.values.figures import Figures
from tests.schema.validation.given import YEAR, catalogue, metric, number, point, share, snapshot


def named(known, zh, hant, en):
    return replace(known, name=Words(zh, hant, en))


# 2020, 2021, 2022: revenue falls and rises, profit doubles, waste halves, staff stays, women rise, plays triple.
KNOWN = catalogue(
    named(number("revenue", "cny", display="亿 0.0"), "收入", "收入", "Revenue"),
    named(number("profit", "cny", display="亿 0.0"), "毛利", "毛利", "Gross profit"),
    named(number("waste", "t", display="0.0"), "无害废弃物", "無害廢棄物", "Non-hazardous waste"),
    named(metric("staff", crossings=()), "员工总数", "員工總數", "Total employees"),
    named(share("women"), "女性员工占比", "女性員工佔比", "Share of women"),
    named(number("plays", "m3", display="0"), "直播用水量", "直播用水量", "Water use"),
    named(share("turnover"), "员工流失率", "員工流失率", "Employee turnover rate"),
)
DATA = [
    point("revenue@2020", "81000000000"), point("revenue@2021", "70000000000"), point("revenue", "94200000000"),
    point("profit@2020", "20000000000"), point("profit@2021", "21000000000"), point("profit", "42000000000"),
    point("waste@2020", "800"), point("waste@2021", "1000"), point("waste", "505"),
    point("staff@2020", "9000"), point("staff@2021", "10000"), point("staff", "10100"),
    point("women@2020", "40"), point("women@2021", "41"), point("women", "42"),
    point("plays@2020", "10"), point("plays@2021", "100"), point("plays", "310"),
    point("turnover@2020", "9"), point("turnover@2021", "6"), point("turnover", "4.2"),
]  # fmt: skip
SCENE = Scene(Figures(KNOWN, snapshot(DATA)), {})


def told(text, language):
    return [finding.code for finding in findings(text, language, YEAR, SCENE)]


TRUE = [
    ("zh-Hans", "收入同比增长三成多。"),
    ("zh-Hans", "收入比上年增长超过三分之一。"),
    ("zh-Hans", "毛利翻了一番。"),
    ("zh-Hans", "毛利增长了一倍。"),
    ("zh-Hans", "毛利是上年的两倍。"),
    ("zh-Hans", "直播用水量增至上年的 3.1 倍。"),
    ("zh-Hans", "直播用水量是 2020 年的 31 倍。"),
    ("zh-Hans", "直播用水量比上年增长 2.1 倍。"),
    ("zh-Hans", "无害废弃物较上年减少近一半。"),
    ("zh-Hans", "无害废弃物减半。"),
    ("zh-Hans", "女性员工占比超过四成。"),
    ("zh-Hans", "女性员工占员工总数的 42%。"),
    ("zh-Hans", "女性员工占比不到一半。"),
    ("zh-Hans", "员工总数与去年持平。"),
    ("zh-Hans", "员工流失率未超过 5%。"),
    ("zh-Hans", "收入未达到 1000 亿元。"),
    ("zh-Hans", "无害废弃物没有增长。"),
    ("zh-Hans", "收入创历史新高。"),
    ("zh-Hans", "收入首次突破 900 亿元。"),
    ("zh-Hans", "第三季度收入 231 亿元，同比下降 5%。"),
    ("zh-Hans", "上半年毛利同比下降 8%。"),
    ("zh-Hans", "行业收入同比下降 12%。"),
    ("zh-Hans", "同行的收入下降了两成。"),
    ("zh-Hans", "人均收入 5 万元。"),
    ("zh-Hans", "收入和毛利分别为 942 亿元和 420 亿元。"),
    ("zh-Hans", "收入在 900 亿元至 950 亿元之间。"),
    ("zh-Hans", "员工总数在 1 万人到 1.2 万人之间。"),
    ("zh-Hans", "预计 2023 年收入下降 10%。"),
    ("zh-Hans", "到 2025 年，无害废弃物增长不超过 10%。"),
    ("zh-Hans", "收入增长引擎来自直播。"),
    ("zh-Hans", "我们采取措施，避免员工总数下降。"),
    ("zh-Hans", "截至 6 月 30 日，收入 450 亿元。"),
    ("zh-Hans", "收入较 2020 年增长 16.3%。"),
    ("zh-Hans", "广告收入同比下降 3%。"),
    ("zh-Hant", "收入同比增長三成四。"),
    ("zh-Hant", "毛利翻倍，員工總數與去年持平。"),
    ("zh-Hant", "女性員工佔比逾四成。"),
    ("zh-Hant", "員工流失率並未上升。"),
    ("en", "Gross profit doubled."),
    ("en", "Gross profit was twice that of the previous year."),
    ("en", "Water use more than tripled."),
    ("en", "Water use rose threefold."),
    ("en", "Non-hazardous waste nearly halved."),
    ("en", "Non-hazardous waste fell by half."),
    ("en", "Revenue rose by more than a third."),
    ("en", "Revenue did not fall."),
    ("en", "Employee turnover rate did not exceed 5%."),
    ("en", "Revenue and gross profit were RMB 94.2 billion and RMB 42.0 billion respectively."),
    ("en", "Industry revenue fell 12% on the previous year."),
    ("en", "In the third quarter, revenue fell 5%."),
    ("en", "Revenue will fall by 10%."),
    ("en", "Revenue reached a record high."),
    ("en", "Revenue was the highest in three years."),
    ("en", "Total employees were unchanged from last year."),
    ("zh-Hans", "截至 2022 年 12 月 31 日，员工总数 10,100 人。"),
    ("zh-Hans", "员工总数较上年净增 100 人。"),
    ("zh-Hans", "收入增速为 34.6%。"),
    ("zh-Hans", "收入增长率达到 34.6%。"),
    ("zh-Hans", "收入同比增幅超过 30%。"),
    ("zh-Hans", "毛利增长幅度大于收入。"),
    ("zh-Hans", "扣除直播收入后，毛利下降 5%。"),
    ("zh-Hans", "无害废弃物由 1,000 吨降至 505 吨。"),
    ("zh-Hans", "无害废弃物从上年的 1,000 吨下降到 505 吨。"),
    ("zh-Hans", "收入由 700 亿元增长到 942 亿元，增长 34.6%。"),
    ("zh-Hans", "某同类公司收入 500 亿元。"),
    ("zh-Hans", "收入的三分之一来自直播。"),
    ("zh-Hans", "一半的收入投入研发。"),
    ("zh-Hans", "女性员工占比由 41% 提高到 42%。"),
    ("zh-Hans", "女性员工占比提高 1 个百分点。"),
    ("zh-Hans", "员工流失率从 9% 降到 4.2%。"),
    ("zh-Hans", "员工流失率连续两年下降。"),
    ("zh-Hans", "如果收入下降 10%，我们将削减开支。"),
    ("zh-Hans", "收入虽增长，员工总数仍与上年基本持平。"),
    ("zh-Hans", "收入超过 900 亿元，低于 1,000 亿元。"),
    ("zh-Hans", "收入不低于 940 亿元。"),
    ("zh-Hans", "每季度收入约 235 亿元。"),
    ("zh-Hans", "12 月单月收入 90 亿元。"),
    ("zh-Hans", "毛利率为 44.6%。"),
    ("zh-Hans", "新员工中女性员工占比 55%。"),
    ("zh-Hans", "深圳公司员工总数 800 人。"),
    ("zh-Hans", "收入突破九百亿元。"),
    ("zh-Hant", "收入約為 2021 年的 1.35 倍。"),
    ("zh-Hant", "截至 2022 年底，員工總數逾 1 萬人。"),
    ("zh-Hant", "無害廢棄物較去年大減近五成。"),
    ("en", "Revenue was up 34.6% year on year to RMB 94.2 billion."),
    ("en", "Employee turnover rate fell from 6% to 4.2%."),
    ("en", "Revenue of our peers fell by a fifth."),
    ("en", "Our supplier reported revenue of RMB 5 billion."),
    ("en", "Revenue per head was RMB 9.3 million."),
    ("en", "Half of revenue came from live streaming."),
    ("en", "Between 2020 and 2022, revenue grew by 16.3%."),
    ("en", "Total employees rose slightly, by 100."),
    ("en", "Revenue was between RMB 90 billion and RMB 95 billion."),
    ("en", "Share of women rose by one percentage point."),
    ("en", "Non-hazardous waste was cut by nearly half."),
    ("en", "Non-hazardous waste was half of what it was in 2021."),
    ("en", "In 2021, revenue fell by 13.6%."),
    ("en", "Revenue growth was 34.6%."),
    ("en", "If revenue fell by 10%, we would cut costs."),
    ("en", "December revenue was RMB 9 billion."),
]  # fmt: skip
FALSE = [
    ("zh-Hans", "收入同比下降三成。", "statement.direction"),
    ("zh-Hans", "收入比上年增长近一半。", "statement.size"),
    ("zh-Hans", "收入翻了一番。", "statement.direction"),
    ("zh-Hans", "直播用水量翻了一番。", "statement.size"),
    ("zh-Hans", "毛利是上年的三倍。", "statement.size"),
    ("zh-Hans", "毛利比上年增长 3 倍。", "statement.size"),
    ("zh-Hans", "收入增至 2020 年的 2 倍。", "statement.size"),
    ("zh-Hans", "无害废弃物比上年减少三分之一。", "statement.size"),
    ("zh-Hans", "收入减半。", "statement.direction"),
    ("zh-Hans", "女性员工占比过半。", "statement.threshold"),
    ("zh-Hans", "女性员工占比近三分之一。", "statement.threshold"),
    ("zh-Hans", "女性员工占员工总数的 52%。", "statement.differs"),
    ("zh-Hans", "收入与去年持平。", "statement.direction"),
    ("zh-Hans", "员工流失率未超过 4%。", "statement.threshold"),
    ("zh-Hans", "收入没有增长。", "statement.direction"),
    ("zh-Hans", "无害废弃物创历史新高。", "statement.first"),
    ("zh-Hans", "收入首次突破 800 亿元。", "statement.first"),
    ("zh-Hans", "无害废弃物为三年来最高。", "statement.first"),
    ("zh-Hans", "收入超过 1000 亿元。", "statement.threshold"),
    ("zh-Hans", "2021 年收入 942 亿元。", "statement.differs"),
    ("zh-Hans", "收入在 500 亿元至 600 亿元之间。", "statement.differs"),
    ("zh-Hant", "毛利同比下降兩成。", "statement.direction"),
    ("zh-Hant", "女性員工佔比過半。", "statement.threshold"),
    ("zh-Hant", "員工流失率上升至{turnover}。", "statement.direction"),
    ("en", "Gross profit tripled.", "statement.direction"),
    ("en", "Gross profit halved.", "statement.direction"),
    ("en", "Water use doubled.", "statement.size"),
    ("en", "Gross profit was 3.5 times that of the previous year.", "statement.size"),
    ("en", "Revenue fell by a third.", "statement.direction"),
    ("en", "Revenue rose by two thirds.", "statement.size"),
    ("en", "Share of women was more than half.", "statement.threshold"),
    ("en", "Revenue did not rise.", "statement.direction"),
    ("en", "Employee turnover rate did not exceed 4%.", "statement.threshold"),
    ("en", "Revenue exceeded RMB 100 billion.", "statement.threshold"),
    ("en", "Non-hazardous waste reached a record high.", "statement.first"),
    ("en", "Total employees doubled.", "statement.direction"),
    ("zh-Hans", "收入增长率为 24.6%。", "statement.size"),
    ("zh-Hans", "无害废弃物由 1,000 吨降至 805 吨。", "statement.differs"),
    ("zh-Hans", "女性员工占比提高 5 个百分点。", "statement.size"),
    ("zh-Hans", "收入不低于 1,000 亿元。", "statement.threshold"),
    ("zh-Hans", "收入突破 1,000 亿元。", "statement.threshold"),
    ("zh-Hant", "無害廢棄物較去年增加近五成。", "statement.direction"),
    ("zh-Hant", "收入為 2021 年的 2 倍。", "statement.size"),
    ("en", "Revenue was up 44.6% year on year to RMB 94.2 billion.", "statement.size"),
    ("en", "In 2021, revenue rose by 13.6%.", "statement.direction"),
    ("en", "Non-hazardous waste increased by nearly half.", "statement.direction"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_what_is_true_or_is_not_said_of_the_company_is_left_alone(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(("language", "text", "code"), FALSE)
def test_what_is_false_is_told(language, text, code):
    assert told(text, language) == [code]
