"""Assembles a report's Document: here everything is decided, writers only write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from exporters.assembly.anchors import end_anchor, section_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.chapter_contents import with_contents
from exporters.assembly.charts import chart_blocks
from exporters.assembly.cross_references import caption_words, with_references
from exporters.assembly.drawn import diagram_block, questionnaire_blocks
from exporters.assembly.facts import PlacedBlock, facts_of
from exporters.assembly.footnotes import numbered
from exporters.assembly.images import image_blocks, logo_image
from exporters.assembly.index import index_blocks
from exporters.assembly.matrix import matrix_blocks
from exporters.assembly.open_points import open_point_rows
from exporters.assembly.owed import heads, is_long, owed, sparsely_remarked
from exporters.assembly.records import records_blocks
from exporters.assembly.release import release_blocks
from exporters.assembly.tables import callout_block, table_block
from exporters.assembly.text import text_blocks
from exporters.assembly.value_anchors import with_value_anchors
from exporters.charts.colours import DEFAULT_COLOURS, colour_of
from exporters.content import Block, Cover, Document, Heading, Labels, Look, Mark
from schema.catalogue.definitions import Catalogue, Company
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import Block as PlannedBlock
from schema.catalogue.outline import (
    CalloutBlock,
    ChartBlock,
    ImageBlock,
    IndexBlock,
    Outline,
    RecordsBlock,
    TableBlock,
    TextBlock,
)
from schema.catalogue.owners import Owners, owners
from schema.grammar.spacing import closed_up
from schema.moment import Moment
from schema.values.dates import show_date
from schema.values.history_mark import HistoryMark

_FONTS: Mapping[str, tuple[str, str]] = {
    "zh-Hans": ("微软雅黑", "zh-CN"),
    "zh-Hant": ("Microsoft JhengHei", "zh-HK"),
    "en": ("微软雅黑", "en-GB"),
}
_LATIN = "Arial"  # every Office has it, and every LibreOffice a face as wide


@dataclass(frozen=True, slots=True)
class Content:
    """What a report prints, without what is still open in it: `blocks` are those `placed`, counted and referred to."""

    assembly: Assembly
    placed: tuple[PlacedBlock, ...]
    blocks: tuple[Block, ...]


def build_content(moment: Moment, report: str, language: str) -> Content:
    """Return a report's content, for which no check has to run; KeyError where there is no such report."""
    assembly = Assembly(moment, moment.outline(report), language)
    look = document_look(moment.catalogue.company, language)
    placed = tuple(_chapters(assembly, chart_font(look, language)))
    return Content(assembly, placed, _finished(assembly, [block for _, block in placed]))


def build_document(moment: Moment, report: str, language: str) -> Document:
    """Return the whole report in one language; KeyError where there is no such report."""
    content = build_content(moment, report, language)
    assembly, causes = content.assembly, content.assembly.causes
    rows = open_point_rows(assembly, causes)
    many = is_long(rows)
    plain = plain_document(content, len(causes))
    return replace(
        plain,
        blocks=tuple(sparsely_remarked(assembly, content.blocks)) if many else content.blocks,
        open_points=heads(assembly, rows) if many else rows,
        owed=owed(assembly, causes) if many else (),
    )


def plain_document(content: Content, count: int = 0) -> Document:
    """Return a report's document without the list of its `count` open points."""
    assembly = content.assembly
    own = assembly.catalogue.company
    company, title = assembly.words(own.name), assembly.words(assembly.outline.title)
    return Document(
        report=assembly.outline.code,
        language=assembly.language,
        year=assembly.year,
        cover=_cover(assembly, company, title, count),
        header=(assembly.words(own.short) or company, title),
        look=document_look(own, assembly.language),
        labels=_labels(assembly, count),
        blocks=content.blocks,
        form=assembly.outline.form,
        facts=facts_of(content.placed),
        keywords=tuple(filter(None, dict.fromkeys(_keywords(assembly)))),
    )


def _keywords(assembly: Assembly) -> Iterator[str]:
    company, known = assembly.catalogue.company, assembly.catalogue.frameworks
    yield from (assembly.words(company.short), assembly.bare_year(assembly.year))
    yield from (assembly.words(known[code].name) for code in assembly.outline.frameworks if code in known)


def _finished(assembly: Assembly, blocks: Sequence[Block]) -> tuple[Block, ...]:
    is_release = assembly.outline.form == "release"
    counted = with_value_anchors(numbered(release_blocks(assembly, blocks) if is_release else blocks))
    return with_references(assembly, counted, caption_words(assembly, counted))


def _chapters(assembly: Assembly, font: str) -> Iterator[PlacedBlock]:
    """Yield the chapters; what a part says by itself stands below the title of its first chapter."""
    known, opening = owners(assembly.outline), list[PlacedBlock]()
    for chapter in assembly.outline.chapters:
        heading, *rest = _section(Part(assembly, chapter, known[chapter.code], chapter.code), known, font)
        yield heading
        if chapter.matter == "part":
            opening += rest
        else:
            yield from with_contents(*heading, (*opening, *rest))
            opening = []
    yield from opening


