"""pyright is asked about what has changed and all that uses it, and about nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.tools import checked_types
from tests.tools.checked_types import digests, imports, main, paths

TEXTS = {"grammar": b"a", "values": b"b", "window": b"c", "words": b"d"}
IMPORTED = {"grammar": (), "values": ("grammar",), "window": ("grammar", "values"), "words": ()}


@pytest.mark.parametrize(
    ("changed", "asked"),
    [("grammar", {"grammar", "values", "window"}), ("values", {"values", "window"}), ("words", {"words"})],
)
def test_what_changed_and_all_that_uses_it_is_asked_about(changed, asked):
    before = digests(TEXTS, IMPORTED, b"")
    after = digests(TEXTS | {changed: b"other"}, IMPORTED, b"")
    assert {module for module in TEXTS if before[module] != after[module]} == asked


def test_other_versions_and_settings_ask_about_everything():
    before, after = digests(TEXTS, IMPORTED, b"1"), digests(TEXTS, IMPORTED, b"2")
    assert not set(before.values()) & set(after.values())


def test_the_modules_of_the_program_are_known_by_what_they_import():
    files = paths()
    imported = imports(files)
    assert {"schema.grammar.words", "schema.workspace", "schema"} <= set(imported["desktop.work.moments"])
    assert "desktop.work.moments" in imported["desktop.cli.check"]
    assert "desktop.window" not in {one[:14] for one in imported["desktop.work.moments"]}
    assert imported["schema.storage.migrations.env"] >= {"schema.workspace"}  # a script may import anything


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """What pyright is asked, and with which status it answers."""
    calls: list[list[str]] = []
    texts = {name: tmp_path / f"{name}.py" for name in TEXTS}
    for name, path in texts.items():
        path.write_bytes(TEXTS[name])

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        calls.append([Path(one).stem for one in command[4:]])
        wrong = [path for path in texts.values() if b"wrong" in path.read_bytes()]
        found = [{"file": str(path), "severity": "error", "message": "no"} for path in wrong]
        said = {"generalDiagnostics": found, "summary": {"errorCount": len(found), "warningCount": 0}}
        return subprocess.CompletedProcess(command, int(bool(wrong)), json.dumps(said), "")

    for name, other in (
        ("ROOT", tmp_path), ("SETTINGS", ()), ("_KEPT", tmp_path / "kept" / "types.json"),
        ("paths", lambda: texts), ("imports", lambda _: IMPORTED),
    ):  # fmt: skip
        monkeypatch.setattr(checked_types, name, other)
    monkeypatch.setattr(subprocess, "run", run)
    return calls, texts


def test_what_was_clean_is_remembered_and_what_was_wrong_is_not(asked, capsys):
    calls, texts = asked
    assert (main([]), calls) == (0, [[]])  # everything: pyright's own settings say what that is
    assert (main([]), len(calls)) == (0, 1)
    texts["values"].write_bytes(b"wrong")
    assert (main([]), calls[1:]) == (1, [["values", "window"]])
    assert f"{texts['values']}:1:1 - error: no" in capsys.readouterr().out
    assert (main([]), calls[2:]) == (1, [["values"]])
    texts["values"].write_bytes(TEXTS["values"])
    assert (main([]), calls[3:]) == (0, [["values", "window"]])
    assert (main(["--all"]), calls[4:]) == (0, [[]])


def test_what_changes_while_it_is_asked_about_is_asked_about_again(asked, monkeypatch):
    calls, texts = asked
    run = subprocess.run

    def changing(*arguments: object, **more: object) -> object:
        texts["words"].write_bytes(b"newer")
        return run(*arguments, **more)

    monkeypatch.setattr(subprocess, "run", changing)
    assert main([]) == 0
    assert (main([]), calls[1:]) == (0, [["words"]])
