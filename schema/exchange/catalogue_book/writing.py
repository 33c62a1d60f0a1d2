"""Definitions → the plain rows of the catalogue's workbook; reading them gives the same definitions again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from schema.catalogue.cell_lists import join_crossings, join_disclosures, join_list
from schema.catalogue.definitions import Catalogue
from schema.catalogue.dimensions import read_dimension
from schema.catalogue.drawn_blocks import DiagramNode, Question
from schema.catalogue.entities import WHOLE, Boundary
from schema.catalogue.kinds import NO_UNIT
from schema.catalogue.outline import Block, Definitions, Group, Outline, Placement, Section
from schema.catalogue.outline_sources import BLOCKS
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.sheet_forms import (
    CHOICE,
    GROUP,
    HEADS,
    NODE,
    QUESTION,
    ROWS,
    Field,
    SheetForm,
    head_of,
    name_of,
    rows_of,
    sheet_forms,
)
from schema.grammar.decimals import plain
from schema.grammar.formula import Formula
from schema.grammar.words import LANGUAGES, Words

_CONTENT = {"records": "type"}  # which field of a block says what it shows, where its form has the block's kind for it
Values = Mapping[str, Any]  # field name → value of the frozen definitions


def to_sheets(definitions: Definitions, titles: Collection[str] = ()) -> tuple[PlainSheet, ...]:
    """Return every sheet with its header row and its rows; those named alone where any are."""
    forms = {title: form for title, form in sheet_forms().items() if not titles or title in titles}
    return tuple(_sheet(one, _ROWS[title](definitions)) for title, one in forms.items())


def _sheet(one: SheetForm, entries: Iterable[Values]) -> PlainSheet:
    rows = (tuple(cell for field in one.fields for cell in _cells(field, entry.get(field.name))) for entry in entries)
    return PlainSheet(one.title, (one.columns(), *rows))


def _cells(field: Field, value: Any) -> tuple[str, ...]:
    if isinstance(value, Words):
        return tuple(value.get(language) for language in LANGUAGES)
    if field.kind == "words":
        return ("",) * len(LANGUAGES)
    return ("" if value is None or value == () or value == {} else _text(field, value),)


def _text(field: Field, value: Any) -> str:
    if field.kind == "yes":
        return "" if value == field.default else ("yes" if value else "no")
    if field.kind == "list":
        return join_list(value)
    if field.kind == "crossings":
        return join_crossings(value)
    if field.kind == "disclosures":
        return join_disclosures(value)
    if isinstance(value, Formula):
        return value.text
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value == 0 and not field.default else str(value)


def _of(thing: object, one: SheetForm, **more: Any) -> Values:
    """Return what an object knows of a sheet's fields, by name."""
    return {field.name: getattr(thing, field.name, None) for field in one.fields} | more


def _listed(title: str, things: Callable[[Catalogue], Iterable[object]]) -> Callable[[Definitions], Iterator[Values]]:
    return lambda definitions: (_of(thing, sheet_forms()[title]) for thing in things(definitions.catalogue))


def _units(definitions: Definitions) -> Iterator[Values]:
    for unit in definitions.catalogue.units.values():
        if unit.code == NO_UNIT:
            continue  # the loader's own
        yield {**_of(unit, sheet_forms()["units"]), "is": unit_expression(unit.factor, unit.dimension)}


def unit_expression(factor: Decimal, dimension: str) -> str:
    """Write a unit's factor and dimension as an expression over base units; energy is written in joule."""
    powers = dict(read_dimension(dimension))
    if powers.get("length") == 2 and powers.get("mass") == 1 and powers.get("time", 0) <= -2:
        rest = powers.pop("time") + 2
        powers = {"joule": 1, **{name: p for name, p in powers.items() if name not in ("length", "mass")}, "time": rest}
    bases = {"mass": "kilogram", "length": "metre", "time": "second"}
    parts = [bases.get(n, n) + (f" ** {p}" if p != 1 else "") for n, p in powers.items() if p > 0]
    parts = [plain(factor), *parts] if factor != 1 or not parts else parts
    under = [bases.get(n, n) + (f" ** {-p}" if p != -1 else "") for n, p in powers.items() if p < 0]
    return " / ".join([" * ".join(parts), *under])


def _breakdowns(definitions: Definitions) -> Iterator[Values]:
    for breakdown in definitions.catalogue.breakdowns.values():
        yield {"breakdown": breakdown.code, "name": breakdown.name, "complete": breakdown.complete}
        for member in breakdown.members:
            yield {"breakdown": breakdown.code, "member": member.code, "name": member.name}


def _changes(definitions: Definitions) -> Iterator[Values]:
    for metric in definitions.catalogue.metrics.values():
        for change in metric.changed:
            yield _of(change, sheet_forms()["changes"], metric=metric.code)


def _choices(definitions: Definitions) -> Iterator[Values]:
    for metric in definitions.catalogue.metrics.values():
        for choice in metric.choices:
            yield {"metric": metric.code, "choice": choice.code, "name": choice.name}