def _section(part: Part, known: Mapping[str, Owners], font: str) -> Iterator[PlacedBlock]:
    yield from ((part, block) for _, block in section_blocks(part, font))
    for child in part.section.sections:
        yield from _section(replace(part, section=child, owners=known[child.code]), known, font)
    yield part, Mark(part.section.code + ".end", end_anchor(part.section.code))


def section_blocks(part: Part, font: str) -> Iterator[tuple[str, Block]]:
    """Yield a section's heading and its own blocks, each with the id of the outline's block ("" = the heading)."""
    yield "", section_heading(part)
    for planned in part.section.blocks:
        own = replace(part, block=planned.department)
        yield from ((planned.id, block) for block in _block(own, planned, font))


def section_heading(part: Part) -> Heading:
    """Return a section's heading with its number."""
    section, assembly = part.section, part.assembly
    level = 0 if section.matter == "part" and assembly.outline.form == "report" else section.level
    number = assembly.numbers.get(section.code, "")
    anchor = section_anchor(section.code)
    return Heading(section.code, level, assembly.words(section.title), anchor, number, number[:1].isalpha())


def _block(part: Part, block: PlannedBlock, font: str) -> tuple[Block, ...]:  # noqa: C901  one case for each kind
    match block:
        case TextBlock():
            return text_blocks(part, block)
        case TableBlock():
            return (table_block(part.assembly, block),)
        case CalloutBlock():
            return (callout_block(part.assembly, block),)
        case ChartBlock():
            return chart_blocks(part, block, font)
        case RecordsBlock():
            return records_blocks(part, block)
        case DiagramBlock():
            return (diagram_block(part.assembly, block),)
        case QuestionnaireBlock():
            return questionnaire_blocks(part.assembly, block)
        case MatrixBlock():
            return matrix_blocks(part, block, font)
        case ImageBlock():
            return image_blocks(part, block)
        case IndexBlock():
            return index_blocks(part, block)
        case _:
            assert_never(block)


def chart_font(look: Look, language: str) -> str:
    """Return the font of a document's charts."""
    return look.sans if language != "en" else look.latin


def document_look(company: Company, language: str) -> Look:
    """Return a document's colours and fonts: the company's, filled up with ours."""
    own = [colour_of(colour) for colour in company.colours if colour]
    colours = (*own, *DEFAULT_COLOURS[len(own) :])[: max(2, len(own))]
    sans, locale = _FONTS[language]
    return Look(tuple(colours), sans, _LATIN, locale)


def _cover(assembly: Assembly, company: str, title: str, count: int) -> Cover:
    own = assembly.catalogue.company
    code = assembly.say("word.cover.code", code=own.stock_code) if own.stock_code else ""
    state = assembly.say("word.cover.draft", count=str(count)) if count else assembly.say("word.cover.clean")
    lines = (code, assembly.words(own.address), own.website)
    year = own.fiscal.label(assembly.outline.year)
    shown = short_title(title, company, assembly.outline)
    return Cover(company, shown, year, state, lines, logo_image(assembly, company), freeze_words(assembly))


def freeze_words(assembly: Assembly) -> str:
    """Return which frozen state is printed; an empty text where it is the present one."""
    freeze = assembly.moment.freeze
    if freeze is None:
        return ""
    date = show_date(freeze.at[:10], assembly.language)
    return assembly.say("word.cover.freeze", name=freeze.name, date=date, head=freeze.short_head)


def with_mark(document: Document, mark: HistoryMark | None, catalogue: Catalogue) -> Document:
    """Return a document that says on its cover, and in its file's properties, how far the history goes."""
    if mark is None:
        return document
    words = catalogue.phrases["word.cover.history"].best(document.language)
    said = closed_up(words.format(count=str(mark.number), head=mark.short_head))
    return replace(document, mark=mark, cover=replace(document.cover, history=said))


def short_title(title: str, company: str, outline: Outline) -> str:
    """Return a report's title without the company and the year, which stand on the cover by themselves."""
    rest = title.removeprefix(company).strip()
    year = rf"{outline.year}\s*(年度?)?\s*"
    return re.sub(rf"^{year}|\s+{year}$", "", rest).strip() or title


def _lead(assembly: Assembly, count: int) -> str:
    """Return what stands over the list of open points, with what the marks of what is not approved mean."""
    lead = assembly.say("word.open.lead", count=str(count))
    if not assembly.pending:
        return lead
    return (
        lead
        + assembly.punctuation.space
        + assembly.say("word.pending.left" if assembly.moment.withheld else "word.pending.marked")
    )


def _labels(assembly: Assembly, count: int) -> Labels:
    return Labels(
        contents=assembly.say("word.contents"),
        table=assembly.say("word.table"),
        figure=assembly.say("word.figure"),
        note=assembly.say("word.note"),
        open_title=assembly.say("word.open.title"),
        open_lead=_lead(assembly, count),
        owed_lead=assembly.say("word.owed.lead"),
        owed_head=(assembly.say("word.open.ask"), assembly.say("word.open.what"), assembly.say("word.open.sections")),
        open_head=(assembly.say("word.open.section"), assembly.say("word.open.what"), assembly.say("word.open.ask")),
        page_prefix=assembly.say("word.page.prefix"),
        figures=assembly.say("word.figures"),
        release=assembly.say("release.kind") if assembly.outline.form == "release" else "",
    )
