"""What becomes of one offer: three-way from the last state that both sides had, never by the clock."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from schema.exchange.answers import Answer, Offer, OfferStep
from schema.exchange.merging.three_way import combine
from schema.values.kept_things import Subject, Thing, state_of
from schema.values.questions import Question, QuestionAt, is_alike, join

# Whose word counts where both sides changed the same: nobody's, what stands here, or what is offered.
Take = Literal["", "ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Own:
    """What whoever merges has made of both sides."""

    thing: Thing


# How one conflict is decided.
Verdict = Take | Own


@dataclass(frozen=True, slots=True)
class Given:
    """What a desk has last given at a subject, and was taken here: who did it when, what it was, with which pack."""

    who: str
    at: datetime
    thing: Thing | None
    pack: int


@dataclass(frozen=True, slots=True)
class Same:
    """Nothing of the offer is new here; `settled` where that was decided against it just now."""

    settled: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """These steps go into the history here; `combined` is what both sides' changes make together."""

    steps: tuple[OfferStep, ...]
    combined: Thing | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Both sides have gone on from `base`, and differently."""

    base: Thing | None


Decision = Same | Taken | Clash


def digest(subject: Subject, thing: Thing | None) -> str:
    """Return the SHA-256 of what history keeps of a thing."""
    return hashlib.sha256(state_of(subject, thing).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides for the offers of one answer: `given` is what its desk gave before, `settled` what was decided against.

    `settled` has the digests of what was offered, by subject. `verdicts` go before `take`, which is for all others.
    """

    answer: Answer
    take: Take
    given: Mapping[Subject, Given]
    settled: Mapping[Subject, str]
    verdicts: Mapping[Subject, Verdict] = field(default_factory=dict["Subject", "Verdict"])

    def decide(self, offer: Offer, ours: Thing | None) -> Decision:
        """Return what becomes of an offer where `ours` stands."""
        subject = offer.subject
        if isinstance(subject, QuestionAt):
            return Same() if self._said_before(offer) else _grown(offer, ours)
        base, steps = self._gone_on(offer)
        there = steps[-1].after if steps else base
        if base is None and ours is None:  # mostly: a value that nobody has had before
            return Same() if there is None else Taken(steps)
        was, now, theirs = (state_of(subject, thing) for thing in (base, ours, there))
        if theirs in (now, was):
            return Same()
        if now == was:
            return Taken(steps)
        # A state that both only passed through is none that they share: else the order of two answers would count.
        combined = combine(base, ours, there)
        if combined is not None:
            state = state_of(subject, combined)
            return Same() if state == now else Taken(steps, None if state == theirs else combined)
        return self._clash(offer, base, steps)

    def _said_before(self, offer: Offer) -> bool:
        """Whether a form has brought the same words already: saved once more they have another time."""
        said = offer.theirs
        if self.answer.key or not isinstance(said, Question):
            return False
        before = (one.thing for one in self.given.values() if isinstance(one.thing, Question))
        return any(is_alike(said, one) for one in before)

    def _clash(self, offer: Offer, base: Thing | None, steps: tuple[OfferStep, ...]) -> Decision:
        match self.verdicts.get(offer.subject, self.take):
            case Own(thing):
                return Taken(steps, thing)
            case "theirs":
                return Taken(steps)
            case "ours":
                return Same(settled=True)
            case "":
                decided = self.settled.get(offer.subject) == digest(offer.subject, offer.theirs)
                return Same() if decided else Clash(base)

    def _gone_on(self, offer: Offer) -> tuple[Thing | None, tuple[OfferStep, ...]]:
        """Return the last state that both sides had, and what was done there since."""
        given = self.given.get(offer.subject)
        if given is None:
            return offer.base, offer.steps
        if not self.answer.key:
            return (given.thing if self._is_own(given, offer) else offer.base), offer.steps
        for at in range(len(offer.steps), 0, -1):
            step = offer.steps[at - 1]
            if (step.who, step.at) == (given.who, given.at):
                return step.after, offer.steps[at:]
        # No newer pack has come to its desk: it has gone on from what it gave.
        return (given.thing if given.pack == self.answer.pack else offer.base), offer.steps

    def _is_own(self, given: Given, offer: Offer) -> bool:
        """Whether a form has gone on from what was given: others may have filled copies of it, each from what was sent.

        What was given already brings nothing, whoever offers it again.
        """
        told = state_of(offer.subject, given.thing) == state_of(offer.subject, offer.theirs)
        return told or same_hand(self.answer, given.who)


def _grown(offer: Offer, ours: Thing | None) -> Decision:
    """Return a question with the answers of both sides, step by step: it only grows, so no base is needed."""
    stands, steps = ours, list[OfferStep]()
    for step in offer.steps:
        known, after = (thing if isinstance(thing, Question) else None for thing in (stands, step.after))
        together = join(known, after)
        if together != known:
            steps.append(replace(step, after=together))
            stands = together
    return Taken(tuple(steps)) if steps else Same()


def same_hand(answer: Answer, who: str) -> bool:
    """Whether what `who` gave came from the same copy as this answer. Of a form only a name that was typed tells it."""
    return bool(answer.key) or (answer.named and answer.person == who)
