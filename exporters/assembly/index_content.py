"""The GRI content index of 2021: statement of use, GRI 1 used, sector standards; disclosures with place or omission."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.answers import Answers
from exporters.assembly.desk import Desk
from exporters.content import Block, Column, Index, IndexRow, Inlines, Row, Table, Text
from schema.catalogue.definitions import Disclosure
from schema.catalogue.outline import IndexBlock

_NONE = "—"
_GENERAL = ("mandatory_requirement", "general_disclosure")


def content_blocks(found: Answers, block: IndexBlock) -> tuple[Block, ...]:
    """Return what stands above the index as a table, and the index in the form of its basis."""
    desk, whole = found.desk, block.basis == "accordance"
    columns = [
        Column("text", 3.6, desk.say("column.disclosure")),
        Column("page", 2.6, desk.say("word.index.location")),
    ]
    if whole:
        names = ("requirements", "reason", "explanation")
        weights = (1.2, 1.1, 2.2)
        columns += [Column("text", w, desk.say(f"word.index.{n}")) for n, w in zip(names, weights, strict=True)]
    rows = tuple(_rows(found, whole=whole))
    return _claims(desk, block), Index(block.id, desk.words(found.framework.name), tuple(columns), rows)


def _claims(desk: Desk, block: IndexBlock) -> Table:
    company, year = desk.words(desk.catalogue.company.name), str(desk.outline.year)
    claim = desk.say(f"word.index.use.{block.basis}", company=company, year=year)
    facts = [("use", claim), ("foundation", desk.say("word.index.gri1"))]
    if block.basis == "accordance":
        facts.append(("sector", desk.words(block.sector) or desk.say("word.index.nosector")))
    rows = tuple(Row(((Text(desk.say(f"word.index.{name}"), bold=True),), (Text(words),))) for name, words in facts)
    return Table(f"{block.id}.claims", "", "", (Column("text", 2), Column("text", 7)), rows)


def _rows(found: Answers, *, whole: bool) -> Iterator[IndexRow]:
    above = ""
    for item in found.framework.disclosures:
        places, reason = found.titled(item), found.reasons.get(item.code)
        listed = places or (whole and (reason or item.kind in _GENERAL))
        if not listed:
            continue
        standard = found.desk.words(item.aspect)
        if standard != above:
            yield IndexRow(((Text(standard),),), heading=2)
        above = standard
        yield IndexRow((_name(found.desk, item), *_answer(found, item, places, whole=whole)))


def _name(desk: Desk, item: Disclosure) -> Inlines:
    return (Text(f"{item.printed} ", bold=True), Text(desk.words(item.title)))


def _answer(found: Answers, item: Disclosure, places: Inlines, *, whole: bool) -> tuple[Inlines, ...]:
    """Return location and omission; where nothing may be omitted the explanation says only what is still open."""
    if not whole:
        return (places,)
    reason, desk = found.reasons.get(item.code), found.desk
    if not reason or (places and not reason.requirements):
        nothing: Inlines = (Text(_NONE),)
        return (places or found.without(item), nothing, nothing, nothing)
    kind = desk.say("word.omission." + reason.reason.replace("_", ".")) if reason.reason else _NONE
    parts = reason.requirements or desk.say("word.index.all")
    return (places or (Text(_NONE),), (Text(parts),), (Text(kind),), found.explained(item))
