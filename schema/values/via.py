"""How something came here that was done elsewhere: with a request's pack, or with an answer that was merged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from schema.values.kept_form import encoded

How = Literal["pack", "merge"]


@dataclass(frozen=True, slots=True)
class Via:
    """The pack or the merge of this number; `by` sent or merged it, `at` is UTC in ISO form."""

    how: How
    number: int
    by: str
    at: str

    def written(self) -> str:
        """Return it as history keeps it: canonical JSON."""
        return encoded(self.plain())

    def plain(self) -> dict[str, str | int]:
        """Return it as it is shown."""
        return {self.how: self.number, "by": self.by, "at": self.at}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Who did something elsewhere and when, and how it came here.

    It is of the share of a `department`: nothing of another comes with it. "" where a workspace is given what its own
    editor has sent. What `confirms` is told in the history also where the same stands there already.
    """

    who: str
    when: datetime
    via: Via
    department: str = ""
    confirms: bool = False


def read_via(text: str) -> Via | None:
    """Read what `written` wrote; None for an empty text, which is one's own doing."""
    if not text:
        return None
    fields = json.loads(text)
    how: How = "pack" if "pack" in fields else "merge"
    return Via(how, fields[how], fields["by"], fields["at"])
