"""Where a report answers a framework's disclosures: the places in its pages, and the reasons where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from exporters.assembly.carried import unconfirmed_mark
from exporters.assembly.desk import Desk, block_anchor, end_anchor, section_anchor
from exporters.content import Gap, Inlines, PageRef, Pages, Text
from schema.catalogue.crosswalk import Crosswalk, crosswalk
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.outline import Section, placements
from schema.grammar.reference import parse_reference
from schema.grammar.words import Explanation
from schema.validation.coverage import explanations

_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a requirement is answered: in a section, or by a block inside one."""

    page: PageRef
    section: Section


@dataclass(frozen=True, slots=True)
class Answers:
    """What a framework's index in `section` is made of; `places` and `reasons` are by disclosure code.

    `mark` stands at explanations that were rolled forward and not confirmed yet.
    """

    desk: Desk
    framework: Framework
    section: Section
    places: Mapping[str, list[Place]]
    reasons: Mapping[str, Explanation]
    mark: Gap | None = None

    def of(self, disclosure: Disclosure) -> list[Place]:
        """Return the places of a disclosure, the first few where there are many."""
        return self.places.get(disclosure.code, [])[:_MOST_PLACES]

    def pages(self, disclosure: Disclosure) -> Inlines:
        """Return the pages alone."""
        found = self.of(disclosure)
        return (Pages(tuple(place.page for place in found)),) if found else ()

    def titled(self, disclosure: Disclosure) -> Inlines:
        """Return the sections by their titles, each with its pages."""
        parts: list[Text | Pages] = []
        by_section: dict[str, list[Place]] = {}
        for place in self.of(disclosure):
            by_section.setdefault(place.section.code, []).append(place)
        for number, found in enumerate(by_section.values()):
            joint = ("；" if self.desk.chinese else "; ") if number else ""
            parts.append(Text(f"{joint}{self.desk.words(found[0].section.title)} "))
            parts.append(Pages(tuple(place.page for place in found)))
        return tuple(parts)

    def without(self, disclosure: Disclosure) -> Inlines:
        """Return why a disclosure has no place, or the placeholder that asks for it."""
        return self.explained(disclosure) or (self._unanswered(disclosure),)

    def explained(self, disclosure: Disclosure) -> Inlines:
        """Return the explanation of a disclosure, marked where it is last year's; nothing where there is none."""
        reason = self.reasons.get(disclosure.code)
        if not reason:
            return ()
        words = Text(self.desk.words(reason))
        waits = disclosure.code in self.desk.outline.unconfirmed.get(self.framework.code, ())
        return (words, Text(" "), self.mark) if waits and self.mark else (words,)

    def _unanswered(self, disclosure: Disclosure) -> Gap:
        desk = self.desk
        text = desk.say("word.gap.disclosure", code=disclosure.printed)
        ask = desk.department(self.section.department or desk.outline.department)
        desk.open(self.section, desk.say("word.open.disclosure", code=disclosure.printed), ask)
        return Gap(text, desk.say("word.ask.disclosure", department=ask, code=disclosure.printed))


def answers(desk: Desk, framework: Framework, section: Section) -> Answers:
    """Return where a report answers a framework; `section` is the one whose department is asked for what is open."""
    walk = crosswalk(framework)
    finder = _Finder(desk, walk, frozenset(c for s in desk.outline.walk() for c in walk.codes(s.disclosures)))
    for chapter in desk.outline.chapters:
        finder.collect(chapter, frozenset())
    reasons = explanations(desk.catalogue, desk.figures, desk.outline, walk)
    mark = unconfirmed_mark(desk, framework, section)
    return Answers(desk, framework, section, finder.found, reasons, mark)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds each requirement's places in reading order; one inside a section that answers it is not repeated.

    What sections answer in words is the editor's choice; numbers speak only for requirements that no section answers,
    else every callout that repeats a number would be a place of its own.
    """

    desk: Desk
    walk: Crosswalk
    chosen: frozenset[str]
    found: dict[str, list[Place]] = field(default_factory=dict[str, list[Place]])

    def collect(self, section: Section, above: frozenset[str]) -> None:
        own = self.walk.codes(section.disclosures)
        for code in own:
            if code not in above:
                self.found.setdefault(code, []).append(Place(section_pages(section), section))
        covered = above.union(own)
        for anchor, codes in self._by_blocks(section):
            for code in codes:
                if code not in covered | self.chosen:
                    self.found.setdefault(code, []).append(Place(PageRef(anchor), section))
                    covered |= {code}
        for child in section.sections:
            self.collect(child, covered)

    def _by_blocks(self, section: Section) -> Iterator[tuple[str, tuple[str, ...]]]:
        for block in section.blocks:
            for placement in placements(block):
                reference = parse_reference(placement.reference)
                metric = self.desk.catalogue.metrics.get(reference.code) if reference else None
                if metric is not None and (codes := self.walk.codes(metric.disclosures)):
                    yield block_anchor(block.id), codes


def section_pages(section: Section) -> PageRef:
    """Return a section's pages, from its heading to its end."""
    return PageRef(section_anchor(section.code), end_anchor(section.code))
