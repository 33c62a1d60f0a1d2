"""annals import --json: one document for every file, also where one is refused; an import of nothing new."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.factories import names_in

OLD = Path(__file__).parents[2] / "old_files"
HEAD = "metric,period,value\n"


@pytest.fixture
def written(tmp_path):
    def write(name: str, rows: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD + rows, "utf-8")
        return path

    return write


def files_of(out):
    return json.loads(out)["files"]


def test_a_refused_figures_file_prints_its_reasons_as_json(run, empty, written):
    status, out, err = run("import", empty, written("f.csv", "energy.gass,2021,1\n"), "--json", "--language", "en")
    (entry,) = files_of(out)
    assert (status, entry["file"], entry["refused"], entry["changed"], entry["rows"]) == (2, "f.csv", True, [], [])
    assert [(issue["code"], issue["place"]) for issue in entry["issues"]] == [("figures.unknown_metric", "f.csv:2")]
    assert len(err.splitlines()) == 1


def test_each_of_several_files_has_an_entry_and_a_refused_one_stops_no_other(run, empty, written, tmp_path):
    good, bad = written("good.csv", "energy.gas,2021,1\n"), written("bad.csv", "energy.gas,2021,viele\n")
    last, missing = written("again/good.csv", "energy.gas,2022,2\n"), tmp_path / "none.csv"
    status, out, _ = run("import", empty, good, bad, missing, last, "--json")
    assert status == 2
    assert [(entry["file"], entry["refused"], len(entry["changed"])) for entry in files_of(out)] == [
        ("good.csv", False, 1), ("bad.csv", True, 0), ("none.csv", True, 0), ("good.csv", False, 1),
    ]  # fmt: skip
    assert all(entry["issues"] for entry in files_of(out) if entry["refused"])


def test_two_refused_files_of_one_name_are_both_told(run, empty, written):
    first, second = written("a/f.csv", "energy.gas,2021,x\n"), written("b/f.csv", "energy.gas,2021,y\n")
    _, out, _ = run("import", empty, first, second, "--json")
    assert [entry["refused"] for entry in files_of(out)] == [True, True]


def test_a_change_tells_what_stood_there_and_whose_it_was(run, empty, written):
    run("import", empty, written("f.csv", "energy.gas,2021,1\n"))
    _, out, _ = run("import", empty, written("g.csv", "energy.gas,2021,2\nenergy.diesel,2021,3\n"), "--json")
    (entry,) = files_of(out)
    old, new = entry["changed"]
    assert (old["before"]["value"], old["after"]["value"], new["before"]) == ("1", "2", None)
    last = json.loads(run("history", empty, "--metric", "energy.gas", "--json")[1])["history"]
    assert (old["before_by"], old["before_at"]) == (last[0]["who"], last[0]["when"])


def test_a_value_that_stands_there_already_is_not_changed(run, empty, written):
    file = written("f.csv", "energy.gas,2021,1\n")
    run("import", empty, file)
    assert files_of(run("import", empty, file, "--json")[1])[0]["changed"] == []


def test_a_refused_sheet_tells_its_rows_beside_the_reasons(run, empty, tmp_path):
    book = Workbook()
    for row in (["指标", "2021"], ["员工总数", "许多"]):
        book.active.append(row)
    book.save(tmp_path / "旧.xlsx")
    status, out, err = run("import", empty, tmp_path / "旧.xlsx", "--json")
    (entry,) = files_of(out)
    assert (status, entry["refused"], entry["rows"][0]["name"]) == (2, True, "员工总数")
    assert entry["issues"]
    assert len(err.splitlines()) == 1


def test_what_is_no_table_is_a_refused_file_as_well(run, empty, tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"PK\x03\x04 no workbook")
    status, out, _ = run("import", empty, file, "--json")
    (entry,) = files_of(out)
    assert (status, entry["refused"], entry["issues"][0]["severity"]) == (2, True, "error")


@pytest.mark.parametrize("name", [pytest.param("0003.annals", marks=pytest.mark.long), "0007.annals"])
def test_an_import_that_changes_nothing_leaves_an_older_workspace_as_it_is(run, tmp_path, name):
    path, file = Path(shutil.copyfile(OLD / name, tmp_path / "a.annals")), tmp_path / "f.csv"
    head = "metric,period,category,value\n"
    file.write_text(f"{head}staff.total,2022,gender=male;age=young,1.50\n", "utf-8")
    before = path.read_bytes()
    assert run("import", path, file)[0] == 1  # half a person is an error, and stood there before
    assert (path.read_bytes() == before, names_in(tmp_path)) == (True, [path.name, file.name])
    file.write_text(f"{head}staff.total,2022,gender=male;age=young,2\n", "utf-8")
    assert run("import", path, file)[0] == 0
    assert (path.read_bytes() == before, len(names_in(tmp_path))) == (False, 3)
