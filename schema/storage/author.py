"""Who changes a workspace: named in the lock, in each version of the definitions and in each history entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes something, when, and why; `brief`: a command, which waits for others of its kind."""

    who: str
    when: datetime
    reason: str = ""
    brief: bool = False
