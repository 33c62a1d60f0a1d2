"""Files are put in place as a whole or not at all."""

import os
import stat
import time
from pathlib import Path

import pytest

from schema.atomic_file import TEMPORARY, _host, beside, put_in_place, sweep
from schema.errors import WorkspaceError
from schema.workspace import Workspace
from tests.factories import dead_process, names_in, small_definitions


def test_a_file_appears_with_all_it_holds(tmp_path):
    target = tmp_path / "报告.annals"
    target.write_text("old")
    with beside(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
        put_in_place(temporary, target)
    assert target.read_text() == "new"
    assert names_in(tmp_path) == [target.name]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "a.annals"
    target.write_text("old")
    with pytest.raises(OSError, match="full"):
        _write_half(target)
    assert (target.read_text(), names_in(tmp_path)) == ("old", [target.name])


def _write_half(target):
    with beside(target) as temporary:
        temporary.write_text("half")
        raise OSError("disk full")


def _order(monkeypatch) -> list[str]:
    """Record what is made durable, and when the name moves."""
    told, move = [], Path.replace
    monkeypatch.setattr(
        os, "fsync", lambda handle: told.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
    )
    monkeypatch.setattr(Path, "replace", lambda path, target: (told.append("move"), move(path, target))[1])
    return told


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot open a folder")
def test_the_bytes_are_on_the_disk_before_the_name_moves_and_the_name_after(tmp_path, monkeypatch):
    told = _order(monkeypatch)
    with beside(tmp_path / "a.annals") as temporary:
        temporary.write_text("new")
        put_in_place(temporary, tmp_path / "a.annals")
    assert told == ["file", "move", "folder"]


def test_the_temporary_name_ends_as_its_target_and_is_short_however_long_that_is(tmp_path):
    with beside(tmp_path / ("x" * 240 + ".annals")) as temporary:
        temporary.write_text("x")
        assert (temporary.suffix, temporary.parent) == (".annals", tmp_path)
        assert len(temporary.name) < 60


def _left(folder: Path, pid: int, age: float, host: str = _host()) -> Path:
    left = folder / f"{TEMPORARY}{host}-{pid}-ab.annals"
    left.write_text("x")
    os.utime(left, (time.time() - age,) * 2)
    return left


def test_what_a_killed_program_of_this_computer_left_is_swept_at_once(tmp_path):
    gone, running = _left(tmp_path, dead_process(), 0), _left(tmp_path, os.getpid(), 3500)
    journal = gone.with_name(gone.name + "-journal")
    journal.write_text("x")
    with beside(tmp_path / "a[1].annals"):
        assert names_in(tmp_path) == [running.name]


def test_what_another_computer_writes_is_left_for_an_hour(tmp_path):
    fresh = _left(tmp_path, 1, 3500, "other")
    _left(tmp_path, 2, 3700, "other")
    _left(tmp_path, os.getpid(), 3700)
    (tmp_path / "b.annals").write_text("x")
    os.utime(tmp_path / "b.annals", (0, 0))
    sweep(tmp_path)
    assert names_in(tmp_path) == [fresh.name, "b.annals"]


def test_what_cannot_be_swept_harms_nobody(tmp_path, monkeypatch):
    _left(tmp_path, 1, 7200, "other")

    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    sweep(tmp_path)
    sweep(tmp_path / "nowhere")


def test_a_full_disk_leaves_no_half_workspace(tmp_path, monkeypatch):
    monkeypatch.setattr("schema.storage.sqlite.new_file.put_in_place", _full)
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(tmp_path / "a.annals", small_definitions(), "me")
    assert caught.value.code == "workspace.full"
    assert names_in(tmp_path) == []


def _full(*_):
    raise OSError(28, "No space left on device")
