"""All indicators of a report, chapter by chapter: the rows of its closing table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.assembly.assembly import Assembly
from schema.catalogue.outline import CalloutBlock, ChartBlock, Section, TableBlock, placements
from schema.catalogue.placements import Group, Placement
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import NO_WORDS


def kpi_rows(assembly: Assembly, years: int) -> tuple[Placement | Group, ...]:
    """Return each indicator once, under the title of the chapter that tells it first.

    These are the metrics of tables and charts, and those of callouts that the company has values of in several years;
    each by its total where there is one. What has no value in any of the `years` is left out.
    """
    seen: set[Key] = set()
    rows: list[Placement | Group] = []
    for chapter in assembly.outline.chapters:
        own = [row for row in _of_chapter(assembly, chapter, years) if _new(assembly, row, seen)]
        rows += [Group(chapter.title), *own] if own else []
    return tuple(rows)


def _new(assembly: Assembly, row: Placement, seen: set[Key]) -> bool:
    reference = parse_reference(row.reference)
    assert reference is not None
    key = reference.key(assembly.year)
    new = key not in seen
    seen.add(key)
    return new


def _of_chapter(assembly: Assembly, chapter: Section, years: int) -> Iterator[Placement]:
    for block in (block for section in chapter.walk() for block in section.blocks):
        least = 2 if isinstance(block, CalloutBlock) else 1
        if isinstance(block, TableBlock | ChartBlock | CalloutBlock):
            for placement in placements(block):
                yield from _indicators(assembly, placement, years, least)


def _indicators(assembly: Assembly, placement: Placement, years: int, least: int) -> Iterator[Placement]:
    """Yield a placement's total, else what it stands for itself; only what has a value in `least` years."""
    reference = parse_reference(placement.reference)
    if reference is None or reference.code not in assembly.catalogue.metrics:
        return
    key = reference.key(assembly.year)
    total = replace(key, category="")
    members = assembly.figures.members(key) if reference.wildcard else (key,)
    for own in (total,) if _known(assembly, total, years) else members:
        if own.period == assembly.year and _known(assembly, own, years) >= least:
            yield replace(placement, reference=_relative(own), label=NO_WORDS)


def _known(assembly: Assembly, key: Key, years: int) -> int:
    """Return in how many of the years there is a value."""
    periods = range(assembly.year - years + 1, assembly.year + 1)
    return sum(assembly.figures.value(replace(key, period=year)).value is not None for year in periods)


def _relative(key: Key) -> str:
    """Return a reference to a key in the report's own year."""
    return key.metric + (f"/{key.entity}" if key.entity else "") + (f":{key.category}" if key.category else "")
