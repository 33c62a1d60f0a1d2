"""An older file is read through an upgraded copy; the file itself is left as it is until somebody writes."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.storage.sqlite.header import USER_VERSION
from schema.workspace import Workspace
from tests.factories import change, names_in

OLD_FILES = Path(__file__).parents[3] / "old_files"
# One of the files names its people; who is none of them changes nothing there.
EDITOR = "李编辑"
OLDER = [f"{revision:04}.annals" for revision in range(1, USER_VERSION)]
# What an upgrade does to a file is tried with each; what is done around it hangs on no revision: with the first and last.
ENDS = [pytest.param(name, marks=() if name in (OLDER[0], OLDER[-1]) else pytest.mark.long) for name in OLDER]


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """The system's folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def copied(name: str, tmp_path: Path) -> Path:
    folder = tmp_path / "100% 公司"
    folder.mkdir()
    return Path(shutil.copyfile(OLD_FILES / name, folder / name))


@pytest.fixture(params=ENDS)
def old(request, tmp_path) -> Path:
    return copied(request.param, tmp_path)


@pytest.fixture(params=[pytest.param(one, marks=() if one in ENDS else pytest.mark.long) for one in OLDER])
def every_old(request, tmp_path) -> Path:
    return copied(request.param, tmp_path)


def state(path: Path) -> dict[str, tuple[str, int]]:
    """What stands in the file's folder: names, bytes and times."""
    files = path.parent.iterdir()
    return {file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns) for file in files}


def test_an_older_file_is_read_whole_and_stays_byte_for_byte_what_it_is(every_old, temporary):
    old, before = every_old, state(every_old)
    with Workspace.open(old, write=False) as workspace:
        assert workspace.path == old
        assert "energy.gas@2021" in [key.canonical() for key in workspace.snapshot().points]
        assert workspace.verify() == ()
        assert names_in(temporary) != []
    assert state(old) == before
    assert names_in(temporary) == []


def test_the_first_who_writes_upgrades_it_and_keeps_the_old_file(every_old, temporary):
    old, before = every_old, every_old.read_bytes()
    Workspace.open(old, write=False).close()
    with Workspace.open(old, write=True, who=EDITOR) as workspace:
        workspace.apply([change(value="3")])
    assert names_in(old.parent) == [old.name, f"{old.name}.{old.stem}.old"]
    assert (old.parent / f"{old.name}.{old.stem}.old").read_bytes() == before
    assert names_in(temporary) == []


def test_who_opens_it_for_writing_and_writes_nothing_leaves_it_as_it_is(old, temporary):
    before = state(old)
    with Workspace.open(old, write=True, who=EDITOR) as workspace:
        points = workspace.snapshot().points
    assert (state(old), names_in(temporary)) == (before, [])
    with Workspace.open(old, write=True, who=EDITOR) as workspace:
        workspace.apply([change(value="3")])
        workspace.apply([change(value="4")])
        assert len(workspace.snapshot().points) == len({*points, change(value="4").subject})
        assert workspace.verify() == ()


def test_nobody_writes_through_the_copy_and_the_trouble_names_the_file(old, temporary):
    with Workspace.open(old, write=False, who=EDITOR) as workspace, pytest.raises(WorkspaceError) as caught:
        workspace.apply([change(value="3")])
    assert (caught.value.code, caught.value.params["path"]) == ("workspace.reading", str(old))


def test_a_backup_of_an_older_file_never_takes_the_files_own_place(old, temporary):
    before = state(old)
    with Workspace.open(old, write=False) as workspace:
        with pytest.raises(WorkspaceError) as caught:
            workspace.backup(old)
        workspace.backup(temporary / "kept.annals")
    assert caught.value.code == "workspace.backup_onto_itself"
    assert state(old) == before
    with Workspace.open(temporary / "kept.annals", write=False) as kept:
        assert kept.verify() == ()


def test_closing_twice_does_no_harm(old, temporary):
    workspace = Workspace.open(old, write=False)
    workspace.close()
    workspace.close()
    assert names_in(temporary) == []


def test_a_first_look_at_an_older_file_leaves_it_as_it_is(old, temporary):
    before = state(old)
    Workspace.peek(old)
    assert state(old) == before


def test_an_older_file_in_a_read_only_folder_is_read(old, temporary, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with Workspace.open(old, write=False) as workspace:
        assert workspace.snapshot().points


CRASH = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE big (a)")
connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,) for _ in range(2000)])
connection.execute("UPDATE data_point SET value = '666'")
os._exit(0)
"""


def test_what_a_crash_left_unfinished_is_undone_in_the_copy_alone(old, temporary):
    with Workspace.open(old, write=False) as workspace:
        whole = workspace.snapshot()
    subprocess.run([sys.executable, "-c", CRASH, str(old)], check=True)
    before = state(old)
    assert before[f"{old.name}-journal"]
    with Workspace.open(old, write=False) as workspace:
        assert workspace.snapshot() == whole
    assert state(old) == before
    assert names_in(temporary) == []


def test_a_damaged_older_file_is_told_as_broken_and_leaves_nothing_behind(old, temporary):
    connection = sqlite3.connect(old)
    connection.execute("DROP TABLE history")
    connection.commit()
    connection.close()
    with pytest.raises(WorkspaceError) as caught, Workspace.open(old, write=False) as workspace:
        workspace.history()
    assert (caught.value.code, caught.value.params["path"]) == ("workspace.broken", str(old))
    assert names_in(temporary) == []


def test_without_room_for_the_copy_the_trouble_says_so(old, temporary, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "none"))
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(old, write=False)
    assert (caught.value.code, caught.value.params["path"]) == ("workspace.upgrade_failed", str(old))
