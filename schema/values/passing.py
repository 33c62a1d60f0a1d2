"""To whom of a department a request, or items of it, were passed on, on two desks at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Persons = Mapping[str, str]  # names by the subjects of items; "" stands for all that is not named


@dataclass(frozen=True, slots=True)
class Passing:
    """To whom it was passed on as somebody was told (`base`), and as they have it since."""

    base: Persons
    now: Persons

    @property
    def people(self) -> frozenset[str]:
        """The names of those to whom it was passed on since."""
        return frozenset(name for subject, name in self.now.items() if self.base.get(subject) != name)

    def upon(self, here: Persons) -> Persons:
        """Return to whom it is passed on together with what was done `here`, whose word counts where both differ."""
        persons: dict[str, str] = {}
        for subject in dict.fromkeys((*here, *self.now, *self.base)):
            base, now, own = (side.get(subject, "") for side in (self.base, self.now, here))
            if name := (now if own == base else own):
                persons[subject] = name
        return persons
