"""Whether an answer is one to be merged here at all: of this company, this request, this person, and not an old one."""

from __future__ import annotations

from collections.abc import Iterable

from schema.catalogue.outline import Definitions
from schema.errors import PackError
from schema.exchange.answers import Answer
from schema.exchange.merging.decision import same_hand
from schema.exchange.request_names import company_name, request_id
from schema.mistakes import near
from schema.values.changes import thing_at
from schema.values.datapoint import Snapshot
from schema.values.merges import Merged, merges_of
from schema.values.people import Person
from schema.values.requests import Request
from schema.values.subject import PersonAt, RequestAt


def admit(definitions: Definitions, snapshot: Snapshot, answer: Answer) -> Merged | None:
    """Return the merge that has taken this very file already, else None.

    Raises PackError with the one reason why it is not merged: merge.company, .report, .department, .request, .key,
    .filled_by, .older.
    """
    company = company_name(definitions.catalogue)
    if answer.company != company:
        raise _refused("merge.company", answer, company=answer.company, own=company)
    if answer.report not in definitions.outlines:
        hint = near(answer.report, definitions.outlines) or ", ".join(definitions.outlines)
        raise _refused("merge.report", answer, near=hint)
    request: Request | None = thing_at(snapshot, RequestAt(answer.report, answer.department))
    if request is None:
        raise _refused("merge.department", answer)
    if answer.request != request_id(company, request):
        raise _refused("merge.request", answer)
    if not answer.key and not _may_fill(snapshot, answer):
        raise _refused("merge.filled_by", answer)
    own = [merged for merged in merges_of(snapshot) if merged.request == answer.request]
    if answer.key and _key(snapshot, own, answer.person) not in ("", answer.key):
        raise _refused("merge.key", answer)
    standing = [merged for merged in own if merged.undone is None]
    again = [merged for merged in standing if merged.sha256 == answer.sha256]
    if not again and (newer := _newer(standing, answer)) is not None:
        raise _refused("merge.older", answer, number=str(newer.number), other=newer.file)
    return again[-1] if again else None


def _key(snapshot: Snapshot, merges: Iterable[Merged], name: str) -> str:
    """Return the key that a person is known by: their own; of somebody who is not listed that of their last answer."""
    person: Person | None = thing_at(snapshot, PersonAt(name))
    if person is not None:
        return person.key
    return next((merged.key for merged in reversed([*merges]) if merged.person == name and merged.key), "")


def _may_fill(snapshot: Snapshot, answer: Answer) -> bool:
    """Whether the name on a form is a contact's of the department, an editor's or nobody's who is known here."""
    person: Person | None = thing_at(snapshot, PersonAt(answer.person))
    if person is None or person.role == "editor":
        return True
    return person.role == "contact" and person.department == answer.department


def _newer(merges: Iterable[Merged], answer: Answer) -> Merged | None:
    """Return a merge that has taken a later answer: of the same desk, or of the same person upon a later pack."""
    for merged in merges:
        same_desk = merged.desk == answer.desk and merged.answer > answer.number and same_hand(answer, merged.person)
        same_person = merged.desk != answer.desk and answer.key != "" and merged.key == answer.key
        if same_desk or (same_person and merged.pack > answer.pack):
            return merged
    return None


def _refused(code: str, answer: Answer, **facts: str) -> PackError:
    told = {"file": answer.file, "report": answer.report, "department": answer.department, "person": answer.person}
    return PackError(code, **{**told, **facts})
