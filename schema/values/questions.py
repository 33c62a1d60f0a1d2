"""Questions about single items, with what was answered: each is asked once, and grows by answers only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from schema.values.datapoint import Snapshot
from schema.values.requests import Step

AskedOf = Literal["editor", "department"]
ASKED_OF: tuple[AskedOf, ...] = get_args(AskedOf)
QUESTIONS_NAME = "questions"  # where they stand in Snapshot.more
MOST_CHARACTERS = 4000  # of one question or answer
_ID = 16


@dataclass(frozen=True, slots=True, order=True)
class QuestionAt:
    """Where a question about an item (its canonical text) of a report stands; `id` tells it from others about it."""

    report: str
    subject: str
    id: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question about an item of a report (its canonical text): who asked when and what, and the answers since.

    `of` says who is to answer: the editor, where the item's department asks, else the department. It is open as long as
    nobody has. The answers are in the order of their times; who has two states of one question has both's answers.
    """

    report: str
    subject: str
    of: AskedOf
    asked: Step
    answers: tuple[Step, ...] = ()

    @property
    def id(self) -> str:
        """What tells it from other questions about the item, on whichever desk: made of who, when and what."""
        told = "\0".join((self.of, self.asked.by, self.asked.at, self.asked.words))
        return hashlib.sha256(told.encode()).hexdigest()[:_ID]

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered."""
        return not self.answers

    def answered(self, *steps: Step) -> Question:
        """Return it with these answers, too."""
        return replace(self, answers=in_order((*self.answers, *steps)))


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return answers by their times, each once."""
    return tuple(sorted(set(steps), key=lambda step: (step.at, step.by, step.words)))


def join(one: Question | None, other: Question | None) -> Question | None:
    """Return what two desks know of one question together. It is commutative, associative and idempotent."""
    if one is None or other is None:
        return one or other
    return one.answered(*other.answers)


def is_alike(one: Question, other: Question) -> bool:
    """Whether both are about the same item, by the same person in the same words, and the other has all answers."""
    asked = [(side.report, side.subject, side.of, side.asked.by, side.asked.words) for side in (one, other)]
    said = [{(step.by, step.words) for step in side.answers} for side in (one, other)]
    return asked[0] == asked[1] and said[0] <= said[1]


def questions_of(snapshot: Snapshot) -> tuple[Question, ...]:
    """Return every question, by reports and items, those about one item in the order in which they were asked.

    Of two asked in one second the answered one comes first.
    """
    questions: Mapping[object, Question] = snapshot.more.get(QUESTIONS_NAME, {})
    return tuple(
        sorted(questions.values(), key=lambda one: (one.report, one.subject, one.asked.at, one.is_open, one.id))
    )


def threads(snapshot: Snapshot, report: str) -> Mapping[str, tuple[Question, ...]]:
    """Return the questions about the items of a report, by the items' subjects."""
    found: dict[str, tuple[Question, ...]] = {}
    for question in questions_of(snapshot):
        if question.report == report:
            found[question.subject] = (*found.get(question.subject, ()), question)
    return found
