"""Where a report answers a framework's disclosures, as links to its pages; and the reasons where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.assembly.anchors import block_anchor, end_anchor, section_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.carried import unconfirmed_mark
from exporters.content import Gap, Inlines, PageRef, Pages, Text
from schema.catalogue.definitions import Framework
from schema.validation.coverage import Coverage, Place

_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class IndexPages:
    """The answers to one framework in the words and links of the index that stands in `part`."""

    part: Part
    framework: Framework

    @property
    def assembly(self) -> Assembly:
        """Return the report being assembled."""
        return self.part.assembly

    @property
    def answers(self) -> tuple[Coverage, ...]:
        """Return each disclosure as the report answers it."""
        return self.assembly.moment.coverage(self.assembly.outline.code, self.framework.code)

    def pages(self, answer: Coverage) -> Inlines:
        """Return the pages alone, the first few where there are many."""
        return (_pages(answer.places[:_MOST_PLACES]),) if answer.places else ()

    def titled(self, answer: Coverage) -> Inlines:
        """Return the sections by their titles, each with its pages."""
        titles = {section.code: section.title for section in self.assembly.outline.walk()}
        by_section: dict[str, list[Place]] = {}
        for place in answer.places[:_MOST_PLACES]:
            by_section.setdefault(place.section, []).append(place)
        parts: list[Text | Pages] = []
        for number, (section, places) in enumerate(by_section.items()):
            joint = self.assembly.punctuation.semicolon if number else ""
            parts += (Text(f"{joint}{self.assembly.words(titles[section])} "), _pages(places))
        return tuple(parts)

    def without(self, answer: Coverage) -> Inlines:
        """Return why a disclosure has no place, or the placeholder that asks for it."""
        return self.explained(answer) or (self._unanswered(answer),)

    def explained(self, answer: Coverage) -> Inlines:
        """Return the explanation of a disclosure, marked where it is last year's; nothing where there is none."""
        if not answer.reason:
            return ()
        words = Text(self.assembly.words(answer.reason))
        waits = answer.disclosure.code in self.assembly.outline.unconfirmed.get(self.framework.code, ())
        mark = unconfirmed_mark(self.assembly, self.framework, self.part.section) if waits else None
        return (words, Text(" "), mark) if mark else (words,)

    def _unanswered(self, answer: Coverage) -> Gap:
        assembly, code = self.assembly, answer.disclosure.printed
        ask = assembly.owner(self.part.section)
        text = assembly.say("word.gap.disclosure", code=code)
        return Gap(text, assembly.say("word.ask.disclosure", department=ask, code=code))


def _pages(places: Sequence[Place]) -> Pages:
    return Pages(tuple(map(_page, places)))


def _page(place: Place) -> PageRef:
    """Return the page of a block, or those of a section from its heading to its end."""
    if place.block:
        return PageRef(block_anchor(place.block))
    return PageRef(section_anchor(place.section), end_anchor(place.section))
