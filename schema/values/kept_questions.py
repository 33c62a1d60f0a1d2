"""What is kept of questions and their answers."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from schema.values.kept_form import Column, Form, Kept, nobody
from schema.values.kept_requests import plain_step, read_step
from schema.values.places import MorePlace
from schema.values.questions import ASKED_OF, QUESTIONS_NAME, Question, QuestionAt, in_order
from schema.values.requests import Step
from schema.values.subject import parts_of, quoted


def _write(at: QuestionAt) -> str:
    """Return `question/<report>/<subject>/<id>`."""
    return f"question/{quoted(at.report)}/{quoted(at.subject)}/{quoted(at.id)}"


def _read(text: str) -> QuestionAt | None:
    parts = parts_of(text, 3) if text.startswith("question/") else None
    return QuestionAt(*parts) if parts else None


def _question(at: QuestionAt, of: Any, *columns: Any) -> Question:
    by, when, words, answers = columns
    if of not in ASKED_OF:
        raise ValueError(f"asked of whom: {of}")
    steps = (step for plain in answers.values() if (step := read_step(plain)) is not None)
    return Question(at.report, at.subject, of, Step(by, when, words), in_order(steps))


def _told(question: Question) -> tuple[Any, ...]:
    asked, answers = question.asked, in_order(question.answers)
    numbered = {str(number): plain_step(step) for number, step in enumerate(answers, 1)}
    return question.of, asked.by, asked.at, asked.words, numbered


QUESTIONS = Kept(
    form=Form(
        "question", QuestionAt, _write, _read, _write, _read, "subject.question", nobody,
    ),
    thing=Question,
    table="question",
    identity=(Column("report"), Column("subject"), Column("name")),
    columns=(Column("of"), Column("by"), Column("at"), Column("words"), Column("answers", "fields")),
    order=("report", "subject", "at", "name"),
    located=QuestionAt,
    address=attrgetter("report", "subject", "id"),
    subject=lambda question: QuestionAt(question.report, question.subject, question.id),
    made=_question,
    values=_told,
    place=MorePlace(QUESTIONS_NAME),
    settled=lambda question: _question(QuestionAt(question.report, question.subject, question.id), *_told(question)),
)  # fmt: skip
