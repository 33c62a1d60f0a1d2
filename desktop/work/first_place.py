"""Where somebody begins in a workspace: the place of their role."""

from __future__ import annotations

from schema.values.datapoint import Snapshot
from schema.values.kept_requests import REQUESTS
from schema.values.pack_origin import origin_of
from schema.values.people import Role, people_of

# The codes of places.
_FIRST: dict[Role, str] = {
    "contact": "my_work", "reviewer": "review", "editor": "overview", "auditor": "sections",
}  # fmt: skip


def first_place(snapshot: Snapshot, who: str) -> str:
    """Return the code of the place that somebody sees first; where nobody is listed that of the sections."""
    me = next((person for person in people_of(snapshot) if person.name == who), None)
    if me is not None:
        return _FIRST[me.role]
    return "my_work" if origin_of(snapshot) is not None and who else "sections"


def first_report(snapshot: Snapshot, who: str) -> str:
    """Return the report for which somebody's department was asked last; empty where it was for none."""
    me = next((person for person in people_of(snapshot) if person.name == who), None)
    asked = REQUESTS.place.all(snapshot).values()
    own = [one for one in asked if me is not None and me.role == "contact" and one.department == me.department]
    return max(own, key=lambda one: (one.asked.at, one.report)).report if own else ""


def contact_of(snapshot: Snapshot) -> str:
    """Return the person whom the pack of a small workspace is addressed to; empty where there is none."""
    origin = origin_of(snapshot)
    names = {person.name for person in people_of(snapshot)}
    return origin.person if origin is not None and origin.person in names else ""
