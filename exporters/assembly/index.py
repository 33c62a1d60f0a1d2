"""A framework's index in the form that the report prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Part
from exporters.assembly.index_content import content_blocks
from exporters.assembly.index_goals import goals_index
from exporters.assembly.index_pages import IndexPages, section_pages
from exporters.content import Block, Column, Index, IndexRow, Inlines, Text
from schema.catalogue.crosswalk import Crosswalk, crosswalk
from schema.catalogue.definitions import Disclosure
from schema.catalogue.outline import IndexBlock, Section
from schema.validation.coverage import Coverage

_NONE = "/"  # what a section shows in a reverse index that answers nothing


def index_blocks(part: Part, block: IndexBlock) -> tuple[Block, ...]:
    """Return the index of one framework, with what stands above it."""
    framework = part.assembly.catalogue.frameworks[block.framework]
    match block.style:
        case "reverse":
            return (_reverse(IndexPages(part, framework), block),)
        case "goals":
            return goals_index(part, block, framework)
        case "content":
            return content_blocks(IndexPages(part, framework), block)
        case "codes" | "pages":
            return (_by_code(IndexPages(part, framework), block),)
        case _:
            assert_never(block.style)


def _by_code(index: IndexPages, block: IndexBlock) -> Index:
    assembly, pages = index.assembly, block.style == "pages"
    columns = (
        Column("code", 1.1, assembly.say("column.disclosure")),
        Column("text", 4.4, assembly.say("column.requirement")),
        Column("page", 2.6 if pages else 3.2, assembly.say("word.index.pages" if pages else "word.index.where")),
    )
    return Index(
        block.id,
        assembly.words(index.framework.name),
        columns,
        tuple(_rows(index, pages=pages)),
        block_anchor(block.id),
    )


def _rows(index: IndexPages, *, pages: bool) -> Iterator[IndexRow]:
    assembly, above = index.assembly, ("", "")
    for answer in index.answers:
        if not (index.framework.every or answer.places or answer.reason):
            continue
        item = answer.disclosure
        heads = (assembly.words(item.part), assembly.words(item.aspect))
        yield from headings(heads, above)
        above = heads
        where = index.pages(answer) if pages else index.titled(answer)
        yield IndexRow((_printed(item), (Text(assembly.words(item.title)),), index.entry(answer, where)))


def _printed(item: Disclosure) -> tuple[Text, ...]:
    return (Text(item.printed),)


def headings(heads: tuple[str, str], above: tuple[str, str]) -> Iterator[IndexRow]:
    """Yield the headings, part and aspect, that begin anew."""
    if heads[0] and heads[0] != above[0]:
        yield IndexRow(((Text(heads[0]),),), heading=1)
    if heads[1] and heads != above:
        yield IndexRow(((Text(heads[1]),),), heading=2)


def _reverse(index: IndexPages, block: IndexBlock) -> Index:
    """Return the sections with the codes that they answer; below them what is left out, and why."""
    assembly, framework = index.assembly, index.framework
    columns = (
        Column("text", 3.4, assembly.say("word.index.section")),
        Column("text", 5, assembly.say("word.index.codes", name=assembly.words(framework.short or framework.name))),
        Column("page", 1.1, assembly.say("word.index.page")),
    )
    codes = _SectionCodes(index, crosswalk(framework), {item.disclosure.code: item for item in index.answers})
    lines = tuple(row for chapter in assembly.outline.chapters for row in codes.rows(chapter))
    return Index(block.id, assembly.words(framework.name), columns, (*lines, *_left_out(index)), block_anchor(block.id))


def _left_out(index: IndexPages) -> Iterator[IndexRow]:
    """Yield what is not disclosed and why; nothing where the report explains nothing."""
    explained = [answer for answer in index.answers if answer.state == "explained"]
    if explained:
        yield IndexRow(((Text(index.assembly.say("word.index.leftout")),),), heading=1)
    for answer in explained:
        name = index.assembly.numbered(answer.disclosure.printed, answer.disclosure.title)
        yield IndexRow(((Text(name),), index.entry(answer, ()), ()))


@dataclass(frozen=True, slots=True)
class _SectionCodes:
    """The codes of a reverse index, section by section."""

    index: IndexPages
    walk: Crosswalk
    answers: Mapping[str, Coverage]

    def rows(self, section: Section) -> Iterator[IndexRow]:
        """Yield a section with its codes; one that has none by itself is a heading over those below that have some."""
        declared = self.walk.codes(section.disclosures)
        below = [s for s in section.sections if any(self.walk.codes(inner.disclosures) for inner in s.walk())]
        title = Text(self.index.assembly.words(section.title), bold=section.level == 1)
        if declared or not below:
            where = (section_pages(section.code),) if self._answered(section, declared) else ()
            yield IndexRow(((title,), self._codes(section, declared), where))
        else:
            yield IndexRow(((title,), (), ()))
        # Below a section that has codes only those that add some; below a heading all, so that none is missed.
        for child in section.sections if below and not declared else below:
            yield from self.rows(child)

    def _codes(self, section: Section, declared: tuple[str, ...]) -> Inlines:
        """Return the codes that a section answers; a placeholder for those that it names and has nothing for."""
        if not declared:
            return (Text(_NONE),)
        answered = self._answered(section, declared)
        if not answered:
            return (self.index.unanswered(*(self.answers[code] for code in declared)),)
        return (Text("\n".join(map(self._titled, answered))),)

    def _answered(self, section: Section, declared: tuple[str, ...]) -> list[str]:
        return [code for code in declared if section.code in self.answers[code].sections]

    def _titled(self, code: str) -> str:
        item = self.answers[code].disclosure
        return self.index.assembly.numbered(item.printed, item.title)
