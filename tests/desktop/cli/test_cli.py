"""The command line as scripts use it: what it prints, and its exit status."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.cli.speaker import choose_language
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, SlotText
from schema.workspace import Workspace


def csv(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_HK.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_TW"}, "zh-Hant"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_US", "LANG": "zh_CN"}, "en"),
        ({"LANG": "C.UTF-8"}, "zh-Hans"),
    ],
)
def test_messages_follow_the_locale_else_chinese(environment, language):
    assert choose_language(None, environment) == language


def test_a_new_workspace_lists_its_reports(run, empty):
    status, out, _ = run("reports", empty)
    assert status == 0
    rows = [line.split("\t") for line in out.splitlines()]
    assert [row[0] for row in rows] == ["csr-2019", "csr-2022", "esg-2021", "press-2021", "press-2022"]
    assert [row[-1] for row in rows] == ["report"] * 3 + ["release"] * 2


def test_new_never_replaces_a_file(run, empty):
    before = empty.read_bytes()
    status, _, err = run("new", empty)
    assert (status, empty.read_bytes()) == (2, before)
    assert str(empty) in err


def test_figures_go_in_and_come_out_exactly(run, empty, tmp_path):
    file = csv(
        tmp_path / "f.csv",
        'metric,period,value,unit\nenergy.gas,2021,"２８５，１５５.65",\nwater.fresh,2021,156.19,萬噸\n',
    )
    assert run("import", empty, file)[0] == 0
    status, out, _ = run("values", empty, "--json", "--period", 2021)
    values = {entry["metric"]: entry for entry in json.loads(out)["values"]}
    assert status == 0
    assert Decimal(values["energy.gas"]["value"]) == Decimal("285155.65")
    assert Decimal(values["water.fresh"]["value"]) == Decimal(1_561_900)
    assert set(values["energy.gas"]) == {
        "metric", "name", "period", "span", "entity", "category", "kind", "value", "text", "unit", "qualifier", "omission",
        "footnote", "note", "source", "state",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["values", "history"])
@pytest.mark.parametrize(("reference", "named"), [("energy.gas/hk", "“hk”"), ("energy.ga@2021q3", "“energy.gas”")])
def test_a_wrong_name_in_a_reference_is_refused_as_that(run, empty, command, reference, named):
    status, _, err = run(command, empty, "--metric", reference, "--language", "en")
    assert (status, named in err) == (2, True)


def test_figures_of_an_unknown_entity_are_refused_and_those_of_before_cleared(run, empty, tmp_path):
    for row in ("energy.gas,2021,1,hk,", "energy.gas,2021,1,,q5"):
        file = csv(tmp_path / "f.csv", f"metric,period,value,entity,span\n{row}\n")
        assert run("import", empty, file)[0] == 2
    key = Key("energy.gas", 2021, "hk")
    with Workspace.open(empty, write=True, who="me") as workspace:
        workspace.apply([keep(DataPoint(key, Decimal(5), typed="5"))])
    (entry,) = json.loads(run("values", empty, "--json")[1])["values"]
    assert (entry["entity"], entry["span"], entry["value"]) == ("hk", "", "5")
    (issue,) = (i for i in json.loads(run("check", empty, "--json")[1])["issues"] if i["code"] == "value.not_whole")
    assert (issue["entity"], issue["metric"], issue["span"]) == ("hk", "energy.gas", "")
    file = csv(tmp_path / "f.csv", "metric,period,value,entity\nenergy.gas,2021,,hk\n")
    assert run("import", empty, file)[0] == 0
    assert json.loads(run("values", empty, "--json")[1]) == {"values": []}


def test_a_dry_run_stores_nothing(run, empty, tmp_path):
    file = csv(tmp_path / "f.csv", "metric,period,value\nenergy.gas,2021,1\n")
    assert run("import", empty, file, "--dry-run")[0] == 0
    assert json.loads(run("values", empty, "--json")[1]) == {"values": []}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("metric,period,value\nenergy.gass,2021,1\n", "energy.gas"),
        ("metric,period,value\nenergy.gas,2021,abc\n", "abc"),
        ("metric,period,value,unit\nenergy.gas,2021,1,furlong\n", "furlong"),
        ("metric,period,value\nenergy.gas,2021,1\nenergy.gas,2021,2\n", "3"),
        ("metrik,period,value\nenergy.gas,2021,1\n", "metric"),
        ("metric,period,value,category\nworkforce.fulltime,2021,1,gender=mail\n", "male"),
    ],
)
def test_a_bad_file_is_refused_whole_with_its_reason(run, empty, tmp_path, text, told):
    status, out, err = run("import", empty, csv(tmp_path / "bad.csv", text), "--language", "en")
    assert status == 2
    assert told in err
    assert "Traceback" not in out + err
    assert json.loads(run("values", empty, "--json")[1]) == {"values": []}


def test_a_file_in_another_encoding_is_refused_with_a_remedy(run, empty, tmp_path):
    path = tmp_path / "gbk.csv"
    path.write_bytes("metric,period,value,note\nenergy.gas,2021,1,天然气\n".encode("gbk"))
    status, _, err = run("import", empty, path, "--language", "en")
    assert status == 2
    assert "UTF-8" in err


def test_an_unreadable_value_can_be_kept_as_it_was_written(run, empty, tmp_path):
    file = csv(tmp_path / "f.csv", "metric,period,value\nenergy.gas,2021,abc\n")
    assert run("import", empty, file, "--keep-unreadable")[0] == 1
    entry = json.loads(run("values", empty, "--json")[1])["values"][0]
    assert (entry["value"], entry["text"]) == ("", "abc")


def test_check_prints_one_json_document(run, sample_workspace):
    status, out, _ = run("check", sample_workspace, "--json", "--report", "esg-2021")
    issues = json.loads(out)["issues"]
    assert status == int(any(issue["severity"] == "error" for issue in issues))
    promised = {"code", "severity", "subject", "metric", "period", "span", "entity", "category", "message"}
    assert all(set(issue) == promised | {"id"} for issue in issues)


def test_coverage_counts_what_the_index_of_2021_answers_and_explains(run, sample_workspace):
    status, out, _ = run("coverage", sample_workspace, "--report", "esg-2021", "--json")
    found = {entry["framework"]: entry for entry in json.loads(out)["coverage"]}
    rows = {row["code"]: row for row in found["hkex2021"]["disclosures"]}
    assert status == 0
    assert rows["A2.1"]["state"] == "answered"
    assert "energy.gas" in rows["A2.1"]["metrics"]
    assert {code for code, row in rows.items() if row["state"] == "explained"} == {"A2.5", "B6.1"}
    assert found["hkex2021"]["answered"] + found["hkex2021"]["explained"] + found["hkex2021"]["open"] == len(rows)


def test_an_empty_workspace_answers_nothing_and_says_what_is_missing_and_whose_it_is(run, empty):
    _, out, _ = run("coverage", empty, "--report", "esg-2021", "--json")
    found = {entry["framework"]: entry for entry in json.loads(out)["coverage"]}
    assert not any(entry["answered"] or entry["explained"] or entry["partly"] for entry in found.values())
    row = next(row for row in found["hkex2021"]["disclosures"] if row["code"] == "A2.1")
    assert (row["state"], row["partly"], row["metrics"], row["sections"]) == ("open", False, [], [])
    assert "energy.gas@2021" in row["missing"]
    assert "admin" in row["owners"]


def test_what_nobody_is_asked_for_is_a_list_in_lines_and_in_json(run, empty):
    _, out, _ = run("coverage", empty, "--report", "esg-2021", "--unasked", "--language", "en")
    lines = out.splitlines()
    assert lines[0].endswith(": disclosures without a metric, text or record: 2")
    assert [line.split("\t")[1] for line in lines[1:3]] == ["A2.5", "B6.1"]
    assert lines[3:] == ["Items without an owner: 0"]
    whole = json.loads(run("coverage", empty, "--report", "esg-2021", "--json")[1])
    alone = json.loads(run("coverage", empty, "--report", "esg-2021", "--unasked", "--json")[1])
    assert alone == {"unasked": whole["unasked"]}
    assert [row["code"] for row in whole["unasked"]["disclosures"]] == ["A2.5", "B6.1"]
    assert whole["unasked"]["items"] == []


def test_history_says_who_changed_what(run, empty, tmp_path):
    run("import", empty, csv(tmp_path / "f.csv", "metric,period,value\nenergy.gas,2021,1\n"))
    run("import", empty, csv(tmp_path / "g.csv", "metric,period,value\nenergy.gas,2021,2\n"))
    entries = json.loads(run("history", empty, "--metric", "energy.gas", "--json")[1])["history"]
    assert [(entry["old"] or {}).get("value") for entry in entries] == [None, "1"]
    assert entries[-1]["new"]["value"] == "2"
    assert entries[-1]["reason"] == "g.csv"


def test_history_names_each_subject_in_its_one_form(run, empty):
    lead = SlotText("r", "lead", "en", "Hello")
    with Workspace.open(empty, write=True, who="me") as workspace:
        workspace.apply([keep(lead)])
    last = json.loads(run("history", empty, "--json")[1])["history"][-1]
    assert (last["kind"], last["subject"], last["new"]) == ("text", "text/r/lead.en", {"text": "Hello"})


def test_a_backup_of_a_workspace_verifies(run, sample_workspace, tmp_path):
    assert run("backup", sample_workspace, "--to", tmp_path / "copy.annals")[0] == 0
    assert run("verify", tmp_path / "copy.annals")[0] == 0


def test_the_template_can_be_imported_as_it_is(run, empty, tmp_path):
    _, out, _ = run("template", empty, "--report", "esg-2021")
    assert out.splitlines()[0].startswith("metric,period,value") or "metric" in out.splitlines()[0]
    assert run("import", empty, csv(tmp_path / "t.csv", out))[0] in (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("values",),
        ("values", "none.annals"),
        ("export", "none.annals"),
        ("check", "none.annals", "--frobnicate"),
        ("demo", "--out"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_use_is_one_sentence_and_status_2(run, arguments, language):
    status, out, err = run(*arguments, "--language", language)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_an_unknown_report_names_those_that_exist(run, empty, tmp_path):
    status, _, err = run("export", empty, "--report", "esg-2020", "--out", tmp_path, "--language", "en")
    assert status == 2
    assert "esg-2021" in err


def test_an_unknown_metric_names_the_nearest(run, empty):
    status, _, err = run("values", empty, "--metric", "energy.gaz", "--language", "en")
    assert status == 2
    assert "energy.gas" in err


def test_demo_makes_the_workspace_and_both_files_of_each_report(run, tmp_path):
    status, out, err = run("demo", "--no-window", "--out", tmp_path, "--json")
    assert (status, err) == (0, "")
    document = json.loads(out)
    assert {Path(entry["file"]).parent for entry in document["files"]} == {tmp_path}
    assert document["workspace"] == str(tmp_path / "demo.annals")
    made = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    codes = ("csr-2019", "esg-2021", "csr-2022", "press-2021", "press-2022")
    reports = {f"{code}.{kind}" for code in codes for kind in ("xlsx", "docx")}
    assert made == {"demo.annals", *reports}


def test_a_draft_that_a_person_edited_is_kept(run, sample_workspace, tmp_path):
    out = tmp_path / "out"
    run("export", sample_workspace, "--report", "press-2021", "--excel", "--out", out)
    (out / "press-2021.xlsx").write_bytes(b"edited by hand")
    status, _, err = run("export", sample_workspace, "--report", "press-2021", "--excel", "--out", out)
    assert (status, (out / "press-2021.xlsx").read_bytes()) == (0, b"edited by hand")
    assert (out / "press-2021 (2).xlsx").exists()
    assert "press-2021 (2).xlsx" in err
    run("export", sample_workspace, "--report", "press-2021", "--excel", "--out", out, "--overwrite")
    assert (out / "press-2021.xlsx").read_bytes() != b"edited by hand"


def test_an_export_in_another_language_has_its_name(run, sample_workspace, tmp_path):
    assert (
        run("export", sample_workspace, "--report", "press-2021", "--excel", "--out", tmp_path, "--language", "en")[0]
        == 0
    )
    assert (tmp_path / "press-2021.en.xlsx").exists()


def test_reading_works_while_another_process_holds_the_workspace(run, sample_workspace):
    from schema.workspace import Workspace

    with Workspace.open(sample_workspace, write=True, who="her"):
        assert run("values", sample_workspace, "--metric", "energy.gas")[0] == 0


def test_writing_while_another_holds_it_names_who(run, sample_workspace, tmp_path):
    from schema.workspace import Workspace

    file = csv(tmp_path / "f.csv", "metric,period,value\nenergy.gas,2021,1\n")
    with Workspace.open(sample_workspace, write=True, who="her"):
        status, _, err = run("import", sample_workspace, file, "--language", "en")
    assert status == 2
    assert "her" in err


@pytest.mark.parametrize("arguments", [(), ("--language", "en"), ("--language=en",), ("some.annals",)])
def test_a_call_without_a_command_opens_the_window(arguments, monkeypatch):
    opened = []
    monkeypatch.setattr("desktop.window.application.run_application", lambda path, *_: opened.append(path) or 0)
    assert main(arguments) == 0
    assert opened == [Path("some.annals") if "some.annals" in arguments else None]


def test_an_option_that_does_not_exist_opens_nothing(run):
    status, _, err = run("--versoin")
    assert (status, "--versoin" in err) == (2, True)


def test_a_template_names_its_metrics_in_the_language_asked_for(run, sample_workspace):
    assert ",Average monthly active users," in run("template", sample_workspace, "--language", "en")[1]
    assert ",平均月活躍用戶," in run("template", sample_workspace, "--report", "esg-2021")[1]


def test_a_folder_that_is_imported_is_named(run, sample_workspace, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, _, err = run("import", sample_workspace, ".", "--language", "en")
    assert status == 2
    assert f"{tmp_path.name} was not imported" in err


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("annals")


@pytest.mark.parametrize("name", ["", "/"])
def test_a_workspace_without_a_name_is_not_made(run, name):
    status, _, err = run("new", name)
    assert (status, len(err.splitlines())) == (2, 1)


def test_a_metric_like_no_other_gets_no_empty_suggestion(run, empty):
    status, _, err = run("values", empty, "--metric", "zzz")
    assert (status, "“”" in err, "zzz" in err) == (2, False, True)


def test_a_value_that_cannot_be_read_is_listed_as_it_was_typed(run, empty, tmp_path):
    file = csv(tmp_path / "f.csv", "metric,period,value\nenergy.gas,2021,abc\n")
    assert run("import", empty, file, "--keep-unreadable")[0] == 1
    assert "energy.gas@2021\tabc\t" in run("values", empty)[1]


def test_a_backup_never_replaces_a_file_that_is_no_backup_of_this_workspace(run, empty, tmp_path):
    other, report, folder = tmp_path / "other.annals", tmp_path / "report.docx", tmp_path / "folder"
    run("new", other)
    report.write_bytes(b"months of work")
    folder.mkdir()
    before = other.read_bytes()
    for target in (other, report, folder):
        status, _, err = run("backup", empty, "--to", target)
        assert (status, str(target) in err) == (2, True)
    assert (other.read_bytes(), report.read_bytes()) == (before, b"months of work")


def test_a_template_in_a_file_opens_in_excel_and_can_be_read_back(run, empty, tmp_path):
    _, out, _ = run("template", empty)
    assert out.startswith("\ufeffmetric,name,")
    assert run("import", empty, csv(tmp_path / "t.csv", out))[0] == 0


def test_check_lists_typed_numbers_by_section_and_counts_none_as_a_doubt(run, sample_workspace):
    status, out, _ = run("check", sample_workspace, "--report", "csr-2022", "--json")
    told = json.loads(out)
    assert status in (0, 1)
    assert {entry["code"] for entry in told["worklist"]} <= {
        "statement.link",
        "statement.unlinked",
        "statement.undecided",
    }
    assert {entry["severity"] for entry in told["worklist"]} == {"work"}
    assert not any(entry["severity"] == "work" for entry in told["issues"])


def test_a_new_workspace_may_have_a_year_of_its_own(run, tmp_path):
    fiscal = tmp_path / "fiscal.annals"
    assert run("new", fiscal, "--year-ends", "03-31")[0] == 0
    with Workspace.open(fiscal, write=False) as workspace:
        assert workspace.definitions.catalogue.company.fiscal.label(2021) == "2020/21"
    file = csv(tmp_path / "f.csv", "metric,period,value\nenergy.gas,FY2020/21,1\nenergy.gas,FY2020/21 Q3,1\n")
    assert run("import", fiscal, file)[0] in (0, 1)
    values = json.loads(run("values", fiscal, "--metric", "energy.gas", "--json")[1])["values"]
    assert [(value["period"], value["span"]) for value in values] == [(2021, ""), (2021, "q3")]
    status, _, err = run("new", tmp_path / "no.annals", "--year-ends", "31-03")
    assert (status, "31-03" in err, (tmp_path / "no.annals").exists()) == (2, True, False)
