"""What comes back from a department, as it is read: from a pack or from an Excel form alike. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from schema.validation.issue import Issue
from schema.values.kept_things import Subject, Thing
from schema.values.passing import Passing
from schema.values.requests import Step


@dataclass(frozen=True, slots=True)
class OfferStep:
    """One change that somebody made there: who, when (UTC), why, and what stood there afterwards."""

    who: str
    at: datetime
    reason: str
    after: Thing | None


@dataclass(frozen=True, slots=True)
class Offer:
    """What comes back for one subject: the `base` that the contact was given, and what was done with it since.

    Without `steps` it was looked at and left as it was. What a form brings is one step.
    """

    subject: Subject
    base: Thing | None
    steps: tuple[OfferStep, ...] = ()

    @property
    def theirs(self) -> Thing | None:
        """What stands there now on the contact's side."""
        return self.steps[-1].after if self.steps else self.base


@dataclass(frozen=True, slots=True)
class Refused:
    """Something of an answer that is not taken, as an error that says why.

    `subject` is its canonical text, or what stands for one and is none; `issue.place` is the sheet and cell, or empty.
    """

    subject: str
    issue: Issue


@dataclass(frozen=True, slots=True)
class Answer:
    """A pack or a form that came back: which share of which company's report, made by whom, and what it offers.

    `sha256` is that of the file, `request` the id of the request; `person` filled it in; `key` is the public key
    (base64) that signed it, empty for a form. `desk` is the small workspace or the form that it was made in, `pack`
    the number of the newest pack opened there (or of the form), `number` counts the answers made there. `submitted`
    is how it was handed in, None where it is partial, `passed` to whom it was passed on there. `upon` is the head of
    the company's history that the pack was made from, empty where nobody says it (a form, an older program).
    `definitions` say what the values were typed as, as `schema.exchange.meanings` does. `named`: the person is told by
    a key, or has typed a name into the form; the name that a form was sent with stands in each of its copies and says
    of none whose it is. `attachments` read bytes, by their SHA-256; their facts are offers.
    """

    file: str
    sha256: str
    company: str
    report: str
    department: str
    request: str
    person: str
    desk: str
    pack: int
    number: int = 1
    key: str = ""
    named: bool = True
    submitted: Step | None = None
    passed: Passing | None = None
    upon: str = ""
    definitions: Mapping[str, str] = field(default_factory=dict[str, str])
    offers: tuple[Offer, ...] = ()
    refused: tuple[Refused, ...] = ()
    attachments: Mapping[str, Callable[[], bytes]] = field(default_factory=dict[str, Callable[[], bytes]])
