"""How far a report answers a framework: each disclosure answered, explained or open, what is missing and who owns it.

A mapping answers nothing: a value, words or a record of the report's own year must stand in what is mapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schema.catalogue.crosswalk import Crosswalk, crosswalk
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.outline import Definitions, IndexBlock, Outline, Section
from schema.grammar.words import Explanation
from schema.validation.contents import ItemAt, LeftOut
from schema.validation.speaking import Contents, Speaking, grouped, speaking
from schema.values.figures import Figures

State = Literal["answered", "explained", "open"]
STATES: tuple[State, ...] = ("answered", "explained", "open")
NO_EXPLANATION = Explanation()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report answers a disclosure: in a section's words, or by the values of a block in it."""

    section: str
    block: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One disclosure: the metrics with a value and the sections with content that answer it, or why it is not answered.

    `places` are those that an index prints, in the order of reading; what a section answers is not repeated inside it.
    What another document answers has an `explanation` that names it. `reason` is the report's own explanation of the
    whole disclosure, `left_out` the omissions that concern it.
    `missing` is what is asked for it and not there, `owners` the departments (codes) that own what is asked; `asked`
    tells a disclosure that nothing of the report is mapped to.
    """

    disclosure: Disclosure
    state: State
    metrics: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    explanation: Explanation = NO_EXPLANATION
    places: tuple[Place, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    missing: tuple[ItemAt, ...] = ()
    owners: tuple[str, ...] = ()
    asked: bool = False

    @property
    def partly(self) -> bool:
        """Whether it is answered, and something that is asked for it is missing."""
        return self.state == "answered" and bool(self.missing)

    @property
    def reason(self) -> Explanation:
        """Why it is not answered: the report's own words, else those of the first omission that has some."""
        omitted = (item.explanation for item in self.left_out if item.explanation)
        return self.explanation or next(omitted, NO_EXPLANATION)


@dataclass(frozen=True, slots=True)
class Unasked:
    """What nobody is asked for: by framework the disclosures that nothing is mapped to, and items without an owner."""

    disclosures: Mapping[str, tuple[Coverage, ...]]
    items: tuple[ItemAt, ...]


def coverage(definitions: Definitions, figures: Figures, report: str, framework: str) -> tuple[Coverage, ...]:
    """Return each disclosure of a framework, in the framework's order, as this report stands now."""
    return covered(Contents(definitions.outlines[report], figures), definitions.catalogue.frameworks[framework])


def covered(contents: Contents, framework: Framework) -> tuple[Coverage, ...]:
    """Return the same where the contents of the report are known."""
    answers = _Answers(contents, framework, crosswalk(framework), speaking(contents, framework))
    places = answers.places()
    return tuple(answers.of(item, places.get(item.code, ())) for item in framework.disclosures)


def counts(rows: tuple[Coverage, ...]) -> dict[State, int]:
    """Return how many disclosures are in each state."""
    return {state: sum(row.state == state for row in rows) for state in STATES}


def followed(outline: Outline) -> tuple[str, ...]:
    """Return the frameworks that a report follows or prints an index of."""
    blocks = (block for section in outline.walk() for block in section.blocks if isinstance(block, IndexBlock))
    return tuple(dict.fromkeys((*outline.frameworks, *(block.framework for block in blocks))))


def unasked(contents: Contents, rows: Mapping[str, tuple[Coverage, ...]]) -> Unasked:
    """Return what nobody is asked for, `rows` being the coverage of the frameworks concerned."""
    alone = {code: tuple(row for row in found if not row.asked) for code, found in rows.items()}
    items = dict.fromkeys(item.at for item in contents.items if not item.owner)
    return Unasked(alone, tuple(items))


@dataclass(frozen=True, slots=True)
class _Answers:
    contents: Contents
    framework: Framework
    walk: Crosswalk
    speaking: Speaking

    def of(self, disclosure: Disclosure, places: tuple[Place, ...]) -> Coverage:
        """Return one disclosure as it stands."""
        code, items = disclosure.code, self.speaking.items(disclosure.code)
        values = self.speaking.values.get(code, ())
        metrics = tuple(dict.fromkeys(item.metric for item in values if item.there))
        sections = self._sections(code)
        inside = bool(metrics or sections)
        # Beside an answer in words only what names the disclosure itself is left out of it.
        concerned = values if inside else items
        omitted = tuple(dict.fromkeys(one for item in concerned for one in item.left_out))
        outline = self.contents.outline
        own = outline.explanations.get(self.framework.code, {}).get(code, NO_EXPLANATION)
        confirmed = code not in outline.unconfirmed.get(self.framework.code, ())
        answered = inside or bool(own.document and confirmed)
        explained = bool(own and confirmed) or any(one.explanation for one in omitted)
        return Coverage(
            disclosure,
            "answered" if answered else "explained" if explained and not disclosure.mandatory else "open",
            metrics,
            sections,
            own,
            places,
            omitted,
            tuple(dict.fromkeys(at for item in items for at in item.missing)),
            tuple(dict.fromkeys(item.owner for item in items if item.owner)),
            bool(items),
        )

    def _sections(self, code: str) -> tuple[str, ...]:
        """Return the sections that answer a disclosure, in reading order."""
        full = self.contents.full
        named = {section for section in self.speaking.sections.get(code, {}) if section in full}
        # An index of goals repeats what the report tells elsewhere; it answers alone what is told there only.
        named = named or {item.section for item in self.speaking.goals.get(code, ()) if item.there}
        return tuple(sorted(named, key=self.contents.order.__getitem__))

    def places(self) -> dict[str, tuple[Place, ...]]:
        """Return each disclosure's places; numbers speak only for those that no section answers in words.

        What sections answer is the editor's choice; else every callout that repeats a number would be a place.
        """
        outline = self.contents.outline
        named = {section.code: self._named(section) for section in outline.walk()}
        answering = {code: self._sections(code) for code in dict.fromkeys(c for row in named.values() for c in row)}
        own = {name: tuple(code for code in row if name in answering[code]) for name, row in named.items()}
        chosen = frozenset(code for codes in own.values() for code in codes)
        by_block = grouped(
            ((item.section, item.block), code)
            for code, items in self.speaking.values.items()
            for item in items
            if item.there and code not in chosen
        )
        walk = _Walk(own, by_block)
        return grouped(pair for chapter in outline.chapters for pair in walk.places(chapter, frozenset()))

    def _named(self, section: Section) -> tuple[str, ...]:
        """Return what a section may answer by itself: the disclosures that it names, and goals."""
        return tuple(dict.fromkeys((*self.walk.codes(section.disclosures), *self.speaking.goals)))


@dataclass(frozen=True, slots=True)
class _Walk:
    """Finds places: `own` has what each section answers by itself, `by_block` what the values of a block do."""

    own: Mapping[str, tuple[str, ...]]
    by_block: Mapping[tuple[str, str], tuple[str, ...]]

    def places(self, section: Section, above: frozenset[str]) -> Iterator[tuple[str, Place]]:
        """Yield the places in a section and below it of what is not answered above."""
        own = self.own[section.code]
        yield from ((code, Place(section.code)) for code in own if code not in above)
        seen = above.union(own)
        for block in section.blocks:
            codes = self.by_block.get((section.code, block.id), ())
            yield from ((code, Place(section.code, block.id)) for code in codes if code not in seen)
            seen = seen.union(codes)
        for child in section.sections:
            yield from self.places(child, seen)
