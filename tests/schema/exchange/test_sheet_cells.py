"""Cells of old sheets that say more than one thing: two units, a count with its share, ratios."""

from __future__ import annotations

import pytest

from schema.catalogue.number_format import near_units, split_unit
from schema.exchange.oldsheets.answers import ColumnMap
from schema.exchange.oldsheets.intake import Options
from schema.exchange.oldsheets.joint_cells import is_ratio, read_count_share, read_ratio
from schema.exchange.oldsheets.proposal import Drafter
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests.schema.exchange.sheet_drafts import answers, codes, draft_of, map_rows, outcome_of, sheet, values


@pytest.fixture(scope="session")
def drafter(definitions):
    return Drafter(definitions, Figures(definitions.catalogue, Snapshot()), "zh-Hans")


# words of units


@pytest.mark.parametrize(
    ("metric", "written", "read"),
    [("ghg.scope1", "Metric Tons CO2e", (0, "tco2e")), ("ghg.scope1", "tCO2eq", (0, "tco2e")), ("ghg.scope1", "tonnes", (0, "tco2e")),
     ("ghg.scope1", "万吨二氧化碳当量", (4, "tco2e")), ("ghg.scope1", "t CO₂-eq", (0, "tco2e")), ("waste.hazardous", "公噸", (0, "t")),
     ("waste.hazardous", "Tonnes", (0, "t")), ("waste.hazardous", "tonne(s)", (0, "t")), ("energy.gas", "㎥", (0, "m3")),
     ("energy.gas", "Cubic Meters", (0, "m3")), ("energy.heat", "百万千焦", (6, "kj")), ("workforce.fulltime", "Persons", (0, "person")),
     ("safety.lost.time", "Hours", (0, "hour")), ("training.expense", "RMB'000", (3, "cny")), ("training.expense", "RMB million", (6, "cny")),
     ("training.expense", "人民币千元", (3, "cny")), ("training.expense", "人民幣萬元", (4, "cny")), ("training.expense", "RMB in thousands", (3, "cny")),
     ("training.expense", "百万元人民币", (6, "cny")), ("energy.electricity", "kilowatt-hours", (0, "kwh")), ("turnover.rate", "per cent", (0, "percent"))],
)  # fmt: skip
def test_units_are_known_as_english_and_chinese_sheets_write_them(definitions, metric, written, read):
    units = definitions.catalogue.units
    assert split_unit(written, units, units[definitions.catalogue.metrics[metric].unit]) == read


@pytest.mark.parametrize(
    "written", ["MT", "tons", "MTCO2e", "mWh", "mL", "HK$ million", "USD'000", "¥ million", "Number"]
)
def test_words_that_may_mean_two_things_are_no_units(definitions, written):
    assert split_unit(written, definitions.catalogue.units) is None


def test_units_that_are_offered_are_of_the_metrics_own_dimension(definitions):
    units = definitions.catalogue.units
    for word in ("tonness", "tons", "MT", "times"):
        for name in near_units(word, units, units["t"]):
            code = split_unit(name, units, units["t"])[1]
            assert units[code].dimension == units["t"].dimension
    assert near_units("tonness", units, units["t"])[0] == "tonnes"


# two statements about a unit


@pytest.mark.parametrize(
    ("head", "row"),
    [(["指标", "单位", "2023"], ["柴油使用量（千克）", "吨", 5]), (["指标", "单位", "2023年（万吨）"], ["柴油使用量", "吨", 5]),
     (["指标", "单位", "2023年（万元）"], ["柴油使用量", "吨", 5])],
)  # fmt: skip
def test_two_units_are_asked_and_the_map_answers_for_the_row(drafter, definitions, head, row):
    table = sheet(head, row)
    found = outcome_of(drafter, table)
    assert (values(found), codes(found)) == ({}, ["old.near_units"])
    rows = map_rows(draft_of(drafter, table), definitions)
    line = rows[-1]
    assert line["unit"].startswith("吨 / ")
    line["take"] = "yes"
    assert codes(outcome_of(drafter, table, known=answers(rows, definitions))) == ["old.unit_twice"]
    line["unit"] = "吨"
    assert values(outcome_of(drafter, table, known=answers(rows, definitions))) == {"energy.diesel@2023": "5"}


def test_a_unit_above_the_table_gives_way_to_another_dimension_and_not_to_another_scale(drafter):
    gives = sheet(["单位：千瓦时"], ["指标", "2023"], ["外购电力", 1000], ["柴油使用量（吨）", 5])
    assert values(outcome_of(drafter, gives)) == {"energy.electricity@2023": "1", "energy.diesel@2023": "5"}
    asks = sheet(["单位：万元"], ["指标", "单位", "2023"], ["营业收入", "元", 5])
    assert values(outcome_of(drafter, asks)) == {}


