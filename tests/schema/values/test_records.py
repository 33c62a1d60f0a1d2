"""Fields of records: what is read, what is shown, and what is kept."""

from decimal import Decimal

import pytest

from schema.catalogue.definitions import Category, RecordColumn, RecordType
from schema.grammar.reference import RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import Field, Origin, Record
from schema.values.records import (
    from_plain,
    name_in,
    read_date,
    read_field,
    record_names_year,
    show_date,
    show_plain,
    title_of,
    to_plain,
)
from tests.factories import small_catalogue, words

CHOICES = (Category("own", Words("自办", "自辦", "Own")), Category("joint", Words("合办", "合辦", "Joint")))
COLUMNS = {
    "title": RecordColumn("title", words("标题"), "text"),
    "body": RecordColumn("body", words("正文"), "long"),
    "day": RecordColumn("day", words("日期"), "date"),
    "year": RecordColumn("year", words("年份"), "year"),
    "people": RecordColumn("people", words("人数"), "integer", "person"),
    "form": RecordColumn("form", words("形式"), "choice", choices=CHOICES),
}
CASE = RecordType("case", Words("案例", "案例", "Case"), tuple(COLUMNS.values()))


def read(text, column):
    return read_field(text, CASE, COLUMNS[column], small_catalogue())


def record(**fields):
    return Record(RecordKey("case", "fair"), "r", 3, fields)


@pytest.mark.parametrize(
    ("iso", "english", "chinese"),
    [
        ("2021", "2021", "2021 年"),
        ("2021-02", "February 2021", "2021 年 2 月"),
        ("2021-12-05", "5 December 2021", "2021 年 12 月 5 日"),
        ("2021-2-5", "2021-2-5", "2021-2-5"),
        ("spring", "spring", "spring"),
        ("", "", ""),
    ],
)
def test_a_date_is_shown_as_a_report_prints_it_and_other_text_stays(iso, english, chinese):
    assert show_date(iso, "en") == english
    assert show_date(iso, "zh-Hans") == show_date(iso, "zh-Hant") == chinese


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021年2月1日", "2021-02-01"), ("2021.2.1", "2021-02-01"), ("2021/12", "2021-12"), ("2021 年 2 月", "2021-02"),
        ("２０２１年", "2021"), ("2021", "2021"), ("2021-13", ""), ("2021-02-30", ""), ("2020-02-29", "2020-02-29"),
        ("21-02-01", ""), ("2021-02-01x", ""), ("", ""), ("0000", ""),
    ],
)  # fmt: skip
def test_a_date_is_read_in_each_common_writing_where_there_is_such_a_day(text, iso):
    assert read_date(text) == iso


def test_each_column_reads_what_it_asks_for_and_keeps_what_it_cannot_read():
    assert read(" 2021年2月 ", "day") == Field(typed="2021-02")
    assert read("some day", "day") == Field(typed="some day")
    assert read("31.12.2024", "day") == Field(typed="2024-12-31")
    assert read("01/02/2024", "day") == Field(typed="01/02/2024")
    assert read("超过30人", "people") == Field(typed="超过30人", value=Decimal(30), qualifier="over")
    assert read("viele", "people") == Field(typed="viele")
    assert [read(text, "form") for text in ("joint", "合办", "合辦", "Joint")] == [Field(typed="joint")] * 4
    assert read("alone", "form") == Field(typed="alone")
    assert read("  ", "people") == Field()


def test_a_choice_is_shown_by_its_name_a_date_in_words_and_a_year_as_it_is():
    assert show_plain(Field(typed="joint"), COLUMNS["form"], "zh-Hant") == "合辦"
    assert show_plain(Field(typed="alone"), COLUMNS["form"], "en") == "alone"
    assert show_plain(Field(typed="2021-02"), COLUMNS["day"], "en") == "February 2021"
    assert show_plain(Field(typed="2021"), COLUMNS["year"], "zh-Hans") == "2021"


def test_a_record_is_known_by_its_first_words_else_by_what_was_typed_else_by_its_id():
    title = Field(Words("植树\n第二行", "", ""))
    assert title_of(record(title=title, people=Field(typed="30")), CASE, "zh-Hans") == "植树"
    assert title_of(record(people=Field(typed="30")), CASE, "en") == "30"
    assert title_of(record(), CASE, "en") == "fair"
    assert title_of(record(title=Field(words("长" * 61))), CASE, "en") == "长" * 60


def test_in_a_language_without_its_words_a_record_is_called_by_type_and_place():
    only_chinese = record(title=Field(Words("植树", "", "")))
    assert name_in(only_chinese, CASE, "zh-Hans") == "植树"
    assert name_in(only_chinese, CASE, "en") == "Case 3"
    assert name_in(record(title=Field(words("长" * 61 + "\n短"))), CASE, "en") == "长" * 60
    assert name_in(record(people=Field(typed="30")), CASE, "en") == "30"


def test_the_words_of_any_language_may_name_a_year():
    assert record_names_year(record(title=Field(Words("", "", "In 2021"))), 2021)
    assert not record_names_year(record(title=Field(words("2021 年"))), 2022)
    assert not record_names_year(record(year=Field(typed="2021")), 2021)


def test_fields_are_kept_as_plain_texts_without_what_is_empty_and_read_back():
    origin = Origin("zh-Hans", "0" * 16, True)
    fields = {
        "title": Field(Words("植树", "植樹", ""), origins=(("zh-Hant", origin),)),
        "people": Field(typed="超过30人", value=Decimal(30), qualifier="over"),
        "day": Field(typed="2021-02"),
        "body": Field(),
    }
    kept = to_plain(fields)
    assert kept == {
        "title": {"zh-Hans": "植树", "zh-Hant": "植樹", "origin.zh-Hant": f"zh-Hans {'0' * 16} draft"},
        "people": {"typed": "超过30人", "value": "30", "qualifier": "over"},
        "day": {"typed": "2021-02"},
    }
    assert from_plain(kept) == {code: field for code, field in fields.items() if field}
