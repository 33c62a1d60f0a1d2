"""A workspace whose file was lost or replaced while it was open becomes one of its own, with everything shown."""

from __future__ import annotations

import hashlib
import os
import shutil

import pytest

from desktop.work.rest import Shown, save_as_new
from schema.errors import WorkspaceError
from schema.values.changes import keep, overlay
from schema.values.datapoint import Attachment
from schema.values.freezes import Freeze
from schema.values.people import Person
from schema.workspace import Workspace, place_of
from tests.factories import change, small_definitions

posix = pytest.mark.skipif(os.name == "nt", reason="an open file stays where it is on Windows")
TYPED = change("energy.gas", 2022, "9")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "公司.annals"


@pytest.fixture
def workspace(path):
    """A workspace with two values, a file and a freeze."""
    content = b"the bytes of a picture"
    picture = Attachment(hashlib.sha256(content).hexdigest(), "图.png", "png", len(content), 4, 3)
    with Workspace.create(path, small_definitions(), "李编辑") as opened:
        opened.apply([change("energy.gas", 2020, "1")])
        opened.apply([keep(picture, content=content)])
        opened.apply([change("energy.gas", 2021, "2")])
        opened.freeze(lambda number, head: Freeze("一稿", "", "李编辑", "2026-11-30T00:00:00Z", "", number, head))
        assert opened.definitions  # as a window has read them
        yield opened


@pytest.fixture
def older(workspace, path, tmp_path):
    """The same workspace without the newest value."""
    copy = tmp_path / "older"
    shutil.copy(path, copy)
    workspace.apply([change("energy.gas", 2019, "0")])
    return copy


def rescued(workspace, target, pending=(TYPED,)):
    """Save what a window would show as a new workspace; return what was told, and its values."""
    before = workspace.shown if hasattr(workspace, "shown") else workspace.snapshot()
    shown = Shown(workspace.definitions, overlay(before, pending), pending)
    told = save_as_new(workspace, shown, target, "原文件已不在")
    with Workspace.open(target, write=False) as made:
        assert made.verify() == ()
        return told, sorted(str(point.value) for point in made.snapshot().points.values()), made.history()


@posix
@pytest.mark.parametrize("lose", ["delete", "move", "replace"])
def test_a_file_that_is_gone_from_its_place_is_saved_with_all_its_history(workspace, path, older, lose, tmp_path):
    workspace.shown, history = workspace.snapshot(), workspace.history()
    match lose:
        case "delete":
            path.unlink()
        case "move":
            path.rename(tmp_path / "away.annals")
        case _:
            older.replace(path)
    told, values, kept = rescued(workspace, tmp_path / "new.annals")
    assert (told.rest, told.files, told.freezes, told.refused) == ("all", 0, 0, 0)
    assert values == ["0", "1", "2", "9"]
    assert kept[:-1] == history
    assert (kept[-1].who, kept[-1].reason) == ("李编辑", "原文件已不在")


def test_a_file_that_is_still_whole_is_saved_with_all_its_history(workspace, path, tmp_path):
    told, values, kept = rescued(workspace, tmp_path / "new.annals")
    assert (told.rest, values) == ("all", ["1", "2", "9"])
    assert kept[:-1] == workspace.history()


def test_a_file_that_was_overwritten_is_made_again_upon_its_newest_backup(workspace, path, older, tmp_path):
    workspace.keep_backup("import")
    workspace.apply([change("energy.gas", 2018, "5")])
    workspace.shown = workspace.snapshot()
    path.write_bytes(older.read_bytes())
    told, values, kept = rescued(workspace, tmp_path / "new.annals")
    assert (told.rest, told.files, told.freezes) == ("backup", 0, 0)
    assert values == ["0", "1", "2", "5", "9"]
    assert [entry.reason for entry in kept].count("原文件已不在") == 2


def test_without_a_backup_it_is_made_upon_the_other_copy_of_the_same_workspace(workspace, path, older, tmp_path):
    workspace.shown = workspace.snapshot()
    path.write_bytes(older.read_bytes())
    told, values, _ = rescued(workspace, tmp_path / "new.annals")
    assert (told.rest, values) == ("copy", ["0", "1", "2", "9"])
    assert path.read_bytes() == older.read_bytes()


@pytest.mark.parametrize("other", [b"", b"no workspace", b"SQLite format 3\0" + b"\0" * 4000])
def test_with_nothing_left_it_is_made_of_what_is_shown_and_says_what_it_lacks(workspace, path, other, tmp_path):
    workspace.shown = workspace.snapshot()
    path.write_bytes(other)
    told, values, kept = rescued(workspace, tmp_path / "new.annals")
    assert (told.rest, told.files, told.freezes) == ("nothing", 1, 1)
    assert values == ["1", "2", "9"]
    assert {entry.reason for entry in kept} == {"", "原文件已不在"}


def test_another_workspace_in_its_place_is_never_taken_for_it(workspace, path, tmp_path):
    workspace.shown = workspace.snapshot()
    with Workspace.create(tmp_path / "other.annals", small_definitions(), "别人") as other:
        other.apply([change("energy.gas", 1999, "77")])
    path.write_bytes((tmp_path / "other.annals").read_bytes())
    told, values, _ = rescued(workspace, tmp_path / "new.annals")
    assert (told.rest, values) == ("nothing", ["1", "2", "9"])


def test_what_was_never_this_persons_to_change_is_left_out_and_counted(workspace, path, tmp_path):
    workspace.apply([keep(Person("李编辑", "", "auditor")), keep(Person("王编辑", "", "editor"))])
    workspace.shown = workspace.snapshot()
    path.unlink()
    told, values, _ = rescued(workspace, tmp_path / "new.annals")
    assert (told.refused, values) == (1, ["1", "2"])


def test_nothing_is_saved_over_a_file_or_in_the_lost_ones_place(workspace, path, tmp_path):
    shown = Shown(workspace.definitions, workspace.snapshot(), ())
    (tmp_path / "there.annals").write_bytes(b"x")
    for target, code in ((tmp_path / "there.annals", "restore.exists"), (path, "rest.same_place")):
        with pytest.raises(WorkspaceError) as caught:
            save_as_new(workspace, shown, target, "")
        assert caught.value.code == code
    assert (tmp_path / "there.annals").read_bytes() == b"x"


def test_a_place_that_cannot_be_written_is_named_and_keeps_nothing(workspace, tmp_path):
    shown = Shown(workspace.definitions, workspace.snapshot(), ())
    with pytest.raises(WorkspaceError) as caught:
        save_as_new(workspace, shown, tmp_path / "none" / "new.annals", "")
    assert caught.value.code == "workspace.no_folder"


@posix
def test_the_file_put_back_is_held_anew(workspace, path, tmp_path):
    shutil.copy(path, tmp_path / "copy")
    (tmp_path / "copy").replace(path)
    workspace.apply([change("energy.gas", 2018, "5")])
    workspace.shown = workspace.snapshot()
    path.unlink()
    told, values, _ = rescued(workspace, tmp_path / "new.annals")
    assert (told.rest, values) == ("all", ["1", "2", "5", "9"])
    assert place_of(path).backups() == ()
