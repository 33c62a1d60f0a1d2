"""Figures of plants as CSV: read, refused with the near name, cleared, and asked for by the template."""

import csv
import io

import pytest

from schema.catalogue.loader import load_definitions
from schema.errors import ImportRefused
from schema.exchange.figures_csv import read_figures, template_rows
from schema.grammar.reference import Key
from schema.values.datapoint import PublishedValue
from tests.food_maker import PLANTS, write_definitions


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
