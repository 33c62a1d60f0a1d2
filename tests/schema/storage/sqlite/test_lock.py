"""One program writes; the others are told who."""

import errno
import json
import os
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.storage.author import Author
from schema.storage.sqlite import lock as locking
from schema.storage.sqlite.lock import Lock, lock_path
from schema.workspace import Workspace, place_of
from tests.factories import change, dead_process, names_in, small_definitions, ticking

HERE = {
    "host": socket.gethostname(),
    "user": "王五",
    "pid": os.getpid(),
    "since": "2026-03-01T08:00:00.000000Z",
    "token": "x",
}
OTHER = HERE | {"host": "other-computer", "pid": 1}


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


def test_a_command_waits_for_another_command(path):
    held = Workspace.open_briefly(path, who="first", now=ticking())
    given_back = []

    def give_back():
        given_back.append(True)
        held.close()

    later = threading.Timer(0.3, give_back)
    later.start()
    with Workspace.open_briefly(path, who="second", now=ticking()) as opened:
        assert given_back
        assert opened.apply([change()])
    later.join()


def test_a_command_gives_up_on_one_command_that_holds_it_too_long(path, monkeypatch):
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.2)
    with Workspace.open_briefly(path, who="first", now=ticking()):
        begun = time.monotonic()
        with pytest.raises(WorkspaceError) as caught:
            Workspace.open_briefly(path, who="second")
    assert caught.value.code == "workspace.locked"
    assert caught.value.params["user"] == "first"
    assert 0.2 <= time.monotonic() - begun < 5


def test_a_command_that_meets_a_windows_lock_and_a_window_that_meets_a_commands_are_told_at_once(path):
    with Workspace.open(path, write=True, who="window"):
        begun = time.monotonic()
        with pytest.raises(WorkspaceError, match="locked"):
            Workspace.open_briefly(path, who="command")
    with Workspace.open_briefly(path, who="command"):
        assert _error(path).code == "workspace.locked"
    assert time.monotonic() - begun < 5


def test_each_command_in_line_is_waited_for_anew(path, monkeypatch):
    """Sixteen in a row may take longer than one of them is waited for."""
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.4)
    tokens = iter(f"{number}" for number in range(6))

    def next_one(holder=HERE | {"brief": True}):
        _lock(path, holder | {"token": next(tokens)})

    next_one()
    timers = [threading.Timer(0.25 * (number + 1), next_one) for number in range(4)]
    timers.append(threading.Timer(1.25, lambda: lock_path(path).unlink()))
    for timer in timers:
        timer.start()
    with Workspace.open_briefly(path, who="last") as opened:
        assert opened.apply([change()])
    for timer in timers:
        timer.join()


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
    _lock(path, HERE | {"pid": dead_process()})
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


GARBAGE = {
    "empty": b"", "cut off": b"{", "a list": b"[]", "no holder": b'{"host": 1}', "zero bytes": b"\x00" * 300,
    "binary": bytes(range(256)), "no end": b"[" * 100_000, "large": b'"' + b"x" * 1_000_000 + b'"',
    "a number without end": b"9" * 5000,
}  # fmt: skip


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_a_lock_that_cannot_be_understood_is_told_and_left(path, garbage):
    lock_path(path).write_bytes(garbage)
    assert _error(path).code == "workspace.lock_unreadable"
    assert lock_path(path).read_bytes() == garbage
    lock_path(path).unlink()
    Workspace.open(path, write=True, who="me").close()


@pytest.mark.parametrize("pid", [0, -1, 2**32, 10**30, "1e999", "x", None, 1.5e400, [1]])
def test_a_lock_with_a_number_that_no_process_has_is_told_and_left(path, pid):
    before = _lock(path, HERE | {"pid": pid})
    assert _error(path).code == "workspace.lock_unreadable"
    assert lock_path(path).read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="there these are numbers of processes")
@pytest.mark.parametrize("pid", [2**31 - 1, 2**31, 2**32 - 1])
def test_a_number_larger_than_this_system_gives_is_of_no_process_here(path, pid):
    _lock(path, HERE | {"pid": pid})
    Workspace.open(path, write=True, who="me").close()
    _lock(path, OTHER | {"pid": pid})
    assert _error(path).code == "workspace.locked"


