"""Who may change what: one table of roles by types of subject, asked in the one door.

On one file this is a statement, not a proof: whoever can write the file can write anything. History says who it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from schema.errors import RightsError
from schema.mistakes import near
from schema.values.changes import Change
from schema.values.holders import Holders
from schema.values.kept_things import canonical, form_of
from schema.values.people import Person, Role
from schema.values.subject import DefinitionsAt

# Any thing of a type, those of the own department, or none.
Scope = Literal["any", "own", "none"]

# By what history calls a type of subject.
RIGHTS: Mapping[Role, Mapping[str, Scope]] = {
    "contact": {
        "point": "own", "text": "own", "record": "own", "restatement": "own", "remark": "own", "published": "none",
        "answer": "any", "picture": "any", "person": "none", "definitions": "none",
    },
    "reviewer": {
        "point": "none", "text": "none", "record": "none", "restatement": "none", "remark": "none",
        "published": "none", "answer": "none", "picture": "none", "person": "none", "definitions": "none",
    },
    "editor": {
        "point": "any", "text": "any", "record": "any", "restatement": "any", "remark": "any", "published": "any",
        "answer": "any", "picture": "any", "person": "any", "definitions": "any",
    },
    "auditor": {
        "point": "none", "text": "none", "record": "none", "restatement": "none", "remark": "none",
        "published": "none", "answer": "none", "picture": "none", "person": "none", "definitions": "none",
    },
}  # fmt: skip


def acting(who: str, people: Iterable[Person]) -> Person | None:
    """Return who acts; None where anybody may do anything an editor may, since no editor is listed.

    Raises RightsError rights.unknown where one is, and this name is not among the people.
    """
    by_name = {person.name: person for person in people}
    if not any(person.role == "editor" for person in by_name.values()):
        return None
    if who not in by_name:
        alike = near(who, by_name) or next(name for name, person in by_name.items() if person.role == "editor")
        raise RightsError("rights.unknown", who=who, near=alike)
    return by_name[who]


def check_rights(changes: Sequence[Change], who: str, people: Iterable[Person], holders: Callable[[], Holders]) -> None:
    """Raise RightsError where one of the changes is not this person's to make; `changes` have what stood before."""
    person = acting(who, people)
    if person is None or not changes:
        return
    for change in changes:
        scope = RIGHTS[person.role][form_of(change.subject).kind]
        if scope == "any":
            continue
        if scope == "none" or person.department not in holders().of(change.subject, change.before, change.after):
            raise _refusal(person, canonical(change.subject))


def check_definitions(who: str, people: Iterable[Person]) -> None:
    """Raise RightsError where this person may not put other definitions in force."""
    person = acting(who, people)
    if person is not None and RIGHTS[person.role][form_of(DefinitionsAt()).kind] != "any":
        raise _refusal(person, canonical(DefinitionsAt()))


def _refusal(person: Person, subject: str) -> RightsError:
    return RightsError(f"rights.{person.role}", who=person.name, department=person.department, subject=subject)
