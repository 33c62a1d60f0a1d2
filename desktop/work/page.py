"""The page beside the form: which sections it shows, and what the draft would print of them at this moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.catalogue.outline import CalloutBlock, ChartBlock, Definitions, Outline, Placement, Section, TableBlock
from schema.grammar.reference import Key, parse_reference
from schema.grammar.slots import COMPANY, TEMPLATE
from schema.moment import Moment, PassingMoment
from schema.values.datapoint import Snapshot
from schema.values.image_slots import placed_hash

if TYPE_CHECKING:
    from exporters.content import Look
    from exporters.excerpt import Counted, Excerpt
    from exporters.word.template_look import TemplateLook


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked at: a section of a report, with `chapter` all of its chapter, in one or several languages."""

    report: str
    section: str
    languages: tuple[str, ...]
    chapter: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows in one language, and the look of the template that it is printed with."""

    excerpt: Excerpt
    look: TemplateLook


def shown_sections(outline: Outline, wanted: Wanted) -> tuple[str, ...]:
    """Return the codes of the sections on the page, in order: one that only holds others is shown with them."""
    for chapter in outline.chapters:
        within = _walk(chapter)
        section = next((one for one in within if one.code == wanted.section), None)
        if section is not None:
            shown = within if wanted.chapter else [section] if section.blocks else _walk(section)
            return tuple(one.code for one in shown)
    return ()


def _walk(section: Section) -> list[Section]:
    return [section, *(below for child in section.sections for below in _walk(child))]


class PageMaker:
    """Makes pages of one workspace; what stands before each section is counted once, and again when asked to.

    Not for two threads at a time.
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """Read attachments by their hash: the company's own Word template is one."""
        self._read = read
        self._counts: dict[tuple[str, str, str], Counted] = {}
        self._looks: dict[tuple[Look, str], TemplateLook] = {}

    def forget(self) -> None:
        """Count anew what stands before each section, the next time it is needed."""
        self._counts.clear()

    def make(
        self, definitions: Definitions, snapshot: Snapshot, checked: Moment | None, wanted: Wanted
    ) -> tuple[Shown, ...]:
        """Return the page in each language; `checked` is the last moment that was checked, if there was one."""
        from exporters.assembly.excerpt import NOTHING_BEFORE, build_excerpt

        if wanted.report not in definitions.outlines:
            return ()
        moment = PassingMoment(definitions, snapshot, checked)
        sections = shown_sections(definitions.outlines[wanted.report], wanted)
        made: list[Shown] = []
        for language in wanted.languages if sections else ():
            start = self._counted(moment, wanted.report, language).starts.get(sections[0], NOTHING_BEFORE)
            excerpt = build_excerpt(moment, wanted.report, language, sections, start)
            made.append(Shown(excerpt, self._looked(excerpt.look, snapshot)))
        return tuple(made)

    def form(self, moment: Moment, wanted: Wanted, *, filled: bool) -> Shown:
        """Return the form of what is looked at on paper, in the first language, empty or with what is there."""
        from exporters.assembly.form_page import build_form

        sections = shown_sections(moment.definitions.outlines[wanted.report], wanted)
        excerpt = build_form(moment, wanted.report, wanted.languages[0], sections, filled=filled)
        return Shown(excerpt, self._looked(excerpt.look, moment.snapshot))

    def _looked(self, look: Look, snapshot: Snapshot) -> TemplateLook:
        """Return the look of the company's own template where it has one, else of the one that ships."""
        from exporters.word.company_look import company_look
        from exporters.word.template_look import template_look
        from exporters.word.writer import template_path

        own = placed_hash(snapshot, COMPANY, TEMPLATE)
        if (look, own) not in self._looks:
            shipped = template_look(template_path(), look)
            self._looks[look, own] = company_look(self._read(own), look, shipped) if own else shipped
        return self._looks[look, own]

    def _counted(self, moment: Moment, report: str, language: str) -> Counted:
        place = (moment.definitions.hash, report, language)
        if place not in self._counts:
            self._counts[place] = count_report(moment, report, language)
        return self._counts[place]


def count_report(moment: Moment, report: str, language: str) -> Counted:
    """Return what stands before each section of a report, and the pages on which its blocks will about begin."""
    from exporters.assembly.excerpt import counted
    from exporters.word.estimated_pages import PageCount

    return counted(moment, report, language, PageCount().begin)


def planned_with(section: Section, key: Key) -> frozenset[str]:
    """Return the ids of a section's blocks that print a value, whichever year or member of it is asked for."""
    found: set[str] = set()
    for block in section.blocks:
        match block:
            case TableBlock():
                placements = [row for row in block.rows if isinstance(row, Placement)]
            case CalloutBlock():
                placements = list(block.items)
            case ChartBlock():
                placements = list(block.series)
            case _:
                placements = []
        references = (parse_reference(placement.reference) for placement in placements)
        if any(reference is not None and reference.code == key.metric for reference in references):
            found.add(block.id)
    return frozenset(found)
