"""Where the inventory stands in a report: one table of activities and emissions, and the list of contracts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from desktop.work.structure.blocks import NewBlock, with_new_block, with_placement
from desktop.work.structure.parts import Part, rows_of, takes_rows, with_block, with_rows
from schema.catalogue.outline import Block, Definitions, Outline, Placement, placements
from schema.errors import AnnalsError
from schema.grammar.reference import parse_reference
from schema.grammar.words import Words
from schema.mistakes import near

_HOME = ("ghg.scope1", "ghg.scope2", "ghg.total", "ghg.scope3")


def report_of(definitions: Definitions, code: str) -> Outline:
    """Return the report that is named, else the latest one. AnnalsError emissions.no_report where there is none."""
    reports = [one for one in definitions.outlines.values() if one.form == "report"]
    if not code and not reports:
        raise AnnalsError("emissions.no_report")
    return definitions.outlines[code] if code else max(reports, key=lambda one: one.year)


def section_of(outline: Outline, wanted: str) -> str:
    """Return the section that is named, else where a total of emissions stands. AnnalsError where that is neither."""
    known = [section.code for section in outline.walk()]
    if wanted:
        if wanted not in known:
            raise AnnalsError("catalogue.unknown_section", name=wanted, near=near(wanted, known))
        return wanted
    for code in _HOME:
        for section in outline.walk():
            if any(code in _codes(block) for block in section.blocks):
                return section.code
    raise AnnalsError("emissions.asks_section", name=outline.code)


def with_rows_for(outline: Outline, section: str, codes: Sequence[str], title: Words) -> Outline:
    """Return the outline with the metrics placed that stand nowhere in it, in the inventory's own table."""
    for code in codes:
        if code in _placed(outline):
            continue
        home = _table(outline)
        if home is None:
            made = with_new_block(outline, Part(section), NewBlock("table", title, code))
            outline = made.outline
        else:
            outline = with_placement(outline, home, code, title).outline
    return outline


def with_list(outline: Outline, section: str, record_type: str) -> Outline:
    """Return the outline with a list of this type, unless it has one."""
    if outline.record_blocks(record_type):
        return outline
    return with_new_block(outline, Part(section), NewBlock("records", shows=record_type)).outline


def without_rows(outline: Outline, gone: Collection[str]) -> Outline:
    """Return the outline without the rows of metrics that are no more; a table without rows goes, too."""
    for section in outline.walk():
        for block in section.blocks:
            if takes_rows(block) and any(code in gone for code in _codes(block)):
                outline = with_block(outline, Part(section.code, block.id), _without(gone))
    return outline


def _without(gone: Collection[str]) -> Callable[[Block], Block | None]:
    def change(block: Block) -> Block | None:
        kept = tuple(row for row in rows_of(block) if not isinstance(row, Placement) or _code(row) not in gone)
        return with_rows(block, kept) if any(isinstance(row, Placement) for row in kept) else None

    return change


def _codes(block: Block) -> list[str]:
    return [_code(row) for row in placements(block)]


def _code(row: Placement) -> str:
    reference = parse_reference(row.reference)
    return reference.code if reference is not None else ""


def _table(outline: Outline) -> Part | None:
    """Return the table that sources stand in already."""
    for section in outline.walk():
        for block in section.blocks:
            if takes_rows(block) and any(code.startswith("emissions.") for code in _codes(block)):
                return Part(section.code, block.id)
    return None


def _placed(outline: Outline) -> frozenset[str]:
    return frozenset(code for section in outline.walk() for block in section.blocks for code in _codes(block))
