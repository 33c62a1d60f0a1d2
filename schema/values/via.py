"""How something came here that was not typed here: with a request's pack, an answer that was merged, or an import."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal, get_args

from schema.values.kept_form import encoded

How = Literal["pack", "merge", "import"]


@dataclass(frozen=True, slots=True)
class Via:
    """The pack, merge or import of this number; `by` sent, merged or imported it, `at` is UTC in ISO form.

    What takes an import back has its number, too.
    """

    how: How
    number: int
    by: str
    at: str

    @property
    def is_own(self) -> bool:
        """Whether it was done here: a file of figures is imported by whoever works here, like typing it."""
        return self.how == "import"

    def written(self) -> str:
        """Return it as history keeps it: canonical JSON."""
        return _written(self)

    def plain(self) -> dict[str, str | int]:
        """Return it as it is shown."""
        return {self.how: self.number, "by": self.by, "at": self.at}


@lru_cache(maxsize=64)  # one for all that a file brings
def _written(via: Via) -> str:
    return encoded(via.plain())


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Who did something and when, and how it came here: mostly from elsewhere, or with a file that was imported.

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
    how: How = next(how for how in get_args(How) if how in fields)
    return Via(how, fields[how], fields["by"], fields["at"])
