"""What a text says in numbers, read from its words."""

from decimal import Decimal

import pytest

from schema.catalogue.definitions import Unit
from schema.grammar.words import Words
from schema.validation.statements.numerals import unit_words
from schema.validation.statements.reading import read
from schema.validation.statements.statement import Claim, Comparison, Time


def _unit(code, zh, hant, en, dimension, *aliases):
    return Unit(code, Words(zh, hant, en), Decimal(1), dimension, aliases)


UNITS = unit_words(
    {
        unit.code: unit
        for unit in (
            _unit("percent", "%", "%", "%", "percent"),
            _unit("person", "人", "人", "people", "person", "名", "位"),
            _unit("cny", "元", "元", "RMB", "yuan"),
            _unit("kwh", "千瓦时", "千瓦時", "kWh", "joule", "度"),
            _unit("t", "吨", "噸", "t", "mass"),
            _unit("tco2e", "吨二氧化碳当量", "噸二氧化碳當量", "tCO₂e", "carbon", "吨", "噸"),
            _unit("time", "次", "次", "times", "occurrence"),
            _unit("persontime", "人次", "人次", "person-times", "persontime"),
        )
    }
)


def quantities(text, language="zh-Hans"):
    return [s for s in read(text, language, UNITS).statements if s.typed]


def forms(text, language="zh-Hans"):
    return [(s.quote, s.form) for s in read(text, language, UNITS).statements if s.form]


@pytest.mark.parametrize(
    ("language", "text", "quote", "value", "units", "qualifier"),
    [
        ("zh-Hans", "日活跃用户超过 3.7 亿的社区", "超过 3.7 亿", "370000000", (), "over"),
        ("zh-Hant", "日活躍用戶超過3.7億的社區", "超過3.7億", "370000000", (), "over"),
        ("zh-Hans", "收入 70,000 百万元，", "70,000 百万元", "70000000000", ("cny",), ""),
        ("zh-Hans", "人民币 5 亿元", "人民币 5 亿元", "500000000", ("cny",), ""),
        ("zh-Hans", "用电５千瓦时", "5千瓦时", "5", ("kwh",), ""),
        ("zh-Hans", "用电 5 千度", "5 千度", "5000", ("kwh",), ""),
        ("zh-Hans", "20 余万人参加", "20 余万人", "200000", ("person",), "some_more"),
        ("zh-Hans", "20 万余人参加", "20 万余人", "200000", ("person",), "some_more"),
        ("zh-Hans", "20 万人以上", "20 万人以上", "200000", ("person",), "at_least"),
        ("zh-Hans", "1.2 亿人次观看", "1.2 亿人次", "120000000", ("persontime",), ""),
        ("zh-Hans", "变动为 -13.7%。", "-13.7%", "-13.7", ("percent",), ""),
        ("zh-Hans", "提高 2 个百分点", "2 个百分点", "2", ("percent",), ""),
        ("zh-Hans", "排放 12 万吨", "12 万吨", "120000", ("t", "tco2e"), ""),
        ("en", "more than 370 million daily users", "more than 370 million", "370000000", (), "over"),
        ("en", "was RMB 81.1 billion in", "RMB 81.1 billion", "81100000000", ("cny",), ""),
        ("en", "over RMB 30 million,", "over RMB 30 million", "30000000", ("cny",), "over"),
        ("en", "an average of 2.25 billion cups", "2.25 billion", "2250000000", (), ""),
        ("en", "some 1,500 people came", "1,500 people", "1500", ("person",), ""),
        ("en", "13.7 per cent more", "13.7 per cent", "13.7", ("percent",), ""),
    ],
)
def test_a_number_is_read_with_what_stands_at_it(language, text, quote, value, units, qualifier):
    (found,) = quantities(text, language)
    assert (found.quote, found.value, found.units, found.qualifier) == (quote, Decimal(value), units, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("占 30%-40%。", "30", "40"),
        ("占 30-40%。", "30", "40"),
        ("新增 2~3 万", "20000", "30000"),
        ("1 至 2 次", "1", "2"),
    ],
)
def test_a_range_is_one_statement(text, low, high):
    (found,) = quantities(text)
    assert (found.value, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("zh-Hans", "公布的第 4 份报告", "ordinal"),
        ("zh-Hans", "ISO26000：社会责任指南", "standard"),
        ("zh-Hans", "通过 ISO 9001 认证", "standard"),
        ("zh-Hans", "GB/T36001-2015", "standard"),
        ("zh-Hans", "出席 COP25", "standard"),
        ("zh-Hans", "N95 口罩", "name"),
        ("zh-Hans", "5G 网络", "name"),
        ("zh-Hans", "G20 峰会", "name"),
        ("zh-Hans", "7*24 小时", "name"),
        ("zh-Hans", "“1+6+8”模式", "name"),
        ("zh-Hans", "热线 400-150-2277", "contact"),
        ("zh-Hans", "账号 164772142", "contact"),
        ("zh-Hans", "22:00 起", "time"),
        ("zh-Hans", "晚 10 点", "time"),
        ("zh-Hans", "3 月 5 日举行", "date"),
        ("zh-Hans", "65 岁以上", "age"),
        ("zh-Hans", "95 后", "age"),
        ("zh-Hans", "15 年的经验", "duration"),
        ("zh-Hans", "为期 5 至 8 周", "duration"),
        ("zh-Hans", "升级到 5.0。", "version"),
        ("en", "on 5 March 2022 it", "date"),
        ("en", "on March 5, 2022 it", "date"),
        ("en", "the 3rd time", "ordinal"),
        ("en", "a 9-year-old boy", "age"),
        ("en", "over 5 years", "duration"),
        ("en", "the COVID-19 epidemic", "standard"),
    ],
)
def test_a_number_that_is_no_quantity_is_known_by_its_form(language, text, form):
    assert [found for _, found in forms(text, language)] == [form]
    assert quantities(text, language) == [] or form == "name"


