"""What is kept of answers about old sheets."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from schema.values import subject as subjects
from schema.values.datapoint import SheetAnswer
from schema.values.kept_form import Column, Form, Kept, nobody
from schema.values.places import MorePlace
from schema.values.subject import AnswerAt


def _answer(at: AnswerAt, meaning: str) -> SheetAnswer:
    return SheetAnswer(at.kind, at.words, meaning)


def _meaning(answer: SheetAnswer) -> tuple[Any, ...]:
    return (answer.meaning,)


ANSWERS = Kept(
    form=Form(
        "answer", AnswerAt, subjects.write_answer, subjects.read_answer, subjects.write_answer, subjects.read_answer,
        "subject.answer", nobody,
    ),
    thing=SheetAnswer,
    table="sheet_answer",
    identity=(Column("kind"), Column("words")),
    columns=(Column("meaning"),),
    order=("kind", "words"),
    located=AnswerAt,
    address=attrgetter("kind", "words"),
    subject=lambda answer: AnswerAt(answer.kind, answer.words),
    made=_answer,
    values=_meaning,
    place=MorePlace("answers"),
    settled=lambda answer: answer if answer.meaning else None,
)  # fmt: skip
