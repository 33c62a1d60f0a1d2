"""What a report asks for: its placements as keys, in the outline's order, and the order of all metrics."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import ChartBlock, Definitions, Outline, TableBlock, placements
from schema.grammar.reference import Key, Reference, parse_reference


@dataclass(frozen=True, slots=True)
class Asked:
    """One placement of a report: the key it means, with * where it stands for every member."""

    key: Key
    wildcard: bool


def placed_references(outline: Outline) -> Iterator[Reference]:
    """Yield every reference that the outline places, in reading order."""
    for section in outline.walk():
        for block in section.blocks:
            for placement in placements(block):
                reference = parse_reference(placement.reference)
                if reference is not None:
                    yield reference


def asked(outline: Outline, only: Collection[str] | None = None) -> tuple[Asked, ...]:
    """Return what the report asks for its own year, each key once; `only`: of these metrics."""
    references = (one for one in placed_references(outline) if only is None or one.code in only)
    wildcards = {reference.key(outline.year): reference.wildcard for reference in references}
    return tuple(Asked(key, wildcard) for key, wildcard in wildcards.items())


def window(outline: Outline) -> range:
    """Return the years that the report shows."""
    blocks = [block for section in outline.walk() for block in section.blocks]
    shown = [block.years for block in blocks if isinstance(block, TableBlock | ChartBlock)]
    return range(outline.year - max([outline.years, *shown]) + 1, outline.year + 1)


def chosen_outlines(definitions: Definitions, report: str) -> tuple[Outline, ...]:
    """Return the report's outline, or all where none is named."""
    return tuple(outline for code, outline in definitions.outlines.items() if report in ("", code))


def ranks(catalogue: Catalogue, outlines: Iterable[Outline]) -> Mapping[str, int]:
    """Return each placed metric's place in the order of reading; what a figure is computed from follows it."""
    places: dict[str, int] = {}

    def place(code: str) -> None:
        if code in places:
            return
        places[code] = len(places)
        metric = catalogue.metrics.get(code)
        if metric is not None and metric.formula is not None:
            for reference in metric.formula.references():
                place(reference.code)

    for outline in outlines:
        for reference in placed_references(outline):
            place(reference.code)
    return places


def without_category(key: Key) -> Key:
    """Return the address of the total."""
    return replace(key, category="") if key.category else key
