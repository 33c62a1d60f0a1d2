"""One step back from an import: by its number, all of it but what was changed or approved since."""

import json

import pytest

from desktop.work.imports import store_import, undo_import
from schema.grammar.reference import Key
from schema.values.changes import keep, thing_at
from schema.values.datapoint import DataPoint, SheetAnswer
from schema.values.kept_things import canonical
from schema.values.requests import Approval
from schema.values.subject import AnswerAt
from schema.workspace import Workspace

GAS, DIESEL = "energy.gas@2021", "energy.diesel@2021"


@pytest.fixture
def imported(run, empty, tmp_path):
    """Import rows of gas and diesel by their values; returns the file's entry."""

    def call(*, options=(), **values):
        rows = "".join(f"energy.{name},2021,{value}\n" for name, value in values.items())
        path = tmp_path / "f.csv"
        path.write_text(f"metric,period,value\n{rows}", "utf-8")
        status, out, _ = run("import", empty, path, "--json", *options)
        assert status in (0, 1)
        (entry,) = json.loads(out)["files"]
        return entry

    return call


@pytest.fixture
def undo(run, empty):
    def call(number, *options):
        status, out, _ = run("import", empty, "--undo", number, "--json", *options)
        return status, json.loads(out)

    return call


def _values(empty):
    with Workspace.open(empty, write=False) as workspace:
        return {canonical(key): point.typed for key, point in workspace.snapshot().points.items()}


def test_each_import_that_changes_something_has_the_next_number(imported):
    numbers = [entry.get("number") for entry in (imported(gas=1), imported(gas=1), imported(gas=2))]
    assert numbers == [1, None, 2]
    assert imported(gas=3, options=["--dry-run"]).get("number") is None


def test_an_import_is_taken_back_to_what_stood_there_and_only_once(run, empty, imported, undo):
    imported(gas=1)
    imported(gas=2, diesel=3)
    assert undo(2) == (0, {"number": 2, "undone": [GAS, DIESEL], "left": []})
    assert _values(empty) == {GAS: "1"}
    rows = json.loads(run("history", empty, "--json")[1])["history"]
    assert [row["via"] and row["via"].get("import") for row in rows if row["kind"] == "point"] == [1, 2, 2, 2, 2]
    assert {row["reason"] for row in rows if row["kind"] == "point"} == {"f.csv"}
    before = empty.read_bytes()
    status, _, err = run("import", empty, "--undo", 2)
    assert (status, len(err.splitlines()), empty.read_bytes() == before) == (2, 1, True)
    assert run("verify", empty)[0] == 0


def test_what_a_later_import_changed_stays_until_that_is_taken_back(empty, imported, undo):
    imported(gas=1, diesel=1)
    imported(gas=2)
    assert undo(1) == (1, {"number": 1, "undone": [DIESEL], "left": [GAS]})
    assert _values(empty) == {GAS: "2"}
    assert undo(2)[0] == 0
    assert undo(1) == (0, {"number": 1, "undone": [GAS], "left": []})
    assert _values(empty) == {}


def test_what_was_approved_since_stays(empty, imported, undo):
    imported(gas=1, diesel=1)
    with Workspace.open(empty, write=True, who="审") as workspace:
        workspace.apply([keep(Approval("csr-2022", GAS, "0" * 64, "审", "2026-11-30T08:00:00Z"))])
    assert undo(1) == (1, {"number": 1, "undone": [DIESEL], "left": [GAS]})
    assert _values(empty) == {GAS: "1"}


def test_what_was_answered_about_an_old_sheet_is_taken_back_with_it(empty):
    point, meaning = DataPoint(Key("energy.gas", 2021), typed="1"), SheetAnswer("unit", "立方", "m3")
    with Workspace.open(empty, write=True, who="人") as workspace:
        stored = store_import(workspace, [keep(point), keep(meaning)], "old.xlsx")
        assert thing_at(workspace.snapshot(), AnswerAt("unit", "立方")) == meaning
        assert stored.number == 1
        undoing = undo_import(workspace, 1)
        assert [type(subject).__name__ for subject in undoing.undone] == ["Key", "AnswerAt"]
        assert thing_at(workspace.snapshot(), AnswerAt("unit", "立方")) is None


def test_a_dry_run_tells_what_would_be_taken_back_and_stores_nothing(empty, imported, undo):
    imported(gas=1)
    before = empty.read_bytes()
    assert undo(1, "--dry-run") == (0, {"number": 1, "undone": [GAS], "left": []})
    assert empty.read_bytes() == before


@pytest.mark.parametrize("arguments", [[], ["f.csv", "--undo", "1"], ["--undo", "7"], ["--undo", "-1"]])
def test_a_wrong_call_is_one_sentence(run, empty, arguments):
    before = empty.read_bytes()
    status, _, err = run("import", empty, *arguments)
    assert (status, len(err.splitlines()), empty.read_bytes() == before) == (2, 1, True)


def test_people_are_told_the_number_and_what_was_left(run, empty, imported):
    imported(gas=1)
    imported(gas=2)
    status, out, _ = run("import", empty, "--undo", 1, "--language", "en")
    assert (status, out.splitlines()[0]) == (1, "Import 1 is taken back. Items that are what they were before it: 0.")
    assert GAS in out


def test_what_a_file_has_no_column_for_stays_dry_or_not_and_undo_goes_back_to_all_of_it(run, empty, undo, tmp_path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("metric,period,value,note,source\nenergy.gas,2021,1,n,s\n", "utf-8")
    second.write_text("metric,period,value,footnote\nenergy.gas,2021,1,f\n", "utf-8")
    run("import", empty, first)
    told = [json.loads(run("import", empty, second, "--json", *more)[1])["files"] for more in (["--dry-run"], [])]
    assert told[0][0]["changed"] == told[1][0]["changed"]
    assert _beside(empty) == ("f", "n", "s")
    assert json.loads(run("import", empty, second, "--json")[1])["files"][0]["changed"] == []
    assert undo(2)[0] == 0
    assert _beside(empty) == ("", "n", "s")


def _beside(empty):
    with Workspace.open(empty, write=False) as workspace:
        point = workspace.snapshot().points[Key("energy.gas", 2021)]
        return point.footnote, point.note, point.source
