"""Every text of a report, in every language: slots, captions, records, headings, labels, footnotes, reasons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from schema.catalogue.definitions import Catalogue, RecordType
from schema.catalogue.outline import Outline, Wording
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES, Words, is_chinese
from schema.validation.asked_values import placed_references, window
from schema.validation.facts import Coded, Fact, Facts, PartAt
from schema.validation.issue import FieldAt, IndexAt, Issue, OutlineAt, Subject
from schema.values.datapoint import Record, Snapshot
from schema.values.footnote_words import PARTED, footnote_in
from schema.values.record_places import home
from schema.values.records import name_in
from schema.values.subject import TextAt

# Headings and labels are short and mostly say nothing: only those with a number or a word of change are read.
_MAY_SAY = re.compile(
    r"[\d{增减減降升涨漲跌翻倍半首最唯]|持平|第一|分之|[一二两兩三四五六七八九]成|"
    r"\b(?:rose|ris|fell|fall|grew|grow|increas|decreas|reduc|declin|doubl|tripl|halv|half|third|quarter|first|record|largest|"
    r"highest|lowest|most|only)",
    re.IGNORECASE,
)

_BLANK_LINE = re.compile("\n\n")


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

    def at(self, language: str) -> Subject:
        """Return where its words in a language stand."""
        return TextAt(self.outline.code, self.slot, language)

    def facts(self) -> Facts:
        """Return what sentences call it."""
        return {"report": self.outline.code, "slot": PartAt(self.outline, self.slot)}


@dataclass(frozen=True, slots=True)
class RecordPassage:
    """The words of one column of a record; `year` is what they speak of where they name none."""

    outline: Outline
    record: Record
    type: RecordType
    column: str
    words: Words
    year: int

    @property
    def name(self) -> str:
        """The record, as places of issues name it."""
        return f"{self.record.key.type}/{self.record.key.id}"

    def at(self, language: str) -> Subject:
        """Return the field; it holds all languages."""
        del language
        return FieldAt(self.record.key, self.column, home(self.outline, self.record))

    def facts(self) -> Facts:
        """Return what sentences call it: type and title of the record."""
        titles = (f"{self.type.name.best(n)} {name_in(self.record, self.type, n)}" for n in LANGUAGES)
        return {"report": self.outline.code, "slot": Words(*titles)}


@dataclass(frozen=True, slots=True)
class OutlinePassage:
    """Words that the outline itself has: a heading, a caption, a footnote at a row, a label with the link beside it."""

    outline: Outline
    part: str
    words: Words

    @property
    def year(self) -> int:
        """The year that it speaks of where it names none."""
        return self.outline.year

    @property
    def name(self) -> str:
        """The section or block, as places of issues name it."""
        return self.part

    def at(self, language: str) -> Subject:
        """Return the section or block."""
        del language
        return OutlineAt(self.outline.code, self.part)

    def facts(self) -> Facts:
        """Return what sentences call it."""
        return {"report": self.outline.code, "slot": PartAt(self.outline, self.part)}


@dataclass(frozen=True, slots=True)
class FootnotePassage:
    """The footnote of a value that a report shows: one text, in the language in which it was written."""

    outline: Outline
    key: Key
    words: Words

    @property
    def year(self) -> int:
        """The year of the value."""
        return self.key.period

    @property
    def name(self) -> str:
        """The value, as places of issues name it."""
        return self.key.canonical()

    def at(self, language: str) -> Subject:
        """Return the value."""
        del language
        return self.key

    def facts(self) -> Facts:
        """Return what sentences call it."""
        return {"report": self.outline.code, "slot": self.key}


@dataclass(frozen=True, slots=True)
class ReasonPassage:
    """Why a disclosure is not answered, as the index prints it."""

    outline: Outline
    index: IndexAt
    words: Words

    @property
    def year(self) -> int:
        """The year that it speaks of where it names none."""
        return self.outline.year

    @property
    def name(self) -> str:
        """The disclosure, as places of issues name it."""
        return f"{self.index.framework} {self.index.disclosure}"

    def at(self, language: str) -> Subject:
        """Return the explanation; it holds all languages."""
        del language
        return self.index

    def facts(self) -> Facts:
        """Return what sentences call it."""
        at = f"{self.index.framework}/{self.index.disclosure}"
        return {"report": self.outline.code, "slot": Coded("disclosure", at)}


Passage = SlotPassage | RecordPassage | OutlinePassage | FootnotePassage | ReasonPassage


def first_language(passage: Passage) -> str:
    """Return the report's own language where there are words in it, else the first one that has some."""
    own, words = passage.outline.language, passage.words
    return own if words.get(own) else next((language for language in LANGUAGES if words.get(language)), own)


