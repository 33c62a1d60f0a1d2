"""A request is passed on to a colleague, whole or some of its items."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.work.people import plain_name
from desktop.work.requests import Act, items_named
from desktop.work.send import contacts_of
from schema.errors import AnnalsError
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.shares import Share
from schema.values.changes import Change, change_of, thing_at
from schema.values.subject import RequestAt


def pass_on(moment: Moment, share: Share, to: str, only: Sequence[str], act: Act) -> Change:
    """Return what passes a share that was asked for, or some items of it, on to somebody of the department.

    To nobody (""), whoever of the department fills it in. AnnalsError pass.no_person, pass.nobody_there,
    request.no_item.
    """
    at = RequestAt(share.report, share.department)
    request = thing_at(moment.snapshot, at)
    person = _need_contact(moment, share.department, to) if to else ""
    persons = dict(request.persons)
    if only:
        persons |= {item.subject: person for item in items_named([share], only)}
    else:
        persons = {"": person}
    # What goes to whoever has all the rest needs no name of its own.
    told = {subject: name for subject, name in persons.items() if not subject or name != persons.get("", "")}
    return change_of(moment.snapshot, at, request.passed(told), act.words)


def _need_contact(moment: Moment, department: str, name: str) -> str:
    said, contacts = plain_name(name), [person.name for person in contacts_of(moment.snapshot, department)]
    if not contacts:
        raise AnnalsError("pass.nobody_there", department=department)
    if said not in contacts:
        names = ", ".join(contacts)
        raise AnnalsError("pass.no_person", name=name, department=department, near=near(said, contacts), list=names)
    return said
