"""annals remark: doubts answered with a reason, shown by check, taken back, opened by a change; annals notes."""

import json
import shutil
from pathlib import Path

import pytest

from desktop.__main__ import main
from schema.grammar.words import LANGUAGES

OLD = Path(__file__).parents[2] / "old_files" / "0006.annals"


@pytest.fixture(scope="module")
def kept_doubtful(kept_single, tmp_path_factory) -> Path:
    """A value whose date lies outside its year; no test may change it."""
    folder = tmp_path_factory.mktemp("doubtful")
    path, file = Path(shutil.copy(kept_single, folder / "w.annals")), folder / "f.csv"
    file.write_text("metric,period,value,as_of\nenergy.gas,2021,5,2022-03-01\n", "utf-8")
    assert main(["import", str(path), str(file)]) == 0
    return path


@pytest.fixture
def doubtful(kept_doubtful, tmp_path) -> Path:
    """A fresh copy of the workspace with the doubt that the test may change."""
    return Path(shutil.copy(kept_doubtful, tmp_path / "w.annals"))


def checked(run, workspace):
    document = json.loads(run("check", workspace, "--json")[1])
    about = [entry["code"] for entry in document["issues"] if entry["subject"] == "energy.gas@2021"]
    return "date.outside" in about, [(entry["code"], entry["reason"]) for entry in document["answered"]]


def test_a_remark_answers_a_doubt_and_history_tells_it(run, doubtful):
    assert checked(run, doubtful) == (True, [])
    status, out, err = run(
        "remark", doubtful, "energy.gas@2021", "--code", "date.outside", "--reason", "盘点日", "--json"
    )
    assert (status, err) == (0, "")
    (entry,) = json.loads(out)["answered"]
    assert (entry["subject"], entry["code"], entry["reason"]) == ("energy.gas@2021", "date.outside", "盘点日")
    assert entry["who"]
    assert entry["at"].endswith("Z")
    assert checked(run, doubtful) == (False, [("date.outside", "盘点日")])
    last = json.loads(run("history", doubtful, "--metric", "energy.gas", "--json")[1])["history"][-1]
    assert (last["kind"], last["subject"]) == ("remark", "remark/date.outside/energy.gas@2021")
    assert run("verify", doubtful)[0] == 0


def test_a_later_change_of_the_value_opens_the_doubt_again(run, doubtful, tmp_path):
    run("remark", doubtful, "energy.gas@2021", "--code", "date.outside", "--reason", "盘点日")
    file = tmp_path / "again.csv"
    file.write_text("metric,period,value,as_of\nenergy.gas,2021,6,2022-03-01\n", "utf-8")
    run("import", doubtful, file)
    assert checked(run, doubtful) == (True, [])


def test_an_answer_is_taken_back(run, doubtful):
    run("remark", doubtful, "energy.gas@2021", "--code", "date.outside", "--reason", "盘点日")
    assert run("remark", doubtful, "energy.gas@2021", "--withdraw")[0] == 0
    assert checked(run, doubtful) == (True, [])


@pytest.mark.parametrize(
    "call",
    [("energy.gas@2021",), ("energy.gas@2021", "--reason", " "), ("energy.gas@1999", "--reason", "x"),
     ("energy.gas@2021", "--code", "change.large", "--reason", "x"), ("energy.gas@2021", "--withdraw"),
     ("energy.gas@2021", "nonsense", "--reason", "x")],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_one_sentence_and_nothing_is_stored(run, doubtful, call):
    before = doubtful.read_bytes()
    for language in LANGUAGES:
        status, out, err = run("remark", doubtful, *call, "--language", language)
        assert (language, status, out, len(err.splitlines())) == (language, 2, "", 1)
    assert doubtful.read_bytes() == before


def test_old_notes_are_listed_and_sorted(run, tmp_path):
    path = Path(shutil.copyfile(OLD, tmp_path / "old.annals"))
    notes = json.loads(run("notes", path, "--json")[1])["notes"]
    assert notes == [{"subject": "energy.gas@2021", "note": "含食堂", "footnote": ""}]
    assert "note.unsorted" in run("check", path, "--json")[1]
    status, out, _ = run("notes", path, "energy.gas@2021", "--to", "both", "--json")
    assert (status, json.loads(out)) == (0, {"sorted": ["energy.gas@2021"], "left": 0})
    assert "note.unsorted" not in run("check", path, "--json")[1]
    values = json.loads(run("values", path, "--metric", "energy.gas", "--json")[1])["values"]
    assert [(v["footnote"], v["note"]) for v in values if v["period"] == 2021] == [("含食堂", "含食堂")]


@pytest.mark.parametrize("call", [("--to", "note"), ("energy.gas@2021",), ("energy.gas@2022", "--to", "note")])
def test_a_wrong_call_of_notes_is_told(run, tmp_path, call):
    path = Path(shutil.copyfile(OLD, tmp_path / "old.annals"))
    status, _, err = run("notes", path, *call)
    assert (status, len(err.splitlines())) == (2, 1)
