"""A press release drafted from a report: headline figures beside last year's, a section per chapter in its own words.

What nobody but a person can say (subhead, place and date, quote, boilerplate) is left open and asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from schema.catalogue.company_fields import company_words
from schema.catalogue.outline import (
    CalloutBlock,
    Definitions,
    Outline,
    Placement,
    Section,
    TableBlock,
    TextBlock,
    TextStyle,
    placements,
)
from schema.errors import AnnalsError
from schema.grammar.linked import escaped, parse_linked
from schema.grammar.reference import parse_reference
from schema.grammar.words import LANGUAGES, Words
from schema.values.datapoint import SlotText, Snapshot
from schema.values.figures import Figures

_OPENING, _COMPANY, _CONTACT = "release.opening", "release.company", "release.contact"
_FIGURES, _SECTIONS = 6, 8
_OPENING_TEXTS: tuple[TextStyle, ...] = ("notice", "headline", "subhead", "dateline", "lead")
_FIELDS = ("contact", "phone", "email", "website", "address")
_NO_PARAGRAPH = ("-", "|")


@dataclass(frozen=True, slots=True)
class ReleaseDraft:
    """A release as a new outline, and the words that its slots begin with."""

    outline: Outline
    texts: tuple[SlotText, ...]


def draft_release(definitions: Definitions, report: str, snapshot: Snapshot, code: str = "") -> ReleaseDraft:
    """Return a release about a report; AnnalsError where the code is taken or the report is a release itself."""
    outline = definitions.outlines[report]
    code = code or f"press-{report}"
    if outline.form == "release":
        raise AnnalsError("release.of_release", name=report)
    if not re.fullmatch(r"[a-z][a-z0-9-]*", code):  # it becomes the name of files
        raise AnnalsError("release.code", name=code)
    if code in definitions.outlines:
        raise AnnalsError("release.taken", name=code)
    return _Drafter(definitions, outline, snapshot, code).draft()


def with_outline(definitions: Definitions, outline: Outline) -> Definitions:
    """Return the definitions with one more outline."""
    return replace(definitions, outlines={**definitions.outlines, outline.code: outline})


@dataclass(frozen=True, slots=True)
class _Drafter:
    definitions: Definitions
    outline: Outline
    snapshot: Snapshot
    code: str

    def draft(self) -> ReleaseDraft:
        found = dict(islice(self._paragraphs(), _SECTIONS))
        company = self._own(_COMPANY, "release.company")
        # A report's own chapter about the company is the boilerplate, wherever it stands there.
        about = {chapter.code for chapter in self.outline.chapters if chapter.title == company.title}
        told = [chapter for chapter in self.outline.chapters if chapter.code in found and chapter.code not in about]
        sections = [self._chapter(chapter) for chapter in told]
        chapters = (
            self._opening(),
            *sections,
            company,
            self._own(_CONTACT, "release.contact"),
        )
        outline = Outline(
            self.code, self.outline.year, self.outline.language, self._title("release.title"), chapters, years=1,
            department=self.outline.department, form="release",
        )  # fmt: skip
        texts = [*self._opening_texts(), *self._contact_texts()]
        for chapter, place in found.items():
            texts += self._copies(f"{_COMPANY}.body" if chapter in about else f"{chapter}.news", *place)
        return ReleaseDraft(outline, tuple(texts))

    def _words(self, phrase: str, fill: Callable[[str], Mapping[str, str]]) -> Words:
        """Return a phrase with its places filled language by language; other braces stay what they are."""
        found: list[str] = []
        for language in LANGUAGES:
            text = self.definitions.catalogue.phrases[phrase].best(language)
            for place, words in fill(language).items():
                text = text.replace("{" + place + "}", words)
            found.append(text)
        return Words(*found)

    def _title(self, phrase: str) -> Words:
        return self._words(phrase, lambda language: {"title": self.outline.title.best(language)})

    def _opening(self) -> Section:
        lines = [TextBlock(_slot(style), _slot(style), style) for style in _OPENING_TEXTS]
        title = self._words("release.text.figures", lambda _: {"year": str(self.outline.year)})
        figures = TableBlock(
            "release.figures", title, tuple(islice(self._headline_figures(), _FIGURES)), 2, change=True
        )
        quote = [TextBlock(_slot(style), _slot(style), style) for style in ("quote", "signature")]
        blocks = (*lines, *([figures] if figures.rows else []), *quote)
        return Section(_OPENING, 1, self._words("release.opening", lambda _: {}), blocks)

    def _own(self, code: str, phrase: str) -> Section:
        company = self.definitions.catalogue.company
        title = self._words(phrase, lambda language: {"company": company.name.best(language)})
        return Section(code, 1, title, (TextBlock(f"{code}.body", f"{code}.body"),))

    def _chapter(self, chapter: Section) -> Section:
        text = TextBlock(f"{chapter.code}.news", f"{chapter.code}.news")
        return Section(chapter.code, 1, chapter.title, (text,), department=chapter.department)

    def _headline_figures(self) -> Iterator[Placement]:
        """Yield what the report itself prints large and has a value, else the first rows of its tables."""
        blocks = [block for section in self.outline.walk() for block in section.blocks]
        large = [block for block in blocks if isinstance(block, CalloutBlock)]
        listed = [block for block in blocks if isinstance(block, TableBlock)]
        figures, seen = Figures(self.definitions.catalogue, self.snapshot), set[str]()
        for placement in (item for block in (*large, *listed) for item in placements(block)):
            reference = parse_reference(placement.reference)
            if reference is None or reference.wildcard or reference.code in seen:
                continue
            if figures.value(reference.key(self.outline.year)).value is not None:
                seen.add(reference.code)
                yield replace(placement, footnote=Words())

    def _paragraphs(self) -> Iterator[tuple[str, tuple[str, int]]]:
        """Yield, for each chapter that has one, the slot and number of its first paragraph with a linked number."""
        for chapter in self.outline.chapters:
            slots = [b for s in chapter.walk() for b in s.blocks if isinstance(b, TextBlock)]
            told = [b.slot for b in slots if b.style in ("lead", "body")]
            place = next((place for slot in told if (place := self._telling(slot)) is not None), None)
            if place is not None:
                yield chapter.code, place

    def _telling(self, slot: str) -> tuple[str, int] | None:
        for number, paragraph in enumerate(self._split(slot, self.outline.language)):
            numbers = [p for p in parse_linked(paragraph) if not isinstance(p, str) and p.reference]
            known = [p for p in numbers if p.reference and p.reference.code in self.definitions.catalogue.metrics]
            if known and not paragraph.startswith(_NO_PARAGRAPH):
                return slot, number
        return None

    def _split(self, slot: str, language: str) -> list[str]:
        text = self.snapshot.texts.get((self.outline.code, slot, language), "")
        return [part.strip() for part in text.split("\n\n") if part.strip()]

    def _copies(self, slot: str, source: str, number: int) -> Iterator[SlotText]:
        """Yield the report's own paragraph for a slot of the release, in each language that has it."""
        for language in LANGUAGES:
            parts = self._split(source, language)
            if number < len(parts):
                yield SlotText(self.code, slot, language, parts[number])

    def _opening_texts(self) -> Iterator[SlotText]:
        for style in ("notice", "headline", "lead"):
            # A brace in a title is a brace, in a text it opens a link.
            titles = {language: escaped(self.outline.title.best(language)) for language in LANGUAGES}
            words = self._words(f"release.text.{style}", lambda language, titles=titles: {"title": titles[language]})
            yield from (SlotText(self.code, _slot(style), language, words.get(language)) for language in LANGUAGES)

    def _contact_texts(self) -> Iterator[SlotText]:
        company = self.definitions.catalogue.company
        for language in LANGUAGES:
            fields = [field for field in _FIELDS if company_words(company, f"company.{field}", language)]
            lines = [f"- {self._words(f'release.text.{field}', lambda _: {}).get(language)}" for field in fields]
            if lines:
                yield SlotText(self.code, f"{_CONTACT}.body", language, "\n".join(lines))


def _slot(style: str) -> str:
    return f"{_OPENING}.{style}"
