"""The lock beside a workspace: one program writes, everyone may see who.

SQLite's own locks do not work on every network share, and they do not say whose they are. A lock of another
computer is never taken over, however old; one of this computer is cleared when its process is gone. A command waits
for the lock of another command, which is done in moments; who meets a window's is told at once.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import secrets
import socket
import stat
import threading
import time
from collections.abc import Generator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from schema.errors import WorkspaceError
from schema.processes import is_process_number, is_running, started
from schema.storage.author import Author
from schema.storage.times import write_time
from schema.values.holder import Holder

BEAT_SECONDS = 10.0
WAIT_SECONDS = 30.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.005, 0.1
_MOST_TRIES = 50
_MOST_BYTES = 10_000  # a lock is some 200
_TOO_LONG_ON_WINDOWS = 206  # Windows calls it "not found" otherwise
_CAUSES = {
    errno.ENOENT: "workspace.no_folder",
    errno.ENOTDIR: "workspace.no_folder",
    errno.EACCES: "workspace.readonly",
    errno.EPERM: "workspace.readonly",
    errno.EROFS: "workspace.readonly",
    errno.ENOSPC: "workspace.full",
    errno.EDQUOT: "workspace.quota",
    errno.ENAMETOOLONG: "workspace.name_too_long",
}


@dataclass(frozen=True, slots=True)
class LockInfo:
    """Who holds a lock; `token` is drawn anew for each lock. The lock file's own time is its last heartbeat.

    `brief`: a command, which gives it back in moments. `started` tells the process from a later one of its number.
    Locks of earlier programs say neither.
    """

    host: str
    user: str
    pid: int
    since: str
    token: str
    brief: bool = False
    started: str = ""


def lock_path(workspace: Path) -> Path:
    """Return where the lock of a workspace stands."""
    return workspace.with_name(workspace.name + ".lock")


def read_lock(path: Path) -> LockInfo | None:
    """Read a lock; None where it cannot be understood. Raises FileNotFoundError where there is none."""
    if not stat.S_ISREG(path.stat().st_mode):
        return None
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES)
    try:
        fields = json.loads(content)
        pid = int(fields["pid"])
        info = LockInfo(
            str(fields["host"]), str(fields["user"]), pid, str(fields["since"]), str(fields["token"]),
            fields.get("brief") is True, str(fields.get("started", "")),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    return info if is_process_number(pid) else None


class Lock:
    """A held lock, kept fresh by a thread until it is released."""

    def __init__(self, workspace: Path, author: Author, beat: float = BEAT_SECONDS) -> None:
        """Take the lock, or raise WorkspaceError naming the holder."""
        self.path = lock_path(workspace)
        since, token = write_time(author.when), secrets.token_hex(8)
        pid = os.getpid()
        self.info = LockInfo(socket.gethostname(), author.who, pid, since, token, author.brief, started(pid))
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
            # Where the folder has become read-only it stays, and is cleared as one of a process that is gone.
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _take(self, workspace: Path) -> None:
        for _ in range(_MOST_TRIES):
            if self._create():
                return
            try:
                self._clear_left(workspace)
            except FileNotFoundError:  # given back in between, and perhaps taken by the next in line
                time.sleep(_SHORTEST_PAUSE)
                continue
            except PermissionError as error:
                raise self._trouble("workspace.lock_denied") from error
        raise self._trouble("workspace.lock_unreadable")

    def _clear_left(self, workspace: Path) -> None:
        holder = read_lock(self.path)
        if holder is None:
            raise self._trouble("workspace.lock_folder" if self.path.is_dir() else "workspace.lock_unreadable")
        if not _is_gone(holder):
            raise _locked(workspace, holder)
        self._clear(holder)

    def _trouble(self, code: str) -> WorkspaceError:
        return WorkspaceError(code, path=str(self._workspace), lock=str(self.path))

    def _create(self) -> bool:
        # Written in full before it appears under its name: nobody ever reads half a lock. Its own name is longer than
        # those that the database and an upgrade need beside the workspace: where it fits, they will.
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


def holder_of(workspace: Path) -> Holder | None:
    """Return who holds a workspace; None where nobody does. Raises WorkspaceError where its lock is out of reach."""
    path = lock_path(workspace)
    try:
        info, seen = read_lock(path), datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise WorkspaceError("workspace.lock_denied", path=str(workspace), lock=str(path)) from error
    if info is None:
        return Holder(path, "", "", None, seen, alive=False)
    alive = info.host == socket.gethostname() and not _is_gone(info)
    return Holder(path, info.host, info.user, _moment(info.since), seen, alive)


def take_away(workspace: Path) -> None:
    """Take a workspace's lock from whoever holds it; a program that still runs there takes it again."""
    path = lock_path(workspace)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        code = "workspace.lock_folder" if path.is_dir() else "workspace.lock_denied"
        raise WorkspaceError(code, path=str(workspace), lock=str(path)) from error


