"""Who may change what: one table of roles by types of subject, asked in the one door.

On one file this is a statement, not a proof: whoever can write the file can write anything. History says who it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from schema.errors import RightsError
from schema.mistakes import near
from schema.values.changes import Change
from schema.values.datapoint import Snapshot
from schema.values.freezes import FreezeAt
from schema.values.holders import Holders
from schema.values.kept_things import canonical, form_of, parse_subject
from schema.values.pack_origin import origin_of
from schema.values.people import Person, Role
from schema.values.questions import Question
from schema.values.requests import Approval, Request, Step
from schema.values.subject import ApprovalAt, DefinitionsAt, PersonAt
from schema.values.verdicts import VerdictAt

# Any thing of a type, those of the own department, or none. Of a request: handing in the own department's share or
# passing it on, returning one, or all but returning one; of approvals those of quotations, which an editor notes down;
# of what is never taken away a new one; of questions asking (a reviewer anybody, a contact about the own department's
# items), answering what was asked about the own department's items, and taking back what one has asked oneself and
# nobody answered.
Scope = Literal["any", "own", "none", "submit", "return", "not_return", "quote", "first", "ask"]

# By what history calls a type of subject.
RIGHTS: Mapping[Role, Mapping[str, Scope]] = {
    "contact": {
        "point": "own", "text": "own", "record": "own", "restatement": "own", "remark": "own", "published": "none",
        "answer": "any", "picture": "any", "person": "none", "definitions": "none",
        "request": "submit", "approval": "none", "origin": "none", "merge": "none",
        "freeze": "none", "verdict": "none", "evidence": "own", "question": "ask", "followup": "own",
    },
    "reviewer": {
        "point": "none", "text": "none", "record": "none", "restatement": "none", "remark": "none",
        "published": "none", "answer": "none", "picture": "none", "person": "none", "definitions": "none",
        "request": "return", "approval": "any", "origin": "none", "merge": "none",
        "freeze": "none", "verdict": "none", "evidence": "none", "question": "ask", "followup": "any",
    },
    "editor": {
        "point": "any", "text": "any", "record": "any", "restatement": "any", "remark": "any", "published": "any",
        "answer": "any", "picture": "any", "person": "any", "definitions": "any",
        "request": "not_return", "approval": "quote", "origin": "any", "merge": "any",
        "freeze": "first", "verdict": "none", "evidence": "any", "question": "any", "followup": "any",
    },
    "auditor": {
        "point": "none", "text": "none", "record": "none", "restatement": "none", "remark": "none",
        "published": "none", "answer": "none", "picture": "none", "person": "none", "definitions": "none",
        "request": "none", "approval": "none", "origin": "none", "merge": "none",
        "freeze": "none", "verdict": "any", "evidence": "none", "question": "none", "followup": "none",
    },
}  # fmt: skip

# What a command calls saying who acts stands there only on the command line, which fills it in.
_OPTION = ""


def acting(who: str, people: Iterable[Person]) -> Person | None:
    """Return who acts; None where anybody may do anything an editor may, since no editor is listed.

    Raises RightsError rights.unknown where one is, and this name is not among the people.
    """
    by_name = {person.name: person for person in people}
    if not any(person.role == "editor" for person in by_name.values()):
        return None
    if who not in by_name:
        alike = near(who, by_name)  # else everybody: a single name would read as whom to pose as
        people_here = "" if alike else ", ".join(sorted(by_name))
        raise RightsError("rights.unknown", who=who, near=alike, list=people_here, option=_OPTION)
    return by_name[who]


def check_rights(changes: Sequence[Change], who: str, people: Iterable[Person], holders: Callable[[], Holders]) -> None:
    """Raise RightsError where one of the changes is not this person's to make; `changes` have what stood before."""
    person = acting(who, people)
    if person is None or not changes:
        return
    for change in changes:
        if not _may(person, change, holders):
            raise _refusal(person, canonical(change.subject), _decided_by(person, change))


