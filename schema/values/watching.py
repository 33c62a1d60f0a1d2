"""What one hears of others who have the same workspace open: that it was changed, and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Changed:
    """The workspace was changed; `head` is that of its history then."""

    head: str


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody (`who`, at one `desk`) looks at a section of a report; nowhere: they have left."""

    who: str
    desk: str
    report: str = ""
    section: str = ""


Heard = Changed | Present


class Watch(Protocol):
    """Listening, until it is stopped."""

    def say(self, present: Present) -> None:
        """Let the others hear where somebody is; where nobody can hear it, it is lost."""
        ...

    def stop(self) -> None:
        """Listen no more; stopping twice does no harm."""
        ...


class Alone:
    """A file has one writer, and nobody to be heard of."""

    def say(self, present: Present) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """Do nothing."""
