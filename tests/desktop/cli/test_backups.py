"""annals backups, restore and unlock."""

import json
import socket

import pytest

from schema.storage.sqlite.lock import lock_path
from schema.workspace import Workspace


def lock_of_another(path):
    told = {"host": "PC-7", "user": "王五", "pid": 1, "since": "2026-03-01T08:00:00.000000Z", "token": "x"}
    lock_path(path).write_text(json.dumps(told), encoding="utf-8")


@pytest.fixture
def figures(tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text("metric,period,value\nenergy.diesel,2022,98\n", encoding="utf-8")
    return file


def test_an_import_keeps_a_backup_that_is_listed_and_restored(run, empty, figures, tmp_path):
    assert json.loads(run("backups", empty, "--json")[1]) == {"backups": []}
    with Workspace.open(empty, write=False) as before:
        head, number = before.head, before.replay.number
    assert run("import", empty, figures)[0] in (0, 1)
    [told] = json.loads(run("backups", empty, "--json")[1])["backups"]
    assert (told["number"], told["head"], told["why"]) == (number, head, "import")
    assert "导入前" in run("backups", empty, "--lang", "zh-Hans")[1]
    target = tmp_path / "again.annals"
    status, out, _ = run("restore", told["path"], "--to", target, "--json")
    assert (status, json.loads(out)) == (0, {"file": str(target), "number": number, "head": head})
    assert run("verify", target)[0] == 0
    assert run("values", target)[1] != run("values", empty)[1]
    status, _, err = run("restore", told["path"], "--to", empty)
    assert (status, err.count("\n")) == (2, 1)


def test_an_import_that_changes_nothing_keeps_no_backup(run, empty, tmp_path):
    file = tmp_path / "none.csv"
    file.write_text("metric,period,value\nno.such.metric,2022,98\n", encoding="utf-8")
    run("import", empty, file)
    assert json.loads(run("backups", empty, "--json")[1]) == {"backups": []}


def test_backups_of_nothing_are_refused(run, tmp_path):
    status, _, err = run("backups", tmp_path / "no.annals")
    assert (status, err.count("\n")) == (2, 1)


def test_unlock_says_who_and_takes_the_lock_away_only_after_a_yes(run, empty, figures):
    assert run("unlock", empty)[0] == 0
    lock_of_another(empty)
    status, out, err = run("unlock", empty)
    assert status == 2
    assert "PC-7" in out
    assert "--yes" in err
    assert lock_path(empty).exists()
    status, out, err = run("unlock", empty, "--json")
    assert (status, out) == (2, "")
    assert "PC-7" in err
    status, out, _ = run("unlock", empty, "--yes", "--json")
    told = json.loads(out)
    assert (status, told["unlocked"], told["holder"]["user"], told["holder"]["alive"]) == (0, True, "王五", False)
    assert not lock_path(empty).exists()
    assert run("import", empty, figures)[0] in (0, 1)


def test_unlock_says_that_a_program_here_will_lock_it_again(run, empty):
    with Workspace.open(empty, write=True, who="李编辑"):
        status, out, _ = run("unlock", empty, "--yes", "--lang", "en")
        assert status == 0
        assert socket.gethostname() in out
        assert "lock it again" in out
