"""What departments were asked for and what became of it: what people did is kept, states follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody did with a request: who, when (UTC to the second, in ISO form), and with which words."""

    by: str
    at: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ItemNote:
    """What is said of one item of a request: guidance, a due date of its own, why it was returned, who fills it in.

    `due` is an ISO date or empty, `person` empty where it is whoever fills in the rest.
    """

    guidance: str = ""
    due: str = ""
    returned: Step | None = None
    person: str = ""

    def __bool__(self) -> bool:
        return bool(self.guidance or self.due or self.returned or self.person)


NO_NOTE = ItemNote()


@dataclass(frozen=True, slots=True)
class Request:
    """A department's share of a report: due when (ISO date), with which guidance, and what was done with it.

    `submitted` has as words why it is incomplete, empty where it is whole; `returned` why all of it was returned; a
    later submission takes both returns away. `sent` and `received` are packs and forms, of which `packs` were made.
    `items` are by their subjects; so many of them were `there` already when it was asked. `person` is to whom of the
    department it was passed on, empty where to nobody.
    """

    report: str
    department: str
    due: str
    guidance: str
    asked: Step
    there: int = 0
    sent: Step | None = None
    received: Step | None = None
    submitted: Step | None = None
    returned: Step | None = None
    items: Mapping[str, ItemNote] = field(default_factory=dict[str, ItemNote])
    packs: int = 0
    person: str = ""

    @property
    def persons(self) -> Mapping[str, str]:
        """To whom it was passed on, by the subjects of items; "" stands for all that is passed on to nobody else."""
        named = {subject: note.person for subject, note in self.items.items() if note.person}
        return {"": self.person, **named} if self.person else named

    def passed(self, persons: Mapping[str, str]) -> Request:
        """Return it passed on to these, as `persons` has them; what is not named is passed on to nobody."""
        subjects = dict.fromkeys((*self.items, *filter(None, persons)))
        notes = {at: replace(self.items.get(at, NO_NOTE), person=persons.get(at, "")) for at in subjects}
        items = {subject: note for subject, note in notes.items() if note}
        return replace(self, person=persons.get("", ""), items=items)

    @property
    def unreturned(self) -> Request:
        """It with nothing returned: what came back counts as taken up again."""
        notes = {subject: replace(note, returned=None) for subject, note in self.items.items()}
        return replace(self, returned=None, items={subject: note for subject, note in notes.items() if note})


@dataclass(frozen=True, slots=True)
class Approval:
    """A yes to what stands at a `subject` (canonical text) of a report, as long as it has the SHA-256 `content`.

    `who` gave it, `at` is UTC to the second in ISO form; of a quotation `quoted` is who agreed to be quoted, and `who`
    wrote that down.
    """

    report: str
    subject: str
    content: str
    who: str
    at: str
    remark: str = ""
    quoted: str = ""