def _records(definitions: Definitions) -> Iterator[Values]:
    for kind in definitions.catalogue.records.values():
        yield {
            "record": kind.code, "name": kind.name, "department": kind.department, "carries": kind.carries,
            "evidence": kind.evidence,
        }  # fmt: skip
        for column in kind.columns:
            own = {**_of(column, sheet_forms()["records"]), "column": column.code, "choice": None, "carries": False}
            yield {**own, "record": kind.code}
            for choice in column.choices:
                yield {"record": kind.code, "column": column.code, "choice": choice.code, "name": choice.name}


def _totals(definitions: Definitions) -> Iterator[Values]:
    for total in definitions.catalogue.totals:
        parts = tuple(part.target() for part in total.parts)
        yield _of(total, sheet_forms()["totals"], whole=total.whole.target(), parts=parts)


def _relations(definitions: Definitions) -> Iterator[Values]:
    for relation in definitions.catalogue.relations:
        terms = tuple(term.target() for term in relation.terms)
        yield _of(relation, sheet_forms()["relations"], terms=terms, slack=relation.slack or "")


def _entities(definitions: Definitions) -> Iterator[Values]:
    for entity in definitions.catalogue.entities:
        share = "" if entity.share == WHOLE else entity.share
        yield _of(entity, sheet_forms()["entities"], share=share, boundary=_unsaid(entity.boundary))


def _unsaid(boundary: Boundary) -> str:
    return "" if boundary == "operational" else boundary


def _publishers(definitions: Definitions) -> Iterator[Values]:
    return ({"code": code, "name": name} for code, name in definitions.catalogue.publishers.items())


def _disclosures(definitions: Definitions) -> Iterator[Values]:
    for framework in definitions.catalogue.frameworks.values():
        for disclosure in framework.disclosures:
            yield _of(disclosure, sheet_forms()["disclosures"], framework=framework.code)


def _outlines(definitions: Definitions) -> Iterator[Values]:
    return (_of(outline, sheet_forms()["outlines"]) for outline in definitions.outlines.values())


def _explanations(definitions: Definitions) -> Iterator[Values]:
    for outline in definitions.outlines.values():
        for framework, reasons in outline.explanations.items():
            for disclosure, reason in reasons.items():
                yield {
                    "outline": outline.code,
                    "framework": framework,
                    "disclosure": disclosure,
                    "reason": reason,
                    "omission": reason.reason,
                    "requirements": reason.requirements,
                    "document": reason.document,
                    "page": reason.page,
                    "link": reason.link,
                }


def _sections(definitions: Definitions) -> Iterator[Values]:
    for outline, section in _walk(definitions):
        yield _of(section, sheet_forms()["sections"], outline=outline.code)


def _walk(definitions: Definitions) -> Iterator[tuple[Outline, Section]]:
    return ((outline, section) for outline in definitions.outlines.values() for section in outline.walk())


def _blocks(definitions: Definitions) -> Iterator[Values]:
    for outline, section in _walk(definitions):
        for block in section.blocks:
            for row in _block(block):
                yield {**row, "outline": outline.code, "section": section.code}  # so that a filter finds all of it


def _block(block: Block) -> Iterator[Values]:
    kind = type(block).__name__.removesuffix("Block").lower()
    source, one = BLOCKS[kind], sheet_forms()["blocks"]
    head = getattr(block, head_of(source)) if head_of(source) else None
    ref = getattr(block, "framework", "") or block.id
    # Only what this kind of block has: the columns are shared by all of them.
    own = {name: value for name, value in _of(block, one).items() if name in source.model_fields}
    if name_of(kind) != kind:
        own[kind] = getattr(block, _CONTENT[kind])
    yield own | {"block": kind, "ref": ref, "title": head}
    for row in getattr(block, rows_of(source)) if rows_of(source) else ():
        yield _row(row, one)
        if isinstance(row, Question):
            yield from ({"block": CHOICE, "title": choice} for choice in row.choices)


def _row(row: Placement | Group | DiagramNode | Question, one: SheetForm) -> Values:
    if isinstance(row, Group):
        return {"block": GROUP, "title": row.title}
    own = {name: value for name, value in _of(row, one).items() if name not in HEADS}
    if isinstance(row, DiagramNode):
        return {**own, "block": NODE, "ref": row.node, "title": row.title}
    if isinstance(row, Question):
        return {**own, "block": QUESTION, "ref": row.question, "title": row.title}
    return {**own, "block": ROWS, "ref": row.reference, "title": row.label}


_ROWS: Mapping[str, Callable[[Definitions], Iterator[Values]]] = {
    "company": _listed("company", lambda catalogue: (catalogue.company,)),
    "departments": _listed("departments", lambda catalogue: catalogue.departments.values()),
    "entities": _entities,
    "publishers": _publishers,
    "units": _units,
    "breakdowns": _breakdowns,
    "metrics": _listed("metrics", lambda catalogue: catalogue.metrics.values()),
    "changes": _changes,
    "choices": _choices,
    "records": _records,
    "rules": _listed("rules", lambda catalogue: catalogue.rules),
    "totals": _totals,
    "relations": _relations,
    "factors": _listed("factors", lambda catalogue: catalogue.factors),
    "glossary": _listed("glossary", lambda catalogue: catalogue.glossary),
    "frameworks": _listed("frameworks", lambda catalogue: catalogue.frameworks.values()),
    "disclosures": _disclosures,
    "outlines": _outlines,
    "explanations": _explanations,
    "sections": _sections,
    "blocks": _blocks,
}