def _may(person: Person, change: Change, holders: Callable[[], Holders]) -> bool:
    match RIGHTS[person.role][form_of(change.subject).kind]:
        case "any":
            return True
        case "own":
            return person.department in holders().of(change.subject, change.before, change.after)
        case "submit":
            return (_submits(change) or _passes_on(change)) and person.department in holders().of(change.subject)
        case "return":
            return _returns(change)
        case "not_return":
            return not _returned_by(person.name, change)
        case "quote":
            return all(not isinstance(thing, Approval) or thing.quoted for thing in (change.before, change.after))
        case "first":
            return change.before is None
        case "ask":
            own = person.department in holders().of(change.subject)
            return _speaks(person, change, own=own)
        case "none":
            return False


def check_shares(changes: Iterable[Change], holders: Callable[[], Holders]) -> None:
    """Raise RightsError where something comes with a department's share that its contact may not change."""
    for change in changes:
        department = change.elsewhere.department if change.elsewhere else ""
        if department and not _may(Person("", department, "contact"), change, holders):
            raise RightsError("rights.share", department=department, subject=canonical(change.subject))


def check_people(changes: Iterable[Change], snapshot: Snapshot) -> None:
    """Raise RightsError people.small where somebody is added, changed or taken out in a small workspace.

    Its people come with its packs; a key is kept or forgotten there as everywhere.
    """
    if origin_of(snapshot) is None:
        return
    for change in changes:
        brought = change.elsewhere is not None and change.elsewhere.via.how == "pack"
        if isinstance(change.subject, PersonAt) and not brought and not _is_key(change):
            raise RightsError("people.small")


def _is_key(change: Change) -> bool:
    """Whether nothing but a person's key is another."""
    before, after = change.before, change.after
    return isinstance(before, Person) and isinstance(after, Person) and replace(before, key=after.key) == after


def _submits(change: Change) -> bool:
    """Whether nothing but the submission is another, which takes back what was returned."""
    before, after = change.before, change.after
    if not isinstance(before, Request) or not isinstance(after, Request) or after.submitted is None:
        return False
    return replace(before, submitted=after.submitted).unreturned == after


def _speaks(person: Person, change: Change, *, own: bool) -> bool:
    """Whether it asks, answers about an `own` item, or takes back what this person has asked and nobody answered."""
    before, after = change.before, change.after
    if isinstance(before, Question) and isinstance(after, Question):
        return own and set(before.answers) <= set(after.answers)
    if isinstance(after, Question):
        return own or (person.role == "reviewer" and after.is_open)
    return isinstance(before, Question) and before.is_open and before.asked.by == person.name


def _passes_on(change: Change) -> bool:
    """Whether nothing but who fills it in is another."""
    before, after = change.before, change.after
    return isinstance(before, Request) and isinstance(after, Request) and before.passed({}) == after.passed({})


def _returns(change: Change) -> bool:
    """Whether nothing but what is returned is another."""
    before, after = change.before, change.after
    if not isinstance(before, Request) or not isinstance(after, Request):
        return False
    return before.unreturned == after.unreturned


def _returned_by(name: str, change: Change) -> bool:
    """Whether somebody of this name returns something; what another has returned may stand again, as by an undo."""
    return any(step.by == name for step in _returned(change.after) - _returned(change.before))


def _returned(thing: object) -> frozenset[Step]:
    notes = (thing, *thing.items.values()) if isinstance(thing, Request) else ()
    return frozenset(note.returned for note in notes if note.returned is not None)


def check_definitions(who: str, people: Iterable[Person]) -> None:
    """Raise RightsError where this person may not put other definitions in force."""
    person = acting(who, people)
    if person is not None and RIGHTS[person.role][form_of(DefinitionsAt()).kind] != "any":
        raise _refusal(person, canonical(DefinitionsAt()))


def _decided_by(person: Person, change: Change) -> str:
    """Return the code of the sentence that says whose decision a change is; "" where it is the editor's."""
    match change.subject:
        case ApprovalAt():
            return "rights.approve"
        case VerdictAt():
            return "rights.verdict"
        case FreezeAt() if change.before is not None:
            return "rights.freeze"
        case _:
            return "rights.return" if _returned_by(person.name, change) else ""


def _refusal(person: Person, subject: str, code: str = "") -> RightsError:
    at, name = parse_subject(subject), person.name
    about = at.subject if isinstance(at, ApprovalAt) else subject
    if code:
        return RightsError(code, who=name, subject=about, option=_OPTION)
    return RightsError(f"rights.{person.role}", who=name, department=person.department, subject=subject, option=_OPTION)
