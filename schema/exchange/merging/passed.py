"""To whom of the department an answer says that it was passed on: taken where they are there, else refused by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from schema.exchange.answers import Answer, Refused
from schema.validation.approvals import read_approvable
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.values.passing import Passing
from schema.values.people import Person


def checked(answer: Answer, people: Iterable[Person]) -> tuple[Passing | None, tuple[Refused, ...]]:
    """Return what of an answer's passing on is taken, and what is refused: what names no contact of the department."""
    passing = answer.passed
    if passing is None:
        return None, ()
    contacts = {one.name for one in people if one.department == answer.department and one.role == "contact"}
    unknown = passing.people - contacts - {""}
    now = {at: name for at, name in passing.now.items() if name not in unknown and (not at or read_approvable(at))}
    kept = {at: name for at, name in passing.base.items() if passing.now.get(at) in unknown}
    facts = ({"name": name, "department": Coded("department", answer.department)} for name in sorted(unknown))
    refused = (Refused("", Issue("merge.passed", "error", facts=fact)) for fact in facts)
    return replace(passing, now={**kept, **now}), tuple(refused)
