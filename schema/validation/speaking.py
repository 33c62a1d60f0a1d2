"""What of a report speaks for a framework's disclosures: values by their metrics, sections by what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from schema.catalogue.crosswalk import Crosswalk, crosswalk
from schema.catalogue.definitions import Framework
from schema.catalogue.outline import IndexBlock, Outline, Section
from schema.catalogue.record_numbers import metric_of
from schema.validation.contents import Item, report_items
from schema.values.figures import Figures
from schema.values.goals import goal_records

Name = TypeVar("Name")
Member = TypeVar("Member")


class Contents:
    """Everything that a report asks for at one moment; what speaks for a framework follows from it."""

    def __init__(self, outline: Outline, figures: Figures) -> None:
        self.outline, self.figures = outline, figures
        self.items = report_items(outline, figures)
        self.order = {section.code: place for place, section in enumerate(outline.walk())}
        by_section = grouped((item.section, item) for item in self.items)
        self.within = {
            section.code: tuple(item for inner in section.walk() for item in by_section.get(inner.code, ()))
            for section in outline.walk()
        }

    @cached_property
    def full(self) -> frozenset[str]:
        """The sections in which a value, words, a record or an index with answers stands, by their codes."""
        return frozenset(
            section.code
            for section in self.outline.walk()
            if any(item.there for item in self.within[section.code]) or self._has_index(section)
        )

    def _has_index(self, section: Section) -> bool:
        blocks = (block for inner in section.walk() for block in inner.blocks if isinstance(block, IndexBlock))
        return any(block.framework in self._answered for block in blocks)

    @cached_property
    def _answered(self) -> frozenset[str]:
        """The frameworks with an index in the report for which something there speaks."""
        blocks = (block for section in self.outline.walk() for block in section.blocks if isinstance(block, IndexBlock))
        known = self.figures.catalogue.frameworks
        return frozenset(
            name for name in dict.fromkeys(block.framework for block in blocks) if _any_there(self, known[name])
        )


def _any_there(contents: Contents, framework: Framework) -> bool:
    walk = crosswalk(framework)
    declared = (s for s in contents.outline.walk() if walk.codes(s.disclosures))
    return any(item.there for section in declared for item in contents.within[section.code]) or any(
        item.there and metric_codes(contents, walk, item.metric) for item in contents.items if item.metric
    )


def metric_codes(contents: Contents, walk: Crosswalk, code: str) -> tuple[str, ...]:
    """Return the disclosures that a metric answers; none where there is no such metric."""
    metric = metric_of(contents.figures.catalogue, code) if code else None
    return walk.codes(metric.disclosures) if metric else ()


@dataclass(frozen=True, slots=True)
class Speaking:
    """What speaks for each disclosure of a framework, by its code, in reading order.

    `values` are those whose metric names the disclosure. `sections` has by section those that are asked for it because
    the section names it: not what names disclosures of its own, unless there is nothing else. `goals` are records.
    """

    values: Mapping[str, tuple[Item, ...]]
    sections: Mapping[str, Mapping[str, tuple[Item, ...]]]
    goals: Mapping[str, tuple[Item, ...]]

    def items(self, code: str) -> tuple[Item, ...]:
        """Return everything that is asked for a disclosure, each once."""
        of_sections = (item for items in self.sections.get(code, {}).values() for item in items)
        return tuple(dict.fromkeys((*self.values.get(code, ()), *of_sections, *self.goals.get(code, ()))))


def speaking(contents: Contents, framework: Framework) -> Speaking:
    """Return what speaks for a framework in a report."""
    walk = crosswalk(framework)
    values = grouped((code, item) for item in contents.items for code in metric_codes(contents, walk, item.metric))
    sections: dict[str, dict[str, tuple[Item, ...]]] = {}
    for chapter in contents.outline.chapters:
        for section, items in _asked(contents, walk, chapter):
            for code in walk.codes(section.disclosures):
                sections.setdefault(code, {})[section.code] = items
    return Speaking(values, sections, grouped(_goals(contents, framework)))


def _asked(contents: Contents, walk: Crosswalk, section: Section) -> Iterator[tuple[Section, tuple[Item, ...]]]:
    """Yield each section that names disclosures with what is asked for them."""
    if walk.codes(section.disclosures):
        own = {inner.code for inner in _silent(walk, section)}
        items = contents.within[section.code]
        alone = (item for item in items if item.section in own and not metric_codes(contents, walk, item.metric))
        yield section, tuple(alone) or items
    for child in section.sections:
        yield from _asked(contents, walk, child)


def _silent(walk: Crosswalk, section: Section) -> Iterator[Section]:
    """Yield a section and those below it that name no disclosures of their own."""
    yield section
    for child in section.sections:
        if not walk.codes(child.disclosures):
            yield from _silent(walk, child)


def _goals(contents: Contents, framework: Framework) -> Iterator[tuple[str, Item]]:
    """Yield the goals that an index of the report has records of, with that list."""
    outline, figures = contents.outline, contents.figures
    lists = {item.block: item for item in contents.items}
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, IndexBlock) and block.framework == framework.code and block.id in lists:
                for code, records in goal_records(outline, block, figures.catalogue, figures.snapshot).items():
                    there = any(not record.carried for record in records)
                    missing = () if there else lists[block.id].missing
                    yield code, replace(lists[block.id], there=there, missing=missing)


def grouped(pairs: Iterable[tuple[Name, Member]]) -> dict[Name, tuple[Member, ...]]:
    """Gather the members of each name, each once, in their order."""
    groups: dict[Name, dict[Member, None]] = {}
    for name, member in pairs:
        groups.setdefault(name, {})[member] = None
    return {name: tuple(members) for name, members in groups.items()}
