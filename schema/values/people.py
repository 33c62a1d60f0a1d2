"""Who works on a workspace, and in which role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from schema.values.datapoint import Snapshot

Role = Literal["contact", "reviewer", "editor", "auditor"]
ROLES: tuple[Role, ...] = get_args(Role)

PEOPLE_NAME = "people"  # where they stand in Snapshot.more


@dataclass(frozen=True, slots=True)
class Person:
    """One of those who work on it, named as history names them.

    `department` is a code, empty where somebody belongs to none; `language` one of the program's or empty. `key` is
    the public key of a person's packs in base64, empty until one has come.
    """

    name: str
    department: str
    role: Role
    email: str = ""
    language: str = ""
    key: str = ""


def people_of(snapshot: Snapshot) -> tuple[Person, ...]:
    """Return everybody, sorted by the code points of their names."""
    people: Mapping[object, Person] = snapshot.more.get(PEOPLE_NAME, {})
    return tuple(sorted(people.values(), key=lambda person: person.name))
