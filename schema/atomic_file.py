"""A file put in place as a whole or not at all: written beside its target, made durable, then moved."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import socket
import time
from collections.abc import Generator
from pathlib import Path

from schema.processes import is_running

TEMPORARY = ".annals-tmp-"
# Whatever writes a file on another computer touches it more often than that.
_STALE_SECONDS = 3600.0


@contextlib.contextmanager
def beside(target: Path) -> Generator[Path]:
    """Give a temporary path in the target's folder; what is left of it is removed afterwards.

    Its name does not grow with the target's, and ends alike.
    """
    sweep(target.parent)
    name = f"{TEMPORARY}{_host()}-{os.getpid()}-{secrets.token_hex(4)}{target.suffix}"
    temporary = target.with_name(name)
    try:
        yield temporary
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + "-journal")):
            # Still open elsewhere: the next sweep takes it.
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what programs that were killed have left in a folder; what is still being written stays."""
    with contextlib.suppress(OSError):
        for leftover in folder.glob(TEMPORARY + "*"):
            _sweep(leftover)


def put_in_place(temporary: Path, target: Path) -> None:
    """Move a finished file over its target so that after a power cut either the old or the new one is there."""
    sync_file(temporary)
    move(temporary, target)


def sync_file(path: Path) -> None:
    """Make a file's bytes durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def move(temporary: Path, target: Path) -> None:
    """Move a file whose bytes are durable over its target, durably."""
    temporary.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a folder's entries durable where the system can do that."""
    if os.name == "nt":  # Windows cannot open a folder; its rename is journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(leftover: Path) -> None:
    with contextlib.suppress(OSError):
        if _is_left(leftover):
            leftover.unlink()


def _is_left(path: Path) -> bool:
    host, pid = [*path.name.removeprefix(TEMPORARY).split("-"), ""][:2]
    if host == _host() and pid.isdecimal() and not is_running(int(pid)):
        return True
    return time.time() - path.stat().st_mtime > _STALE_SECONDS


def _host() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]
