"""Where definitions name departments: in metrics, record types, entities and parts of reports; and with others named.

A place is written as what it is: a metric by its code, a record type as `record/<type>`, an entity as `entity/<code>`,
a part of a report as `outline/<report>/<section or block>`, the report itself as `outline/<report>/<report>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from schema.catalogue.outline import Definitions, Outline, Section
from schema.validation.issue import OutlineAt, write_subject


def part_place(report: str, part: str) -> str:
    """Return the place of a section or block of a report, or of the report itself."""
    return write_subject(OutlineAt(report, part))


def record_place(record_type: str) -> str:
    """Return the place of a record type."""
    return f"record/{record_type}"


def entity_place(entity: str) -> str:
    """Return the place of an entity."""
    return f"entity/{entity}"


def named_owners(definitions: Definitions) -> dict[str, str]:
    """Return every place that may name a department with the code that it names, empty where it names none."""
    catalogue = definitions.catalogue
    found = {code: metric.department for code, metric in catalogue.metrics.items()}
    found |= {record_place(code): kind.department for code, kind in catalogue.records.items()}
    found |= {entity_place(entity.code): entity.department for entity in catalogue.entities}
    for outline in definitions.outlines.values():
        found.update(_in_outline(outline))
    return found


def _in_outline(outline: Outline) -> Iterator[tuple[str, str]]:
    yield part_place(outline.code, outline.code), outline.department
    for section in outline.walk():
        yield part_place(outline.code, section.code), section.department
        yield from ((part_place(outline.code, block.id), block.department) for block in section.blocks)


def with_owners(definitions: Definitions, departments: Mapping[str, str]) -> Definitions:
    """Return the definitions with these departments named at these places; all else stays."""
    catalogue = definitions.catalogue
    metrics = {
        code: replace(metric, department=departments.get(code, metric.department))
        for code, metric in catalogue.metrics.items()
    }
    records = {
        code: replace(kind, department=departments.get(record_place(code), kind.department))
        for code, kind in catalogue.records.items()
    }
    entities = tuple(
        replace(entity, department=departments.get(entity_place(entity.code), entity.department))
        for entity in catalogue.entities
    )
    outlines = {code: _outline(outline, departments) for code, outline in definitions.outlines.items()}
    catalogue = replace(catalogue, metrics=metrics, records=records, entities=entities)
    return replace(definitions, catalogue=catalogue, outlines=outlines)


def _outline(outline: Outline, departments: Mapping[str, str]) -> Outline:
    own = departments.get(part_place(outline.code, outline.code), outline.department)
    chapters = tuple(_section(chapter, outline.code, departments) for chapter in outline.chapters)
    return replace(outline, department=own, chapters=chapters)


def _section(section: Section, report: str, departments: Mapping[str, str]) -> Section:
    return replace(
        section,
        department=departments.get(part_place(report, section.code), section.department),
        blocks=tuple(
            replace(block, department=departments.get(part_place(report, block.id), block.department))
            for block in section.blocks
        ),
        sections=tuple(_section(inner, report, departments) for inner in section.sections),
    )