def test_ten_digits_with_a_unit_are_an_amount():
    (found,) = quantities("收入 70000000000 元")
    assert found.value == Decimal("7e10")


def test_years_name_the_time():
    times = [e for e in read("2022 年收入，2021 年 3 月起，2020 年", "zh-Hans", UNITS).elements if isinstance(e, Time)]
    assert [(e.period.year, e.period.part) for e in times] == [(2022, False), (2021, True), (2020, False)]


def test_a_year_that_counts_people_is_no_year():
    (found,) = quantities("2021 名员工")
    assert found.value == 2021


def test_a_link_is_a_statement_and_its_digits_are_none():
    reading = read("收入{company.revenue@2021|亿 0.0}，{{5 人}}", "zh-Hans", UNITS)
    assert [s.link.written for s in reading.statements if s.link] == ["{company.revenue@2021|亿 0.0}"]
    assert [s.quote for s in reading.statements if s.typed] == ["5 人"]


@pytest.mark.parametrize(
    ("language", "text", "sense", "to"),
    [
        ("zh-Hans", "增长 5%", "up", False),
        ("zh-Hant", "增長至 5%", "up", True),
        ("zh-Hans", "下降 5%", "down", False),
        ("zh-Hans", "降至 5%", "down", True),
        ("zh-Hans", "与上年持平", "same", False),
        ("zh-Hans", "翻了一番", "double", False),
        ("zh-Hans", "减少一半", "down", False),
        ("zh-Hans", "减半", "double", False),
        ("en", "revenue fell", "down", False),
        ("en", "grew to", "up", True),
        ("en", "Doubled", "double", False),
        ("en", "remained unchanged", "same", False),
    ],
)
def test_claims_are_words(language, text, sense, to):
    (claim,) = (e for e in read(text, language, UNITS).elements if isinstance(e, Claim))
    assert (claim.sense, claim.to) == (sense, to)


@pytest.mark.parametrize("word", ["上市公司", "unfelled", "upper", "fallow", "降水量", "flattering"])
def test_a_part_of_another_word_claims_nothing(word):
    language = "en" if word.isascii() else "zh-Hans"
    assert not [e for e in read(word, language, UNITS).elements if isinstance(e, Claim)]


@pytest.mark.parametrize(
    ("language", "text", "year", "offset"),
    [
        ("zh-Hans", "比上年增长", 0, -1),
        ("zh-Hans", "同比增长", 0, -1),
        ("zh-Hans", "较 2020 年增长", 2020, 0),
        ("en", "up on the previous year", 0, -1),
        ("en", "compared with 2019", 2019, 0),
    ],
)
def test_what_is_compared_with_is_said(language, text, year, offset):
    (compared,) = (e for e in read(text, language, UNITS).elements if isinstance(e, Comparison))
    assert compared.period is not None
    assert (compared.period.year, compared.period.offset) == (year, offset)


def test_a_comparison_with_last_month_is_with_no_year_of_ours():
    (compared,) = (e for e in read("环比增长 5%", "zh-Hans", UNITS).elements if isinstance(e, Comparison))
    assert compared.period is None


@pytest.mark.parametrize(
    "text", ["", "。", "{", "{}", "{{", "5", "％", "-", "5-", "5-6-", "１２３", "İ rose 5%", "0" * 400]
)
def test_any_text_is_read(text):
    for language in ("zh-Hans", "zh-Hant", "en"):
        for element in read(text, language, UNITS).elements:
            assert 0 <= element.start < element.end <= len(text)
