"""What a script relies on: exit statuses, and that everything is said in the language asked for."""

import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

CHINESE = re.compile("[\u4e00-\u9fff]")
GOOD = "metric,period,value\nenergy.gas,2021,1\n"
BAD = "metric,period,value\nenergy.gass,2021,1\n"
WRONG = "metric,period,value\nenergy.gas,2021,-5\n"


@pytest.fixture
def files(tmp_path) -> dict[str, Path]:
    made = {"good": GOOD, "bad": BAD, "wrong": WRONG}
    for name, text in made.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return {name: tmp_path / f"{name}.csv" for name in made}


@pytest.mark.parametrize(
    ("names", "status"), [("good", 0), ("wrong", 1), ("bad", 2), ("good bad", 2), ("bad good", 2), ("wrong good", 1)]
)
def test_the_worst_of_several_files_decides_the_status(run, empty, files, names, status):
    found, _, _ = run("import", empty, *(files[name] for name in names.split()), "--dry-run")
    assert found == status


def test_a_value_changed_behind_the_programs_back_ends_verify_with_1(run, empty, files):
    assert run("import", empty, files["good"])[0] == 0
    assert run("verify", empty)[0] == 0
    connection = sqlite3.connect(empty)
    with connection:
        connection.execute("UPDATE data_point SET value = '7'")
    connection.close()
    assert run("verify", empty)[0] == 1


@pytest.mark.long  # three checks of a whole workspace
def test_check_ends_with_1_where_an_issue_is_an_error_and_else_with_0(run, empty, sample_workspace):
    assert run("check", empty)[0] == run("check", empty, "--json")[0] == 1
    status, out, _ = run("check", sample_workspace, "--language", "en")
    assert status == int("[error]" in out)
    assert run("check", sample_workspace, "--json")[0] == status


def test_a_final_draft_is_refused_while_there_are_errors(run, empty, files, tmp_path):
    run("import", empty, files["wrong"])
    out = tmp_path / "out"
    assert run("export", empty, "--report", "esg-2021", "--excel", "--final", "--out", out)[0] == 1
    assert not out.exists() or list(out.iterdir()) == []


def test_the_process_ends_with_the_status_of_its_command(tmp_path):
    call = [sys.executable, "-m", "desktop", "verify", str(tmp_path / "none.annals")]
    assert subprocess.run(call, capture_output=True, check=False).returncode == 2


@pytest.mark.parametrize(("language", "chinese"), [("en", False), ("zh-Hans", True), ("zh-Hant", True)])
def test_issues_and_troubles_are_told_in_the_language_asked_for(run, empty, files, tmp_path, language, chinese):
    _, told, _ = run("import", empty, files["wrong"], "--language", language)
    checked = run("check", empty, "--language", language)[1].splitlines()[0]
    _, _, trouble = run("verify", tmp_path / "none.annals", "--language", language)
    assert [bool(CHINESE.search(text)) for text in (told, checked, trouble)] == [chinese] * 3


def test_the_two_kinds_of_chinese_are_told_apart(run, empty, files):
    run("import", empty, files["wrong"])
    hans, hant = (run("check", empty, "--language", code)[1] for code in ("zh-Hans", "zh-Hant"))
    assert "负" in hans or "错误" in hans
    assert "負" in hant or "錯誤" in hant


def test_an_english_list_of_issues_has_no_chinese_in_it(run, empty):
    lines = run("check", empty, "--all", "--language", "en")[1].splitlines()
    assert len(lines) > 500
    issues = [line for line in lines if not line.startswith("To look at")]  # a worklist quotes the report's own words
    assert [line for line in issues if CHINESE.search(line)] == []


def test_a_draft_in_another_language_says_it_in_that_language(run, empty, tmp_path):
    heads = {}
    for language in ("zh-Hans", "en"):
        out = tmp_path / language
        run("export", empty, "--report", "csr-2022", "--excel", "--out", out, "--language", language)
        book = openpyxl.load_workbook(next(out.glob("*.xlsx")))
        heads[language] = {sheet["A3"].value for sheet in book.worksheets}
    assert "指标" in heads["zh-Hans"] - heads["en"]
    assert "Metric" in heads["en"] - heads["zh-Hans"]


def test_a_synced_folder_is_said_once_on_the_side_of_troubles(run, empty, tmp_path):
    folder = tmp_path / "OneDrive - Example"
    folder.mkdir()
    path = shutil.copy(empty, folder / "x.annals")
    for command in (("check", path), ("verify", path), ("values", path, "--json")):
        _, out, err = run("--language", "en", *command)
        assert err.count("OneDrive syncs") == 1
        assert "OneDrive syncs" not in out
    assert run("--language", "en", "new", folder / "y.annals")[2].count("OneDrive syncs") == 1
    assert "OneDrive" not in run("check", empty)[2]
