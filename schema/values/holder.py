"""Who holds a workspace for writing, as people are told it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """What the lock beside a workspace says; host and user are empty where it cannot be read.

    `since` and `seen` (its last sign of life, by the clock of the disk it stands on) are times with their zone;
    `alive`: the program that took it runs on this computer, so that taking the lock away would not last.
    """

    lock: Path
    host: str
    user: str
    since: datetime | None
    seen: datetime
    alive: bool
