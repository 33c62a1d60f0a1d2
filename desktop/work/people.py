"""The people of a workspace: who is added, changed, taken out or read from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from desktop.work.mail_files import is_address
from desktop.work.people_table import COLUMNS, read_people
from schema.catalogue.definitions import Catalogue
from schema.errors import AnnalsError, ImportRefused
from schema.exchange.csv_table import TextRow
from schema.exchange.packs.signing import is_public_key
from schema.grammar.words import LANGUAGES
from schema.mistakes import near
from schema.validation.issue import Issue
from schema.values.changes import Change, change_of, keep, thing_at
from schema.values.datapoint import Snapshot
from schema.values.pack_origin import origin_of
from schema.values.parse import clean_text
from schema.values.people import ROLES, Person, Role, people_of
from schema.values.subject import PersonAt

_LONGEST_NAME = 80

Changes = tuple[Change, ...]


def person_of(fields: Mapping[str, str], catalogue: Catalogue) -> Person:
    """Return the person whom these fields describe; a department may be named by its code or its name.

    AnnalsError people.name, .role, .department, .no_department, .email, .language, .key where a field does not fit.
    """
    told = {name: fields.get(name, "").strip() for name in COLUMNS}
    name = plain_name(told["name"])
    if not name or len(name) > _LONGEST_NAME:
        raise AnnalsError("people.name", name=name[:_LONGEST_NAME], most=str(_LONGEST_NAME))
    role, department = _role(told["role"], name), need_department(told["department"], catalogue)
    if not department and role == "contact":
        raise AnnalsError("people.no_department", name=name)
    if told["email"] and not is_address(told["email"]):
        raise AnnalsError("people.email", name=name, email=told["email"])
    if told["language"] and told["language"] not in LANGUAGES:
        raise AnnalsError("people.language", name=name, language=told["language"])
    if told["key"] and not is_public_key(told["key"]):
        raise AnnalsError("people.key", name=name)
    return Person(name, department, role, told["email"], told["language"], told["key"])


def plain_name(text: str) -> str:
    """Return a name in the one form in which it is kept: composed, without controls and doubled blanks."""
    return " ".join(clean_text(text).split())


def _role(text: str, name: str) -> Role:
    role = text.strip().lower()
    for known in ROLES:
        if role == known:
            return known
    if not role:
        raise AnnalsError("people.no_role", name=name)
    raise AnnalsError("people.role", name=name, role=text.strip(), near=near(role, ROLES))


def need_department(text: str, catalogue: Catalogue) -> str:
    """Return the code of a department that is named by code or name. AnnalsError people.department."""
    if not text or text in catalogue.departments:
        return text
    for code, department in catalogue.departments.items():
        if text in (department.name.get(language) for language in LANGUAGES):
            return code
    names = [*catalogue.departments, *(d.name.get(n) for d in catalogue.departments.values() for n in LANGUAGES)]
    raise AnnalsError(
        "people.department", department=text, near=near(text, names), list=", ".join(catalogue.departments)
    )


def addition(snapshot: Snapshot, fields: Mapping[str, str], catalogue: Catalogue) -> Change:
    """Return what adds a person, or changes the one of that name: what is left empty stays as it is."""
    at = PersonAt(plain_name(fields.get("name", "")))
    known = thing_at(snapshot, at)
    kept = asdict(known) if known else {}
    person = person_of({**kept, **{name: text for name, text in fields.items() if text.strip()}}, catalogue)
    return change_of(snapshot, PersonAt(person.name), person)


def replacement(snapshot: Snapshot, known: Person | None, fields: Mapping[str, str], catalogue: Catalogue) -> Changes:
    """Return what makes these fields the person that was `known`, or adds one: what is empty is empty from now on.

    AnnalsError people.taken where another one has that name, and what `person_of` raises.
    """
    person = person_of({**fields, "key": known.key if known else ""}, catalogue)
    new, old = PersonAt(person.name), PersonAt(known.name) if known else None
    if new != old and thing_at(snapshot, new) is not None:
        raise AnnalsError("people.taken", name=person.name)
    renamed = (change_of(snapshot, old, None),) if old is not None and old != new else ()
    return (*renamed, change_of(snapshot, new, person))


def removal(snapshot: Snapshot, name: str) -> Change:
    """Return what takes a person out. AnnalsError people.unknown."""
    return change_of(snapshot, PersonAt(_listed(snapshot, name)), None)


def forgotten_key(snapshot: Snapshot, name: str) -> Change:
    """Return what forgets a person's key, so that the next one that comes is kept. AnnalsError people.unknown.

    In a small workspace whoever sends its packs has a key, too, and is none of its people.
    """
    origin, sender = origin_of(snapshot), plain_name(name)
    if origin is not None and sender in origin.signers:
        known = {signer: key for signer, key in origin.signers.items() if signer != sender}
        return keep(replace(origin, signers=known))
    at = PersonAt(_listed(snapshot, name))
    return change_of(snapshot, at, replace(thing_at(snapshot, at), key=""))


def _listed(snapshot: Snapshot, name: str) -> str:
    """Return the name of one of the people as it is kept. AnnalsError people.no_name, people.unknown."""
    said, names = plain_name(name), [person.name for person in people_of(snapshot)]
    if not said:
        raise AnnalsError("people.no_name")
    if said not in names:
        raise AnnalsError("people.unknown", name=name, near=near(said, names))
    return said


def imported(snapshot: Snapshot, path: Path, catalogue: Catalogue) -> tuple[Change, ...]:
    """Return what adds or changes everybody in a table of people.

    ImportRefused with all reasons where one row does not fit, and what `read_people` raises.
    """
    table = read_people(path, catalogue)
    issues = [issue for issue in table.issues if issue.severity == "error"]
    changes: dict[PersonAt, Change] = {}
    for row in table.rows if table.usable else ():
        change = _row(snapshot, row, catalogue, issues)
        if change is not None and isinstance(change.subject, PersonAt):
            if change.subject in changes:
                issues.append(Issue("people.twice", "error", facts={"name": change.subject.name}, place=row.place))
            changes[change.subject] = change
    if issues:
        raise ImportRefused(path.name, tuple(issues))
    return tuple(changes.values())


def _row(snapshot: Snapshot, row: TextRow, catalogue: Catalogue, issues: list[Issue]) -> Change | None:
    try:
        return addition(snapshot, row.cells, catalogue)
    except AnnalsError as error:
        issues.append(Issue(error.code, "error", facts=dict(error.params), place=row.place))
        return None
