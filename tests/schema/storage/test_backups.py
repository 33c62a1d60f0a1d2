"""Automatic backups: kept before something large, thinned by age, and made a workspace again."""

import random
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from schema.errors import WorkspaceError
from schema.values.kept_backup import MOST_BYTES, NEWEST, KeptBackup, superfluous
from schema.workspace import Workspace, place_of
from tests.factories import change, names_in
from tests.schema.storage.test_pictures import ONE, TWO

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def kept(*ages: timedelta, size=1):
    return [
        KeptBackup(f"{nth}", len(ages) - nth, "", NOW - age, "import", size) for nth, age in enumerate(sorted(ages))
    ]


def staying(backups, shared=0):
    gone = superfluous(backups, NOW, shared)
    return [backup for backup in backups if backup not in gone]


def test_a_backup_holds_what_stood_then_and_says_which_change_was_the_last(workspace, path):
    workspace.apply([change(value="1")])
    head = workspace.head
    workspace.keep_backup("import")
    workspace.apply([change(value="2")])
    [backup] = place_of(path).backups()
    assert (backup.number, backup.head, backup.why) == (workspace.history()[-2].number, head, "import")
    assert backup.size == backup.path.stat().st_size
    assert backup.path.parent == path.with_name(path.name + ".backups")
    target = path.with_name("again.annals")
    place_of(target).put_back(backup.path)
    with Workspace.open(target, write=False) as again:
        assert (again.head, again.verify()) == (head, ())
        assert [str(point.value) for point in again.snapshot().points.values()] == ["1"]


def test_what_is_backed_up_already_is_not_backed_up_again(workspace, path):
    for _ in range(3):
        workspace.keep_backup("merge")
    workspace.apply([change()])
    workspace.keep_backup("next")
    assert [backup.why for backup in place_of(path).backups()] == ["next", "merge"]


def test_the_bytes_of_attachments_are_kept_once_for_all_backups(workspace, path):
    workspace.apply([ONE])
    workspace.keep_backup("import")
    workspace.apply([TWO])
    workspace.keep_backup("import")
    newest, oldest = place_of(path).backups()
    assert names_in(newest.path.parent / "attachments") == sorted([ONE.after.hash, TWO.after.hash])
    with sqlite3.connect(newest.path) as inside:
        assert {content for (content,) in inside.execute("SELECT content FROM attachment_content")} == {b""}
    for nth, backup in enumerate((newest, oldest)):
        target = path.with_name(f"{nth}.annals")
        place_of(target).put_back(backup.path)
        with Workspace.open(target, write=False) as again:
            assert again.attachment(ONE.after.hash) == b"one"
            assert len(again.snapshot().attachments) == 2 - nth


def test_a_backup_without_its_attachments_is_no_workspace(workspace, path):
    workspace.apply([ONE])
    workspace.keep_backup("import")
    [backup] = place_of(path).backups()
    (backup.path.parent / "attachments" / ONE.after.hash).unlink()
    with pytest.raises(WorkspaceError) as caught:
        place_of(path.with_name("no.annals")).put_back(backup.path)
    assert (caught.value.code, caught.value.params["count"]) == ("restore.damaged", "1")
    assert not path.with_name("no.annals").exists()


def test_a_backup_whose_bytes_have_changed_is_refused(workspace, path):
    workspace.apply([change()])
    workspace.keep_backup("import")
    [backup] = place_of(path).backups()
    content = bytearray(backup.path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = random.Random(1).randbytes(4096)
    backup.path.write_bytes(content)
    with pytest.raises(WorkspaceError):
        place_of(path.with_name("no.annals")).put_back(backup.path)
    assert not [name for name in names_in(path.parent) if "no.annals" in name or "tmp" in name]


def test_restoring_never_replaces_a_file(workspace, path):
    workspace.keep_backup("import")
    [backup] = place_of(path).backups()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        place_of(path).put_back(backup.path)
    assert caught.value.code == "restore.exists"
    assert path.read_bytes() == before


def test_where_no_backup_can_be_written_nothing_is_changed(workspace, path):
    path.with_name(path.name + ".backups").write_text("a file", "utf-8")
    with pytest.raises(WorkspaceError) as caught:
        workspace.keep_backup("import")
    assert caught.value.code == "backup.failed"


def test_backups_are_found_when_the_workspace_is_gone(workspace, path):
    workspace.keep_backup("import")
    workspace.close()
    path.unlink()
    assert len(place_of(path).backups()) == 1


def test_a_file_that_is_no_backup_is_not_listed(workspace, path):
    workspace.keep_backup("import")
    [backup] = place_of(path).backups()
    backup.path.with_name("20261130T120000Z-7-import.backup").write_bytes(b"no database")
    backup.path.with_name("notes.backup").write_bytes(b"words")
    assert place_of(path).backups() == (backup,)


def test_the_newest_stay_and_then_one_of_each_piece_of_time():
    minutes = [timedelta(minutes=minute) for minute in range(1, 60 * 12, 7)]
    assert len(staying(kept(*minutes))) == NEWEST - 1 + 12  # the newest hour is one of the newest
    days = [timedelta(hours=hour) for hour in range(25, 24 * 7, 5)]
    assert [backup.at.date() for backup in staying(kept(*days))[NEWEST:]] == [
        (NOW - timedelta(days=day)).date() for day in range(3, 8)
    ]
    months = [timedelta(days=day) for day in range(40, 400, 3)]
    of_months = [(backup.at.year, backup.at.month) for backup in staying(kept(*months))[NEWEST - 1 :]]
    assert of_months == sorted({(backup.at.year, backup.at.month) for backup in kept(*months)}, reverse=True)


def test_the_oldest_go_first_where_all_together_are_too_large():
    hours = [timedelta(hours=hour) for hour in range(4)]
    third = MOST_BYTES // 3
    assert len(staying(kept(*hours, size=third))) == 3
    assert len(staying(kept(*hours, size=third), shared=third)) == 2
    assert staying(kept(*hours, size=MOST_BYTES * 2)) == kept(*hours, size=MOST_BYTES * 2)[:1]


def test_thinning_takes_the_attachments_that_no_backup_needs_any_more(workspace, path):
    workspace.apply([ONE])
    workspace.keep_backup("import")
    pool = path.with_name(path.name + ".backups") / "attachments"
    workspace.apply([replace(ONE, before=ONE.after, after=None)])
    for nth in range(NEWEST + 1):
        workspace.apply([change(value=str(nth + 3))])
        workspace.keep_backup("import")
    named = {name for backup in place_of(path).backups() for name in _named(backup.path)}
    assert set(names_in(pool)) == named


def _named(backup):
    with sqlite3.connect(backup) as inside:
        return [name for (name,) in inside.execute("SELECT hash FROM attachment_content")]
