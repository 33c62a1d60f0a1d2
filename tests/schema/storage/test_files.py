"""Files are put in place as a whole or not at all."""

import os
import stat
import time
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.storage.files import LEFTOVER_SECONDS, beside, put_in_place
from schema.workspace import Workspace
from tests.factories import names_in, small_definitions


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


def test_what_a_killed_program_left_is_swept_and_what_is_being_written_is_not(tmp_path):
    target = tmp_path / "a[1].annals"
    left, fresh, others = (
        tmp_path / name for name in (".a[1].annals.1.ab.tmp", ".a[1].annals.2.cd.tmp", ".b.annals.1.x.tmp")
    )
    for file in (left, fresh, others):
        file.write_text("x")
        os.utime(file, (0, 0))
    os.utime(fresh, (time.time() - LEFTOVER_SECONDS / 2,) * 2)
    with beside(target):
        pass
    assert names_in(tmp_path) == sorted([fresh.name, others.name])


def test_a_full_disk_leaves_no_half_workspace(tmp_path, monkeypatch):
    monkeypatch.setattr("schema.storage.create.put_in_place", _full)
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(tmp_path / "a.annals", small_definitions(), "me")
    assert caught.value.code == "workspace.full"
    assert names_in(tmp_path) == []


def _full(*_):
    raise OSError(28, "No space left on device")
