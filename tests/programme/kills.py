"""Kills that are known to have met an open write: a process that works is watched, killed, and what it left is seen."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from schema.atomic_file import TEMPORARY

Tell = Callable[[int], None]
# Longer than any of these works waits for its first write, also on a busy machine.
_PATIENCE = 60.0
_LOOK = 0.0002


@dataclass
class Tally:
    """How many kills there were, how many met an open write, and after how many something was lost or half done."""

    kills: int = 0
    hits: int = 0
    lost: int = 0

    def add(self, *, hit: bool, lost: bool) -> None:
        """Count one kill."""
        self.kills, self.hits, self.lost = self.kills + 1, self.hits + hit, self.lost + lost

    def __str__(self) -> str:
        bound = f", at most {300 / self.hits:.1f} % with 95 %" if self.hits and not self.lost else ""
        return f"{self.kills} kills, {self.hits} inside an open write, {self.lost} with a loss{bound}"


def is_writing(folder: Path) -> bool:
    """Tell whether a transaction is open in a folder, or a file being written beside its target."""
    with os.scandir(folder) as entries:
        return any(_open(entry) for entry in entries)


def _open(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(TEMPORARY):
        return True
    try:
        return entry.name.endswith("-journal") and entry.stat().st_size > 0
    except OSError:
        return False


def killed(
    work: Callable[[Tell], object], writing: Callable[[], bool], chance: random.Random, span: float
) -> tuple[list[int], bool]:
    """Fork a child that works, kill it within `span` seconds of its first write; what it acknowledged, and a hit or not.

    One in five is killed at any moment from its beginning instead: what is not aimed at may be what matters.
    """
    assert not writing(), "what the kill before has left would count as a hit"
    reading, telling = os.pipe()
    child = os.fork()
    if child == 0:
        _work(work, telling)
    os.close(telling)
    begun, aimed = time.monotonic(), chance.random() < 0.8
    ended = False
    while aimed and not writing() and not ended and time.monotonic() - begun < _PATIENCE:
        ended = os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        time.sleep(_LOOK)
    # Most writes are short: rather soon than late.
    time.sleep(span * chance.random() ** (3 if aimed else 1))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        acknowledged = [int(line) for line in pipe.read().split("\n")[:-1]]
    return acknowledged, writing()


def _work(work: Callable[[Tell], object], telling: int) -> None:
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        work(lambda number: os.write(telling, b"%d\n" % number) and None)
    finally:
        os._exit(0)
