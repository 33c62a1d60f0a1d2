"""What every part of the assembly needs: definitions, data, words of one language; and what it finds on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from exporters.content import Gap, OpenPoint
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Outline, Section
from schema.grammar.reference import Key, parse_record
from schema.grammar.words import LANGUAGES, Words, is_chinese
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.listing import category_words
from schema.values.records import metric_of, name_in

_LONGEST_BOOKMARK = 40


@dataclass
class Notebook:
    """What is found while the document is assembled in reading order."""

    open_points: list[OpenPoint] = field(default_factory=list[OpenPoint])
    asked: set[str] = field(default_factory=set[str])
    notes: dict[str, int] = field(default_factory=dict[str, int])
    defined: set[str] = field(default_factory=set[str])
    placed: dict[Key, Section] = field(default_factory=dict[Key, Section])
    drafts: dict[tuple[str, str], list[str]] = field(default_factory=dict["tuple[str, str]", "list[str]"])
    texts: dict[tuple[str, str, bool], list[str]] = field(default_factory=dict["tuple[str, str, bool]", "list[str]"])
    carried: dict[tuple[str, str, str, bool], list[str]] = field(
        default_factory=dict["tuple[str, str, str, bool]", "list[str]"]
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """One report in one language over one snapshot; `notes` is the only thing that changes."""

    catalogue: Catalogue
    outline: Outline
    language: str
    figures: Figures
    snapshot: Snapshot
    notes: Notebook = field(default_factory=Notebook)
    outlines: Mapping[str, Outline] = field(default_factory=dict[str, Outline])

    @property
    def chinese(self) -> bool:
        """Whether the document is in Chinese."""
        return self.language != "en"

    def words(self, words: Words) -> str:
        """Return a wording in the document's language, else in the nearest."""
        return words.best(self.language)

    def say(self, phrase: str, /, **places: str) -> str:
        """Return a fixed phrase with its places filled."""
        return self.catalogue.phrases[phrase].best(self.language).format(**places)

    def told(self, words: str) -> str:
        """Return what a person wrote; an English document says of Chinese words that they are Chinese."""
        return self.say("note.chinese", text=words) if words and is_chinese(words) else words

    def department(self, code: str) -> str:
        """Return a department's name."""
        known = self.catalogue.departments.get(code)
        return self.words(known.name) if known else code

    def name(self, key: Key) -> str:
        """Return metric and category of a key as one name; of a record's number record and column."""
        metric = metric_of(self.catalogue, key.metric)
        if metric is not None and (found := parse_record(key.metric)) is not None:
            kind, record = self.catalogue.records[found[0].type], self.snapshot.records.get(found[0])
            title = name_in(record, kind, self.language) if record else found[0].id
            return f"{title} · {self.words(metric.name)}"
        name = self.words(metric.name) if metric else key.metric
        category = category_words(key.category, self.catalogue, self.language)
        if not category:
            return name
        return f"{name}（{category}）" if self.chinese else f"{name} ({category})"

    def asks(self, metric: Metric) -> str:
        """Return who is asked for a metric."""
        return self.department(metric.department or self.outline.department)

    def open(self, section: Section, what: str, ask: str, identity: str = "") -> None:
        """Note an open point; the same identity is noted once."""
        identity = identity or f"{section.code}|{what}"
        if identity not in self.notes.asked:
            self.notes.asked.add(identity)
            title = self.words(section.title)
            self.notes.open_points.append(OpenPoint(title, section_anchor(section.code), what, ask))

    def gap_text(self, slot: str, name: str, section: Section, ask: str) -> Gap:
        """Return the placeholder of a missing text; it says so where only this language is missing."""
        elsewhere = [language for language in LANGUAGES if self.snapshot.texts.get((self.outline.code, slot, language))]
        if elsewhere:
            own = self.language_name(self.language)
            there = ("、" if self.chinese else ", ").join(self.language_name(code) for code in elsewhere)
            text = self.say("word.gap.language", name=name, language=own)
            remark = self.say("word.ask.language", department=ask, language=own, name=name, there=there)
        else:
            text = self.say("word.gap.text", name=name)
            remark = self.say("word.ask.text", department=ask, name=name)
        self.notes.texts.setdefault((section.code, ask, bool(elsewhere)), []).append(name)
        return Gap(text, f"{remark} [{slot}]")

    def language_name(self, code: str) -> str:
        """Return a language's name in the document's language."""
        return self.say("word.language." + code.replace("-", "").lower())


def section_anchor(code: str) -> str:
    """Return the bookmark of a section's beginning."""
    return _bookmark("s_" + code)


def end_anchor(code: str) -> str:
    """Return the bookmark of a section's end."""
    return _bookmark("e_" + code)


def block_anchor(code: str) -> str:
    """Return the bookmark of a block."""
    return _bookmark("b_" + code)


def note_anchor(number: int) -> str:
    """Return the bookmark of a footnote's mark."""
    return f"n_{number}"


def _bookmark(name: str) -> str:
    """Return a name that Word accepts: letters, digits and _, at most 40 of them."""
    plain = name.replace(".", "_")
    if len(plain) <= _LONGEST_BOOKMARK:
        return plain
    return plain[:31] + "_" + hashlib.sha256(name.encode()).hexdigest()[:8]
