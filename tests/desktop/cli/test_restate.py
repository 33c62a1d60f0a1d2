"""annals restate: stated per language, listed, withdrawn, refused; and what an import of changed definitions asks."""

import json

import pytest
from openpyxl import load_workbook

from desktop.cli.main import main
from schema.workspace import Workspace

FIGURES = """metric,period,value,report,place
waste.nonhazardous,2021,7300,,
users.mau,2021,5.442亿,,
users.mau,2021,5.444亿,esg-2021,p. 6
"""
MAU = "users.mau@2021"


@pytest.fixture
def run(capsys):
    def call(*arguments: object, language: str = "en") -> tuple[int, str, str]:
        status = main([*(str(argument) for argument in arguments), "--language", language])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def path(run, empty, tmp_path):
    figures = tmp_path / "f.csv"
    figures.write_text(FIGURES, "utf-8")
    assert run("import", empty, figures)[0] == 0
    return empty


def test_what_wants_a_reason_is_listed(run, path):
    told = json.loads(run("restate", path, "--json")[1])
    assert told["restatements"] == []
    assert [(issue["metric"], issue["period"], issue["report"]) for issue in told["open"]] == [
        ("users.mau", 2021, "esg-2021")
    ]


def test_a_reason_is_kept_per_language_and_answers_the_doubt(run, path):
    assert run("restate", path, MAU, "--report", "esg-2021", "--reason", "counted anew")[0] == 0
    assert run("restate", path, MAU, "--report", "esg-2021", "--reason", "重新统计", language="zh-Hans")[0] == 0
    told = json.loads(run("restate", path, "--json")[1])
    assert told["open"] == []
    (stated,) = told["restatements"]
    assert stated["reason"] == {"zh-Hans": "重新统计", "zh-Hant": "", "en": "counted anew"}
    assert (stated["old"], stated["new"], stated["in_force"]) == ("544400000", "544200000", True)
    codes = [issue["code"] for issue in json.loads(run("check", path, "--json")[1])["issues"]]
    assert not [code for code in codes if code.startswith(("contradiction.differs", "restatement"))]
    assert run("verify", path)[0] == 0
    assert "users.mau@2021|esg-2021" in run("history", path)[1]


@pytest.mark.parametrize(
    ("reference", "why"),
    [("users.mau/hk@2021", "an entity that is not defined"), ("users.mau@2021q4", "printed no value")],
)
def test_an_unknown_entity_and_a_part_of_a_year_that_was_not_printed_are_refused_as_that(run, path, reference, why):
    status, _, err = run("restate", path, reference, "--report", "esg-2021", "--reason", "x")
    assert (status, reference in err, why in err) == (2, True, True)
    status, _, err = run("restate", path, reference, "--report", "esg-2021", "--withdraw")
    assert (status, "nothing to withdraw" in err) == (2, True)


def test_a_reason_can_be_withdrawn_once(run, path):
    run("restate", path, MAU, "--report", "esg-2021", "--reason", "counted anew")
    assert run("restate", path, MAU, "--report", "esg-2021", "--withdraw")[0] == 0
    status, _, err = run("restate", path, MAU, "--report", "esg-2021", "--withdraw")
    assert (status, "nothing to withdraw" in err) == (2, True)
    with Workspace.open(path, write=False) as workspace:
        assert workspace.snapshot().restatements == {}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("users.mau", "--report", "esg-2021", "--reason", "x"), "not a reference with a year"),
        (("no.such@2021", "--report", "esg-2021", "--reason", "x"), "There is no metric “no.such”"),
        ((MAU, "--report", "csr-2019", "--reason", "x"), "csr-2019 printed no value"),
        ((MAU, "--report", "esg-2021"), "give the reason"),
        ((MAU, "--report", "esg-2021", "--reason", "  "), "give the reason"),
        ((MAU, "--report", "esg-2021", "--reason", "x", "--withdraw"), "one of the two"),
        ((MAU, "--reason", "x"), "--report which report"),
        (("--reason", "x"), "Say which value"),
        (("--withdraw",), "Say which value"),
    ],
)
def test_what_cannot_be_restated_is_refused(run, path, arguments, words):
    before = path.read_bytes()
    status, out, err = run("restate", path, *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert path.read_bytes() == before


def test_a_changed_unit_of_a_metric_with_values_asks_since_when(run, tea, tmp_path):
    book = tmp_path / "book.xlsx"
    assert run("catalogue", "export", tea, book)[0] == 0
    opened = load_workbook(book)
    sheet = opened["metrics"]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[heads.index("code")].value == "donations")
    assert row[heads.index("unit")].value == "yuan"
    row[heads.index("unit")].value = "t"
    opened.save(book)
    status, out, err = run("catalogue", "import", tea, book)
    assert status == 0, err
    assert "donations" in out
    asked = [i for i in json.loads(run("check", tea, "--json")[1])["issues"] if i["code"] == "metric.drifted_unit"]
    assert [issue["metric"] for issue in asked] == ["donations"]
    changes = opened["changes"]
    changes.append(["donations", 2025, "unit", "一", "一", "One"])
    opened.save(book)
    assert run("catalogue", "import", tea, book)[0] == 0
    codes = {i["code"] for i in json.loads(run("check", tea, "--json")[1])["issues"]}
    assert "metric.drifted_unit" not in codes
    with Workspace.open(tea, write=False) as workspace:
        assert [change.since for change in workspace.definitions.catalogue.metrics["donations"].changed] == [2025]