def stretch_facts(text: str, start: int, end: int) -> Facts:
    """Return which paragraph and which characters of a text an issue is about."""
    return stretch_within(paragraph_ends(text), start, end)


def paragraph_ends(text: str) -> tuple[int, ...]:
    """Return where the blank lines end that part a text into paragraphs."""
    return tuple(match.end() for match in _BLANK_LINE.finditer(text))


def stretch_within(ends: tuple[int, ...], start: int, end: int) -> Facts:
    """Return which paragraph and which characters an issue is about, of a text whose blank lines end there."""
    return {"paragraph": bisect_right(ends, start) + 1, "from": start, "to": end}


def passages(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Passage]:
    """Yield each text of a report that has words."""
    yield from _slots(outline, snapshot)
    yield from _fields(outline, snapshot, catalogue)
    yield from _worded(outline)
    yield from _footnotes(outline, snapshot)
    for framework, reasons in outline.explanations.items():
        for disclosure, reason in reasons.items():
            words = Words(*(reason.get(language) for language in LANGUAGES))
            yield ReasonPassage(outline, IndexAt(outline.code, framework, disclosure), words)


def _slots(outline: Outline, snapshot: Snapshot) -> Iterator[Passage]:
    slots: dict[str, dict[str, str]] = {}
    for (report, slot, language), text in snapshot.texts.items():
        if report == outline.code and language and text:
            slots.setdefault(slot, {})[language] = text
    for slot, texts in slots.items():
        yield SlotPassage(outline, slot, Words(*(texts.get(language, "") for language in LANGUAGES)))


def _fields(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Passage]:
    for record in snapshot.records.values():
        record_type = catalogue.records.get(record.key.type) if record.report == outline.code else None
        if record_type is None:
            continue
        year = _year_of(record, record_type) or outline.year
        for column in record_type.columns:
            if column.worded and (words := record.field(column.code).words):
                yield RecordPassage(outline, record, record_type, column.code, words, year)


def _year_of(record: Record, record_type: RecordType) -> int:
    """Return the year of a record's first date; 0 where it has none."""
    dated = (record.field(column.code).typed for column in record_type.columns if column.traits.dated)
    years = [text[:4] for text in dated if text[:4].isdecimal()]
    return int(years[0]) if years else 0


def _worded(outline: Outline) -> Iterator[Passage]:
    """Yield the outline's own words where they may say something; a label is read with the number that it labels."""
    for wording in outline.wordings:
        words = _read(wording)
        if words is not None:
            yield OutlinePassage(outline, wording.part, words)


@lru_cache(maxsize=8192)  # every check reads all outlines several times
def _read(wording: Wording) -> Words | None:
    """Return words as they are read, None where they say nothing."""
    texts = tuple([wording.words.get(language) for language in LANGUAGES])
    if not any(map(_MAY_SAY.search, texts)):
        return None
    if wording.beside and "*" not in wording.beside:
        texts = (f"{text}{{{wording.beside}}}" if text else "" for text in texts)
    return Words(*texts)


def _footnotes(outline: Outline, snapshot: Snapshot) -> Iterator[Passage]:
    """Yield the footnotes at the values that a report asks for, in the years that it shows."""
    noted = {key: point.footnote for key, point in snapshot.points.items() if point.footnote}
    if not noted:
        return
    shown, years = {reference.code for reference in placed_references(outline)}, window(outline)
    for key, footnote in noted.items():
        if key.metric in shown and key.period in years:
            languages = LANGUAGES if PARTED in footnote else (_language_of(footnote, outline),)
            said = Words(*(footnote_in(footnote, name) if name in languages else "" for name in LANGUAGES))
            yield FootnotePassage(outline, key, said)


def _language_of(text: str, outline: Outline) -> str:
    """Return the language of words that may be in any: letters of ours alone are English."""
    if not is_chinese(text):
        return "en"
    return outline.language if outline.language != "en" else "zh-Hans"


def issue_at(passage: Passage, bare: Issue, language: str) -> Issue:
    """Return an issue as one that stands at a text's words in a language."""
    facts: dict[str, Fact] = {**passage.facts(), "language": language, **bare.facts}
    report = passage.outline.code
    return replace(bare, facts=facts, place=f"{report} {passage.name}", subject=passage.at(language), report=report)
