"""The registry of what is kept: one row per type of subject. Store, snapshot, history and undo follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key, RecordKey
from schema.values.datapoint import (
    Attachment,
    DataPoint,
    PublishedValue,
    Record,
    Remark,
    Restatement,
    SheetAnswer,
    SlotText,
)
from schema.values.evidence import Evidence, EvidenceAt
from schema.values.follow_ups import FollowUp, FollowUpAt
from schema.values.freezes import Freeze, FreezeAt
from schema.values.kept_answers import ANSWERS
from schema.values.kept_contents import ATTACHMENTS, RECORDS, TEXTS
from schema.values.kept_evidence import EVIDENCE
from schema.values.kept_follow_ups import FOLLOW_UPS
from schema.values.kept_form import Form, Kept, nobody
from schema.values.kept_freezes import FREEZES, VERDICTS
from schema.values.kept_merges import MERGES
from schema.values.kept_origin import PACK_ORIGINS
from schema.values.kept_people import PEOPLE
from schema.values.kept_questions import QUESTIONS
from schema.values.kept_requests import APPROVALS, REQUESTS
from schema.values.kept_values import POINTS, PUBLISHED, REMARKS, RESTATEMENTS
from schema.values.merges import Merged
from schema.values.pack_origin import PackOrigin
from schema.values.people import Person
from schema.values.questions import Question, QuestionAt
from schema.values.requests import Approval, Request
from schema.values.subject import (
    AnswerAt,
    ApprovalAt,
    AttachmentAt,
    DefinitionsAt,
    MergeAt,
    PackOriginAt,
    PersonAt,
    PublishedAt,
    RemarkAt,
    RequestAt,
    RestatementAt,
    TextAt,
)
from schema.values.verdicts import Verdict, VerdictAt

Subject = (
    Key | RecordKey | TextAt | PublishedAt | RestatementAt | RemarkAt | AnswerAt | AttachmentAt | PersonAt
    | RequestAt | ApprovalAt | PackOriginAt | MergeAt | FreezeAt | VerdictAt
    | EvidenceAt | QuestionAt | FollowUpAt | DefinitionsAt
)  # fmt: skip
Thing = (
    DataPoint | Record | SlotText | PublishedValue | Restatement | Remark | SheetAnswer | Attachment | Person | Request
    | Approval | PackOrigin | Merged | Freeze | Verdict | Evidence | Question | FollowUp
)  # fmt: skip


# definitions, which have tables of their own


def _write_definitions(at: DefinitionsAt) -> str:
    del at
    return "definitions"


def _read_definitions(text: str) -> DefinitionsAt | None:
    return DefinitionsAt() if text == "definitions" else None


DEFINITIONS = Form(
    "definitions", DefinitionsAt, _write_definitions, _read_definitions, _write_definitions, _read_definitions,
    "subject.definitions", nobody,
)  # fmt: skip

# In the order in which they are written.
KEPT: tuple[Kept, ...] = (
    POINTS, PUBLISHED, TEXTS, RECORDS, RESTATEMENTS, REMARKS, ANSWERS, ATTACHMENTS, PEOPLE, REQUESTS, APPROVALS,
    PACK_ORIGINS, MERGES, FREEZES, VERDICTS, EVIDENCE, QUESTIONS,
    FOLLOW_UPS,
)  # fmt: skip
FORMS: tuple[Form, ...] = (*(kept.form for kept in KEPT), DEFINITIONS)

_BY_SUBJECT: Mapping[type[Any], Kept] = {kept.form.type: kept for kept in KEPT}
_BY_THING: Mapping[type[Any], Kept] = {kept.thing: kept for kept in KEPT}
_FORM_OF: Mapping[type[Any], Form] = {form.type: form for form in FORMS}
_BY_KIND: Mapping[str, Form] = {form.kind: form for form in FORMS}
_KEPT_BY_KIND: Mapping[str, Kept] = {kept.form.kind: kept for kept in KEPT}


def kept_at(subject: Subject) -> Kept:
    """Return the row of the registry that a subject belongs to; KeyError for the definitions, kept apart."""
    return _BY_SUBJECT[type(subject)]


def kept_of_kind(kind: str) -> Kept | None:
    """Return the row of the registry that history calls by a name; None for what is kept apart."""
    return _KEPT_BY_KIND.get(kind)


def state_of(subject: Subject, thing: Thing | None) -> str:
    """Return what history keeps of a thing that stands at a subject; an empty text for None."""
    return kept_at(subject).state(thing)


def form_of(subject: Subject) -> Form:
    """Return how a subject's type is written."""
    return _FORM_OF[type(subject)]


def subject_of(thing: Thing) -> Subject:
    """Return where a thing stands."""
    return _BY_THING[type(thing)].subject(thing)


def canonical(subject: Subject) -> str:
    """Return the one text form of a subject."""
    return _FORM_OF[type(subject)].write(subject)


def parse_subject(text: str) -> Subject | None:
    """Read the canonical text form of a subject; None where it is none."""
    read = ((form, form.read(text)) for form in FORMS)
    return next((subject for form, subject in read if subject is not None and form.write(subject) == text), None)


def read_subject(kind: str, text: str) -> Subject | None:
    """Read the canonical text form of a subject of which it is said what history calls it; None where it is none."""
    form = _BY_KIND.get(kind)
    subject = form.read(text) if form else None
    return subject if form and subject is not None and form.write(subject) == text else None


def shown_subject(kind: str, stored: str) -> str:
    """Return the canonical form of a subject that history has kept in its own; as it is where it is none."""
    form = _BY_KIND.get(kind)
    subject = form.restored(stored) if form else None
    return stored if subject is None else canonical(subject)


def owner_of(subject: Subject, definitions: Definitions) -> str:
    """Return the department that is asked for what stands at a subject; empty where it is the editor's."""
    return _FORM_OF[type(subject)].owner(subject, definitions)


def words_of(subject: Subject) -> str:
    """Return the phrase that names this type of subject."""
    return _FORM_OF[type(subject)].words
