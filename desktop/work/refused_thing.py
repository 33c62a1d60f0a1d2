"""What a refusal is about, as people call it: where a thing is kept is nobody's name for it."""

from __future__ import annotations

from desktop.work.department_names import department_name
from schema.catalogue.definitions import Catalogue
from schema.grammar.reference import Key, RecordKey
from schema.grammar.templates import filled
from schema.values.evidence import EvidenceAt
from schema.values.follow_ups import FollowUpAt
from schema.values.freezes import FreezeAt
from schema.values.kept_things import form_of, parse_subject
from schema.values.questions import QuestionAt
from schema.values.subject import (
    ApprovalAt,
    MergeAt,
    PersonAt,
    PublishedAt,
    RemarkAt,
    RequestAt,
    RestatementAt,
    TextAt,
)
from schema.values.verdicts import VerdictAt


def refused_thing(text: str, catalogue: Catalogue, language: str) -> str:
    """Return what the canonical text of a subject stands for, in words that fit a sentence.

    An item, and what is said or attached about one, is its reference, which can be typed again. A text that is no
    subject, as that of a list, stays as it is.
    """
    subject, named = parse_subject(text), dict[str, str]()
    match subject:
        case None | Key() | RecordKey() | TextAt():
            return text
        case EvidenceAt() | QuestionAt() | FollowUpAt() | ApprovalAt() | RemarkAt():
            named = {"item": subject.subject}
        case PublishedAt() | RestatementAt():
            named = {"item": subject.key.canonical()}
        case VerdictAt():
            named = {"item": subject.reference}
        case FreezeAt() | PersonAt():
            named = {"name": subject.name}
        case RequestAt():
            named = {"report": subject.report, "department": department_name(catalogue, subject.department, language)}
        case MergeAt():
            named = {"name": str(subject.number)}
        case _:  # one of its kind, or named by figures alone: the kind says it
            pass
    places = {"item": "", "name": "", "report": "", "department": "", **named}
    return filled(catalogue.messages[f"refused.{form_of(subject).kind}"].best(language), places)
