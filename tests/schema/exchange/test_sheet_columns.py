"""What the columns of an old sheet are taken for: from head, cells and neighbours; what is not certain is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schema.exchange.oldsheets.answers import ColumnAnswer, ColumnMap
from schema.exchange.oldsheets.head_periods import is_total, read_period, years_named
from schema.exchange.oldsheets.proposal import Drafter
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests.schema.exchange.sheet_drafts import answers, codes, draft_of, map_rows, outcome_of, sheet, values


@pytest.fixture(scope="session")
def drafter(definitions):
    return Drafter(definitions, Figures(definitions.catalogue, Snapshot()), "zh-Hans")


def refused(outcome) -> bool:
    return outcome.refused


# heads


@pytest.mark.parametrize(
    "head",
    ["2023*", "2023[1]", "2023¹", "2023 (a)", "2023（注1）", "2023年†", "Fiscal year.2023", "Year.2023", "CY2023",
     "2023 (restated)", "2023年（未经审计）", "Year ended 31 December 2023", "本期（2023年）", "2023年1-12月"],
)  # fmt: skip
def test_marks_and_prefixes_beside_a_year_leave_it_that_year(head):
    period = read_period(head)
    assert (period.year, period.rest, period.two) == (2023, "", False)


@pytest.mark.parametrize(
    "head", ["2021/22", "2021-22", "FY2021/22", "FY21/22", "2021/2022财年", "year ended 31 March 2022"]
)
def test_a_year_over_two_calendar_years_is_known_as_one(head):
    period = read_period(head)
    assert (period.year, period.two) == (2022, True)


@pytest.mark.parametrize(
    ("head", "year", "span"),
    [("3月", 0, "m03"), ("三月份", 0, "m03"), ("Mar", 0, "m03"), ("Mar-24", 2024, "m03"), ("2024-03", 2024, "m03"),
     ("2024年3月", 2024, "m03"), ("Q2", 0, "q2"), ("第二季度", 0, "q2"), ("2Q24", 2024, "q2"), ("上半年", 0, "h1"),
     ("2024H2", 2024, "h2")],
)  # fmt: skip
def test_parts_of_a_year_are_known(head, year, span):
    period = read_period(head)
    assert (period.year, period.span) == (year, span)


@pytest.mark.parametrize("head", ["1-6月", "Marketing", "m3", "2024年占比", "2024预算", "12000", "2018.5", "单位"])
def test_what_is_no_time_is_none(head):
    assert read_period(head) is None


def test_this_year_and_last_year_are_steps():
    steps = [read_period(head).step for head in ("本年度", "本年数", "This year", "上年同期", "Prior year", "前年")]
    assert steps == [0, 0, 0, -1, -1, -2]


def test_a_date_in_a_title_is_no_year_of_the_sheet():
    assert years_named("2024年度能耗填报表") == {2024}
    assert years_named("填报日期：2025年1月10日") == frozenset()
    assert years_named("能耗 2025-01-10 导出") == frozenset()
    assert is_total("年度合计（吨）")


# marked and unknown heads


def test_marked_years_are_read_and_said(drafter):
    found = outcome_of(drafter, sheet(["指标", "单位", "2021", "2022*", "2023[1]"], ["柴油使用量", "吨", 1, 2, 3]))
    assert values(found) == {f"energy.diesel@{year}": str(year - 2020) for year in (2021, 2022, 2023)}
    assert codes(found) == ["old.head_mark"]


def test_a_year_with_words_that_are_not_understood_is_asked_and_refuses_the_file(drafter, definitions):
    table = sheet(["指标", "单位", "2022", "2023甲"], ["柴油使用量", "吨", 1, 2])
    found = outcome_of(drafter, table)
    assert (codes(found), refused(found)) == (["old.head_rest"], True)
    rows = map_rows(draft_of(drafter, table), definitions)
    line = next(row for row in rows if row["name"] == "2023甲")
    assert (line["meaning"], line["near"], line["how"]) == ("", "2023 | ignore", "?")
    line["meaning"] = "2023"
    again = outcome_of(drafter, table, known=answers(rows, definitions))
    assert values(again) == {"energy.diesel@2022": "1", "energy.diesel@2023": "2"}


def test_two_columns_of_one_meaning_that_differ_are_asked_and_equal_ones_are_one(drafter, definitions):
    table = sheet(["指标", "单位", "单位", "2023"], ["柴油使用量", "吨", "千克", 2])
    assert codes(outcome_of(drafter, table)) == ["old.column_twice", "old.near"]
    rows = map_rows(draft_of(drafter, table), definitions)
    assert [(row["name"], row["nth"]) for row in rows if row["name"] == "单位"] == [("单位", "")]
    known = ColumnMap(columns={("", "单位", 2): ColumnAnswer("ignore")})
    assert values(outcome_of(drafter, table, known=known)) == {"energy.diesel@2023": "2"}
    same = sheet(["指标", "单位", "计量单位", "2023"], ["柴油使用量", "吨", "吨", 2])
    assert (values(outcome_of(drafter, same)), codes(outcome_of(drafter, same))) == ({"energy.diesel@2023": "2"}, [])


def test_notes_of_two_columns_are_both_kept(drafter):
    found = outcome_of(drafter, sheet(["指标", "单位", "2023", "备注", "口径"], ["柴油使用量", "吨", 2, "甲", "乙"]))
    assert [change.after.method for change in found.changes] == ["甲; 乙"]


# fiscal years


def test_a_fiscal_year_is_asked_once_for_all_heads(drafter, definitions):
    table = sheet(["指标", "单位", "2021/22财年", "FY2022/23"], ["柴油使用量", "吨", 1, 2])
    found = outcome_of(drafter, table)
    assert (codes(found), found.refused) == (["old.fiscal"], True)
    for rule, years in (("end", (2022, 2023)), ("start", (2021, 2022))):
        rows = map_rows(draft_of(drafter, table), definitions)
        next(row for row in rows if row["kind"] == "fiscal")["meaning"] = rule
        again = outcome_of(drafter, table, known=answers(rows, definitions))
        assert values(again) == {f"energy.diesel@{years[0]}": "1", f"energy.diesel@{years[1]}": "2"}


def test_fiscal_years_below_each_other_are_asked_as_well(drafter):
    table = sheet(["Year", "Full-time employees"], ["2021/22", 1350], ["2022/23", 1400])
    assert codes(outcome_of(drafter, table)) == ["old.fiscal"]
    assert values(outcome_of(drafter, table, known=ColumnMap(fiscal="end"))) == {
        "workforce.fulltime@2022": "1350", "workforce.fulltime@2023": "1400",
    }  # fmt: skip


# the sheet's own year

FORM = (["指标", "单位", "本年度", "上年度", "同比"], ["柴油使用量", "吨", 12, 11, "9.1%"])


@pytest.mark.parametrize(
    ("above", "title"), [(["2024年度能耗填报表"], "表"), ([""], "2024年"), (["FY2024 data"], "Sheet1")]
)
def test_the_year_of_a_form_stands_in_its_title_or_on_its_tab_and_is_said(drafter, above, title):
    found = outcome_of(drafter, sheet(above, *FORM, title=title))
    assert values(found) == {"energy.diesel@2024": "12", "energy.diesel@2023": "11"}
    assert "old.year_of_title" in codes(found)
    assert not found.refused


@pytest.mark.parametrize(
    ("above", "title", "name"),
    [
        ([""], "表", "old.xlsx"),
        (["2024年度"], "2023年", "old.xlsx"),
        (["2023—2024年"], "表", "old.xlsx"),
        ([""], "表", "2024.xlsx"),
    ],
)
def test_without_one_certain_year_it_is_asked_and_the_map_can_be_filled_in(drafter, definitions, above, title, name):
    table = sheet(above, *FORM, title=title)
    found = outcome_of(drafter, table, name=name)
    assert "old.year_unknown" in codes(found)
    assert (found.refused, values(found)) == (True, {})
    rows = map_rows(draft_of(drafter, table, name=name), definitions)
    for head, meaning in (("本年度", "2024"), ("上年度", "2023"), ("同比", "ignore")):
        next(row for row in rows if row["name"] == head)["meaning"] = meaning
    again = outcome_of(drafter, table, known=answers(rows, definitions), name=name)
    assert values(again) == {"energy.diesel@2024": "12", "energy.diesel@2023": "11"}


def test_a_map_of_last_year_is_not_taken_for_this_year(drafter, definitions):
    """What follows from the title does not stand in the map; a year that a person wrote there is held against it."""
    old = sheet(["2024年度"], ["指标", "单位", "数量"], ["柴油使用量", "吨", 12])
    new = sheet(["2025年度"], ["指标", "单位", "数量"], ["柴油使用量", "吨", 13])
    saved = answers(map_rows(draft_of(drafter, old), definitions), definitions)
    assert values(outcome_of(drafter, new, known=saved)) == {"energy.diesel@2025": "13"}
    written = ColumnMap(columns={("", "数量", 0): ColumnAnswer("2024")})
    assert codes(outcome_of(drafter, new, known=written)) == ["old.year_map"]


def test_a_sheet_without_any_known_head_lists_its_heads_in_the_map(drafter, definitions):
    table = sheet(["我们的数"], ["东西", "量度", "数甲", "数乙"], ["柴油使用量", "吨", 12, 11])
    draft = draft_of(drafter, table)
    assert "old.no_table" in codes(outcome_of(drafter, table))
    rows = map_rows(draft, definitions)
    heads = {row["name"]: row for row in rows if row["kind"] == "column"}
    assert list(heads)[:4] == ["东西", "量度", "数甲", "数乙"]
    for head, meaning in (("东西", "name"), ("量度", "unit"), ("数甲", "2024"), ("数乙", "2023")):
        heads[head]["meaning"] = meaning
    again = outcome_of(drafter, table, known=answers(rows, definitions))
    assert values(again) == {"energy.diesel@2024": "12", "energy.diesel@2023": "11"}


# parts beside their sum

MONTHS = [f"{number}月" for number in range(1, 13)]


def test_months_beside_their_total_are_added_up_and_the_total_is_taken(drafter):
    found = outcome_of(drafter, sheet(["2024年"], ["项目", *MONTHS, "合计"], ["柴油使用量（吨）", *range(1, 13), 78]))
    assert values(found) == {"energy.diesel@2024": "78"}
    assert codes(found) == ["old.year_of_title"]


@pytest.mark.parametrize(
    ("heads", "cells", "code"),
    [([*MONTHS, "合计"], [*range(1, 13), 87], "old.parts_differ"), ([*MONTHS[:-1], "合计"], [*range(1, 12), 66], "old.part_missing"),
     ([*MONTHS, "合计"], [*range(1, 12), "", 66], "old.part_empty"), (["Q1", "Q2", "Q3", "Q4", "全年"], [1, 2, 3, 4, 11], "old.parts_differ"),
     (["上半年", "下半年", "全年"], [1, 2, 4], "old.parts_differ")],
)  # fmt: skip
def test_parts_that_do_not_make_the_total_are_said(drafter, heads, cells, code):
    found = outcome_of(drafter, sheet(["2024年"], ["项目", *heads], ["柴油使用量（吨）", *cells]))
    assert code in codes(found)
    assert list(values(found)) == ["energy.diesel@2024"]


def test_rounded_parts_may_differ_from_the_total_by_their_last_digits(drafter):
    found = outcome_of(
        drafter,
        sheet(
            ["2024年"],
            ["项目", "Q1", "Q2", "Q3", "Q4", "合计"],
            ["柴油使用量（吨）", "1.1", "1.1", "1.1", "1.1", "4.5"],
        ),
    )
    assert "old.parts_differ" not in codes(found)


def test_a_stock_is_not_added_up_over_months(drafter):
    found = outcome_of(
        drafter, sheet(["2024年"], ["项目", "Q1", "Q2", "Q3", "Q4", "全年"], ["全职员工总数", 5, 5, 6, 6, 6])
    )
    assert (values(found), "old.parts_differ" in codes(found)) == ({"workforce.fulltime@2024": "6"}, False)


def test_months_without_a_total_are_added_up_only_after_a_yes(drafter, definitions):
    table = sheet(
        ["2024年"], ["项目", "单位", *MONTHS], ["柴油使用量", "吨", *range(1, 13)], ["全职员工总数", "人", *[5] * 12]
    )
    found = outcome_of(drafter, table)
    assert (values(found), "old.sum_asked" in codes(found), found.refused) == ({}, True, True)
    rows = map_rows(draft_of(drafter, table), definitions)
    next(row for row in rows if row["name"].startswith("1月 + "))["meaning"] = "2024"
    again = outcome_of(drafter, table, known=answers(rows, definitions))
    told = {(issue.code, issue.place.rpartition(" ")[2]) for issue in again.issues}
    # The number of people is no sum of months, whoever says so.
    assert told >= {("old.summed", "C3:N3"), ("old.not_additive", "C4:N4")}


def test_sites_are_held_against_the_total_which_is_the_companys(drafter):
    table = sheet(
        ["2024年各职场用量"],
        ["指标", "单位", "北京", "上海", "合计"],
        ["柴油使用量", "吨", 1, 2, 3],
        ["新鲜水使用量", "吨", 1, 2, 4],
    )
    found = outcome_of(drafter, table)
    assert values(found)["energy.diesel@2024"] == "3"
    assert "old.sites_left" in codes(found)
    assert [issue.place for issue in found.issues if issue.code == "old.parts_differ"] == ["old.xlsx [表] E4"]


def test_sites_without_a_total_are_asked(drafter, definitions):
    table = sheet(["2024年"], ["指标", "单位", "北京", "上海"], ["柴油使用量", "吨", 1, 2])
    assert outcome_of(drafter, table).refused
    rows = map_rows(draft_of(drafter, table), definitions)
    line = next(row for row in rows if row["name"] == "北京 + 上海")
    line["meaning"] = "2024"
    assert values(outcome_of(drafter, table, known=answers(rows, definitions))) == {"energy.diesel@2024": "3"}


def test_months_below_each_other_are_months_as_well(drafter):
    rows = [["2024年"], ["月份", "柴油使用量（吨）"], *([month, 2] for month in MONTHS), ["合计", 24]]
    assert values(outcome_of(drafter, sheet(*rows))) == {"energy.diesel@2024": "24"}


def test_a_year_over_its_months_is_read_as_two_rows_of_one_head(drafter):
    rows = [
        ["指标", "单位", "2024年", "", "", "", ""],
        ["", "", "Q1", "Q2", "Q3", "Q4", "合计"],
        ["柴油使用量", "吨", 1, 2, 3, 4, 10],
    ]
    assert values(outcome_of(drafter, sheet(*rows, merged=("C1:G1", "A1:A2", "B1:B2")))) == {"energy.diesel@2024": "10"}


def test_a_category_left_of_names_without_a_head_is_what_they_stand_under(drafter):
    rows = [
        ["Category", "", "Unit", "2022"],
        ["Full-time employees", "Total", "person", 700],
        ["", "Male", "person", 600],
        ["", "Female", "person", 100],
    ]
    assert values(outcome_of(drafter, sheet(*rows, merged=("A2:A4",)))) == {
        "workforce.fulltime@2022": "700", "workforce.fulltime@2022:gender=male": "600",
        "workforce.fulltime@2022:gender=female": "100",
    }  # fmt: skip


def test_sites_below_each_other_are_held_against_their_total_as_well(drafter):
    rows = [
        ["2024年"],
        ["职场", "柴油使用量（吨）", "新鲜水使用量（吨）"],
        ["北京", 1, 2],
        ["上海", 3, 4],
        ["合计", 4, 6],
    ]
    found = outcome_of(drafter, sheet(*rows))
    assert values(found) == {"energy.diesel@2024": "4", "water.fresh@2024": "6"}
    assert "old.sites_left" in codes(found)


def test_dates_side_by_side_are_months_and_one_of_each_year_are_years(drafter):
    years = outcome_of(drafter, sheet(["指标", "单位", "2023-01-01", "2024-01-01"], ["柴油使用量", "吨", 1, 2]))
    assert values(years) == {"energy.diesel@2023": "1", "energy.diesel@2024": "2"}
    heads = [f"2024-{month:02}-01" for month in range(1, 13)]
    months = sheet(["2024年"], ["指标", "单位", *heads, "合计"], ["柴油使用量", "吨", *range(1, 13), 78])
    assert values(outcome_of(drafter, months)) == {"energy.diesel@2024": "78"}


@pytest.fixture
def monthly(definitions):
    known = definitions.catalogue
    metric = replace(known.metrics["energy.diesel"], collected="month", sum_over=("period",))
    catalogue = replace(known, metrics={**known.metrics, "energy.diesel": metric})
    return Drafter(replace(definitions, catalogue=catalogue), Figures(catalogue, Snapshot()), "zh-Hans")


def test_months_of_a_metric_that_is_collected_by_them_are_values_and_give_the_year(monthly):
    table = sheet(["2024年"], ["项目", "单位", *MONTHS, "全年"], ["柴油使用量", "吨", *range(1, 13), 78])
    found = outcome_of(monthly, table)
    assert values(found) == {f"energy.diesel@2024m{number:02}": str(number) for number in range(1, 13)}
    table = sheet(["2024年"], ["项目", "单位", *MONTHS[:11], "全年"], ["柴油使用量", "吨", *range(1, 12), 78])
    assert values(outcome_of(monthly, table))["energy.diesel@2024"] == "78"  # a month lacks: the year is typed