def test_a_folder_in_the_place_of_the_lock_is_told_and_left(path):
    lock_path(path).mkdir()
    error = _error(path)
    assert (error.code, error.params["lock"]) == ("workspace.lock_folder", str(lock_path(path)))
    assert lock_path(path).is_dir()


@pytest.mark.skipif(os.name == "nt", reason="POSIX")
def test_a_pipe_in_the_place_of_the_lock_does_not_hold_the_program_up(path):
    os.mkfifo(lock_path(path))
    assert _error(path).code == "workspace.lock_unreadable"


def test_what_a_foreign_lock_says_of_its_holder_can_be_printed(path):
    _lock(path, OTHER | {"user": "a\u202eb\ud800", "host": "c\x1b[1m", "since": "\ud800"})
    assert all(text.isprintable() for text in _error(path).params.values())


CAUSES = {
    errno.ENOSPC: "workspace.full",
    errno.EDQUOT: "workspace.quota",
    errno.ENAMETOOLONG: "workspace.name_too_long",
    errno.EACCES: "workspace.readonly",
    errno.EPERM: "workspace.readonly",
    errno.EROFS: "workspace.readonly",
    errno.ENOENT: "workspace.no_folder",
    errno.ENOTDIR: "workspace.no_folder",
    errno.EIO: "workspace.io",
    errno.EMFILE: "workspace.io",
}


def _refuses(code):
    def refuse(*_, **__):
        raise OSError(code, os.strerror(code))

    return refuse


@pytest.mark.parametrize("code", CAUSES, ids=errno.errorcode.get)
def test_a_lock_that_cannot_be_written_is_told_by_its_cause(path, monkeypatch, code):
    monkeypatch.setattr(Path, "write_text", _refuses(code))
    error = _error(path)
    assert (error.code, error.params["reason"]) == (CAUSES[code], os.strerror(code))
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("code", CAUSES, ids=errno.errorcode.get)
def test_what_fails_while_the_lock_is_held_is_told_by_its_cause_and_the_lock_given_back(path, monkeypatch, code):
    monkeypatch.setattr("schema.storage.sqlite.open_file.check_journal", _refuses(code))
    assert _error(path).code == CAUSES[code]
    assert names_in(path.parent) == [path.name]


def test_a_name_too_long_is_told_by_windows_in_its_own_way():
    error = OSError(errno.ENOENT, "")
    error.winerror = 206
    assert locking._cause(error) == "workspace.name_too_long"


def test_where_files_have_one_name_only_the_lock_is_written_anew(path, monkeypatch):
    monkeypatch.setattr(os, "link", _refuses(errno.EPERM))
    with Workspace.open(path, write=True, who="first"):
        assert _error(path).params["user"] == "first"
    assert names_in(path.parent) == [path.name]


