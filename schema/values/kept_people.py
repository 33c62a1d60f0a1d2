"""What is kept of the people who work on a workspace."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from schema.values import subject as subjects
from schema.values.kept_form import Column, Form, Kept, nobody
from schema.values.people import PEOPLE_NAME, Person
from schema.values.places import MorePlace
from schema.values.subject import PersonAt


def _person(at: PersonAt, *columns: Any) -> Person:
    return Person(at.name, *columns)


PEOPLE = Kept(
    form=Form(
        "person", PersonAt, subjects.write_person, subjects.read_person, subjects.write_person, subjects.read_person,
        "subject.person", nobody,
    ),
    thing=Person,
    table="person",
    identity=(Column("name"),),
    columns=(Column("department"), Column("role"), Column("email"), Column("language"), Column("key")),
    order=("name",),
    located=PersonAt,
    address=lambda at: (at.name,),
    subject=lambda person: PersonAt(person.name),
    made=_person,
    values=attrgetter("department", "role", "email", "language", "key"),
    place=MorePlace(PEOPLE_NAME),
)  # fmt: skip
