"""A workspace that is moved, replaced or overwritten while it is open is noticed before anything is written."""

import os
import shutil
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.workspace import Workspace
from tests.factories import change, ticking

OLD_FILES = Path(__file__).parents[3] / "old_files"


def refused(workspace) -> str:
    with pytest.raises(WorkspaceError) as caught:
        workspace.apply([change(value="9")])
    return caught.value.code


@pytest.fixture
def older(workspace, path, tmp_path):
    """A copy of the workspace before one more value was stored."""
    workspace.apply([change(value="1")])
    copy = tmp_path / "older.annals"
    shutil.copy(path, copy)
    workspace.apply([change(value="2")])
    return copy


def values(path) -> list[str]:
    with Workspace.open(path, write=False) as opened:
        assert opened.verify() == ()
        return [str(point.value) for point in opened.snapshot().points.values()]


def test_an_older_copy_written_over_the_open_file_is_noticed(workspace, path, older):
    path.write_bytes(older.read_bytes())
    assert refused(workspace) == "workspace.replaced"
    assert values(path) == ["1"]


def test_an_older_copy_with_the_same_size_and_time_is_noticed(workspace, path, older):
    told = path.stat()
    path.write_bytes(older.read_bytes())
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert refused(workspace) == "workspace.replaced"


def test_another_file_in_its_place_is_noticed(workspace, path, older):
    older.replace(path)
    assert refused(workspace) == "workspace.replaced"
    assert values(path) == ["1"]


def test_a_file_put_in_its_place_before_anything_was_written_is_noticed(path, older, workspace):
    workspace.close()
    with Workspace.open(path, write=True, who="me", now=ticking()) as opened:
        path.write_bytes(older.read_bytes())
        assert refused(opened) == "workspace.replaced"


def test_the_same_content_put_in_its_place_is_written_to(workspace, path, older, tmp_path):
    shutil.copy(path, tmp_path / "same.annals")
    (tmp_path / "same.annals").replace(path)
    assert workspace.apply([change(value="3")])
    assert values(path) == ["3"]


def test_a_file_that_is_gone_is_noticed_and_stored_to_once_it_is_back(workspace, path, tmp_path):
    workspace.apply([change(value="1")])
    path.rename(tmp_path / "away.annals")
    assert refused(workspace) == "workspace.gone"
    assert not path.exists()
    (tmp_path / "away.annals").rename(path)
    assert workspace.apply([change(value="2")])
    assert values(path) == ["2"]


def test_a_change_that_was_reported_as_failed_and_is_stored_stops_nothing(workspace, path, monkeypatch):
    workspace.apply([change(value="1")])
    write = workspace._store._database.write

    def fails_after(work):
        write(work)
        raise WorkspaceError("workspace.io", path=str(path), reason="")

    with monkeypatch.context() as patch:
        patch.setattr(workspace._store._database, "write", fails_after)
        with pytest.raises(WorkspaceError):
            workspace.apply([change(value="2")])
    assert workspace.apply([change(value="3")])
    assert values(path) == ["3"]


@pytest.mark.parametrize("how", ["gone", "replaced"])
def test_an_older_programs_file_that_is_lost_before_the_first_writing_is_noticed(tmp_path, how):
    path = tmp_path / "old.annals"
    shutil.copy(OLD_FILES / "0016.annals", path)
    with Workspace.open(path, write=True, who="李编辑") as opened:
        if how == "gone":
            path.unlink()
        else:
            shutil.copy(OLD_FILES / "0015.annals", path)
        assert refused(opened) == f"workspace.{how}"
        opened.save_rest(tmp_path / "new.annals")
    with Workspace.open(tmp_path / "new.annals", write=False) as made:
        assert made.verify() == ()
        assert "energy.gas@2021" in [key.canonical() for key in made.snapshot().points]
