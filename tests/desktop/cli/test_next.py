"""annals next: begun, tried, refused."""

import json

import pytest

from desktop.cli.main import main
from schema.values.changes import keep
from schema.values.datapoint import SlotText
from schema.workspace import Workspace


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([*(str(argument) for argument in arguments), "--language", "en"])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def path(empty):
    with Workspace.open(empty, write=True, who="me") as workspace:
        workspace.apply([keep(SlotText("csr-2022", "profile.company.body", "zh-Hans", "2022 年的话。"))])
    return empty


def test_the_new_report_stands_beside_the_others_with_a_history_entry(run, path):
    status, out, _ = run("next", path, "--from", "csr-2022", "--to", "csr-2023")
    assert status == 0
    assert out.startswith("Begun: csr-2023 “Kuaishou Technology Corporate Social Responsibility Report 2023” (2023)")
    assert [line.split("\t")[0] for line in run("reports", path)[1].splitlines()][-1] == "csr-2023"
    entries = json.loads(run("history", path, "--json")[1])["history"]
    assert next((e["kind"], e["reason"]) for e in entries if e["reason"]) == ("definitions", "next csr-2022 → csr-2023")
    assert run("verify", path)[0] == 0
    told = run("check", path, "--report", "csr-2023")[1]
    assert "still has the Simplified Chinese wording of csr-2022, unchanged, and it mentions 2022." in told


def test_a_dry_run_tells_the_same_and_writes_nothing(run, path):
    before = path.read_bytes()
    status, out, _ = run("next", path, "--from", "csr-2022", "--to", "csr-2023", "--dry-run", "--json")
    told = json.loads(out)
    assert status == 0
    assert path.read_bytes() == before
    assert (told["report"], told["from"], told["year"], told["written"]) == ("csr-2023", "csr-2022", 2023, False)
    written = json.loads(run("next", path, "--from", "csr-2022", "--to", "csr-2023", "--json")[1])
    assert written == {**told, "written": True}


def test_every_reason_against_it_is_told_and_the_exit_status_is_2(run, path):
    before = path.read_bytes()
    status, out, err = run("next", path, "--from", "csr-20222", "--to", "Esg 2021")
    assert (status, out) == (2, "")
    assert "Did you mean “csr-2022”" in err
    assert "“Esg 2021” may only have lower-case letters" in err
    assert "problems: 2" in err
    assert path.read_bytes() == before


@pytest.mark.long  # as tests of next years and of the workbook do apart
def test_the_rolled_outline_survives_the_workbook(run, path, tmp_path):
    assert run("next", path, "--from", "esg-2021", "--to", "esg-2022")[0] == 0
    book = tmp_path / "book.xlsx"
    assert run("catalogue", "export", path, book)[0] == 0
    assert "nothing was changed" in run("catalogue", "import", path, book)[1]


def test_what_was_carried_is_confirmed_as_still_true(run, path):
    run("next", path, "--from", "csr-2022", "--to", "csr-2023")
    subject = "text/csr-2023/profile.company.body"
    accept = ["accept", path, "--report", "csr-2023", "--carried"]
    status, out, _ = run(*accept, f"{subject}.zh-Hans", "--dry-run")
    assert (status, out.splitlines()[-1].endswith("nothing was changed.")) == (0, True)
    assert json.loads(run(*accept, subject, "--json")[1])["accepted"] == [f"{subject}.zh-Hans"]
    assert "unchanged, and it mentions 2022." not in run("check", path, "--report", "csr-2023")[1]
    status, out, err = run(*accept, subject)
    assert (status, out, "waits to be confirmed" in err) == (2, "", True)
