"""Assembles a part of a report by the same code as the whole: quick enough to follow what is typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.chapter_contents import chapter_contents, opening_length
from exporters.assembly.cross_references import CaptionCount, with_references
from exporters.assembly.document import chart_font, document_look, section_blocks
from exporters.assembly.footnotes import NO_NOTES, NoteCount, numbered
from exporters.assembly.release import release_body
from exporters.content import Block, Heading
from exporters.excerpt import Counted, Excerpt, ExcerptBlock, Start, captions
from schema.catalogue.outline import Section
from schema.catalogue.owners import Owners, owners
from schema.moment import Moment
from schema.values.pack_origin import origin_of

NOTHING_BEFORE = Start(0, 0, NO_NOTES, frozenset(), {})
_Placed = tuple[Part, str, Block]  # with the id of the outline's block


def build_excerpt(moment: Moment, report: str, language: str, sections: Collection[str], start: Start) -> Excerpt:
    """Return sections (codes) of a report, each without those below it unless they are named, too.

    KeyError where there is no such report; `start` counts on from what stands before the first of them.
    """
    assembly = Assembly(moment, moment.outline(report), language)
    company = moment.catalogue.company
    look = document_look(company, language)
    placed = list(_placed(assembly, chart_font(look, language), sections))
    return Excerpt(
        report,
        language,
        assembly.outline.form,
        (assembly.words(company.short) or assembly.words(company.name), assembly.words(assembly.outline.title)),
        look,
        assembly.say("word.figure"),
        assembly.say("word.table"),
        start.figures,
        start.tables,
        tuple(_finished(assembly, placed, start)),
        start.page,
        start.used,
    )


def counted(moment: Moment, report: str, language: str, begin: Callable[[Block], tuple[int, float]]) -> Counted:
    """Return what stands before each section of a report.

    `begin` counts pages: it is asked for each block in order on which page and how far down it begins.
    """
    assembly = Assembly(moment, moment.outline(report), language)
    count, figures, tables, found, pages = NoteCount(), 0, 0, dict[str, Start](), dict[str, int]()
    named = CaptionCount(assembly)
    for part, planned, block in _listed(assembly, _as_printed(_placed(assembly, "", None))):
        code = part.section.code
        begins = code not in found
        if begins:
            found[code] = Start(figures, tables, dict(count.numbers), frozenset(count.defined), named.words)
        page, used = begin(*numbered((block,), count))
        if begins:
            found[code] = replace(found[code], page=page, used=used)
        if planned:
            pages.setdefault(planned, page)
        named.add(block)
        more = captions((block,))
        figures, tables = figures + more[0], tables + more[1]
    return Counted(found, pages)


def _finished(assembly: Assembly, placed: list[_Placed], start: Start) -> Iterator[ExcerptBlock]:
    """Yield the blocks as they are printed: a release's opening put in order, footnotes numbered."""
    blocks: tuple[Block, ...] = tuple(block for _, _, block in placed)
    known = {block.id: (part.section.code, planned) for part, planned, block in placed}
    if assembly.outline.form == "release":
        blocks = release_body(assembly, blocks)
    counted = numbered(blocks, NoteCount(start.notes, start.defined))
    for block in with_references(assembly, counted, start.named):
        yield ExcerptBlock(block, *known[block.id])


def _placed(assembly: Assembly, font: str, sections: Collection[str] | None) -> Iterator[_Placed]:
    unknown = origin_of(assembly.snapshot) is not None
    for part in placed_parts(assembly, sections):
        for planned, block in section_blocks(part, font):
            # A department's share has some of the report's chapters: which number theirs have is not known there.
            yield part, planned, replace(block, number="") if unknown and isinstance(block, Heading) else block


def _as_printed(placed: Iterator[_Placed]) -> Iterator[_Placed]:
    """Yield blocks as the draft has them: what a part says by itself stands below the title of its first chapter."""
    opening: list[_Placed] = []
    for one in placed:
        part, _, block = one
        if part.section.matter == "part" and not isinstance(block, Heading):
            opening.append(one)
            continue
        yield one
        if isinstance(block, Heading) and part.section.matter != "part":
            yield from opening
            opening = []
    yield from opening


def _listed(assembly: Assembly, placed: Iterator[_Placed]) -> Iterator[_Placed]:
    """Yield blocks with the list of its sections where a chapter opens with one: it takes room, too."""
    chapter: list[_Placed] = []
    for one in placed:
        if isinstance(one[2], Heading) and one[2].level == 1:
            yield from _opened(assembly, chapter)
            chapter = []
        chapter.append(one)
    yield from _opened(assembly, chapter)


def _opened(assembly: Assembly, chapter: list[_Placed]) -> Iterator[_Placed]:
    if not chapter:
        return
    (part, _, heading), rest = chapter[0], [block for _, _, block in chapter[1:]]
    listed = chapter_contents(assembly, heading, rest)
    at = 1 + opening_length(rest)
    yield from (*chapter[:at], (part, "", listed), *chapter[at:]) if listed else chapter


def placed_parts(assembly: Assembly, sections: Collection[str] | None) -> Iterator[Part]:
    """Yield these sections (codes), all without any, each before those below it."""
    known = owners(assembly.outline)
    for chapter in assembly.outline.chapters:
        part = Part(assembly, chapter, known[chapter.code], chapter.code)
        yield from (own for own in _parts(part, chapter, known) if sections is None or own.section.code in sections)


def _parts(part: Part, section: Section, known: Mapping[str, Owners]) -> Iterator[Part]:
    yield replace(part, section=section, owners=known[section.code])
    for child in section.sections:
        yield from _parts(part, child, known)
