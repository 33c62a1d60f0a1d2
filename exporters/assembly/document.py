"""Assembles a report's Document: here everything is decided, writers only write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from exporters.assembly.carried import note_carried
from exporters.assembly.charts import chart_block
from exporters.assembly.desk import Desk, end_anchor, section_anchor
from exporters.assembly.drawn import diagram_block, questionnaire_blocks
from exporters.assembly.images import image_blocks, logo_image
from exporters.assembly.index import index_blocks
from exporters.assembly.matrix import matrix_blocks
from exporters.assembly.records import records_blocks
from exporters.assembly.release import release_blocks
from exporters.assembly.tables import callout_block, table_block
from exporters.assembly.text import text_blocks
from exporters.charts.look import DEFAULT_COLOURS, colour_of
from exporters.content import Block, Cover, Document, Heading, Labels, Look, Mark, OpenPoint
from schema.catalogue.definitions import Company
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import Block as PlannedBlock
from schema.catalogue.outline import (
    CalloutBlock,
    ChartBlock,
    Definitions,
    ImageBlock,
    IndexBlock,
    Outline,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
)
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures

_FONTS: Mapping[str, tuple[str, str, str]] = {
    "zh-Hans": ("微软雅黑", "宋体", "zh-CN"),
    "zh-Hant": ("Microsoft JhengHei", "PMingLiU", "zh-HK"),
    "en": ("微软雅黑", "宋体", "en-GB"),
}
# These say what a placeholder of the document says already.
_SHOWN_ALREADY = ("missing", "blank", "blank.breakdown", "figure.missing", "figure.zero", "text.")
_UNDEFINED = ("metric.undefined", "metric.repeats_name")


def build_document(
    definitions: Definitions,
    report: str,
    language: str,
    snapshot: Snapshot,
    figures: Figures,
    issues: Iterable[Issue] = (),
) -> Document:
    """Return the whole report in one language; KeyError where there is no such report."""
    outline = definitions.outlines[report]
    desk = Desk(definitions.catalogue, outline, language, figures, snapshot, outlines=definitions.outlines)
    look = _look(definitions.catalogue.company, language)
    blocks = tuple(_chapters(desk, look))
    if outline.form == "release":
        blocks = release_blocks(desk, blocks)
    _note_texts(desk)
    note_carried(desk)
    _note_issues(desk, issues)
    company, title = desk.words(definitions.catalogue.company.name), desk.words(outline.title)
    count = len(desk.notes.open_points)
    return Document(
        report=report,
        language=language,
        year=outline.year,
        cover=_cover(desk, company, title, count),
        header=(desk.words(definitions.catalogue.company.short) or company, title),
        look=look,
        labels=_labels(desk, count),
        blocks=blocks,
        open_points=_in_order(desk),
        form=outline.form,
    )


def _chapters(desk: Desk, look: Look) -> Iterator[Block]:
    for number, chapter in enumerate(desk.outline.chapters, 1):
        department = chapter.department or desk.outline.department
        yield from _section(desk, chapter, department, look, f"{number:02d}")


def _section(desk: Desk, section: Section, department: str, look: Look, number: str = "") -> Iterator[Block]:
    yield Heading(section.code, section.level, desk.words(section.title), section_anchor(section.code), number)
    for block in section.blocks:
        yield from _block(desk, block, section, department, look)
    for child in section.sections:
        yield from _section(desk, child, child.department or department, look)
    yield Mark(section.code + ".end", end_anchor(section.code))


def _block(desk: Desk, block: PlannedBlock, section: Section, department: str, look: Look) -> tuple[Block, ...]:
    if isinstance(block, TextBlock):
        return text_blocks(desk, block, section, desk.department(department))
    if isinstance(block, TableBlock):
        return (table_block(desk, block, section),)
    if isinstance(block, CalloutBlock):
        return (callout_block(desk, block, section),)
    if isinstance(block, ChartBlock):
        return (chart_block(desk, block, section, look.sans if desk.chinese else look.latin_sans),)
    if isinstance(block, RecordsBlock):
        return records_blocks(desk, block, section, department)
    if isinstance(block, DiagramBlock):
        return (diagram_block(desk, block),)
    if isinstance(block, QuestionnaireBlock):
        return questionnaire_blocks(desk, block, section, desk.department(department))
    if isinstance(block, MatrixBlock):
        font = look.sans if desk.chinese else look.latin_sans
        return matrix_blocks(desk, block, section, desk.department(department), font)
    if isinstance(block, ImageBlock):
        return image_blocks(desk, block, section, desk.department(department))
    assert isinstance(block, IndexBlock)
    return index_blocks(desk, block, section, department)


def _note_texts(desk: Desk) -> None:
    """Ask for all texts that a section lacks together, and for its machine drafts to be read."""
    sections = {section.code: section for section in desk.outline.walk()}
    for (code, ask, elsewhere), names in desk.notes.texts.items():
        joined = ("、" if desk.chinese else "; ").join(dict.fromkeys(names))
        language = desk.language_name(desk.language)
        phrase = "word.open.language" if elsewhere else "word.open.texts"
        desk.open(sections[code], desk.say(phrase, names=joined, language=language), ask)
    for (code, ask), names in desk.notes.drafts.items():
        joined = ("、" if desk.chinese else "; ").join(dict.fromkeys(names))
        desk.open(sections[code], desk.say("word.open.draft", names=joined), ask)


def _note_issues(desk: Desk, issues: Iterable[Issue]) -> None:
    """Take over what the checks found about values that this report shows; missing definitions together."""
    undefined: dict[tuple[str, str], tuple[Section, list[str]]] = {}
    for issue in issues:
        section = desk.notes.placed.get(issue.key) if issue.key else None
        if issue.key is None or section is None or issue.code.startswith(_SHOWN_ALREADY[-1]):
            continue
        if issue.code in _SHOWN_ALREADY:
            continue
        metric = desk.catalogue.metrics.get(issue.key.metric)
        ask = desk.asks(metric) if metric else desk.department(desk.outline.department)
        if issue.code in _UNDEFINED:
            names = undefined.setdefault((section.code, ask), (section, []))[1]
            names.append(desk.words(metric.name) if metric else issue.key.metric)
        else:
            desk.open(section, message(issue, desk.catalogue, desk.language), ask)
    for (_, ask), (section, names) in undefined.items():
        joined = ("、" if desk.chinese else ", ").join(dict.fromkeys(names))
        desk.open(section, desk.say("word.open.definitions", names=joined), ask)


def _in_order(desk: Desk) -> tuple[OpenPoint, ...]:
    order = {section_anchor(section.code): number for number, section in enumerate(desk.outline.walk())}
    return tuple(sorted(desk.notes.open_points, key=lambda point: order.get(point.anchor, len(order))))


def _look(company: Company, language: str) -> Look:
    own = [colour_of(colour) for colour in company.colours if colour]
    colours = (*own, *DEFAULT_COLOURS[len(own) :])[: max(2, len(own))]
    sans, serif, locale = _FONTS[language]
    return Look(tuple(colours), sans, serif, "Calibri", "Georgia", locale)


def _cover(desk: Desk, company: str, title: str, count: int) -> Cover:
    own = desk.catalogue.company
    code = desk.say("word.cover.code", code=own.stock_code) if own.stock_code else ""
    state = desk.say("word.cover.draft", count=str(count)) if count else desk.say("word.cover.clean")
    lines = (code, desk.words(own.address), own.website)
    year = str(desk.outline.year)
    return Cover(company, short_title(title, company, desk.outline), year, state, lines, logo_image(desk, company))


def short_title(title: str, company: str, outline: Outline) -> str:
    """Return a report's title without the company and the year, which stand on the cover by themselves."""
    rest = title.removeprefix(company).strip()
    year = rf"{outline.year}\s*(年度?)?\s*"
    return re.sub(rf"^{year}|\s+{year}$", "", rest).strip() or title


def _labels(desk: Desk, count: int) -> Labels:
    return Labels(
        contents=desk.say("word.contents"),
        table=desk.say("word.table"),
        figure=desk.say("word.figure"),
        note=desk.say("word.note"),
        open_title=desk.say("word.open.title"),
        open_lead=desk.say("word.open.lead", count=str(count)),
        open_head=(desk.say("word.open.section"), desk.say("word.open.what"), desk.say("word.open.ask")),
        page_prefix=desk.say("word.page.prefix"),
        release=desk.say("release.kind") if desk.outline.form == "release" else "",
    )
