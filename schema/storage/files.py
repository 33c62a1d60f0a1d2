"""Files put in place as a whole or not at all."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import time
from collections.abc import Generator
from pathlib import Path

# Whatever writes a file touches it more often than that.
LEFTOVER_SECONDS = 600.0


@contextlib.contextmanager
def beside(target: Path) -> Generator[Path]:
    """Give a temporary path in the target's folder; what is left of it is removed afterwards."""
    sweep(target)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + "-journal")):
            leftover.unlink(missing_ok=True)


def sweep(target: Path) -> None:
    """Remove what a program that was killed has left beside a target; what is still being written stays."""
    for leftover in target.parent.glob(f".{glob.escape(target.name)}.*.tmp*"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > LEFTOVER_SECONDS:
                leftover.unlink()


def put_in_place(temporary: Path, target: Path) -> None:
    """Move a finished file over its target so that after a power cut either the old or the new one is there."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a folder's entries durable where the system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
