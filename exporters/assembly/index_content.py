"""The GRI content index of 2021: statement of use, GRI 1 used, sector standards; disclosures with place or omission."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.assembly import Assembly
from exporters.assembly.index_pages import IndexPages
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
    return _claims(assembly, block), Index(block.id, assembly.words(index.framework.name), tuple(columns), rows)


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
        item, places = answer.disclosure, index.titled(answer)
        listed = places or (whole and (answer.reason or item.kind in GENERAL))
        if not listed:
            continue
        standard = index.assembly.words(item.aspect)
        if standard != above:
            yield IndexRow(((Text(standard),),), heading=2)
        above = standard
        yield IndexRow((_name(index.assembly, item), *_answer(index, answer, whole=whole)))


def _name(assembly: Assembly, item: Disclosure) -> Inlines:
    return (Text(f"{item.printed} ", bold=True), Text(assembly.words(item.title)))


def _answer(index: IndexPages, answer: Coverage, *, whole: bool) -> tuple[Inlines, ...]:
    """Return location and omission; where nothing may be omitted the explanation says only what is still open."""
    places, reason, assembly = index.titled(answer), answer.reason, index.assembly
    if not whole:
        return (places,)
    if not reason or (places and not reason.requirements):
        nothing: Inlines = (Text(_NONE),)
        return (places or index.without(answer), nothing, nothing, nothing)
    kind = assembly.say("word.omission." + reason.reason.replace("_", ".")) if reason.reason else _NONE
    parts = reason.requirements or assembly.say("word.index.all")
    return (places or (Text(_NONE),), (Text(parts),), (Text(kind),), index.explained(answer))
