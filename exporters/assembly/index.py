"""A framework's index in the form that the report prints it."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.answers import Answers, answers
from exporters.assembly.desk import Desk
from exporters.assembly.index_content import content_blocks
from exporters.assembly.index_goals import goals_index
from exporters.content import Block, Column, Index, IndexRow, Text
from schema.catalogue.crosswalk import crosswalk
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.outline import IndexBlock, Section

_NONE = "/"  # what a section shows in a reverse index that answers nothing


def index_blocks(desk: Desk, block: IndexBlock, section: Section, department: str) -> tuple[Block, ...]:
    """Return the index of one framework, with what stands above it."""
    framework = desk.catalogue.frameworks[block.framework]
    if block.style == "reverse":
        return (_reverse(desk, block, framework),)
    if block.style == "goals":
        return (goals_index(desk, block, framework, section, department),)
    found = answers(desk, framework, section)
    if block.style == "content":
        return content_blocks(found, block)
    return (_by_code(found, block),)


def _by_code(found: Answers, block: IndexBlock) -> Index:
    desk, pages = found.desk, block.style == "pages"
    columns = (
        Column("code", 1.1, desk.say("column.disclosure")),
        Column("text", 4.4, desk.say("column.requirement")),
        Column("page", 2.6 if pages else 3.2, desk.say("word.index.pages" if pages else "word.index.where")),
    )
    return Index(block.id, desk.words(found.framework.name), columns, tuple(_rows(found, pages=pages)))


def _rows(found: Answers, *, pages: bool) -> Iterator[IndexRow]:
    desk, above = found.desk, ("", "")
    for item in found.framework.disclosures:
        if not (found.framework.every or found.of(item) or found.reasons.get(item.code)):
            continue
        heads = (desk.words(item.part), desk.words(item.aspect))
        yield from headings(heads, above)
        above = heads
        where = found.pages(item) if pages else found.titled(item)
        yield IndexRow((_printed(item), (Text(desk.words(item.title)),), where or found.without(item)))


def _printed(item: Disclosure) -> tuple[Text, ...]:
    return (Text(item.printed),)


def headings(heads: tuple[str, str], above: tuple[str, str]) -> Iterator[IndexRow]:
    """Yield the headings, part and aspect, that begin anew."""
    if heads[0] and heads[0] != above[0]:
        yield IndexRow(((Text(heads[0]),),), heading=1)
    if heads[1] and heads != above:
        yield IndexRow(((Text(heads[1]),),), heading=2)


def _reverse(desk: Desk, block: IndexBlock, framework: Framework) -> Index:
    columns = (
        Column("text", 3.4, desk.say("word.index.section")),
        Column("text", 5, desk.say("word.index.codes", name=desk.words(framework.short or framework.name))),
    )
    walk = crosswalk(framework)
    printed = {item.code: item.printed for item in framework.disclosures}

    def rows(section: Section) -> Iterator[IndexRow]:
        """A section with its codes; one that has none by itself is a heading over those below it that have some."""
        codes = ", ".join(printed[code] for code in walk.codes(section.disclosures))
        below = [s for s in section.sections if any(walk.codes(inner.disclosures) for inner in s.walk())]
        title = Text(desk.words(section.title), bold=section.level == 1)
        if codes or not below:
            yield IndexRow(((title,), (Text(codes or _NONE),)))
        else:
            yield IndexRow(((title,), ()))
        # Below a section that has codes only those that add some; below a heading all, so that none is missed.
        for child in section.sections if below and not codes else below:
            yield from rows(child)

    made = tuple(row for chapter in desk.outline.chapters for row in rows(chapter))
    return Index(block.id, desk.words(framework.name), columns, made)