def test_where_files_have_one_name_only_half_a_lock_never_stays(path, monkeypatch):
    class Full:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

        write = _refuses(errno.ENOSPC)

    def open_full(target, mode="r", **more):
        if mode != "xb":
            return ordinary(target, mode, **more)
        full = Full()
        full.file = ordinary(target, mode, **more)
        return full

    ordinary = Path.open
    monkeypatch.setattr(os, "link", _refuses(errno.EPERM))
    monkeypatch.setattr(Path, "open", open_full)
    assert _error(path).code == "workspace.full"
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("bytes_", [233, 234, 250, 255, 256, 300])
def test_a_name_is_told_as_too_long_before_the_files_beside_it_fail(path, bytes_):
    target = path.with_name("报" * ((bytes_ - 7) // 3) + "x" * ((bytes_ - 7) % 3) + ".annals")
    assert len(os.fsencode(target.name)) == bytes_
    if bytes_ == 233:
        Workspace.create(target, small_definitions(), "me").close()
        return
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(target, small_definitions(), "me")
    assert caught.value.code == "workspace.name_too_long"
    if bytes_ <= 255:
        path.rename(target)
        assert _error(target).code == "workspace.name_too_long"
        Workspace.open(target, write=False).close()
    else:
        assert _error(target).code == "workspace.missing"
    assert names_in(target.parent) == [target.name if bytes_ <= 255 else path.name]


def test_a_lock_that_may_not_be_read_is_told(path, monkeypatch):
    before, ordinary = _lock(path, OTHER), Path.open
    denied = _refuses(errno.EACCES)
    with monkeypatch.context() as patch:
        patch.setattr(
            Path, "open", lambda file, mode="r", **more: (denied if mode == "rb" else ordinary)(file, mode, **more)
        )
        assert _error(path).code == "workspace.lock_denied"
    assert lock_path(path).read_bytes() == before


def test_a_lock_left_behind_that_may_not_be_removed_is_told(path, monkeypatch):
    before = _lock(path, HERE | {"pid": dead_process()})
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", _refuses(errno.EPERM))
        assert _error(path).code == "workspace.lock_denied"
    assert lock_path(path).read_bytes() == before


def test_a_folder_that_has_become_read_only_does_not_keep_the_program_from_closing(path, monkeypatch):
    opened = Workspace.open(path, write=True, who="me")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", _refuses(errno.EROFS))
        opened.close()
    assert lock_path(path).exists()


def test_a_lock_that_was_broken_and_taken_by_somebody_else_is_not_removed(path):
    first = Workspace.open(path, write=True, who="first")
    lock_path(path).unlink()
    with Workspace.open(path, write=True, who="second"):
        first.close()
        assert json.loads(lock_path(path).read_text(encoding="utf-8"))["user"] == "second"


def test_the_heart_beats_while_the_lock_is_held(path):
    lock = Lock(path, Author("me", ticking()()), beat=0.02)
    os.utime(lock.path, (0, 0))
    deadline = time.monotonic() + 5
    while lock.path.stat().st_mtime == 0 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert time.time() - lock.path.stat().st_mtime < 60
    lock.release()


def _beaten(path, then) -> Lock:
    """A lock of ours after something was done to it and the heart has beaten once more."""
    lock = Lock(path, Author("me", ticking()()), beat=0.02)
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


@pytest.mark.parametrize("programs", [2, pytest.param(8, marks=pytest.mark.long)])
def test_of_many_programs_that_start_at_once_after_a_crash_one_gets_the_lock(path, programs):
    _lock(path, HERE | {"pid": dead_process()})
    code = f"""
import sys, time
from pathlib import Path
from schema.errors import WorkspaceError
from schema.workspace import Workspace, place_of
import schema.storage.sqlite.open_file
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
    racers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(programs)
    ]
    for racer in racers:
        racer.stdout.readline()
    for racer in racers:
        racer.stdin.write("\n")
        racer.stdin.flush()
    answers = [racer.stdout.readline().strip() for racer in racers]
    for racer in racers:
        racer.communicate("\n")
    assert sorted(answers) == ["got it"] + ["workspace.locked"] * (programs - 1)


def test_a_process_that_only_has_the_number_of_the_holder_does_not_block(path):
    _lock(path, HERE | {"started": "another start"})
    with Workspace.open(path, write=True, who="me", now=ticking()) as opened:
        assert opened.apply([change()])


def test_the_holder_is_known_by_number_and_start(workspace, path):
    assert json.loads(lock_path(path).read_text("utf-8"))["started"]
    assert _error(path).code == "workspace.locked"


def test_who_holds_a_workspace_is_told_and_the_lock_taken_away(path):
    assert place_of(path).holder() is None
    _lock(path, OTHER)
    holder = place_of(path).holder()
    assert holder is not None
    assert (holder.host, holder.user, holder.alive) == ("other-computer", "王五", False)
    assert holder.since == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert abs(holder.seen - datetime.now(UTC)).total_seconds() < 60
    place_of(path).unlock()
    with Workspace.open(path, write=True, who="me", now=ticking()) as opened:
        assert opened.apply([change()])
        here = place_of(path).holder()
        assert here is not None
        assert here.alive


def test_a_lock_that_cannot_be_read_is_taken_away_too(path):
    _lock(path, "half a lo")
    holder = place_of(path).holder()
    assert holder is not None
    assert (holder.host, holder.since) == ("", None)
    place_of(path).unlock()
    assert place_of(path).holder() is None


def test_a_folder_in_the_lock_s_place_is_not_removed(path):
    lock_path(path).mkdir()
    with pytest.raises(WorkspaceError) as caught:
        place_of(path).unlock()
    assert caught.value.code == "workspace.lock_folder"
