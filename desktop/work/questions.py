"""Questions about single items and their answers: asked, answered, listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.work.requests import Act, bare_subjects
from schema.errors import AnnalsError, RightsError
from schema.grammar.reference import canonical_text
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.shares import AskedItem, asked_items, requests_of
from schema.values.changes import Change, keep, upon
from schema.values.holders import Holders
from schema.values.pack_origin import origin_of
from schema.values.parse import clean_text
from schema.values.people import people_of
from schema.values.questions import MOST_CHARACTERS, AskedOf, Question, questions_of, threads
from schema.values.requests import Step
from schema.values.rights import check_rights


@dataclass(frozen=True, slots=True)
class ItemOf:
    """An item of a report."""

    report: str
    item: AskedItem


@dataclass(frozen=True, slots=True)
class Told:
    """A question with the item that it is about; None where the report asks for it no more."""

    question: Question
    item: AskedItem | None

    @property
    def department(self) -> str:
        """The department that owns the item; empty where nobody does."""
        return self.item.owner if self.item else ""


def put_question(moment: Moment, at: ItemOf, text: str, act: Act) -> Change:
    """Return what asks about an item: the editor where a contact asks, else the department. AnnalsError question.*."""
    asked = Step(act.who, act.at, _words(text))
    return keep(Question(at.report, at.item.subject, _asked_of(moment, act.who), asked))


def _asked_of(moment: Moment, who: str) -> AskedOf:
    contacts = {person.name for person in people_of(moment.snapshot) if person.role == "contact"}
    return "editor" if who in contacts or origin_of(moment.snapshot) is not None else "department"


def answer_questions(moment: Moment, at: ItemOf, text: str, act: Act) -> tuple[Change, ...]:
    """Return what answers the open questions of others about an item, the newest where none is open.

    Nobody answers what they have asked the other side, but who stands on both. AnnalsError question.none where nobody
    has asked, question.own.
    """
    asked = threads(moment.snapshot, at.report).get(at.item.subject, ())
    if not asked:
        raise AnnalsError("question.none", subject=at.item.subject)
    answer = Step(act.who, act.at, _words(text))
    others = tuple(question for question in asked if question.asked.by != act.who)
    if not others:
        if not _is_editor(moment, act.who):
            raise AnnalsError("question.own", subject=at.item.subject)
        others = asked
    waiting = tuple(question for question in others if question.is_open)
    return tuple(keep(question.answered(answer)) for question in waiting or others[-1:])


def _is_editor(moment: Moment, who: str) -> bool:
    """Whether somebody may do what an editor may: all may where no editor is listed, nobody in a share itself."""
    editors = {person.name for person in people_of(moment.snapshot) if person.role == "editor"}
    return origin_of(moment.snapshot) is None and (who in editors or not editors)


def speak(moment: Moment, at: ItemOf, text: str, act: Act, about: str = "") -> tuple[Change, ...]:
    """Return what somebody says about an item: the answer to what waits for them, else a question.

    A question begins with what it is `about` in the item, as a row of a list.

    RightsError where it is not theirs to say, AnnalsError question.*.
    """
    mine: AskedOf = "department" if _asked_of(moment, act.who) == "editor" else "editor"
    asked = threads(moment.snapshot, at.report).get(at.item.subject, ())
    waits = any(one.is_open and one.of == mine and one.asked.by != act.who for one in asked)
    said = (
        answer_questions(moment, at, text, act) if waits else (put_question(moment, at, f"{about}{_words(text)}", act),)
    )
    steps = upon(moment.snapshot, said)
    check_rights(steps, act.who, people_of(moment.snapshot), lambda: Holders(moment.definitions))
    return steps


def can_take_back(moment: Moment, steps: Sequence[Change], who: str) -> bool:
    """Whether somebody may take back what they have just said, while nobody else has it."""
    back = tuple(step.undone() for step in reversed(steps))
    try:
        check_rights(back, who, people_of(moment.snapshot), lambda: Holders(moment.definitions))
    except RightsError:
        return False
    return True


def _words(text: str) -> str:
    """Return what somebody has typed as it is kept. AnnalsError question.empty, question.long."""
    words = clean_text(text).strip()
    if not words:
        raise AnnalsError("question.empty")
    if len(words) > MOST_CHARACTERS:
        raise AnnalsError("question.long", count=str(len(words)), most=str(MOST_CHARACTERS))
    return words


def item_named(moment: Moment, ref: str, report: str = "") -> ItemOf:
    """Return the item that a person names; without a report that of the one report that asks for it.

    Of several reports those count whose departments were asked. AnnalsError question.no_item, question.which.
    """
    codes = (report,) if report else tuple(moment.definitions.outlines)
    items = {code: asked_items(moment.contents(code)) for code in codes}
    named = {code: _subject(ref, items[code]) for code in codes}
    found = [ItemOf(code, item) for code in codes for item in items[code] if item.subject == named[code]]
    requested = {request.report for request in requests_of(moment.figures).values()}
    chosen = [one for one in found if one.report in requested] or found
    if not chosen:
        subjects = dict.fromkeys(item.subject for known in items.values() for item in known)
        raise AnnalsError("question.no_item", subject=ref, near=near(ref, subjects))
    if len(chosen) > 1:
        raise AnnalsError("question.which", subject=ref, list=", ".join(one.report for one in chosen))
    return chosen[0]


def _subject(ref: str, items: tuple[AskedItem, ...]) -> str:
    text = canonical_text(ref)
    return bare_subjects(items).get(text, text)


def told_questions(moment: Moment, report: str = "", *, only_open: bool = False) -> tuple[Told, ...]:
    """Return every question, of one report where it is named, with the item that it is about."""
    chosen = [one for one in questions_of(moment.snapshot) if report in ("", one.report)]
    known: dict[str, Mapping[str, AskedItem]] = {}
    for code in dict.fromkeys(one.report for one in chosen):
        found = asked_items(moment.contents(code)) if code in moment.definitions.outlines else ()
        known[code] = {item.subject: item for item in found}
    return tuple(Told(one, known[one.report].get(one.subject)) for one in chosen if one.is_open or not only_open)


def open_counts(moment: Moment, report: str, subjects: set[str]) -> Mapping[AskedOf, int]:
    """Return how many questions about some items of a report wait for the editor, and for the department."""
    asked = threads(moment.snapshot, report)
    waiting = [one.of for subject in subjects for one in asked.get(subject, ()) if one.is_open]
    return {"editor": waiting.count("editor"), "department": waiting.count("department")}
