"""Figures of plants as CSV: read, refused with the near name, cleared, and asked for by the template."""

import csv
import io

import pytest

from schema.catalogue.loader import load_definitions
from schema.errors import ImportRefused
from schema.exchange.figures_csv import read_figures, template_rows
from schema.exchange.oldsheets.proposal import Drafter
from schema.grammar.reference import Key
from schema.values.datapoint import PublishedValue, Snapshot
from schema.values.figures import Figures
from tests.food_maker import PLANTS, write_definitions
from tests.schema.exchange.sheet_drafts import codes, outcome_of, sheet


@pytest.fixture(scope="module")
def food(tmp_path_factory):
    return load_definitions(write_definitions(tmp_path_factory.mktemp("food")))


@pytest.fixture
def read(food, tmp_path):
    def of(text: str):
        path = tmp_path / "f.csv"
        path.write_text(text, "utf-8")
        return read_figures(path, food.catalogue)

    return of


def test_a_row_of_a_plant_is_a_value_of_that_plant(read):
    changes = read(
        "metric,period,value,entity,category\noutput,2022,5,wuhan,\nstaff,2022,7,south,gender=male\n"
    ).changes
    assert [(c.after.key, c.after.value) for c in changes] == [
        (Key("output", 2022, "wuhan"), 5), (Key("staff", 2022, "south", "gender=male"), 7),
    ]  # fmt: skip


def test_what_a_report_printed_of_a_plant_is_evidence_of_that_plant(read):
    (change,) = read("metric,period,value,entity,report\noutput,2022,5,wuhan,food-2021\n").changes
    assert isinstance(change.after, PublishedValue)
    assert change.after.key == Key("output", 2022, "wuhan")


def test_an_unknown_entity_is_refused_with_the_near_name(read):
    with pytest.raises(ImportRefused) as refused:
        read("metric,period,value,entity\noutput,2022,5,wuhn\n")
    (issue,) = refused.value.issues
    assert (issue.code, issue.facts["name"], issue.facts["near"]) == ("figures.entity", "wuhn", "wuhan")


def test_the_same_metric_of_two_plants_is_no_doubled_row_and_of_one_plant_is(read):
    assert len(read("metric,period,value,entity\noutput,2022,5,wuhan\noutput,2022,5,harbin\n").changes) == 2
    with pytest.raises(ImportRefused) as refused:
        read("metric,period,value,entity\noutput,2022,5,wuhan\noutput,2022,6,wuhan\n")
    assert [issue.code for issue in refused.value.issues] == ["figures.twice"]


def test_a_figure_of_a_plant_is_computed_and_never_typed(read):
    with pytest.raises(ImportRefused) as refused:
        read("metric,period,value,entity\nenergy.total,2022,5,wuhan\n")
    assert [issue.code for issue in refused.value.issues] == ["figures.computed"]


def test_the_template_asks_plants_for_what_adds_up_and_the_company_for_what_does_not(food, read):
    rows = list(csv.DictReader(io.StringIO(template_rows(food, "food-2022", "en"))))
    asked = {}
    for row in rows:
        asked.setdefault(row["metric"], {})[row["entity"], row["category"]] = row["name"]
    assert list(asked["output"]) == [(plant, "") for plant in PLANTS]
    assert list(asked["defects"]) == [("", ""), *((plant, "") for plant in PLANTS)]
    assert asked["staff"]["south", "gender=female"] == "Staff · Female · South Foods"
    filled = [{**row, "value": "1"} for row in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(filled)
    assert len(read(text.getvalue()).changes) == len(rows)


def test_without_entities_the_template_has_no_column_for_them(definitions):
    head = template_rows(definitions, "csr-2022").splitlines()[0]
    assert head == "metric,name,period,category,value,unit,omission,footnote,note,source"


# old sheets


@pytest.fixture
def drafter(food):
    return Drafter(food, Figures(food.catalogue, Snapshot()), "zh-Hans")


def taken(outcome):
    return {(c.after.key.metric, c.after.key.entity): format(c.after.value, "f") for c in outcome.changes}


@pytest.mark.parametrize("names", [("哈尔滨工厂", "武漢工廠"), ("harbin", "Wuhan  plant")])
def test_a_column_of_entities_says_whose_value_a_row_is(drafter, names):
    rows = [["产量", name, "吨", number] for name, number in zip(names, (5, 7), strict=True)]
    found = outcome_of(drafter, sheet(["指标", "主体", "单位", "2022年"], *rows, ["营业收入", "五谷食品", "元", 9]))
    assert taken(found) == {("output", "harbin"): "5", ("output", "wuhan"): "7", ("revenue", ""): "9"}


def test_a_row_of_an_unknown_entity_is_refused_with_the_near_name(drafter):
    found = outcome_of(drafter, sheet(["指标", "主体", "单位", "2022年"], ["产量", "武汉工场", "吨", 5]))
    (issue,) = (issue for issue in found.issues if issue.code == "old.entity")
    assert (issue.facts["near"], taken(found), found.refused) == ("武汉工厂", {}, True)


def test_entities_as_heads_give_a_value_each_and_the_total_is_theirs_where_they_add_up(drafter):
    table = sheet(
        ["2022年各厂用量"], ["指标", "单位", "哈尔滨工厂", "武汉工厂", "合计"],
        ["产量", "吨", 1, 2, 3], ["次品率", "%", 1.5, 2.5, 2.1],
    )  # fmt: skip
    found = outcome_of(drafter, table)
    assert taken(found) == {
        ("output", "harbin"): "1", ("output", "wuhan"): "2",
        ("defects", "harbin"): "1.5", ("defects", "wuhan"): "2.5", ("defects", ""): "2.1",
    }  # fmt: skip
    assert "old.sites_taken" in codes(found)
    assert "old.sites_left" not in codes(found)


def test_a_total_that_does_not_foot_is_said_and_sites_that_are_no_entities_are_only_added_up(drafter):
    table = sheet(["2022年"], ["指标", "单位", "哈尔滨工厂", "北京", "合计"], ["产量", "吨", 1, 2, 4])
    found = outcome_of(drafter, table)
    assert {"old.sites_taken", "old.sites_left", "old.parts_differ"} <= set(codes(found))
    assert ("output", "harbin") in taken(found)