def test_years_in_different_units_are_each_read_in_their_own(drafter):
    table = sheet(["指标", "2022年（千克）", "2023年（吨）"], ["柴油使用量", 5000, 6])
    assert values(outcome_of(drafter, table)) == {"energy.diesel@2022": "5", "energy.diesel@2023": "6"}


def test_a_unit_in_the_cell_holds_and_is_said_where_the_column_says_another(drafter):
    found = outcome_of(drafter, sheet(["指标", "单位", "2023"], ["柴油使用量", "吨", "500千克"]))
    assert (values(found), codes(found)) == ({"energy.diesel@2023": "0.5"}, ["old.unit_in_cell"])


def test_a_map_whose_unit_is_not_the_sheets_is_not_followed_in_silence(drafter):
    known = ColumnMap(row_units={("", "柴油使用量", "", 1): "吨"})
    found = outcome_of(drafter, sheet(["指标", "单位", "2023"], ["柴油使用量", "万吨", 5]), known=known)
    assert (codes(found)[0], found.refused) == ("old.unit_map", True)


def test_what_a_word_of_a_unit_means_is_answered_once(drafter, definitions):
    table = sheet(["指标", "单位", "2023"], ["柴油使用量", "MT", 5], ["新鲜水使用量", "MT", 6])
    rows = map_rows(draft_of(drafter, table), definitions)
    (line,) = (row for row in rows if row["kind"] == "unit")
    assert (line["name"], line["near"]) == ("MT", "t")
    line["meaning"] = "t"
    known = ColumnMap(units=answers(rows, definitions).units)
    assert values(outcome_of(drafter, table, known=known))["energy.diesel@2023"] == "5"


def test_a_row_whose_unit_is_unknown_is_kept_as_written_where_that_is_asked_for(drafter):
    table = sheet(["指标", "单位", "2023"], ["柴油使用量", "MT", 5])
    assert outcome_of(drafter, table).changes == ()
    kept = outcome_of(drafter, table, options=Options(keep_unreadable=True))
    assert [change.after.unread for change in kept.changes] == ["5 MT"]
    assert (codes(kept), kept.refused) == (["old.unit_unknown"], False)


# several numbers in one cell


@pytest.mark.parametrize("cell", ["600(86%)", "600（86%）", "86% (600)", "600 / 86%", "600人（占86%）"])
def test_a_count_with_its_share_is_both(cell):
    found = read_count_share(cell)
    assert (found.count.rstrip("人"), found.share) == ("600", "86")


@pytest.mark.parametrize("cell", ["(600)", "86%", "600", "600(1)", "a(86%)"])
def test_one_number_is_no_count_with_its_share(cell):
    assert read_count_share(cell) is None


def test_the_count_is_taken_the_share_is_held_against_it_and_both_are_said(drafter):
    table = sheet(
        ["指标", "单位", "2023"],
        ["全职员工总数", "人", 700],
        ["其中：男性（占比）", "人（%）", "600(86%)"],
        ["其中：女性（占比）", "人（%）", "100(41%)"],
    )
    found = outcome_of(drafter, table)
    assert values(found)["workforce.fulltime@2023:gender=male"] == "600"
    assert [i.place for i in found.issues if i.code == "old.share_differs"] == ["old.xlsx [表] C4"]
    assert codes(found).count("old.share_left") == 2


def test_a_ratio_goes_to_the_parts_in_the_order_of_the_name(drafter):
    found = outcome_of(
        drafter, sheet(["指标", "2023"], ["Employees trained by gender (Female : Male) (%)", "92.5 : 94.1"])
    )
    assert values(found) == {
        "training.trained.rate@2023:gender=female": "92.5",
        "training.trained.rate@2023:gender=male": "94.1",
    }
    assert codes(found) == ["old.ratio_split"] * 2


@pytest.mark.parametrize("cell", ["27 : 73", "27：73", "5/95"])
def test_a_ratio_that_divides_a_hundred_or_a_count_is_asked(drafter, cell):
    assert is_ratio(cell)
    for name in ("Employees trained by gender (Female : Male) (%)", "Full-time employees (Female : Male)"):
        assert outcome_of(drafter, sheet(["指标", "2023"], [name, cell])).changes == ()


def test_a_ratio_without_an_order_is_explained_and_never_one_number(drafter):
    found = outcome_of(drafter, sheet(["指标", "2023"], ["全职员工总数", "27 : 73"]))
    assert (codes(found), found.refused) == (["old.ratio"], True)
    assert read_ratio("男女比例", ["27:73"]) is None
