"""Every text of a report, in every language that it has: slots, captions, and the words of its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue, RecordType
from schema.catalogue.outline import Outline
from schema.grammar.words import LANGUAGES, Words
from schema.validation.facts import Fact, Facts
from schema.validation.issue import FieldAt, Issue
from schema.values.datapoint import Record, Snapshot
from schema.values.record_places import home
from schema.values.records import name_in
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class SlotPassage:
    """The words of a slot of a report: a text, a caption, an alternative text."""

    outline: Outline
    slot: str
    words: Words

    @property
    def year(self) -> int:
        """The year that it speaks of where it names none."""
        return self.outline.year

    @property
    def name(self) -> str:
        """The slot, as places of issues name it."""
        return self.slot

    def at(self, language: str) -> TextAt | FieldAt:
        """Return where its words in a language stand."""
        return TextAt(self.outline.code, self.slot, language)

    def facts(self) -> Facts:
        """Return what sentences call it."""
        return {"report": self.outline.code, "slot": self.slot}


@dataclass(frozen=True, slots=True)
class RecordPassage:
    """The words of one column of a record."""

    outline: Outline
    record: Record
    type: RecordType
    column: str

    @property
    def words(self) -> Words:
        """Its words in all languages."""
        return self.record.field(self.column).words

    @property
    def year(self) -> int:
        """The year that it speaks of where it names none: that of its first date, else the report's."""
        dated = (self.record.field(column.code).typed for column in self.type.columns if column.traits.dated)
        years = [text[:4] for text in dated if text[:4].isdecimal()]
        return int(years[0]) if years else self.outline.year

    @property
    def name(self) -> str:
        """The record, as places of issues name it."""
        return f"{self.record.key.type}/{self.record.key.id}"

    def at(self, language: str) -> TextAt | FieldAt:
        """Return the field; it holds all languages."""
        del language
        return FieldAt(self.record.key, self.column, home(self.outline, self.record))

    def facts(self) -> Facts:
        """Return what sentences call it: type and title of the record."""
        titles = (f"{self.type.name.best(n)} {name_in(self.record, self.type, n)}" for n in LANGUAGES)
        return {"report": self.outline.code, "slot": Words(*titles)}


Passage = SlotPassage | RecordPassage


def passages(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Passage]:
    """Yield each text of a report that has words."""
    slots: dict[str, dict[str, str]] = {}
    for (report, slot, language), text in snapshot.texts.items():
        if report == outline.code and language and text:
            slots.setdefault(slot, {})[language] = text
    for slot, texts in slots.items():
        yield SlotPassage(outline, slot, Words(*(texts.get(language, "") for language in LANGUAGES)))
    for record in snapshot.records.values():
        record_type = catalogue.records.get(record.key.type) if record.report == outline.code else None
        for column in record_type.columns if record_type else ():
            if record_type is not None and column.worded and record.field(column.code).words:
                yield RecordPassage(outline, record, record_type, column.code)


def issue_at(passage: Passage, bare: Issue, language: str) -> Issue:
    """Return an issue as one that stands at a text's words in a language."""
    facts: dict[str, Fact] = {**passage.facts(), "language": language, **bare.facts}
    report = passage.outline.code
    return replace(bare, facts=facts, place=f"{report} {passage.name}", subject=passage.at(language), report=report)
