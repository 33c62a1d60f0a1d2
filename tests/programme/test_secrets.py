"""What is typed and what opens a database stands in no message, no log and no report of a fault."""

from __future__ import annotations

import pytest

from desktop.cli.main import main
from desktop.work.fault_report import keep_report, report_of

CANARY = "Kanarienvogel" + "77"  # in two parts: a frame of a report shows the line of its source
URL = f"postgresql://me:{CANARY}@127.0.0.1:1/none?connect_timeout=1"


@pytest.fixture
def logs(tmp_path, monkeypatch):
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def _kept(folder) -> str:
    return "".join(path.read_text("utf-8", "replace") for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("call", [("check", URL), ("values", URL), ("verify", URL), ("history", URL)])
def test_the_password_of_a_database_is_neither_told_nor_kept(call, logs, capsys):
    assert main(["--language", "en", *call]) == 2
    told = capsys.readouterr()
    assert told.err
    assert CANARY not in told.out + told.err + _kept(logs)


def test_a_report_of_faults_in_a_row_quotes_none_of_their_words(logs):
    try:
        try:
            raise OSError(CANARY)
        except OSError as first:
            raise ValueError(f"not a number: {CANARY}") from first
    except ValueError as error:
        error.add_note(CANARY)
        keep_report(report_of(error), logs)
    kept = _kept(logs)
    assert "ValueError" in kept
    assert "OSError" in kept
    assert CANARY not in kept
