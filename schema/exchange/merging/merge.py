"""Merging answers into what stands here: pure, so that a dry run tells what a real one does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from schema.catalogue.outline import Definitions
from schema.exchange.answers import Answer, Offer, Refused
from schema.exchange.merging.decision import Clash, Decider, Given, Same, Take, Taken, Verdict, digest
from schema.exchange.merging.history import COMBINED
from schema.exchange.merging.offer_checks import OfferChecks
from schema.exchange.merging.passed import checked
from schema.exchange.merging.renaming import Renaming
from schema.grammar.times import stamp
from schema.validation.approvals import falling
from schema.values.changes import Change, altering, keep, overlay, thing_at
from schema.values.datapoint import LastChange, Snapshot
from schema.values.evidence import Evidence, EvidenceAt, awaited_at, evidence_of
from schema.values.holders import Holders
from schema.values.kept_things import Subject, Thing, canonical
from schema.values.merges import Merged, merges_of
from schema.values.people import Person, people_of
from schema.values.requests import Request, Step
from schema.values.subject import ApprovalAt, AttachmentAt, PersonAt, RequestAt
from schema.values.via import Elsewhere, Via

Desk = str
GivenBefore = Mapping[Desk, Mapping[Subject, Given]]
LastChanges = Callable[[Collection[Subject]], Mapping[Subject, LastChange]]
NumberOf = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer is merged into: what stands here, what each desk gave before, and who changed what last.

    `number_of` gives the number of the history's entry with a hash, 0 where it has none. `recent` has who changed what
    with answers that are merged on this ground and may not be stored.
    """

    definitions: Definitions
    snapshot: Snapshot
    holders: Holders
    given: GivenBefore
    last: LastChanges
    number_of: NumberOf
    recent: Mapping[Subject, LastChange] = field(default_factory=dict["Subject", LastChange])

    def last_changes(self, subjects: Collection[Subject]) -> Mapping[Subject, LastChange]:
        """Return who last changed what stands at these subjects."""
        return {**self.last(subjects), **{at: self.recent[at] for at in subjects if at in self.recent}}

    def after(self, outcome: Outcome) -> Ground:
        """Return the ground once an answer is merged."""
        changes = (*outcome.changes, *outcome.voids)
        changed = {change.subject: _last(change, outcome.hand) for change in changes}
        own = {**self.given.get(outcome.answer.desk, {}), **outcome.given}
        return replace(
            self,
            snapshot=overlay(self.snapshot, changes),
            given={**self.given, outcome.answer.desk: own},
            recent={**self.recent, **changed},
        )


@dataclass(frozen=True, slots=True)
class Hand:
    """Who merges, when, and whose word counts where both sides changed the same; the merge gets this `number`.

    What stands in `verdicts` is decided by itself.
    """

    by: str
    at: datetime
    number: int
    take: Take = ""
    verdicts: Mapping[Subject, Verdict] = field(default_factory=dict["Subject", "Verdict"])

    @property
    def time(self) -> str:
        """The time as it is kept."""
        return stamp(self.at)

    @property
    def via(self) -> Via:
        """How what is merged came here."""
        return Via("merge", self.number, self.by, self.time)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed since `base`, and not alike: who did it on each side, and when."""

    subject: Subject
    base: Thing | None
    ours: Thing | None
    theirs: Thing | None
    by: str
    at: datetime
    ours_last: LastChange | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What merging an answer does: what is taken, what stands here already, what clashes, what is refused.

    `changes` store it, `voids` are the approvals that fall with them. `given` is what the desk has given with it.
    """

    answer: Answer
    hand: Hand
    taken: tuple[Subject, ...]
    same: tuple[Subject, ...]
    conflicts: tuple[Conflict, ...]
    refused: tuple[Refused, ...]
    changes: tuple[Change, ...]
    voids: tuple[Change, ...] = ()
    given: Mapping[Subject, Given] = field(default_factory=dict["Subject", "Given"])
    settled: Mapping[Subject, str] = field(default_factory=dict["Subject", str])


def merge(ground: Ground, answer: Answer, hand: Hand) -> Outcome:
    """Return what merging an answer does. Whether it is to be merged at all is asked before (admission)."""
    return _Merge(ground, answer, hand).outcome()


