"""What stands at a subject, in words: a value's name, a text's title, a record's title."""

from __future__ import annotations

from dataclasses import dataclass

from schema.catalogue.outline import Definitions
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.reference import Key, RecordKey
from schema.validation.part_words import PartWords
from schema.values.datapoint import DataPoint, Record, SlotText, Snapshot
from schema.values.display import Display
from schema.values.follow_ups import FollowUp, FollowUpAt
from schema.values.kept_things import Subject, Thing, canonical, parse_subject, words_of
from schema.values.key_words import key_words
from schema.values.questions import Question, QuestionAt
from schema.values.records import name_in
from schema.values.subject import TextAt


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
            case RecordKey() if record := self.snapshot.records.get(subject):
                return name_in(record, catalogue.records[subject.type], self.language)
            case QuestionAt() | FollowUpAt():
                about, word = parse_subject(subject.subject), catalogue.phrases[words_of(subject)].best(self.language)
                marks = PUNCTUATION[self.language]
                return f"{word}{marks.colon}{self.name(about) if about is not None else subject.subject}"
            case _:
                return canonical(subject)

    def line(self, subject: Subject) -> str:
        """Return the canonical text, and the name where that is another."""
        text, name = canonical(subject), self.name(subject)
        return text if name == text else f"{text}\t{name}"

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
                return "…"

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
