"""False sentences of each kind that once passed, each with its true siblings: counts, numbers in words, levels."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Unit
from schema.grammar.words import Words
from schema.validation.statements.check import findings
from schema.validation.statements.scene import Scene
from schema.values.figures import Figures
from tests.schema.validation.given import YEAR, catalogue, metric, number, point, share, snapshot


def named(known, zh, hant, en):
    return replace(known, name=Words(zh, hant, en))


def count(code, unit, zh, hant, en):
    return named(metric(code, unit=unit, crossings=(), sum_over=()), zh, hant, en)


UNITS = {
    "firm": Unit("firm", Words("家", "家", "companies"), Decimal(1), "firm", ("company", "firms")),
    "case": Unit("case", Words("起", "起", "cases"), Decimal(1), "case", ("宗", "case")),
    "persontime": Unit("persontime", Words("人次", "人次", "person-times"), Decimal(1), "persontime"),
    "pair": Unit("pair", Words("对", "對", "pairs"), Decimal(1), "pair"),
    "country": Unit("country", Words("个国家", "個國家", "countries"), Decimal(1), "country"),
    "ethnicity": Unit("ethnicity", Words("个民族", "個民族", "ethnic groups"), Decimal(1), "ethnicity"),
    "person": Unit("person", Words("人", "人", "people"), Decimal(1), "person", ("名", "employees")),
}
METRICS = (
    named(number("revenue", "cny", display="亿 0.0"), "收入", "收入", "Revenue"),
    named(number("profit", "cny", display="亿 0.0"), "毛利", "毛利", "Gross profit"),
    named(number("gifts", "cny", display="万 0"), "公益捐赠", "公益捐贈", "Donations"),
    count("suppliers", "firm", "供应商总数", "供應商總數", "Suppliers"),
    count("cases", "case", "打击售假案件数", "打擊售假案件數", "Counterfeiting cases acted against"),
    count("training", "persontime", "廉正培训覆盖人次", "廉正培訓覆蓋人次", "Integrity training attendance"),
    count("dau", "person", "平均日活跃用户", "平均日活躍用戶", "Average daily active users"),
    count("staff", "person", "员工总数", "員工總數", "Employees in total"),
    count("follows", "pair", "累计互关用户对数", "累計互關用戶對數", "Pairs of users who follow each other"),
    count("countries", "country", "员工来自的国家数", "員工來自的國家數", "Countries employees come from"),
    count("peoples", "ethnicity", "员工所属民族数", "員工所屬民族數", "Ethnic groups among employees"),
    named(share("liking"), "全渠道年度综合满意度", "全渠道年度綜合滿意度", "Overall satisfaction"),
)
BASE = catalogue(*METRICS)
KNOWN = replace(BASE, units={**BASE.units, **UNITS})
DATA = [
    point("revenue@2020", "58800000000"), point("revenue@2021", "81100000000"), point("revenue", "94200000000"),
    point("profit@2021", "34000000000"), point("profit", "42100000000"),
    point("gifts@2021", "75700000"), point("gifts", "22700000"),
    point("suppliers@2021", "3421"), point("suppliers", "4915"),
    point("cases@2021", "23"), point("cases", "30"),
    point("training@2021", "15000"), point("training", "17325"),
    point("dau@2021", "308200000"), point("dau", "366000000"),
    point("staff@2021", "28000"), point("staff", "25000"),
    point("follows@2021", "12000000000"), point("follows", "23500000000"),
    point("countries@2021", "28"), point("countries", "24"),
    point("peoples@2021", "40"), point("peoples", "39"),
    point("liking@2021", "93.42"), point("liking", "93.56"),
]  # fmt: skip
SCENE = Scene(Figures(KNOWN, snapshot(DATA)), {})


def told(text, language):
    return [(finding.code, finding.severity) for finding in findings(text, language, YEAR, SCENE)]


def advised(text, language):
    return [(f.facts["quote"], f.facts["instead"]) for f in findings(text, language, YEAR, SCENE)]


DIFFERS, THRESHOLD = "statement.differs", "statement.threshold"
SIZE, DIRECTION = "statement.size", "statement.direction"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Suppliers numbered 4,951 in 2022.", DIFFERS),
        ("Suppliers: 4,951.", DIFFERS),
        ("The total number of suppliers reached 4,951 in 2022.", DIFFERS),
        ("We had a total of 4,951 suppliers.", DIFFERS),
        ("At the end of 2022, we had 4,951 suppliers.", DIFFERS),
        ("There were more than 5,000 suppliers at the end of the year.", THRESHOLD),
        ("Suppliers rose to 4,951.", DIFFERS),
        ("Suppliers numbered 4,915 in 2022, up from 3,300 in 2021.", DIFFERS),
        ("We had 26,000 employees.", DIFFERS),
        ("We had 400 million average daily active users.", DIFFERS),
    ],
)
def test_a_bare_count_that_its_english_name_tells_is_held(text, code):
    assert told(text, "en") == [(code, "error")]


@pytest.mark.parametrize(
    "text",
    [
        "Suppliers numbered 4,915 in 2022.",
        "We had more than 4,900 suppliers.",
        "Suppliers numbered 4,915 in 2022, up from 3,421 in 2021.",
        "In 2021, suppliers numbered 3,421.",
        "We had 4,951 suppliers in Europe.",
        "We trained 4,951 suppliers.",
        "Two hundred suppliers took part.",
        "300 suppliers were audited.",
        "Registered suppliers numbered 4,951.",
        "Suppliers audited: 300.",
        "Suppliers numbered 300 in Europe.",
        "Suppliers had 4,951 factories.",
        "Suppliers employed 4,951 people.",
        "In Beijing we had 3,000 employees.",
        "We had 3,000 employees in Beijing.",
        "Of our suppliers, 300 have a certificate.",
        "In total, suppliers reached 300 villages.",
        "We plan to have 6,000 suppliers.",
    ],
)
def test_a_count_of_something_else_is_left_alone(text):
    assert told(text, "en") == []


@pytest.mark.parametrize(
    ("language", "text", "code", "severity"),
    [
        ("zh-Hans", "廉正培训覆盖人次超过两万。", THRESHOLD, "doubt"),
        ("zh-Hans", "廉正培训覆盖人次达两万人次。", DIFFERS, "error"),
        ("zh-Hant", "廉正培訓覆蓋人次超過兩萬人次。", THRESHOLD, "error"),
        ("zh-Hans", "供应商总数多达四千九百五十一家。", DIFFERS, "error"),
        ("zh-Hans", "供应商总数超过五千家。", THRESHOLD, "error"),
        ("zh-Hans", "收入超过一千亿元。", THRESHOLD, "error"),
        ("en", "Average daily active users: four hundred million.", DIFFERS, "error"),
        ("en", "Suppliers numbered four thousand nine hundred and fifty-one.", DIFFERS, "error"),
        ("en", "We had more than five thousand suppliers.", THRESHOLD, "error"),
        ("en", "Revenue exceeded RMB one hundred billion.", THRESHOLD, "error"),
    ],
)
def test_a_number_in_words_is_held_as_one_in_digits(language, text, code, severity):
    assert told(text, language) == [(code, severity)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "廉正培训覆盖人次超过一万七千人次。"),
        ("zh-Hans", "廉正培训覆盖人次约一万七千人次。"),
        ("zh-Hans", "供应商总数为四千九百一十五家。"),
        ("zh-Hans", "供应商总数近五千家。"),
        ("zh-Hans", "平均日活跃用户超过三亿人。"),
        ("zh-Hans", "平均日活跃用户超过三点六亿人。"),
        ("zh-Hans", "收入超过九百亿元。"),
        ("zh-Hans", "十年来，收入持续增长。"),
        ("zh-Hans", "二十大以来，收入持续增长。"),
        ("zh-Hans", "收入十分可观，供应商总数一百年也数不完。"),
        ("zh-Hans", "三百家供应商参加了培训。"),
        ("zh-Hans", "海外供应商三百家。"),
        ("zh-Hans", "每十名员工中有四名女性。"),
        ("zh-Hans", "二〇二二年收入 942 亿元。"),
        ("zh-Hans", "我们在十个城市开展活动，收入 942 亿元。"),
        ("en", "Average daily active users exceeded three hundred million."),
        ("en", "Suppliers numbered four thousand nine hundred and fifteen."),
        ("en", "Revenue was ninety-four billion yuan."),
        ("en", "Over the past ten years, revenue grew strongly."),
        ("en", "We trained two hundred suppliers."),
        ("en", "One in ten suppliers was audited."),
    ],
)
def test_words_that_are_true_or_no_number_of_the_fact_are_left_alone(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "severity"),
    [
        ("zh-Hans", "收入从 2021 年的 711 亿元增长到 2022 年的 942 亿元。", "error"),
        ("zh-Hant", "收入由上年的 711 億元增長到 942 億元。", "error"),
        ("zh-Hans", "收入由 711 亿元增长到 942 亿元。", "doubt"),
        ("zh-Hans", "收入由 711 亿元增长到{revenue}。", "doubt"),
        ("zh-Hans", "收入 942 亿元（2021 年：711 亿元）。", "error"),
        ("zh-Hans", "收入{revenue}，高于上年的 711 亿元。", "error"),
        ("zh-Hans", "2022 年收入 942 亿元，2021 年 811 亿元，2020 年 688 亿元。", "error"),
        ("zh-Hans", "收入增至 924 亿元。", "error"),
        ("zh-Hans", "收入比上年增长 16.2% 至 924 亿元。", "error"),
        ("en", "Revenue increased from RMB 71.1 billion in 2021 to RMB 94.2 billion in 2022.", "error"),
        ("en", "Revenue rose from RMB 71.1 billion in 2021 to {revenue}.", "error"),
        ("en", "Revenue rose from RMB 71.1 billion to RMB 94.2 billion.", "doubt"),
        ("en", "Revenue was RMB 94.2 billion in 2022, up from RMB 71.1 billion in 2021.", "error"),
        ("en", "Revenue was {revenue}, up from RMB 71.1 billion a year earlier.", "error"),
        ("en", "Revenue was RMB 94.2 billion, compared with RMB 71.1 billion in the previous year.", "error"),
        ("en", "Revenue rose to RMB 92.4 billion.", "error"),
        ("en", "Revenue rose by 16.2% year on year to RMB 92.4 billion.", "error"),
        ("en", "Revenue was RMB 71.1 billion in 2021.", "error"),
    ],
)
def test_each_level_of_a_sentence_is_held_against_its_own_year(language, text, severity):
    assert told(text, language) == [(DIFFERS, severity)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "收入由 811 亿元增长到{revenue}。"),
        ("zh-Hans", "收入由 588 亿元增长到 942 亿元。"),
        ("zh-Hans", "收入 942 亿元（上年为 811 亿元）。"),
        ("zh-Hans", "收入 942 亿元，较 2021 年的 811 亿元增长 16.2%。"),
        ("zh-Hans", "收入 942 亿元，比上年增加 131 亿元。"),
        ("zh-Hans", "收入 942 亿元，2021 年为研发投入 150 亿元。"),
        ("zh-Hans", "2022 年收入 942 亿元，2021 年 811 亿元，2020 年 588 亿元。"),
        ("zh-Hans", "毛利由 2021 年的 340 亿元增至 421 亿元，收入由 811 亿元增至 942 亿元。"),
        ("zh-Hans", "收入同比增长 16.2% 至 942 亿元。"),
        ("zh-Hans", "第四季度收入增至 283 亿元。"),
        ("zh-Hans", "广告收入由 300 亿元增至 490 亿元。"),
        ("en", "Revenue was RMB 81.1 billion in 2021."),
        ("en", "Revenue was RMB 81.1 billion in the previous year."),
        ("en", "Revenue was RMB 81.1 billion in 2021 and RMB 94.2 billion in 2022."),
        ("en", "Revenue rose to RMB 94.2 billion in 2022 from RMB 81.1 billion in 2021."),
        ("en", "Revenue was RMB 94.2 billion and gross profit was RMB 42.1 billion in 2022."),
        ("en", "Revenue from advertising rose to RMB 49 billion."),
        ("en", "Revenue was RMB 94.2 billion in 2022, of which RMB 49 billion in the second half."),
    ],
)
def test_levels_that_are_true_or_of_something_else_are_left_alone(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "code", "severity"),
    [
        ("zh-Hans", "累计互关用户对数几乎是上年的三倍。", SIZE, "error"),
        ("zh-Hant", "累計互關用戶對數幾乎是上年的三倍。", SIZE, "error"),
        ("zh-Hans", "累计互关用户对数相当于上年的近三倍。", SIZE, "error"),
        ("zh-Hans", "累计互关用户对数超过上年的两倍。", SIZE, "error"),
        ("zh-Hans", "累计互关用户对数是上年的两倍多。", SIZE, "error"),
        ("zh-Hans", "累计互关用户对数增长两倍以上。", SIZE, "doubt"),
        ("zh-Hant", "累計互關用戶對數增長超過兩倍。", SIZE, "doubt"),
        ("zh-Hans", "累计互关用户对数比上年增长一倍以上。", SIZE, "error"),
        ("zh-Hans", "累计互关用户对数翻了一番多。", DIRECTION, "error"),
        ("zh-Hans", "收入几乎翻番。", DIRECTION, "error"),
        ("en", "Pairs of users who follow each other grew more than twofold.", SIZE, "doubt"),
        ("en", "Pairs of users who follow each other more than doubled.", DIRECTION, "error"),
        (
            "en",
            "Pairs of users who follow each other were nearly three times those of the previous year.",
            SIZE,
            "error",
        ),
        ("en", "Revenue nearly tripled from 2020.", DIRECTION, "error"),
    ],
)
def test_a_multiple_with_a_qualifier_is_held_in_its_own_direction(language, text, code, severity):
    assert told(text, language) == [(code, severity)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "累计互关用户对数几乎是上年的两倍。"),
        ("zh-Hans", "累计互关用户对数不到上年的两倍。"),
        ("zh-Hans", "累计互关用户对数约为上年的两倍。"),
        ("zh-Hant", "累計互關用戶對數增長近一倍。"),
        ("zh-Hans", "累计互关用户对数翻了一番。"),
        ("zh-Hans", "累计互关用户对数几乎翻番。"),
        ("zh-Hans", "收入较 2020 年增长六成以上。"),
        ("en", "Pairs of users who follow each other nearly doubled."),
        ("en", "Pairs of users who follow each other were almost twice those of the previous year."),
        ("en", "Revenue grew by more than half compared with 2020."),
    ],
)
def test_a_multiple_that_is_nearly_so_is_left_alone(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "quote", "instead"),
    [
        ("zh-Hans", "打击售假案件数减少 7 起。", "减少 7 起", "增加 7 起"),
        ("zh-Hant", "打擊售假案件數減少七起。", "減少七起", "增加 7起"),
        ("zh-Hans", "供应商总数同比减少了 1,494 家。", "同比减少了 1,494 家", "增加 1,494 家"),
        ("zh-Hans", "供应商总数比上年增加 1,194 家。", "比上年增加 1,194 家", "增加 1,494 家"),
        ("zh-Hans", "全渠道年度综合满意度提升 1 个百分点。", "提升 1 个百分点", "提升 0.14 个百分点"),
        ("zh-Hans", "公益捐赠增至 7,570 万元。", "增至 7,570 万元", "降至 2,270 万元"),
        ("zh-Hans", "公益捐赠增至{gifts}。", "增至{gifts}", "降至 {gifts}"),
        ("zh-Hans", "累计互关用户对数几乎是上年的三倍。", "几乎是上年的三倍", "上年的 1.96 倍"),
        ("zh-Hant", "累計互關用戶對數翻了一番多。", "翻了一番多", "增長 95.8%"),
        ("zh-Hans", "收入比上年提高 20%。", "比上年提高 20%", "提高 16.2%"),
        ("en", "Donations rose to RMB 75.7 million.", "rose to RMB 75.7 million", "fell to RMB 22.7 million"),
        ("en", "Suppliers fell by 1,494 firms.", "fell by 1,494 firms", "rose by 1,494 firms"),
        ("en", "Suppliers rose by 1,194 in 2022.", "rose by 1,194", "rose by 1,494"),
        ("en", "Revenue more than tripled from 2020.", "more than tripled from 2020", "rose by 60.2%"),
        ("en", "Revenue was down 16.2%.", "down 16.2%", "up 16.2%"),
        ("en", "A 5% decrease in revenue.", "5% decrease", "16.2% increase"),
        (
            "en",
            "Overall satisfaction rose by 1 percentage point.",
            "rose by 1 percentage point",
            "rose by 0.14 percentage point",
        ),
    ],
)
def test_the_advice_keeps_the_kind_of_the_statement(language, text, quote, instead):
    assert advised(text, language) == [(quote, instead)]


def test_a_level_that_a_wrong_direction_leads_to_is_told_once():
    assert told("公益捐赠增至 7,570 万元。", "zh-Hans") == [(DIRECTION, "error")]


SHARE = "statement.share"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "毛利占收入的 54.7%。"),
        ("zh-Hant", "毛利佔收入的比重達到 54.7%。"),
        ("zh-Hans", "毛利占收入的比重超过一半。"),
        ("zh-Hans", "毛利率为 54.7%。"),
        ("zh-Hant", "毛利率提升至 54.7%。"),
        ("zh-Hans", "2021 年毛利率为 44.7%。"),
        ("zh-Hans", "毛利率由上年的 41.9% 提升至 54.7%。"),
        ("zh-Hans", "毛利{profit}，占收入的 54.7%。"),
        ("zh-Hans", "毛利 421 亿元，占收入的 54.7%。"),
        ("en", "Gross profit was 54.7% of revenue."),
        ("en", "Gross profit accounted for more than half of total revenue."),
        ("en", "The gross margin was 54.7%."),
        ("en", "Our gross profit margin reached 54.7% in 2022."),
        ("en", "Gross profit was {profit}, or 54.7% of revenue."),
    ],
)
def test_a_share_of_one_amount_in_another_is_held_against_both(language, text):
    assert told(text, language) == [(SHARE, "error")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "毛利占收入的 44.7%。"),
        ("zh-Hans", "毛利占收入的四成以上。"),
        ("zh-Hans", "毛利率为 44.7%。"),
        ("zh-Hans", "毛利率达到 45%。"),
        ("zh-Hans", "上年毛利率为 41.9%。"),
        ("zh-Hans", "毛利率由上年的 41.9% 提升至 44.7%。"),
        ("zh-Hans", "毛利率同比提升 2.8 个百分点。"),
        ("zh-Hans", "广告业务毛利率为 60%。"),
        ("zh-Hans", "第四季度毛利率为 45.5%。"),
        ("zh-Hant", "毛利佔行業收入的 20%。"),
        ("en", "Gross profit was 44.7% of revenue."),
        ("en", "Gross margin was 41.9% in 2021."),
        ("en", "The gross margin of the industry was 54.7%."),
        ("en", "Gross profit was 54.7% of revenue from advertising."),
    ],
)
def test_a_share_that_is_true_or_of_something_else_is_left_alone(language, text):
    assert told(text, language) == []


def test_a_share_says_what_it_is_by_the_two_values():
    assert advised("毛利占收入的 54.7%。", "zh-Hans") == [("占收入的 54.7%", "44.7%")]


def test_the_ratio_of_the_catalogue_decides_where_it_has_one():
    margin = named(share("margin", formula="[profit] / [revenue]"), "盈利水平", "盈利水平", "Profitability")
    known = replace(KNOWN, metrics={**KNOWN.metrics, "margin": margin})
    scene = Scene(Figures(known, snapshot(DATA)), {})
    (finding,) = findings("毛利占收入的 54.7%。", "zh-Hans", YEAR, scene)
    assert (finding.code, finding.instead) == (DIFFERS, "{margin@2022}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "员工来自 28 个国家。"),
        ("zh-Hant", "我們的員工來自全球二十八個國家。"),
        ("zh-Hans", "员工来自 24 个国家、44 个民族。"),
        ("zh-Hans", "员工分属 44 个民族。"),
        ("en", "Employees come from 28 countries."),
        ("en", "Our employees are from twenty-eight countries."),
    ],
)
def test_a_count_before_its_noun_is_held(language, text):
    assert told(text, language) == [(DIFFERS, "error")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "员工来自 24 个国家、39 个民族。"),
        ("zh-Hans", "2021 年，员工来自 28 个国家。"),
        ("zh-Hans", "新员工来自 28 个国家。"),
        ("zh-Hans", "员工来自 28 个国家和地区。"),
        ("zh-Hant", "用戶來自 28 個國家。"),
        ("en", "Employees come from 24 countries."),
        ("en", "Overseas employees come from 28 countries."),
        ("en", "Employees come from 28 countries and regions."),
        ("en", "Users come from 28 countries."),
    ],
)
def test_a_count_of_other_people_or_places_is_left_alone(language, text):
    assert told(text, language) == []
