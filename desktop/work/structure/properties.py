"""What a part says beside its words: owner, disclosures, evidence, purpose and length, years, kind of chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.work.structure.parts import Part, block_at, section_at, with_block, with_section
from schema.catalogue.outline import Block, ChartBlock, ChartKind, Outline, TableBlock, TextBlock
from schema.grammar.words import Words


@dataclass(frozen=True, slots=True)
class Properties:
    """None where a part has no such thing."""

    department: str | None = None
    disclosures: Mapping[str, tuple[str, ...]] | None = None
    evidence: bool | None = None
    years: int | None = None
    chart: ChartKind | None = None
    purpose: Words | None = None
    length: str | None = None


def properties_of(outline: Outline, part: Part) -> Properties:
    """Return what a part says."""
    match part.level:
        case "section":
            section = section_at(outline, part.section)
            return Properties(section.department, section.disclosures)
        case "block":
            return _of_block(block_at(outline, part))
        case "row":
            return Properties()


def _of_block(block: Block) -> Properties:
    return Properties(
        department=block.department,
        evidence=block.evidence == "required" if isinstance(block, TextBlock) else None,
        years=block.years if isinstance(block, TableBlock | ChartBlock) else None,
        chart=block.kind if isinstance(block, ChartBlock) else None,
        purpose=block.purpose if isinstance(block, TextBlock) else None,
        length=block.length if isinstance(block, TextBlock) else None,
    )


def with_properties(outline: Outline, part: Part, wanted: Properties) -> Outline:
    """Return the outline with a part that says this; what it has no place for is left."""
    said: dict[str, Any] = {
        "department": wanted.department,
        "disclosures": wanted.disclosures,
        "evidence": None if wanted.evidence is None else "required" if wanted.evidence else "",
        "years": wanted.years,
        "kind": wanted.chart,
        "purpose": wanted.purpose,
        "length": wanted.length,
    }
    known = {name: value for name, value in said.items() if value is not None}
    match part.level:
        case "section":
            return with_section(outline, part.section, lambda section: replace(section, **known))
        case "block":
            return with_block(outline, part, lambda block: replace(block, **known))
        case "row":
            return outline
