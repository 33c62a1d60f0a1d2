"""The GRI content index of 2021: statement of use, GRI 1 used, sector standards; disclosures with place or omission."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.index_pages import IndexPages
from exporters.assembly.index_reasons import elsewhere, reasons
from exporters.content import Block, Column, Index, IndexRow, Inlines, Row, Table, Text
from schema.catalogue.definitions import Disclosure
from schema.catalogue.outline import IndexBlock
from schema.validation.coverage import Coverage
from schema.validation.indices import GENERAL

_NONE = "—"


def content_blocks(index: IndexPages, block: IndexBlock) -> tuple[Block, ...]:
    """Return what stands above the index as a table, and the index in the form of its basis."""
    assembly, whole = index.assembly, block.basis == "accordance"
    columns = [
        Column("text", 3.6, assembly.say("column.disclosure")),
        Column("page", 2.6, assembly.say("word.index.location")),
    ]
    if whole:
        names = ("requirements", "reason", "explanation")
        weights = (1.2, 1.1, 2.2)
        columns += [Column("text", w, assembly.say(f"word.index.{n}")) for n, w in zip(names, weights, strict=True)]
    rows = tuple(_rows(index, whole=whole))
    anchor = block_anchor(block.id)
    return _claims(assembly, block), Index(block.id, assembly.words(index.framework.name), tuple(columns), rows, anchor)


def _claims(assembly: Assembly, block: IndexBlock) -> Table:
    company, year = assembly.words(assembly.catalogue.company.name), str(assembly.outline.year)
    claim = assembly.say(f"word.index.use.{block.basis}", company=company, year=year)
    facts = [("use", claim), ("foundation", assembly.say("word.index.gri1"))]
    if block.basis == "accordance":
        facts.append(("sector", assembly.words(block.sector) or assembly.say("word.index.nosector")))
    rows = tuple(Row(((Text(assembly.say(f"word.index.{name}"), bold=True),), (Text(words),))) for name, words in facts)
    return Table(f"{block.id}.claims", "", "", (Column("text", 2), Column("text", 7)), rows)


def _rows(index: IndexPages, *, whole: bool) -> Iterator[IndexRow]:
    above = ""
    for answer in index.answers:
        item = answer.disclosure
        places = (*index.titled(answer), *_elsewhere(index.assembly, answer, index.titled(answer)))
        listed = places or (whole and (answer.reason or answer.left_out or item.kind in GENERAL))
        if not listed:
            continue
        standard = index.assembly.words(item.aspect)
        if standard != above:
            yield IndexRow(((Text(standard),),), heading=2)
        above = standard
        name: Inlines = _name(index.assembly, item)
        for cells in _answers(index, answer, places) if whole else ((places,),):
            yield IndexRow((name, *cells))
            name = ()


def _name(assembly: Assembly, item: Disclosure) -> Inlines:
    title = assembly.words(item.title)
    return (Text(assembly.numbered(item.printed, item.title).removesuffix(title), bold=True), Text(title))


def _elsewhere(assembly: Assembly, answer: Coverage, places: Inlines) -> tuple[Text, ...]:
    there = elsewhere(assembly, answer)
    return (Text(assembly.punctuation.semicolon), *there) if there and places else there


def _answers(index: IndexPages, answer: Coverage, places: Inlines) -> Iterator[tuple[Inlines, ...]]:
    """Yield location and omission, one line for each reason; where nothing may be omitted, what is still open."""
    assembly, nothing = index.assembly, (Text(_NONE),)
    # The report's own reason is for the whole, unless it names the requirements: then it stands beside an answer.
    found = [reason for reason in reasons(assembly, answer) if not (places and reason.own and not reason.parts)]
    if not found:
        yield (places or (index.unanswered(answer),), nothing, nothing, nothing)
    location: Inlines = places or nothing
    for reason in found:
        parts = reason.parts or assembly.say("word.index.all")
        words: Inlines = (Text(reason.words), *index.mark(answer)) if reason.words else (index.unanswered(answer),)
        yield (location, (Text(parts),), (Text(reason.kind or _NONE),), words)
        location = ()
