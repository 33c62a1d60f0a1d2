"""A person answers doubts with a reason, named and dated; a later change of what stands there opens them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from schema.errors import AnnalsError
from schema.grammar.reference import canonical_text
from schema.grammar.times import stamp
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.validation.answers import Answer, answer_at, answered_content, is_answerable
from schema.validation.issue import Issue, write_subject
from schema.values.changes import Change, clear, keep
from schema.values.datapoint import Remark
from schema.values.kept_things import REMARKS
from schema.values.subject import RemarkAt


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a doubt needs nothing more, who says so, and when."""

    words: str
    who: str
    when: datetime


def answer(moment: Moment, issue: Issue, reason: Reason) -> Change:
    """Return what answers one doubt; it stands at something."""
    at, place = stamp(reason.when), answer_at(issue)
    sentence = issue.code.startswith("statement.")  # one reason answers all such sentences of a text
    alike = _open(moment) if sentence else ()
    beside = [other for other in alike if other.code == issue.code and other.at == issue.at]
    content = answered_content(issue, moment.definitions, moment.figures, beside)
    remark = Remark(place.subject, place.code, content, reason.words, reason.who, at)
    return keep(remark, reason.words)


def answers(moment: Moment, subjects: Sequence[str], code: str, reason: Reason) -> tuple[Change, ...]:
    """Return what answers every open doubt at these subjects, or those of one code.

    A text that is named without a language is meant in all its languages. AnnalsError remark.none, remark.errors where
    there is nothing to answer at one of them.
    """
    changes: dict[RemarkAt, Change] = {}
    for text in subjects:
        subject = canonical_text(text)
        for issue in _doubts(moment, subject, code):
            changes[answer_at(issue)] = answer(moment, issue, reason)
    return tuple(changes.values())


def withdrawals(moment: Moment, subjects: Sequence[str], code: str) -> tuple[Change, ...]:
    """Return what takes the answers at these subjects back, or those of one code. AnnalsError remark.unanswered."""
    kept: Iterable[RemarkAt] = REMARKS.place.all(moment.snapshot)
    changes: list[Change] = []
    for text in subjects:
        subject = canonical_text(text)
        own = [at for at in kept if _is_of(at.subject, subject) and code in ("", at.code)]
        if not own:
            raise AnnalsError("remark.unanswered", subject=text)
        changes += [clear(at) for at in own]
    return tuple(changes)


def withdrawal(given: Answer) -> Change:
    """Return what takes one answer back."""
    return clear(RemarkAt(write_subject(given.issue.at), given.code))


def _doubts(moment: Moment, subject: str, code: str) -> list[Issue]:
    own = [issue for issue in _open(moment) if _is_of(write_subject(issue.at), subject)]
    doubts = [issue for issue in own if is_answerable(issue) and code in ("", issue.code)]
    if not doubts:
        codes = ", ".join(dict.fromkeys(issue.code for issue in own))
        raise AnnalsError("remark.others" if own else "remark.none", subject=subject, list=codes)
    return doubts


def _is_of(subject: str, named: str) -> bool:
    """Whether it is what was named: itself, or one language of a text that was named without any."""
    return subject == named or (named.startswith("text/") and subject in (f"{named}.{name}" for name in LANGUAGES))


def _open(moment: Moment) -> tuple[Issue, ...]:
    """Return all that can be answered: issues, and what is on the worklists of all reports."""
    return (*moment.issues(), *(item for report in moment.definitions.outlines for item in moment.worklist(report)))
