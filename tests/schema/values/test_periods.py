"""Years and their parts as people write and read them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schema.catalogue.compiled import to_json
from schema.catalogue.next_outline import next_title
from schema.grammar.fiscal import FiscalYear
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values.own_words import own_words
from schema.values.period_reading import Period, read_period, read_span
from schema.values.period_words import bare_period, ended_words, fill_year, year_words

MARCH, CALENDAR = FiscalYear("03-31"), FiscalYear()


@pytest.fixture(scope="module")
def fiscal(definitions):
    """Return the sample's catalogue with a year that ends in March."""
    company = replace(definitions.catalogue.company, year_ends="03-31")
    return replace(definitions.catalogue, company=company)


@pytest.mark.parametrize(
    "text",
    [
        "2021",
        "FY2020/21",
        "2020/21",
        "FY21",
        "2020-21财年",
        "2020/2021",
        "截至2021年3月31日止年度",
        "Year ended 31 March 2021",
    ],
)
def test_a_label_of_the_companys_own_year_needs_no_question(text):
    assert read_period(text, MARCH) == Period(2021)


def test_the_year_to_another_day_is_none_of_the_companys():
    assert read_period("year ended 30 June 2021", MARCH).problem == "other_end"
    assert read_period("截至2021年3月31日止年度", CALENDAR).problem == "other_end"


@pytest.mark.parametrize(
    ("text", "fiscal", "calendar"),
    [
        ("2021年3月", (2021, "m03"), (2021, "m03")),
        ("2020年12月", (2021, "m12"), (2020, "m12")),
        ("Dec 2020", (2021, "m12"), (2020, "m12")),
        ("FY2020/21 Q3", (2021, "q3"), (2021, "q3")),
        ("2020/21财年第三季度", (2021, "q3"), (2021, "q3")),
        ("2021H1", (2021, "h1"), (2021, "h1")),
        ("2021年上半年", (2021, "h1"), (2021, "h1")),
        ("2021-03", (2021, "m03"), (2021, "m03")),
    ],
)
def test_a_part_of_a_year_is_read(text, fiscal, calendar):
    assert [(p.year, p.span) for p in (read_period(text, MARCH), read_period(text, CALENDAR))] == [fiscal, calendar]


def test_what_may_be_understood_otherwise_is_told():
    assert read_period("2021Q3", MARCH).assumed
    assert not read_period("2021Q3", CALENDAR).assumed
    assert read_period("2011/12", MARCH) == Period(2012, assumed=True)
    assert read_period("2021-03", CALENDAR).assumed
    assert read_period("2011/12", CALENDAR).problem == "two_years"


@pytest.mark.parametrize("text", ["2022q5", "2022h3", "22q1", "2022-", "2022年13月", "q3", ""])
def test_what_is_no_period_is_none(text):
    assert read_period(text, MARCH).problem == read_period(text, CALENDAR).problem == "none"


def test_a_span_by_itself_is_read_in_every_language():
    texts = ("Q3", "第三季度", "3月", "Mar", "十二月", "上半年", "h2", "m07", "")
    assert [read_span(text) for text in texts] == ["q3", "q3", "m03", "m03", "m12", "h1", "h2", "m07", ""]
    assert [read_span(text) for text in ("year", "13月", "q5", "m00")] == [None] * 4


@pytest.mark.parametrize(
    ("language", "year", "ended", "quarter", "month"),
    [
        ("en", "FY2020/21", "year ended 31 March 2021", "FY2020/21 Q3", "Dec 2020"),
        ("zh-Hans", "2020/21 财年", "截至 2021 年 3 月 31 日止年度", "2020/21 财年第三季度", "2020 年 12 月"),
        ("zh-Hant", "2020/21 財年", "截至 2021 年 3 月 31 日止年度", "2020/21 財年第三季度", "2020 年 12 月"),
    ],
)
def test_a_year_has_its_words_in_each_language(fiscal, language, year, ended, quarter, month):
    spans = ("q3", "m12")
    assert year_words(2021, fiscal, language) == own_words("company.year", fiscal, 2021, language) == year
    assert ended_words(2021, fiscal, language) == own_words("company.yearended", fiscal, 2021, language) == ended
    assert [bare_period(2021, span, fiscal, language) for span in spans] == [quarter, month]


def test_a_calendar_year_reads_as_it_always_did(definitions):
    known = definitions.catalogue
    assert [year_words(2021, known, language) for language in ("en", "zh-Hans", "zh-Hant")] == [
        "2021",
        "2021 年",
        "2021 年",
    ]
    assert bare_period(2021, "", known, "zh-Hans") == "2021"
    assert bare_period(2021, "q3", known, "en") == "2021 Q3"
    assert bare_period(2021, "q3", known, "zh-Hans") == "2021 年第三季度"


def test_a_sentence_names_the_fiscal_year_where_it_named_the_calendars(fiscal, definitions):
    template, key = "{year} 年{value}", Key("a", 2021)
    assert fill_year(template, key, fiscal, "zh-Hans", value="5") == "2020/21 财年5"
    assert fill_year(template, key, definitions.catalogue, "zh-Hans", value="5") == "2021 年5"


def test_what_is_compiled_of_a_calendar_year_says_nothing_of_years_and_parts(definitions):
    text = to_json(definitions)
    assert not [word for word in ("year_ends", "year_label", '"collected"', '"spans"') if word in text]
    company = replace(definitions.catalogue.company, year_ends="03-31")
    fiscal = replace(definitions, catalogue=replace(definitions.catalogue, company=company))
    assert '"year_ends":"03-31"' in to_json(fiscal)


def test_the_title_of_next_year_moves_both_calendar_years_on(definitions):
    outline = replace(definitions.outlines["csr-2022"], title=Words("2021/22 年报", "2021-22 年報", "Report 2022"))
    title = next_title(outline)
    assert (title.zh_hans, title.zh_hant, title.en) == ("2022/23 年报", "2022-23 年報", "Report 2023")