class _Merge:
    """One answer on its way."""

    def __init__(self, ground: Ground, answer: Answer, hand: Hand) -> None:
        self._ground, self._answer, self._hand = ground, answer, hand
        own = [merged for merged in merges_of(ground.snapshot) if merged.desk == answer.desk and not merged.undone]
        settled = {at: told for merged in own for at, told in merged.settled.items()}
        self._given = ground.given.get(answer.desk, {})
        self._renaming = Renaming(answer, ground.snapshot, own, self._given)
        offers = {canonical(offer.subject): offer.subject for offer in answer.offers}
        decided = {offers[at]: told for at, told in settled.items() if at in offers}
        self._decider = Decider(answer, hand.take, self._given, decided, hand.verdicts)
        self._checks = OfferChecks(ground.definitions, ground.snapshot, ground.holders, answer)
        self._taken: dict[Subject, Taken] = {}
        self._same: list[Subject] = []
        self._settled: dict[Subject, str] = {}
        self._clashes: list[tuple[Offer, Clash]] = []
        passing, refused = checked(answer, people_of(ground.snapshot))
        self._answer = replace(answer, passed=passing)
        self._refused: list[Refused] = [*answer.refused, *refused]

    def outcome(self) -> Outcome:
        for offer in self._renaming.renamed(self._answer.offers):
            self._take(offer)
        offered = [change for subject, taken in self._taken.items() for change in self._changes(subject, taken)]
        changes = (*offered, *self._beside())
        taken = tuple(self._taken)
        given = {at: self._newest(now) for at, now in self._taken.items()}
        same, settled = tuple(self._same), self._settled
        return Outcome(
            self._answer, self._hand, taken, same, self._conflicts(), tuple(self._refused), changes,
            falling(changes, self._ground.definitions, self._ground.snapshot), given, settled,
        )  # fmt: skip

    def _take(self, offer: Offer) -> None:
        ours = thing_at(self._ground.snapshot, offer.subject)
        if self._stands_already(offer, ours):
            self._same.append(offer.subject)
            return
        if (issue := self._checks.refusal(offer, ours)) is not None:
            self._refused.append(Refused(canonical(offer.subject), issue))
            return
        is_learned = isinstance(offer.subject, AttachmentAt) and ours is not None
        match Taken(offer.steps) if is_learned else self._decider.decide(offer, ours):
            case Same(settled):
                self._same.append(offer.subject)
                if settled:
                    self._settled[offer.subject] = digest(offer.subject, offer.theirs)
            case Taken() as taken:
                self._taken[offer.subject] = taken
            case Clash() as clash:
                self._clashes.append((offer, clash))

    def _stands_already(self, offer: Offer, ours: Thing | None) -> bool:
        """Whether nothing can be new: a file, kept once under its first name, or the name of one that has come here."""
        match offer.subject:
            case AttachmentAt() as at:
                again = [Change(at, None, step.after) for step in offer.steps]
                return ours is not None and not altering(self._ground.snapshot, again)
            case EvidenceAt() as at if ours is None and isinstance(offer.theirs, Evidence) and offer.theirs.awaited:
                known = evidence_of(self._ground.snapshot, at.subject)
                return any(awaited_at(at.subject, one.name) == at for one in known)
            case _:
                return False

    def _changes(self, subject: Subject, taken: Taken) -> Iterable[Change]:
        """Yield a change per step, as whoever did it and when; then what both sides make together, by who merges."""
        department = self._answer.department
        for step in taken.steps:
            content = self._content(subject)
            told = Elsewhere(step.who, step.at, self._hand.via, department)
            yield Change(subject, None, step.after, step.reason, content, told)
        if taken.combined is not None:
            told = Elsewhere(self._hand.by, self._hand.at, self._hand.via, department)
            yield Change(subject, None, taken.combined, COMBINED, b"", told)

    def _content(self, subject: Subject) -> bytes:
        return self._answer.attachments[subject.hash]() if isinstance(subject, AttachmentAt) else b""

    def _newest(self, taken: Taken) -> Given:
        step = taken.steps[-1]
        return Given(step.who, step.at, step.after, self._answer.pack)

    def _conflicts(self) -> tuple[Conflict, ...]:
        if not self._clashes:
            return ()
        last = self._ground.last_changes([offer.subject for offer, _ in self._clashes])
        return tuple(self._conflict(offer, clash, last) for offer, clash in self._clashes)

    def _conflict(self, offer: Offer, clash: Clash, last: Mapping[Subject, LastChange]) -> Conflict:
        subject, step = offer.subject, offer.steps[-1]
        ours = thing_at(self._ground.snapshot, subject)
        return Conflict(subject, clash.base, ours, offer.theirs, step.who, step.at, last.get(subject))

    def _beside(self) -> Iterable[Change]:
        """Yield what is kept of the answer itself: with its request, its person and among the merges."""
        answer, hand, snapshot = self._answer, self._hand, self._ground.snapshot
        request = thing_at(snapshot, RequestAt(answer.report, answer.department))
        if request is not None:
            told = Elsewhere(hand.by, hand.at, hand.via)
            yield replace(keep(handed_in(request, answer, Step(hand.by, hand.time))), elsewhere=told)
        person: Person | None = thing_at(snapshot, PersonAt(answer.person))
        if person is not None and answer.key and not person.key:
            yield keep(replace(person, key=answer.key))
        yield keep(
            Merged(
                hand.number, answer.file, answer.sha256, answer.request, answer.report, answer.department, answer.desk,
                answer.pack, answer.number, answer.key, answer.person, hand.by, hand.time,
                renamed=self._renaming.told, settled={canonical(at): told for at, told in self._settled.items()},
                taken=len(self._taken), refused=len(self._refused), conflicts=len(self._clashes),
                upon=answer.upon, upon_number=self._ground.number_of(answer.upon) if answer.upon else 0,
            )
        )  # fmt: skip


def handed_in(request: Request, answer: Answer, received: Step) -> Request:
    """Return a request with an answer to it; one that is submitted takes up what was returned."""
    request = replace(request, received=received)
    if answer.passed is not None:
        request = request.passed(answer.passed.upon(request.persons))
    if answer.submitted is None or answer.submitted == request.submitted:
        return request
    return replace(request.unreturned, submitted=answer.submitted)


def voided_subjects(outcome: Outcome) -> tuple[str, ...]:
    """Return the subjects (canonical text) whose approval falls."""
    return tuple(change.subject.subject for change in outcome.voids if isinstance(change.subject, ApprovalAt))


def _last(change: Change, hand: Hand) -> LastChange:
    told = change.elsewhere
    return LastChange(told.who, told.when) if told else LastChange(hand.by, hand.at)
