"""annals contradictions and explain: listed with their statements, explained, taken back, opened by a change."""

import json
import shutil
from pathlib import Path

import pytest

from desktop.__main__ import main
from schema.grammar.words import LANGUAGES

FIGURES = (
    "metric,period,value,report,place\nenergy.gas,2021,5,,\n"
    "energy.gas,2021,7.0,esg-2021,p. 5\nenergy.gas,2021,5.0,csr-2022,p. 9\n"
)


@pytest.fixture(scope="module")
def made(kept_empty, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    path, file = Path(shutil.copy(kept_empty, folder / "w.annals")), folder / "f.csv"
    file.write_text(FIGURES, "utf-8")
    assert main(["import", str(path), str(file)]) == 0
    return path


@pytest.fixture
def workspace(made, tmp_path) -> Path:
    return Path(shutil.copy(made, tmp_path / "w.annals"))


def listed(run, workspace, *more):
    return json.loads(run("contradictions", workspace, *more, "--json")[1])["contradictions"]


def checked(run, workspace):
    issues = json.loads(run("check", workspace, "--json")[1])["issues"]
    return [(issue["code"], issue["id"]) for issue in issues if issue["code"].startswith("contradiction.")]


def test_a_contradiction_is_listed_explained_and_opened_again(run, workspace, tmp_path):
    (entry,) = listed(run, workspace)
    assert (entry["subject"], entry["severity"], entry["state"]) == ("energy.gas@2021", "doubt", "open")
    assert [(s["value"], s["text"], s["place"], s["report"]) for s in entry["statements"]][:2] == [
        ("7", "7.0", "p. 5", "esg-2021"), ("5", "5.0", "p. 9", "csr-2022"),
    ]  # fmt: skip
    assert entry["statements"][2]["place"] == "energy.gas@2021"
    assert (entry["reason"], entry["who"]) == ("", "")
    assert checked(run, workspace) == [("contradiction.reprinted", entry["id"])]

    assert run("explain", workspace, entry["id"], "--reason", "当年未含子公司")[0] == 0
    assert (listed(run, workspace), checked(run, workspace)) == ([], [])
    (after,) = listed(run, workspace, "--all")
    assert (after["id"], after["state"], after["reason"]) == (entry["id"], "explained", "当年未含子公司")
    assert after["who"]
    last = json.loads(run("history", workspace, "--metric", "energy.gas", "--json")[1])["history"][-1]
    assert (last["kind"], last["reason"]) == ("remark", "当年未含子公司")
    assert run("verify", workspace)[0] == 0

    file = tmp_path / "g.csv"
    file.write_text("metric,period,value\nenergy.gas,2021,5.01\n", "utf-8")
    run("import", workspace, file)
    assert [(e["id"], e["state"]) for e in listed(run, workspace)] == [(entry["id"], "open")]


def test_people_read_what_each_says_and_where_and_an_explanation_is_taken_back(run, workspace):
    (entry,) = listed(run, workspace)
    run("explain", workspace, entry["id"], "--reason", "并入新业务")
    for language in LANGUAGES:
        status, out, _ = run("contradictions", workspace, "--all", "--language", language)
        assert status == 0
        for words in (entry["id"], "7.0", "csr-2022", "并入新业务"):
            assert words in out
    assert run("explain", workspace, entry["id"], "--withdraw")[0] == 0
    assert listed(run, workspace)[0]["state"] == "open"


def test_a_wrong_call_stores_nothing_and_says_what_to_do(run, workspace):
    for arguments in [("c0", "--reason", "是"), ("c0",), ("c0", "--withdraw"), ()]:
        status, out, err = run("explain", workspace, *arguments)
        assert (status, out, len(err.strip().splitlines())) == (2, "", 1)
    assert listed(run, workspace, "--all")[0]["state"] == "open"


def test_a_report_that_is_not_there_is_named(run, workspace):
    status, _, err = run("contradictions", workspace, "--report", "nope")
    assert status == 2
    assert "nope" in err
