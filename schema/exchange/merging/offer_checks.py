"""What of an answer is not taken, whatever stands here: strangers are held to what can be typed and to their share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from schema.catalogue.definitions import BLOCK, Catalogue
from schema.catalogue.outline import Definitions
from schema.exchange.answers import Answer, Offer
from schema.exchange.meanings import changed_meaning
from schema.grammar.reference import Key, RecordKey
from schema.grammar.slots import NO_LANGUAGE
from schema.validation.facts import Coded, Fact
from schema.validation.issue import Issue
from schema.values.datapoint import Attachment, DataPoint, Record, Restatement, SlotText, Snapshot
from schema.values.evidence import Evidence, EvidenceAt, Provable, is_evidence, is_evidence_at, proved
from schema.values.follow_ups import FollowUp, FollowUpAt, is_follow_up
from schema.values.freezes import FreezeAt
from schema.values.holders import Holders
from schema.values.kept_things import Subject, Thing, canonical, subject_of
from schema.values.known_values import YEARS, is_value
from schema.values.omissions import OMISSIONS
from schema.values.people import people_of
from schema.values.qualifiers import is_qualifier
from schema.values.questions import Question, QuestionAt
from schema.values.requests import Step
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
from schema.values.verdicts import VerdictAt


class OfferChecks:
    """Asked for one answer; what is found is an error that says why."""

    def __init__(self, definitions: Definitions, snapshot: Snapshot, holders: Holders, answer: Answer) -> None:
        self._definitions, self._answer = definitions, answer
        offered = (offer.theirs for offer in answer.offers)
        new = {record.key: record for record in offered if isinstance(record, Record)}
        self._records = {**new, **snapshot.records}
        self._holders = holders.knowing(self._records)
        everybody = people_of(snapshot)
        self._files = {*snapshot.attachments, *answer.attachments}
        self._strangers = {p.name for p in everybody if p.department != answer.department} - {answer.person}

    def refusal(self, offer: Offer, ours: Thing | None) -> Issue | None:
        """Return why an offer is not taken, or None."""
        subject = offer.subject
        if not self._is_known(subject):
            return self._issue("merge.unknown", subject)
        if changed_meaning(subject, self._answer.definitions, self._definitions.catalogue):
            return self._issue("merge.meaning", subject)
        things = [step.after for step in offer.steps]
        if not all(map(self._fits(subject), filter(None, things))):
            return self._issue("merge.state", subject)
        if not isinstance(subject, AttachmentAt) and not self._is_own(subject, ours, *things):
            return self._issue("merge.not_yours", subject)
        if not self._is_asked_there(offer, ours):
            return self._issue("merge.state", subject)
        stranger = next((name for name in self._names(offer, ours) if name in self._strangers), "")
        if stranger:
            return self._issue("merge.who", subject, who=stranger)
        # Evidence that was attached and taken away again has left its file at home.
        named = things[-1:] if isinstance(subject, EvidenceAt) else things
        lacking = any(name not in self._files for thing in named for name in self._files_of(thing))
        return self._issue("merge.file", subject) if lacking else None

    def _is_asked_there(self, offer: Offer, ours: Thing | None) -> bool:
        """Whether a question is one that is known here, or that a department may ask."""
        new = (step.after for step in offer.steps if ours is None and isinstance(step.after, Question))
        return all(question.of == "editor" for question in new)

    def _names(self, offer: Offer, ours: Thing | None) -> Iterator[str]:
        """Yield who did it: of a question each who asks or answers and is not known here."""
        known = {ours.asked, *ours.answers} if isinstance(ours, Question) else set[Step]()
        for step in offer.steps:
            yield step.who
            if isinstance(step.after, Question):
                yield from (said.by for said in (step.after.asked, *step.after.answers) if said not in known)

    def _files_of(self, thing: Thing | None) -> Iterator[str]:
        """Yield the hashes of the files that stand in a thing: a picture in its slot, those in a record's columns."""
        if isinstance(thing, SlotText) and thing.language == NO_LANGUAGE:
            yield thing.text
        if isinstance(thing, Record):
            for column in self._definitions.catalogue.records[thing.key.type].columns:
                if column.traits.pictured and thing.field(column.code):
                    yield thing.field(column.code).typed
        if isinstance(thing, Attachment):
            yield thing.hash
        if isinstance(thing, Evidence) and not thing.awaited:
            yield thing.hash

    def _is_known(self, subject: Subject) -> bool:
        """Whether it is something that a department answers, and that there is here."""
        if isinstance(subject, EvidenceAt):
            at = proved(subject.subject)
            return at is not None and is_evidence_at(subject) and self._is_provable(at)
        if isinstance(subject, FollowUpAt):
            at = proved(subject.subject)
            return at is not None and self._is_provable(at)
        return _is_known(subject, self._definitions.catalogue)

    def _is_provable(self, at: Provable) -> bool:
        match at:
            case Key():
                return is_value(at, self._definitions.catalogue, figures=True)
            case RecordKey():
                return at in self._records
            case TextAt():
                return at.report in self._definitions.outlines

    def _issue(self, code: str, subject: Subject, **facts: str) -> Issue:
        whose = Coded("department", self._answer.department)
        told: dict[str, Fact] = {"subject": canonical(subject), "department": whose, **facts}
        return Issue(code, "error", subject if isinstance(subject, Key) else None, told)

    def _is_own(self, subject: Subject, *things: Thing | None) -> bool:
        return self._answer.department in self._holders.of(subject, *things)

    def _fits(self, subject: Subject) -> Callable[[Thing], bool]:
        def fits(thing: Thing) -> bool:
            if subject_of(thing) != subject:
                return False
            match thing:
                case DataPoint():
                    return _is_point(thing)
                case Record():
                    return self._is_record(thing)
                case Restatement():
                    return thing.report in self._definitions.outlines
                case Evidence():
                    return is_evidence(thing)
                case FollowUp():
                    return is_follow_up(thing)
                case _:
                    return True

        return fits

    def _is_record(self, record: Record) -> bool:
        kind = self._definitions.catalogue.records[record.key.type]
        columns = {BLOCK, *(column.code for column in kind.columns)}
        fields = record.fields.values()
        return (
            record.report in self._definitions.outlines
            and columns.issuperset(record.fields)
            and all(not field.qualifier or is_qualifier(field.qualifier) for field in fields)
        )


def _is_known(subject: Subject, catalogue: Catalogue) -> bool:
    match subject:
        case Key():
            return is_value(subject, catalogue)
        case RecordKey():
            return subject.type in catalogue.records
        case RestatementAt():
            return is_value(subject.key, catalogue, figures=True)
        case TextAt() | RemarkAt() | AttachmentAt() | QuestionAt():
            return True
        case (
            PublishedAt() | AnswerAt() | PersonAt() | RequestAt() | ApprovalAt() | PackOriginAt() | MergeAt()
            | FreezeAt() | VerdictAt() | EvidenceAt() | FollowUpAt() | DefinitionsAt()
        ):  # fmt: skip
            return False
        case _:
            assert_never(subject)


def _is_point(point: DataPoint) -> bool:
    """Whether it is one of a value, an omission and a text that could not be read, in codes that there are."""
    kinds = (point.value is not None) + bool(point.omission) + bool(point.unread)
    known = all(_known(point))
    return kinds == 1 and known and (not point.since or point.since in YEARS)


def _known(point: DataPoint) -> Iterator[bool]:
    yield not point.qualifier or (is_qualifier(point.qualifier) and point.value is not None)
    yield not point.omission or point.omission in OMISSIONS
