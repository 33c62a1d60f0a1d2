"""A framework's index: where each requirement is answered, or why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exporters.build.carried import marked_index
from exporters.build.desk import Desk, block_anchor, end_anchor, section_anchor
from exporters.content import Column, Gap, Index, IndexRow, Inline, Inlines, PageRef, Text
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.outline import IndexBlock, Outline, Section, placements
from schema.values.reference import parse_reference

_COMPLY_OR_EXPLAIN = "hkex"  # its indices list every requirement; the others only what is reported
_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a requirement is answered: in a section, or by a block inside one."""

    page: PageRef
    section: Section


def index_block(desk: Desk, block: IndexBlock, section: Section) -> Index:
    """Return the index of one framework."""
    framework = desk.catalogue.frameworks[block.framework]
    places = answered(desk.outline, desk, framework)
    goals = not framework.code.startswith(_COMPLY_OR_EXPLAIN)
    rows = marked_index(desk, framework, section, _rows(desk, framework, places, section, with_titles=goals))
    last = desk.say("word.index.where") if goals else desk.say("word.index.pages")
    columns = (
        Column("code", 1.1, desk.say("column.disclosure")),
        Column("text", 4.4, desk.say("column.requirement")),
        Column("page", 3.2 if goals else 2.6, last),
    )
    return Index(block.id, desk.words(framework.name), columns, rows)


def _rows(
    desk: Desk, framework: Framework, places: Mapping[str, list[Place]], section: Section, *, with_titles: bool
) -> Iterator[IndexRow]:
    explanations = desk.outline.explanations.get(framework.code, {})
    aspect = ""
    for disclosure in framework.disclosures:
        found = places.get(disclosure.code, [])[:_MOST_PLACES]
        reason = desk.words(explanations[disclosure.code]) if disclosure.code in explanations else ""
        if with_titles and not found and not reason:
            continue
        heading = desk.words(disclosure.aspect)
        if heading and heading != aspect:
            yield IndexRow("", heading, heading=1)
        aspect = heading
        yield _row(desk, disclosure, found, reason, section, with_titles=with_titles)


def _row(
    desk: Desk, disclosure: Disclosure, found: list[Place], reason: str, section: Section, *, with_titles: bool
) -> IndexRow:
    title = desk.words(disclosure.title)
    if with_titles and found:
        return IndexRow(disclosure.printed, title, (), _titled(desk, found))
    words: Inlines = (Text(reason),) if reason else ()
    if not found and not reason:
        words = (_unanswered(desk, disclosure, section),)
    return IndexRow(disclosure.printed, title, tuple(place.page for place in found), words)


def _titled(desk: Desk, found: list[Place]) -> Inlines:
    """Return sections by their titles, each with its page."""
    parts: list[Inline] = []
    for number, place in enumerate(found):
        joint = ("；" if desk.chinese else "; ") if number else ""
        parts.append(Text(f"{joint}{desk.words(place.section.title)} {desk.say('word.page.prefix')}"))
        parts.append(place.page)
    return tuple(parts)


def _unanswered(desk: Desk, disclosure: Disclosure, section: Section) -> Gap:
    text = desk.say("word.gap.disclosure", code=disclosure.printed)
    ask = desk.department(section.department or desk.outline.department)
    desk.open(section, desk.say("word.open.disclosure", code=disclosure.printed), ask)
    return Gap(text, desk.say("word.ask.disclosure", department=ask, code=disclosure.printed))


def answered(outline: Outline, desk: Desk, framework: Framework) -> dict[str, list[Place]]:
    """Return each requirement's places in reading order; a place inside a section that answers it is not repeated.

    What sections answer in words is the editor's choice; numbers speak only for requirements that no section answers,
    else every callout that repeats a number would be a place of its own.
    """
    found: dict[str, list[Place]] = {}
    chosen = frozenset(c for section in outline.walk() for c in section.disclosures.get(framework.code, ()))
    for chapter in outline.chapters:
        _collect(chapter, desk, framework.code, chosen, frozenset(), found)
    return found


def _collect(
    section: Section,
    desk: Desk,
    framework: str,
    chosen: frozenset[str],
    above: frozenset[str],
    found: dict[str, list[Place]],
) -> None:
    own = section.disclosures.get(framework, ())
    for code in own:
        if code not in above:
            found.setdefault(code, []).append(Place(section_pages(section), section))
    covered = above.union(own)
    for anchor, codes in _answered_by_blocks(section, desk, framework):
        for code in codes:
            if code not in covered | chosen:
                found.setdefault(code, []).append(Place(PageRef(anchor), section))
                covered |= {code}
    for child in section.sections:
        _collect(child, desk, framework, chosen, covered, found)


def section_pages(section: Section) -> PageRef:
    """Return a section's pages: a range where it has sections of its own."""
    return PageRef(section_anchor(section.code), end_anchor(section.code) if section.sections else "")


def _answered_by_blocks(section: Section, desk: Desk, framework: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in section.blocks:
        for placement in placements(block):
            reference = parse_reference(placement.reference)
            metric = desk.catalogue.metrics.get(reference.code) if reference else None
            if metric is not None and metric.disclosures.get(framework):
                yield block_anchor(block.id), metric.disclosures[framework]
