"""The census of numbers: how it reads them, what it takes them for, and its result on the reports."""

from decimal import Decimal
from pathlib import Path

import pytest

from schema.exchange.sample.records import load_records
from tests.census.article import printed_words
from tests.census.census import FIGURES, HERE, LAST_PAGE, ROOT, account, main, report_accounts, share
from tests.census.events import KINDS, by_person, parse_reason, read_events, stale
from tests.census.published import read_values
from tests.census.tokens import flatten, numbers
from tests.shipped import definitions

SEEDS = ROOT.parent / "shared" / "seeds"
TEXTS = {
    "csr-2019": "2019-csr-report.txt",
    "esg-2021": "2021-esg-report.txt",
    "csr-2022": "2022-csr-report.txt",
    "press-2021": "2021-csr-press-article.txt",
    "press-2024": "2024-newspaper-article.txt",
}
HEAD = "metric,period,category,value,unit,report,place\n"


def values(folder: Path, *rows: str):
    (folder / "figures.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    return read_values(folder, "r")


def kinds(text: str, known=(), reasons=None, pages: int = 10):
    return [(a.number.text, a.kind) for a in account(text, known, reasons or {}, pages)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("共 1,234.50 元", "1234.50"),
        ("超 3.6 億次", "360000000"),
        ("約 7 百萬人", "7000000"),
        ("２５ 萬條", "250000"),
        ("12 餘萬斤", "120000"),
        ("4 千 + 人", "4000"),
        ("用電 5 千瓦時", "5"),
        ("水 3,\n\n450 噸", "3450"),
    ],
)
def test_a_number_is_read_with_its_scale_word(text, value):
    assert [n.value for n in numbers(text)] == [Decimal(value)]


def test_a_scale_word_may_stand_at_the_start_of_the_next_line():
    assert [n.value for n in numbers("捐款 80\n\n萬元")] == [Decimal(800_000)]


def test_numbers_keep_their_line_across_empty_lines():
    assert [(n.line, n.text) for n in numbers("a 1\n\nb 2\n3,\n456\n7")] == [(1, "1"), (3, "2"), (4, "3,456"), (6, "7")]


def test_percent_is_told_from_a_plain_number():
    assert [n.percent for n in numbers("5 % 與 5 人")] == [True, False]


def test_run_together_years_and_columns_are_parted():
    assert [n.text for n in numbers("20182019\n12.34,567,890")] == ["2018", "2019", "12.3", "4,567,890"]


def test_letter_spacing_is_closed_but_columns_stay_apart():
    assert flatten("員 工 人 數 120 3,400").text == "員工人數120 3,400"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我們在 2019 年開始", "date"),
        ("活動於 7 月舉行", "date"),
        ("通過 ISO 9001 認證", "standard"),
        ("依照 GB/T 2589-2020 計算", "standard"),
        ("第 8 屆大會", "ordinal"),
        ("A2.1 能源耗量", "disclosure"),
        ("排放物 P79, P81-84", "page"),
        ("早上 9:30 開門", "date"),
        ("1024 程序員節", "name"),
        ("股份代號：1024", "contact"),
    ],
)
def test_the_form_of_a_number_tells_what_it_is(text, kind):
    assert {k for _, k in kinds(text)} == {kind}


@pytest.mark.parametrize("text", ["共有 2018 人", "花了 2000 萬元", "售出 2,021 件", "合計 1024 次", "用了 7 個月"])
def test_an_amount_is_no_year_month_or_name(text):
    assert {k for _, k in kinds(text)} == {"unclear"}


def test_a_number_shows_the_published_value_of_the_same_size(tmp_path):
    known = values(tmp_path, 'a.b,2021,,"超過 6,812 億元",,r,p. 3', "a.c,2021,g=f,156.19,萬噸,r,p. 4")
    found = account("總額 6,812 億元\n用水（萬噸） 156.19\n另有 6,812 元", known, {}, 10)
    assert [a.reason for a in found] == ["a.b@2021", "a.c@2021:g=f", ""]


def test_a_short_value_needs_its_unit(tmp_path):
    known = values(tmp_path, "a.b,2021,,21 起,,r,p. 1")
    assert kinds("查實 21 起案件，訪談 21 家公司", known) == [("21", "figure"), ("21", "unclear")]


def test_a_short_value_needs_a_near_page(tmp_path):
    known = values(tmp_path, "a.b,2021,,21 起,,r,p. 95")
    text = "\n".join(["查實 21 起案件", *["字"] * 98, "查實 21 起案件"])
    assert kinds(text, known, pages=100) == [("21", "unclear"), ("21", "figure")]


def test_a_percentage_is_not_the_same_number_without_percent(tmp_path):
    known = values(tmp_path, "a.b,2021,,33%,,r,p. 1")
    assert kinds("提升 33%，共 33 人", known) == [("33", "figure"), ("33", "unclear")]


def test_values_of_another_report_do_not_count(tmp_path):
    assert values(tmp_path, 'a.b,2021,,"8,765 人",,other,p. 1') == ()


def test_footnotes_and_their_marks_are_found_in_order():
    text = "用戶 1 很多\n投訴 2 很少\n比率 3 持平\n1 用戶指甲\n2 投訴指乙\n3 比率指丙\n另有 2 項"
    assert kinds(text)[:-1] == [(n, "footnote") for n in "123123"]
    assert kinds(text)[-1] == ("2", "unclear")


