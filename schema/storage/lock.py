"""The lock beside a workspace: one program writes, everyone may see who.

SQLite's own locks do not work on every network share, and they do not say whose they are. A lock of another
computer is never taken over, however old; one of this computer is cleared when its process is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import threading
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from schema.errors import WorkspaceError
from schema.storage.columns import write_time

BEAT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class LockInfo:
    """Who holds a lock; `token` is drawn anew for each lock. The lock file's own time is its last heartbeat."""

    host: str
    user: str
    pid: int
    since: str
    token: str


def lock_path(workspace: Path) -> Path:
    """Return where the lock of a workspace stands."""
    return workspace.with_name(workspace.name + ".lock")


def read_lock(path: Path) -> LockInfo | None:
    """Read a lock; None where it cannot be understood. Raises FileNotFoundError where there is none."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        return LockInfo(
            str(fields["host"]), str(fields["user"]), int(fields["pid"]), str(fields["since"]), str(fields["token"])
        )
    except (ValueError, KeyError, TypeError):
        return None


def break_lock(workspace: Path) -> None:
    """Remove a lock whoever holds it: only after a person has made sure that nobody has the workspace open."""
    lock_path(workspace).unlink(missing_ok=True)


class Lock:
    """A held lock, kept fresh by a thread until it is released."""

    def __init__(self, workspace: Path, user: str, now: datetime, beat: float = BEAT_SECONDS) -> None:
        """Take the lock, or raise WorkspaceError naming the holder."""
        self.path = lock_path(workspace)
        self.info = LockInfo(socket.gethostname(), user, os.getpid(), write_time(now), secrets.token_hex(8))
        self._workspace = workspace
        self._taken_by: LockInfo | None = None
        self._take(workspace)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._keep_fresh, args=(beat,), name="workspace lock", daemon=True)
        self._thread.start()

    def held(self) -> bool:
        """Whether the lock is still ours: a person may have broken it."""
        try:
            return read_lock(self.path) == self.info
        except OSError:
            return False

    def check(self) -> None:
        """Raise WorkspaceError where somebody has broken the lock and taken it."""
        if self._taken_by is not None:
            raise _locked(self._workspace, self._taken_by)

    def release(self) -> None:
        """Give the lock back; one that is no longer ours is left alone."""
        self._stop.set()
        self._thread.join()
        if self.held():
            self.path.unlink(missing_ok=True)

    def _take(self, workspace: Path) -> None:
        for _ in range(3):
            if self._create():
                return
            try:
                holder = read_lock(self.path)
            except FileNotFoundError:
                continue
            if holder is None:
                raise WorkspaceError("workspace.lock_unreadable", path=str(workspace), lock=str(self.path))
            if not _is_gone(holder):
                raise _locked(workspace, holder)
            self._clear(holder)
        raise WorkspaceError("workspace.lock_unreadable", path=str(workspace), lock=str(self.path))

    def _create(self) -> bool:
        # Written in full before it appears under its name: nobody ever reads half a lock.
        draft = self.path.with_name(f"{self.path.name}.{self.info.token}")
        try:
            draft.write_text(json.dumps(asdict(self.info)), encoding="utf-8")
            return _appear(draft, self.path)
        finally:
            draft.unlink(missing_ok=True)

    def _clear(self, holder: LockInfo) -> None:
        # Taken aside and looked at again: another program may have cleared it and taken its own in between.
        aside = self.path.with_name(f"{self.path.name}.{self.info.token}.old")
        with contextlib.suppress(FileNotFoundError):
            self.path.rename(aside)
            if read_lock(aside) != holder:
                _appear(aside, self.path)
            aside.unlink()

    def _keep_fresh(self, beat: float) -> None:
        # A share that is away for a moment is no reason to give up: the next beat looks again.
        while not self._stop.wait(beat):
            with contextlib.suppress(OSError):
                self._beat()

    def _beat(self) -> None:
        if self.held():
            os.utime(self.path)
        elif not self._create():
            self._taken_by = read_lock(self.path)


def _appear(draft: Path, path: Path) -> bool:
    """Give a finished file its name unless the name is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(draft.read_text(encoding="utf-8"))
        except FileExistsError:
            return False
    return True


def _locked(workspace: Path, holder: LockInfo) -> WorkspaceError:
    return WorkspaceError(
        "workspace.locked", path=str(workspace), host=holder.host, user=holder.user, since=_for_people(holder.since)
    )


def _for_people(time: str) -> str:
    """Return the minute by this computer's clock; what is no time is shown as it stands."""
    try:
        return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return time


def _is_gone(holder: LockInfo) -> bool:
    return holder.host == socket.gethostname() and not _is_running(holder.pid)


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's process: it runs
        return True
    return True


def _is_running_on_windows(pid: int) -> bool:
    # os.kill(pid, 0) would end the process there.
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return kernel.GetLastError() == 5  # access denied: it runs, as somebody else
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE
