"""A fault planted in any command becomes one sentence, status 2 and a report without values; the workspace stays."""

import shutil
import sys

import pytest

from desktop.cli import commands, parser
from desktop.cli.main import main
from desktop.work.fault_report import keep_report, report_of
from tests.schema.storage.sqlite.test_known_objects import NOW, OLD_FILES

SECRET = "机密 75,700,000"


def _deep(count: int) -> int:
    return _deep(count + 1) + 1


def _raise(error: Exception):
    def run(*_: object) -> int:
        if isinstance(error, RecursionError):
            return _deep(0)
        raise error

    return run


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize(
    "error",
    [ValueError(SECRET), KeyError(SECRET), MemoryError(), RecursionError(), AssertionError(SECRET), TypeError(SECRET)],
    ids=lambda error: type(error).__name__,
)
def test_a_fault_is_one_sentence_and_a_report(tmp_path, monkeypatch, capsys, error, language):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = shutil.copyfile(OLD_FILES / NOW, tmp_path / "m.annals")
    monkeypatch.setattr("desktop.cli.values.run", _raise(error))
    assert main(["values", str(path), "--language", language]) == 2
    told = capsys.readouterr().err
    assert type(error).__name__ in told
    assert told.count("\n") == 1
    (log,) = (tmp_path / "state").rglob("annals.log")
    assert str(log) in told
    report = log.read_text("utf-8")
    assert "test_faults.py" in report
    assert SECRET not in report + told


def test_every_command_is_guarded(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    planted = SimpleParsed()
    monkeypatch.setattr("desktop.cli.main.make_parser", lambda speaker: planted)
    for name in commands.COMMANDS:
        planted.command = name
        assert main([name, "--language", "en"]) == 2
        assert "ZeroDivisionError" in capsys.readouterr().err
    assert parser.make_parser is not planted


class SimpleParsed:
    command, json, acting, today = "", False, "", None

    def parse_args(self, arguments):
        return self

    def run(self, parsed, speaker):
        return 1 // 0


def test_a_log_that_cannot_be_written_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "state").write_text("a file where the folder belongs")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("desktop.cli.values.run", _raise(ValueError(SECRET)))
    assert main(["values", str(tmp_path / "m.annals"), "--language", "en"]) == 2
    assert "No report could be written" in capsys.readouterr().err


def test_a_report_names_what_a_fault_came_from_and_a_log_does_not_grow_for_ever(tmp_path):
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        report = report_of(error)
    assert "builtins.KeyError" in report
    assert "builtins.ValueError" in report
    assert SECRET not in report
    for _ in range(3):
        keep_report("x" * 400_000, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["annals.log", "annals.log.1"]
    assert all(path.stat().st_size < 1_000_000 for path in tmp_path.iterdir())
    assert sys.getrecursionlimit() > 100