def test_a_contents_list_holds_pages():
    assert kinds("目 錄\n緒言\n15\n治理\n27\n" + "字" * 40 + "\n27", pages=900)[:2] == [("15", "page"), ("27", "page")]


def test_a_lone_number_is_a_page_only_where_that_page_must_stand():
    text = "\n".join(["字" * 20] * 50 + ["51"] + ["字" * 20] * 49)
    assert kinds(text, pages=100) == [("51", "page")]
    assert kinds(text.replace("51", "92"), pages=100) == [("92", "unclear")]


def test_an_even_ladder_of_lone_numbers_is_an_axis():
    assert {k for _, k in kinds("字\n500\n1000\n1500\n2000\n字", pages=900)} == {"axis"}


def test_a_person_decides_before_any_pattern(tmp_path):
    known = values(tmp_path, "a.b,2021,,21 起,,r,p. 1")
    reasons = {(1, "21"): parse_reason("story: one person's cases")}
    assert kinds("他辦了 21 起案件", known, reasons) == [("21", "story")]


def test_a_number_that_stands_twice_in_its_line_can_be_told_apart():
    found = numbers("18 個，18 頁")
    reasons = {(1, "18#2"): ("page", "a page")}
    assert by_person(reasons, found) == {found[1]: ("page", "a page")}


@pytest.mark.parametrize("text", ["because: I say so", "event:", "event", "number: any"])
def test_a_reason_needs_a_known_kind_and_words(text):
    with pytest.raises(ValueError, match="a reason is one of"):
        parse_reason(text)


def test_a_row_whose_number_is_gone_is_stale():
    assert stale({(1, "5"): ("event", "x"), (1, "7"): ("event", "y")}, numbers("有 5 人")) == [(1, "7")]


PAGE = """---
title: 'The report of 2021'
headimg: 'https://example.org/2022/77.png'
date: Tue, 07 Jun 2022 06:32:56 GMT
---
<div><p data-mark="99">共 12 人<strong>有 3&nbsp;件</strong></p><p><img src="a/4.png" width="5" alt="6"></p><p>又 8 次</p></div>
"""


def test_of_a_web_page_only_what_a_reader_sees_is_counted():
    shown = printed_words(PAGE)
    assert shown.splitlines() == [
        "The report of 2021",
        "Tue, 07 Jun 2022 06:32:56 GMT",
        "共 12 人有 3\xa0件",
        "又 8 次",
    ]
    assert [(n.line, n.text) for n in numbers(shown) if n.line > 2] == [(3, "12"), (3, "3"), (4, "8")]
    assert {k for text, k in kinds(shown.splitlines()[1])} == {"date"}


def test_a_text_that_is_no_web_page_stays_as_it_is():
    assert printed_words("a < b\n---\n5 > 3\n") == "a < b\n---\n5 > 3\n"


def test_a_scale_word_at_a_line_s_start_may_end_its_clause():
    assert [n.value for n in numbers("人次超过 1165\n亿；另有\n亿万")] == [Decimal(116_500_000_000)]


def test_the_command_writes_every_number_with_its_class(tmp_path, capsys):
    text, out = tmp_path / "text.txt", tmp_path / "out.csv"
    text.write_text("2020 年有 31 件怪事", "utf-8")
    assert main([str(text), "--report", "none", "--unaccounted", "--csv", str(out)]) == 0
    assert out.read_text("utf-8").splitlines()[1:] == ["1,2020,date,year", "1,31,unclear,"]
    assert "accounted for 50.00 %" in capsys.readouterr().out


@pytest.mark.parametrize("report", TEXTS)
def test_the_list_of_events_uses_known_kinds_and_published_references(report):
    known = {value.reference for value in read_values(FIGURES, report)}
    reasons = read_events(HERE / f"events-{report}.csv")
    assert {kind for kind, _ in reasons.values()} <= set(KINDS)
    assert {words for kind, words in reasons.values() if kind == "figure"} <= known
    assert {words for kind, words in reasons.values() if kind == "record"} <= set(record_numbers(report))


def record_numbers(report):
    """The numbers of a report's sample records by their reference."""
    records = load_records(ROOT / "resources" / "sample" / "records", definitions().catalogue)
    return {
        record.key.number(column).metric: field.value
        for record in records
        if record.report == report
        for column, field in record.fields.items()
        if field.value is not None
    }


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the reports' texts are not part of the checkout")
@pytest.mark.parametrize("report", ["csr-2019", "esg-2021", "csr-2022"])
def test_a_number_of_a_record_is_the_one_that_the_report_prints(report):
    held = record_numbers(report)
    shown = [a for a in report_accounts(SEEDS / TEXTS[report], report) if a.kind == "record"]
    assert shown
    assert [(a.number.line, a.number.text) for a in shown if a.number.value != held[a.reason]] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the reports' texts are not part of the checkout")
@pytest.mark.parametrize("report", TEXTS)
def test_at_least_95_percent_of_a_reports_numbers_are_accounted_for(report):
    accounts = report_accounts(SEEDS / TEXTS[report], report)
    assert share(accounts) >= 95
    assert stale(read_events(HERE / f"events-{report}.csv"), [a.number for a in accounts]) == []
    assert LAST_PAGE[report] >= max(
        (int(a.number.text) for a in accounts if a.reason == "page number" and len(a.number.text) < 4), default=0
    )
