"""What is gathered while the rows of a form are read: what each brings, and why something of it is not taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from schema.catalogue.outline import Definitions, Outline
from schema.exchange.answers import Offer, OfferStep, Refused
from schema.exchange.forms.layout import KEY, Shown
from schema.exchange.forms.rows import Entry
from schema.validation.facts import NO_FACTS, Fact
from schema.validation.issue import Issue
from schema.values.evidence import EvidenceAt
from schema.values.kept_things import Subject, Thing


@dataclass(frozen=True, slots=True)
class Filling:
    """Who filled a form in and when it was saved last (UTC)."""

    who: str
    at: datetime


@dataclass(slots=True)
class Findings:
    """What the rows of one form bring, in their order. `bases` is what stood there when it was made.

    `omissions` are the codes of reasons by what they are called in any language, in lower case. `shown` is what earlier
    years had beside the cells. `sent` is where the files would stand that the form named when it was made.
    """

    definitions: Definitions
    outline: Outline
    filling: Filling
    bases: Mapping[Subject, Thing | None]
    omissions: Mapping[str, str]
    shown: Shown = field(default_factory=dict[str, Mapping[str, str]])
    sent: Collection[EvidenceAt] = frozenset()
    offers: dict[Subject, Offer] = field(default_factory=dict[Subject, Offer])
    refused: list[Refused] = field(default_factory=list[Refused])

    def offer(self, subject: Subject, theirs: Thing | None, entry: Entry, mark: str) -> None:
        """Note what stands at a subject now, None for nothing; the reason that history keeps names sheet and cell."""
        step = OfferStep(self.filling.who, self.filling.at, entry.place(mark), theirs)
        self.offers[subject] = Offer(subject, self.bases.get(subject), (step,))

    def wrong(self, code: str, subject: str, entry: Entry, mark: str = KEY, **facts: Fact) -> None:
        """Note why something is not taken, with its sheet and cell."""
        self.unread(code, subject, entry.place(mark), facts)

    def unread(self, code: str, subject: str, place: str, facts: Mapping[str, Fact] = NO_FACTS) -> None:
        """Note why something is not taken, with its place in the form."""
        self.refused.append(Refused(subject, Issue(code, "error", facts=facts, place=place)))
