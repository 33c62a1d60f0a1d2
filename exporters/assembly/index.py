"""A framework's index in the form that the report prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.index_content import content_blocks
from exporters.assembly.index_goals import goals_index
from exporters.assembly.index_pages import IndexPages
from exporters.content import Block, Column, Index, IndexRow, Text
from schema.catalogue.crosswalk import crosswalk
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.outline import IndexBlock, Section

_NONE = "/"  # what a section shows in a reverse index that answers nothing


def index_blocks(part: Part, block: IndexBlock) -> tuple[Block, ...]:
    """Return the index of one framework, with what stands above it."""
    framework = part.assembly.catalogue.frameworks[block.framework]
    match block.style:
        case "reverse":
            return (_reverse(part.assembly, block, framework),)
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
    return Index(block.id, assembly.words(index.framework.name), columns, tuple(_rows(index, pages=pages)))


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
        yield IndexRow((_printed(item), (Text(assembly.words(item.title)),), where or index.without(answer)))


def _printed(item: Disclosure) -> tuple[Text, ...]:
    return (Text(item.printed),)


def headings(heads: tuple[str, str], above: tuple[str, str]) -> Iterator[IndexRow]:
    """Yield the headings, part and aspect, that begin anew."""
    if heads[0] and heads[0] != above[0]:
        yield IndexRow(((Text(heads[0]),),), heading=1)
    if heads[1] and heads != above:
        yield IndexRow(((Text(heads[1]),),), heading=2)


def _reverse(assembly: Assembly, block: IndexBlock, framework: Framework) -> Index:
    columns = (
        Column("text", 3.4, assembly.say("word.index.section")),
        Column("text", 5, assembly.say("word.index.codes", name=assembly.words(framework.short or framework.name))),
    )
    walk = crosswalk(framework)
    printed = {item.code: item.printed for item in framework.disclosures}

    def rows(section: Section) -> Iterator[IndexRow]:
        """A section with its codes; one that has none by itself is a heading over those below it that have some."""
        codes = ", ".join(printed[code] for code in walk.codes(section.disclosures))
        below = [s for s in section.sections if any(walk.codes(inner.disclosures) for inner in s.walk())]
        title = Text(assembly.words(section.title), bold=section.level == 1)
        if codes or not below:
            yield IndexRow(((title,), (Text(codes or _NONE),)))
        else:
            yield IndexRow(((title,), ()))
        # Below a section that has codes only those that add some; below a heading all, so that none is missed.
        for child in section.sections if below and not codes else below:
            yield from rows(child)

    lines = tuple(row for chapter in assembly.outline.chapters for row in rows(chapter))
    return Index(block.id, assembly.words(framework.name), columns, lines)