@contextlib.contextmanager
def locked(path: Path, author: Author) -> Generator[Lock]:
    """Hold the workspace's lock; it is given back only where what follows fails."""
    try:
        lock = _wait_for(path, author) if author.brief else Lock(path, author)
    except OSError as error:
        raise WorkspaceError(_cause(error), path=str(path), reason=error.strerror or str(error)) from error
    try:
        yield lock
    except OSError as error:
        lock.release()
        raise WorkspaceError(_cause(error), path=str(path), reason=error.strerror or str(error)) from error
    except BaseException:
        lock.release()
        raise


def _wait_for(path: Path, author: Author) -> Lock:
    """Take the lock when the commands before are done; one that holds it for half a minute is named, as a window is."""
    holder, until = "", 0.0
    while True:
        try:
            return Lock(path, author)
        except WorkspaceError as error:
            token = _token_of_command(path, error)
            if token is None:
                raise
            if token != holder:
                holder, until = token, time.monotonic() + WAIT_SECONDS
            elif time.monotonic() > until:
                raise
        # Not all at the same moment again.
        time.sleep(random.uniform(_SHORTEST_PAUSE, _LONGEST_PAUSE))


def _token_of_command(path: Path, error: WorkspaceError) -> str | None:
    """Return whose lock is worth waiting for; None where it is a window's, or something else is in the way."""
    try:
        holder = read_lock(lock_path(path))
    except FileNotFoundError:
        return ""
    except PermissionError:  # so Windows says of a file that is just going
        return ""
    return holder.token if error.code == "workspace.locked" and holder is not None and holder.brief else None


def _cause(error: OSError) -> str:
    """Name what kept a file from being written beside the workspace; the system's own words go with what is left."""
    if getattr(error, "winerror", None) == _TOO_LONG_ON_WINDOWS:
        return "workspace.name_too_long"
    return _CAUSES.get(error.errno or 0, "workspace.io")


def _appear(draft: Path, path: Path) -> bool:
    """Give a finished file its name unless the name is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        return not os.path.lexists(path) and _copy(draft, path)
    return True


def _copy(draft: Path, path: Path) -> bool:
    """Write a file anew under a name that is free; half of it never stays."""
    content = draft.read_bytes()
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return True


def _locked(workspace: Path, holder: LockInfo) -> WorkspaceError:
    from schema.values.parse import clean_text  # deferred: nobody needs it before somebody else has the workspace

    host, user, since = map(clean_text, (holder.host, holder.user, _for_people(holder.since)))
    return WorkspaceError("workspace.locked", path=str(workspace), host=host, user=user, since=since)


def _for_people(time: str) -> str:
    """Return the minute by this computer's clock; what is no time is shown as it stands."""
    moment = _moment(time)
    return time if moment is None else f"{moment:%Y-%m-%d %H:%M}"


def _moment(time: str) -> datetime | None:
    try:
        return datetime.fromisoformat(time).astimezone()
    except (ValueError, OverflowError):
        return None


def _is_gone(holder: LockInfo) -> bool:
    """Whether this computer knows that the holder's process has ended: its number may be another's by now."""
    if holder.host != socket.gethostname():
        return False
    return not is_running(holder.pid) or bool(holder.started and started(holder.pid) not in ("", holder.started))
