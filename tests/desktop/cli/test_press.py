"""annals press: a release from a report, and its files."""

import pytest

from desktop.cli.main import main
from schema.workspace import Workspace
from tests.office_files import complaints


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([*(str(argument) for argument in arguments), "--language", "en"])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def test_a_release_is_drafted_listed_checked_and_exported(run, sample_workspace, tmp_path):
    status, out, err = run("press", sample_workspace, "--report", "csr-2022")
    assert (status, err) == (0, "")
    assert "“press-csr-2022”: 6 headline figures" in out
    assert "press-csr-2022\t" in run("reports", sample_workspace)[1]
    assert run("check", sample_workspace, "--report", "press-csr-2022")[0] == 0
    assert run("export", sample_workspace, "--report", "press-csr-2022", "--out", tmp_path)[0] == 0
    for name in ("press-csr-2022.en.docx", "press-csr-2022.en.xlsx"):
        assert complaints(tmp_path / name) == []


def test_it_is_in_the_history_and_a_second_one_is_refused(run, sample_workspace):
    assert run("press", sample_workspace, "--report", "csr-2019", "--code", "spring")[0] == 0
    with Workspace.open(sample_workspace, write=False) as workspace:
        reasons = [entry.reason for entry in workspace.history()]
        assert workspace.definitions.outlines["spring"].form == "release"
    assert reasons.count("spring") > 5
    status, _, err = run("press", sample_workspace, "--report", "csr-2019", "--code", "spring")
    assert status == 2
    assert "spring" in err
    assert run("verify", sample_workspace)[0] == 0


def test_an_unknown_report_is_named_with_those_there_are(run, sample_workspace):
    status, _, err = run("press", sample_workspace, "--report", "nobody")
    assert status == 2
    assert "csr-2022" in err
