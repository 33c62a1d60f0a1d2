"""Gathers the Facts of a report from what it prints."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from exporters.assembly.assembly import Part
from exporters.content import Block, LinkedNumber, block_inlines
from exporters.facts import Fact, Stand
from schema.grammar.reference import parse_reference

PlacedBlock = tuple[Part, Block]


def facts_of(blocks: Iterable[PlacedBlock]) -> tuple[Fact, ...]:
    """Return each number of a report in the order of its first place."""
    numbers: dict[str, LinkedNumber] = {}
    stands: dict[str, dict[Stand, None]] = {}
    for part, block in blocks:
        stand = Stand(part.chapter, part.section.code, block.id)
        for inline in block_inlines(block):
            if isinstance(inline, LinkedNumber):
                numbers.setdefault(inline.key, inline)
                stands.setdefault(inline.key, {})[stand] = None
    return tuple(fact_of(number, tuple(stands[name])) for name, number in numbers.items())


def fact_of(number: LinkedNumber, stands: tuple[Stand, ...]) -> Fact:
    """Return the fact of a number that stands in these places."""
    reference = parse_reference(number.reference)
    assert reference is not None
    return Fact(
        key=reference.key(0),  # canonical: it names its own year
        format=number.format,
        word_key=number.key,
        name=number.name,
        text=number.text,
        unit=number.unit,
        state=number.state,
        value=Decimal(number.raw) if number.raw else None,
        qualifier=number.qualifier,
        resolution=number.resolution,
        stands=stands,
    )
