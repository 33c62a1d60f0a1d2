"""A food maker's year on the command line: from nothing to its report, plant by plant."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from schema.grammar.reference import Key
from tests.food_maker import PLANTS, amount, plant_points, write_definitions

REPORT = "food-2022"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_definitions(tmp_path_factory.mktemp("food") / "definitions")


@pytest.fixture
def food(run, folder, tmp_path):
    """A new workspace with what the plants report, as one file of figures."""
    path, file = tmp_path / "food.annals", tmp_path / "plants.csv"
    assert run("new", path, "--catalogue", folder)[0] == 0
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(("metric", "period", "value", "entity", "category"))
    for point in plant_points():
        rows.writerow((point.key.metric, point.key.period, point.typed, point.key.entity, point.key.category))
    file.write_text(text.getvalue(), "utf-8")
    assert run("import", path, file)[0] == 0
    return path


def values(run, path, *more):
    found = json.loads(run("values", path, "--json", *more)[1])["values"]
    return {(value["metric"], value["entity"], value["category"]): value for value in found}


def test_each_level_has_its_values_and_says_whose_they_are(run, food):
    known = values(run, food, "--period", "2022")
    company = known["energy.electricity", "", ""]
    assert (company["kind"], company["value"], company["text"]) == ("figure", "17159", "17,159千瓦时")
    wuhan = known["energy.electricity", "wuhan", ""]
    assert (wuhan["kind"], wuhan["value"]) == ("entered", format(amount("energy.electricity", "wuhan", 2022), "f"))
    assert known["energy.total", "north", ""]["kind"] == known["staff", "", "gender=male"]["kind"] == "figure"


def test_a_typed_total_that_the_plants_contradict_is_an_error_of_check_with_its_entity(run, food, tmp_path):
    file = tmp_path / "south.csv"
    file.write_text("metric,period,value,entity\noutput,2022,1,south\n", "utf-8")
    assert run("import", food, file)[0] == 1
    issues = json.loads(run("check", food, "--json")[1])["issues"]
    (issue,) = (one for one in issues if one["code"].startswith("total."))
    assert (issue["severity"], issue["entity"], issue["subject"]) == ("error", "south", "output/south@2022")
    assert "南方食品" in issue["message"]
    assert run("import", food, "--undo", "2")[0] == 0
    assert values(run, food, "--period", "2022")["output", "south", ""]["kind"] == "figure"
    assert run("verify", food)[0] == 0


def test_an_unknown_entity_refuses_the_file_with_the_near_name_in_each_language(run, food, tmp_path):
    file = tmp_path / "f.csv"
    file.write_text("metric,period,value,entity\noutput,2022,1,wuhn\n", "utf-8")
    for language in ("zh-Hans", "zh-Hant", "en"):
        status, out, err = run("import", food, file, "--language", language)
        assert status == 2
        assert "wuhn" in out + err
        assert "wuhan" in out + err


def test_history_and_a_freeze_tell_a_plants_value_by_its_reference(run, food, tmp_path):
    assert run("freeze", food, "before", "--reason", "x")[0] == 0
    file = tmp_path / "f.csv"
    file.write_text("metric,period,value,entity\noutput,2022,800,wuhan\n", "utf-8")
    run("import", food, file, "--replace")
    (change,) = json.loads(run("diff", food, "before", "--json")[1])["changes"]
    assert (change["subject"], change["kind"]) == ("output/wuhan@2022", "value")
    history = json.loads(run("history", food, "--metric", "output", "--json")[1])["history"]
    assert "output/wuhan@2022" in [entry["subject"] for entry in history]


def test_the_workbook_names_each_plants_cell_and_the_definitions_come_back(run, food, tmp_path):
    assert run("export", food, "--report", REPORT, "--excel", "--out", tmp_path)[0] == 0
    book = load_workbook(tmp_path / f"{REPORT}.xlsx", data_only=True)
    for plant in PLANTS:
        name = Key("energy.electricity", 2022, plant).defined_name()
        sheet, cell = next(book.defined_names[name].destinations)
        assert book[sheet][cell].value == amount("energy.electricity", plant, 2022)
    file = tmp_path / "catalogue.xlsx"
    assert run("catalogue", "export", food, file)[0] == 0
    assert [row[0].value for row in load_workbook(file)["entities"].iter_rows(min_row=2) if row[0].value][:2] == [
        "north",
        "harbin",
    ]
    status, out, _ = run("catalogue", "import", food, file, "--language", "en")
    assert (status, "nothing was changed" in out) == (0, True)


def test_next_years_report_asks_the_plants_again(run, food):
    assert run("next", food, "--from", REPORT, "--to", "food-2023")[0] == 0
    rows = csv.DictReader(io.StringIO(run("template", food, "--report", "food-2023")[1].removeprefix("\ufeff")))
    asked = [row["entity"] for row in rows if row["metric"] == "output"]
    assert asked == ["harbin", "tianjin", "wuhan", "guangzhou"]  # Suzhou is closed


def test_values_of_a_reference_are_those_of_its_entity_year_and_category(run, food):
    assert set(values(run, food, "--metric", "energy.electricity/wuhan")) == {("energy.electricity", "wuhan", "")}
    assert set(values(run, food, "--metric", "energy.electricity/wuhan@2022")) == {("energy.electricity", "wuhan", "")}
    assert values(run, food, "--metric", "energy.electricity/wuhan@1999") == {}
    males = values(run, food, "--metric", "staff:gender=male")
    assert {category for _, _, category in males} == {"gender=male"}
    assert {entity for _, entity, _ in males} > {"", "harbin"}
    every = values(run, food, "--metric", "energy.electricity/*")
    assert {entity for _, entity, _ in every} > {"", "wuhan"}


def test_history_of_a_reference_is_that_of_its_entity(run, food):
    told = json.loads(run("history", food, "--metric", "energy.electricity/wuhan", "--json")[1])["history"]
    everything = json.loads(run("history", food, "--metric", "energy.electricity", "--json")[1])["history"]
    assert {entry["subject"].partition("@")[0] for entry in told} == {"energy.electricity/wuhan"}
    assert 0 < len(told) < len(everything)


def test_a_mistyped_entity_is_told_with_the_near_name(run, food):
    for command in ("values", "history"):
        status, _, err = run("--language", "en", command, food, "--metric", "energy.electricity/wuhna")
        assert (status, "no entity “wuhna”" in err, "“wuhan”" in err) == (2, True, True)
