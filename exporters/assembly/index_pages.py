"""Where a report answers a framework's disclosures, as links to its pages; and the reasons where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporters.assembly.anchors import block_anchor, end_anchor, section_anchor, value_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.carried import unconfirmed_mark
from exporters.assembly.index_reasons import all_said, elsewhere
from exporters.content import Gap, Inlines, PageRef, Pages, Text
from schema.catalogue.definitions import Framework
from schema.catalogue.outline import ChartBlock, TableBlock, placements
from schema.grammar.reference import parse_reference
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
        return (self._pages(answer, answer.places[:_MOST_PLACES]),) if answer.places else ()

    def titled(self, answer: Coverage) -> Inlines:
        """Return the sections by their titles, each with its pages."""
        titles = {section.code: section.title for section in self.assembly.outline.walk()}
        by_section: dict[str, list[Place]] = {}
        for place in answer.places[:_MOST_PLACES]:
            by_section.setdefault(place.section, []).append(place)
        parts: list[Text | Pages] = []
        for number, (section, places) in enumerate(by_section.items()):
            joint = self.assembly.punctuation.semicolon if number else ""
            parts += (Text(f"{joint}{self.assembly.words(titles[section])} "), self._pages(answer, places))
        return tuple(parts)

    def _pages(self, answer: Coverage, places: Sequence[Place]) -> Pages:
        """Return the pages of the values that answer, where there are some; else those of the places."""
        return Pages(tuple(ref for place in places for ref in self._values(answer, place) or (self._page(place),)))

    def _values(self, answer: Coverage, place: Place) -> tuple[PageRef, ...]:
        """Return where the values stand that answer, in the block of a place or in the tables of its section."""
        section = next(one for one in self.assembly.outline.walk() if one.code == place.section)
        blocks = [block for one in section.walk() for block in one.blocks if isinstance(block, TableBlock)]
        if place.block:
            blocks = [block for block in blocks if block.id == place.block]
        codes = [(block.id, code) for block in blocks for code in _codes(block) if code in answer.metrics]
        first = dict.fromkeys(value_anchor(block, code) for block, code in codes)
        return tuple(map(PageRef, list(first)[:_MOST_PLACES]))

    def _page(self, place: Place) -> PageRef:
        """Return the page of a block, or those of a section from its heading to its end."""
        found = self.assembly.outline.part(place.block) if place.block else None
        if found is None:
            return PageRef(section_anchor(place.section), end_anchor(place.section))
        # What is too little for a chart is not drawn: its section is there in any case.
        return PageRef(section_anchor(place.section) if isinstance(found[1], ChartBlock) else block_anchor(place.block))

    def entry(self, answer: Coverage, where: Inlines) -> Inlines:
        """Return where a disclosure is answered and what of it is left out; without either a placeholder."""
        said = all_said(self.assembly, answer) if not (where and answer.explanation) else ()
        there = elsewhere(self.assembly, answer)
        parts = [found for found in (where, there) if found]
        parts += [(Text(words),) for words in said]
        if not parts:
            return (self.unanswered(answer),)
        joint = (Text(self.assembly.punctuation.semicolon),)
        rest = (inline for part in parts[1:] for inline in (*joint, *part))
        return (*parts[0], *rest, *(self.mark(answer) if said or there else ()))

    def mark(self, answer: Coverage) -> Inlines:
        """Return the mark of an explanation that stands as it was a year before; nothing for another."""
        waits = answer.disclosure.code in self.assembly.outline.unconfirmed.get(self.framework.code, ())
        mark = unconfirmed_mark(self.part, self.framework) if waits else None
        return (Text(" "), mark) if mark else ()

    def unanswered(self, *answers: Coverage) -> Gap:
        """Return the placeholder that asks for disclosures, or for the words that explain their omission."""
        assembly = self.assembly
        codes = assembly.punctuation.listed(answer.disclosure.printed for answer in answers)
        text, ask = assembly.say("word.gap.disclosure", code=codes), self.part.ask
        if departments := assembly.waiting(at for answer in answers for at in answer.missing):
            return Gap(text, assembly.say("word.pending", department=departments))
        return Gap(text, assembly.say("word.ask.disclosure", department=ask, code=codes))


def _codes(block: TableBlock) -> Iterator[str]:
    """Yield the metrics of a table, as they follow each other."""
    references = (parse_reference(placement.reference) for placement in placements(block))
    yield from (reference.code for reference in references if reference)


def section_pages(code: str) -> Pages:
    """Return the page on which a section begins."""
    return Pages((PageRef(section_anchor(code)),))
