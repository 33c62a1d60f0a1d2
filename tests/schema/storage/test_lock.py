"""One program writes; the others are told who."""

import json
import os
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from schema.errors import WorkspaceError
from schema.storage.lock import Lock, break_lock, lock_path
from schema.workspace import Workspace
from tests.factories import change, names_in, ticking

HERE = {
    "host": socket.gethostname(),
    "user": "王五",
    "pid": os.getpid(),
    "since": "2026-03-01T08:00:00.000000Z",
    "token": "x",
}
OTHER = HERE | {"host": "other-computer", "pid": 1}


def _dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def _lock(path, fields) -> bytes:
    lock_path(path).write_text(fields if isinstance(fields, str) else json.dumps(fields), encoding="utf-8")
    return lock_path(path).read_bytes()


def _error(path) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path, write=True, who="me")
    return caught.value


def test_a_second_writer_is_told_host_user_and_since(workspace, path):
    error = _error(path)
    assert error.code == "workspace.locked"
    assert (error.params["host"], error.params["user"]) == (socket.gethostname(), "李编辑")
    here = datetime(2026, 3, 1, 8, tzinfo=UTC).astimezone()
    assert error.params["since"] == f"{here:%Y-%m-%d %H:%M}"
    assert workspace.apply([change()])


def test_reading_works_while_the_workspace_is_locked(path):
    _lock(path, OTHER)
    with Workspace.open(path, write=False) as reader:
        assert reader.snapshot().points == {}
    assert lock_path(path).exists()


def test_the_lock_is_given_back(path):
    for _ in range(2):
        with Workspace.open(path, write=True, who="me"):
            assert lock_path(path).exists()
        assert not lock_path(path).exists()


def test_the_lock_of_a_process_that_is_gone_is_cleared(path):
    _lock(path, HERE | {"pid": _dead_process()})
    with Workspace.open(path, write=True, who="me") as opened:
        assert opened.apply([change()])
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("age", [0, 86_400, -86_400, 86_400 * 365])
@pytest.mark.parametrize("holder", [HERE, OTHER], ids=["here", "other computer"])
def test_a_live_or_foreign_lock_is_never_taken_however_old(path, holder, age):
    before = _lock(path, holder)
    os.utime(lock_path(path), (time.time() - age, time.time() - age))
    assert _error(path).code == "workspace.locked"
    assert lock_path(path).read_bytes() == before


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"host": 1}', '{"host": "a", "user": "b", "pid": "x"}', "\x00"])
def test_a_lock_that_cannot_be_understood_is_told_and_left(path, garbage):
    before = _lock(path, garbage)
    assert _error(path).code == "workspace.lock_unreadable"
    assert lock_path(path).read_bytes() == before
    break_lock(path)
    Workspace.open(path, write=True, who="me").close()


def test_a_lock_that_was_broken_and_taken_by_somebody_else_is_not_removed(path):
    first = Workspace.open(path, write=True, who="first")
    break_lock(path)
    with Workspace.open(path, write=True, who="second"):
        first.close()
        assert json.loads(lock_path(path).read_text(encoding="utf-8"))["user"] == "second"


def test_the_heart_beats_while_the_lock_is_held(path):
    lock = Lock(path, "me", ticking()(), beat=0.02)
    os.utime(lock.path, (0, 0))
    deadline = time.monotonic() + 5
    while lock.path.stat().st_mtime == 0 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert time.time() - lock.path.stat().st_mtime < 60
    lock.release()


def _beaten(path, then) -> Lock:
    """A lock of ours after something was done to it and the heart has beaten once more."""
    lock = Lock(path, "me", ticking()(), beat=0.02)
    lock.path.unlink()
    then()
    time.sleep(0.2)
    return lock


def test_a_lock_that_somebody_deleted_is_taken_again(path):
    lock = _beaten(path, lambda: None)
    assert lock.held()
    lock.check()
    lock.release()


def test_a_lock_that_somebody_broke_and_took_stops_the_writer(path):
    lock = _beaten(path, lambda: _lock(path, OTHER))
    with pytest.raises(WorkspaceError) as caught:
        lock.check()
    assert (caught.value.code, caught.value.params["host"]) == ("workspace.locked", "other-computer")
    lock.release()
    assert lock_path(path).exists()


def test_a_failed_opening_leaves_no_lock(tmp_path):
    (tmp_path / "x.annals").write_bytes(b"no workspace at all")
    with pytest.raises(WorkspaceError):
        Workspace.open(tmp_path / "x.annals", write=True, who="me")
    assert names_in(tmp_path) == ["x.annals"]


def test_of_many_programs_that_start_at_once_after_a_crash_one_gets_the_lock(path):
    _lock(path, HERE | {"pid": _dead_process()})
    code = f"""
import sys, time
from pathlib import Path
from schema.errors import WorkspaceError
from schema.workspace import Workspace
import schema.storage.opening
print("ready", flush=True)
sys.stdin.readline()
try:
    Workspace.open(Path({str(path)!r}), write=True, who="me")
    print("got it", flush=True)
except WorkspaceError as error:
    print(error.code, flush=True)
sys.stdin.readline()
"""
    command = [sys.executable, "-c", code]
    racers = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    for racer in racers:
        racer.stdout.readline()
    for racer in racers:
        racer.stdin.write("\n")
        racer.stdin.flush()
    answers = [racer.stdout.readline().strip() for racer in racers]
    for racer in racers:
        racer.communicate("\n")
    assert sorted(answers) == ["got it"] + ["workspace.locked"] * 3
