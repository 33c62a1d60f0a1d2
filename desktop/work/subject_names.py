"""What stands at a subject, in words: a value's name, a text's title, whose evidence a file is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from desktop.work.department_names import department_name
from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key, RecordKey, parse_record
from schema.grammar.templates import filled
from schema.validation.approvals import read_approvable
from schema.validation.issue import FieldAt, ListAt
from schema.validation.part_words import PartWords
from schema.values.datapoint import (
    Attachment,
    DataPoint,
    PublishedValue,
    Record,
    Remark,
    Restatement,
    SheetAnswer,
    SlotText,
    Snapshot,
)  # fmt: skip
from schema.values.display import Display
from schema.values.evidence import Evidence, EvidenceAt, all_evidence
from schema.values.follow_ups import FollowUp, FollowUpAt
from schema.values.freezes import Freeze, FreezeAt
from schema.values.kept_things import Subject, Thing, canonical, form_of
from schema.values.key_words import key_words
from schema.values.merges import Merged
from schema.values.pack_origin import PackOrigin
from schema.values.people import Person
from schema.values.questions import Question, QuestionAt
from schema.values.records import name_in
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
)  # fmt: skip
from schema.values.verdicts import Verdict, VerdictAt

# What is said of an item, and what has a name of its own.
Of = EvidenceAt | QuestionAt | FollowUpAt | ApprovalAt | RemarkAt | PublishedAt | RestatementAt | VerdictAt
Own = FreezeAt | PersonAt | RequestAt | PackOriginAt | MergeAt | AttachmentAt | AnswerAt | DefinitionsAt
Told = (
    Evidence | Attachment | Person | Freeze | Approval | Verdict | PublishedValue | Restatement | Remark | SheetAnswer
    | Request | Merged | PackOrigin
)  # fmt: skip

_SHORT = 8  # digits of a file's hash, where nobody knows its name any more


@dataclass(frozen=True, slots=True)
class SubjectNames:
    """The names of subjects, and what stands there, in one language."""

    definitions: Definitions
    snapshot: Snapshot
    language: str

    def name(self, subject: Subject) -> str:
        """Return what people call it; its canonical text where it has no name."""
        catalogue = self.definitions.catalogue
        match subject:
            case Key() if subject.metric in catalogue.metrics:
                return key_words(subject, catalogue, self.language, self.snapshot.records).bracketed()
            case TextAt() if subject.report in self.definitions.outlines:
                outline = self.definitions.outlines[subject.report]
                return PartWords(outline, catalogue, self.language).name(subject.slot)
            case RecordKey() if subject.type in catalogue.records and (record := self.snapshot.records.get(subject)):
                return name_in(record, catalogue.records[subject.type], self.language)
            case Key() if (number := parse_record(subject.metric)) is not None:
                return self.name(number[0])
            case RecordKey() if subject.type in catalogue.records:
                return f"{catalogue.records[subject.type].name.best(self.language)} {subject.id}"
            case Key() | RecordKey() | TextAt():
                return canonical(subject)
            case _:
                return self._beside(subject)

    def _beside(self, subject: Of | Own) -> str:
        """Return what has its name from the thing that it is said of, or carries one of its own."""
        template = self.definitions.catalogue.messages[f"named.{form_of(subject).kind}"].best(self.language)
        return filled(template, self._places(subject))

    def _places(self, subject: Of | Own) -> Mapping[str, str]:
        match subject:
            case EvidenceAt():
                return {"item": self.item(subject.subject), "name": self._file(subject)}
            case QuestionAt() | FollowUpAt() | ApprovalAt() | RemarkAt():
                return {"item": self.item(subject.subject)}
            case PublishedAt():
                return {"item": self.name(subject.key), "report": self._title(subject.report), "name": subject.text}
            case RestatementAt():
                return {"item": self.name(subject.key), "report": self._title(subject.report)}
            case VerdictAt():
                return {"item": self.item(subject.reference)}
            case _:
                return self._own(subject)

    def _own(self, subject: Own) -> Mapping[str, str]:
        """Return what names a thing that is said of no item."""
        match subject:
            case FreezeAt() | PersonAt():
                return {"name": subject.name}
            case RequestAt() | PackOriginAt():
                department = department_name(self.definitions.catalogue, subject.department, self.language)
                return {"name": department, "report": self._title(subject.report)}
            case MergeAt():
                return {"name": str(subject.number)}
            case AttachmentAt():
                return {"name": self._kept_name(subject.hash)}
            case AnswerAt():
                return {"name": subject.words}
            case DefinitionsAt():
                return {}
            case _:
                assert_never(subject)

    def _title(self, report: str) -> str:
        outline = self.definitions.outlines.get(report)
        return outline.title.best(self.language) if outline is not None else report

    def _file(self, at: EvidenceAt) -> str:
        """Return what the evidence is called there; where it stands no more, what its file was called first."""
        one = all_evidence(self.snapshot).get(at) or Evidence(at.subject, at.file, "")
        return one.name or (self._kept_name(one.hash) if one.hash else at.file.partition(":")[2])

    def _kept_name(self, digest: str) -> str:
        kept = self.snapshot.attachments.get(digest)
        return kept.name if kept is not None else f"{digest[:_SHORT]}…"

    def item(self, text: str) -> str:
        """Return what the canonical text of an item stands for; the text itself where it is none."""
        at = read_approvable(text)
        match at:
            case None:
                return text
            case FieldAt():
                return self.name(at.record)
            case ListAt():
                outline = self.definitions.outlines.get(at.report)
                return PartWords(outline, self.definitions.catalogue, self.language).name(at.block) if outline else text
            case _:
                return self.name(at)

    def line(self, subject: Subject) -> str:
        """Return the canonical text of an item, and the name where that is another; of all else the name."""
        text, name = self.reference(subject), self.name(subject)
        return f"{text}\t{name}" if text and name != text else name

    def reference(self, subject: Subject) -> str:
        """Return what is typed for an item, its canonical text; an empty text for what only has a name."""
        return canonical(subject) if isinstance(subject, Key | RecordKey | TextAt) else ""

    def cited(self, subject: Subject) -> str:
        """Return the name, with the reference in brackets where there is one."""
        reference, name = self.reference(subject), self.name(subject)
        return f"{name} ({reference})" if reference and reference != name else name

    def shown(self, thing: Thing | None) -> str:
        """Return what stands there as people read it; ∅ where nothing does."""
        match thing:
            case None:
                return "∅"
            case DataPoint():
                return self._value(thing)
            case SlotText():
                return thing.text.replace("\n", " ")
            case Record():
                return self.record_text(thing).replace("\n", " ")
            case Question():
                return " / ".join(step.words.replace("\n", " ") for step in (thing.asked, *thing.answers))
            case FollowUp():
                return thing.why or "✓"
            case _:
                return self._told(thing)

    def _told(self, thing: Told) -> str:
        """Return what is told of a thing in one line: its name, or who said what of it and when."""
        match thing:
            case Evidence() | Attachment() | Person() | Freeze():
                return thing.name
            case Approval():
                return _joined(thing.quoted or thing.who, thing.at[:10], thing.remark)
            case Verdict():
                finding = self.definitions.catalogue.messages[f"verdict.{thing.finding}"].best(self.language)
                return _joined(finding, thing.remark, thing.who, thing.at[:10])
            case PublishedValue():
                return _joined(thing.text, thing.place)
            case Restatement():
                return thing.reason.best(self.language) or thing.text
            case Remark():
                return _joined(thing.reason.replace("\n", " "), thing.who)
            case SheetAnswer():
                return thing.meaning
            case Request():
                return _joined(thing.due, thing.guidance.replace("\n", " "), thing.asked.by)
            case Merged() | PackOrigin():
                return thing.person
            case _:
                assert_never(thing)

    def record_text(self, record: Record) -> str:
        """Return the fields of a record, one a line."""
        kind = self.definitions.catalogue.records.get(record.key.type)
        columns = kind.columns if kind else ()
        told = ((column.name.best(self.language), record.field(column.code)) for column in columns)
        return "\n".join(f"{name}: {field.words.best(self.language) or field.typed}" for name, field in told if field)

    def _value(self, point: DataPoint) -> str:
        catalogue = self.definitions.catalogue
        metric = catalogue.metrics.get(point.key.metric)
        if point.value is None or metric is None:
            return point.omission or point.unread or point.typed
        return Display(metric, catalogue, self.language).show(point.value, point.qualifier, with_unit=True)


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))
