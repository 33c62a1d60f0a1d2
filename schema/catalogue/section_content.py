"""What a section's own blocks ask for: the keys of values, the slots of texts and pictures, the blocks of records."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from schema.catalogue.definitions import Catalogue
from schema.catalogue.drawn_blocks import MatrixBlock
from schema.catalogue.entities import EntityTree
from schema.catalogue.entity_asking import asked_keys, entities_below
from schema.catalogue.outline import ImageBlock, Listing, RecordsBlock, Section, TextBlock, placements, records_block
from schema.grammar.reference import Key, category_parts, parse_reference, sort_category


def section_keys(section: Section, catalogue: Catalogue, period: int) -> tuple[Key, ...]:
    """Return every key that is asked for, wildcards opened, each once, in reading order."""
    keys: list[Key] = []
    tree = EntityTree(catalogue.entities)
    for block in section.blocks:
        for placement in placements(block):
            reference = parse_reference(placement.reference)
            if reference is not None and reference.code in catalogue.metrics:
                for key in entity_keys(reference.key(period), catalogue, tree):
                    keys += open_wildcard(key, catalogue)
    return tuple(dict.fromkeys(keys))


def entity_keys(key: Key, catalogue: Catalogue, tree: EntityTree) -> tuple[Key, ...]:
    """Return a placed key, and those of the entities that are asked for its metric; categories as they are.

    Behind each that is asked stand the parts of its year, where the metric is collected by them.
    """
    metric = catalogue.metrics[key.metric]
    entities = entities_below(key, metric, tree)
    if not metric.collected or key.span or metric.formula is not None:
        return tuple([Key(key.metric, key.period, entity, key.category, key.span) for entity in entities])
    asked = {one.entity for one in asked_keys(key, metric, tree)}
    spans = catalogue.company.fiscal.spans(metric.collected)
    return tuple(
        [
            Key(key.metric, key.period, entity, key.category, span)
            for entity in entities
            for span in ("", *(spans if entity in asked else ()))
        ]
    )


def section_slots(section: Section) -> tuple[str, ...]:
    """Return the narrative slots."""
    return tuple(block.slot for block in section.blocks if isinstance(block, TextBlock))


def section_images(section: Section) -> tuple[str, ...]:
    """Return the image slots."""
    return tuple(block.slot for block in section.blocks if isinstance(block, ImageBlock))


def section_records(section: Section) -> tuple[Listing, ...]:
    """Return the blocks of records; a matrix of rows that are listed beside it is none."""
    blocks = [listing for block in section.blocks if (listing := records_block(block)) is not None]
    lists = [block for block in blocks if isinstance(block, RecordsBlock)]
    types = {block.type for block in lists}
    matrices = [block for block in blocks if isinstance(block, MatrixBlock) and block.type not in types]
    return (*lists, *matrices)


def open_wildcard(key: Key, catalogue: Catalogue) -> tuple[Key, ...]:
    """Return the keys that a starred key stands for, in the breakdowns' own order; one without a star is itself."""
    pairs = category_parts(key.category)
    choices = [
        [member.code for member in catalogue.breakdowns[breakdown].members] if code == "*" else [code]
        for breakdown, code in pairs
    ]
    names = [breakdown for breakdown, _ in pairs]
    return tuple(
        Key(key.metric, key.period, key.entity, join_category(zip(names, members, strict=True)), key.span)
        for members in product(*choices)
    )


def join_category(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the canonical category of (breakdown, member) pairs."""
    return sort_category(";".join(f"{breakdown}={member}" for breakdown, member in pairs))
