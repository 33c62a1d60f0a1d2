"""How far each section is: what is there of what it asks for, and what is open in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from schema.catalogue.outline import Outline, Section
from schema.catalogue.section_content import section_images, section_keys, section_records, section_slots
from schema.grammar.reference import Key
from schema.validation.contents import are_current, has_words, value_state
from schema.validation.issue import Issue
from schema.validation.issue_groups import group_by_key, group_by_slot
from schema.values.datapoint import Record
from schema.values.figures import Figures
from schema.values.image_slots import placed_picture
from schema.values.record_places import rows_by_block


@dataclass(frozen=True, slots=True)
class Progress:
    """A section with all below it: values, texts, pictures and lists that are there of those asked; open issues."""

    filled: int = 0
    asked: int = 0
    errors: int = 0
    doubts: int = 0

    def plus(self, other: Progress) -> Progress:
        """Return both together."""
        return Progress(
            self.filled + other.filled,
            self.asked + other.asked,
            self.errors + other.errors,
            self.doubts + other.doubts,
        )


def all_progress(
    outlines: Iterable[Outline], figures: Figures, issues: Iterable[Issue]
) -> Mapping[tuple[str, str], Progress]:
    """Return the progress by (report, section)."""
    known = tuple(issues)
    by_key, by_slot = group_by_key(known), group_by_slot(known)
    progress: dict[tuple[str, str], Progress] = {}
    for outline in outlines:
        count = _Count(outline, figures.told_in(outline), rows_by_block(outline, figures.snapshot), by_key, by_slot)
        for section in reversed(list(outline.walk())):
            below = (progress[outline.code, child.code] for child in section.sections)
            progress[outline.code, section.code] = _together((*count.of(section), *below))
    return progress


def _together(parts: Iterable[Progress]) -> Progress:
    total = Progress()
    for part in parts:
        total = total.plus(part)
    return total


@dataclass(frozen=True, slots=True)
class _Count:
    """Counts one report's sections, each thing that is asked for as one."""

    outline: Outline
    figures: Figures
    rows: Mapping[str, tuple[Record, ...]]
    by_key: Mapping[Key, tuple[Issue, ...]]
    by_slot: Mapping[tuple[str, str], tuple[Issue, ...]]

    def of(self, section: Section) -> Iterator[Progress]:
        yield from self._values(section)
        yield from self._texts(section)
        yield from self._pictures(section)
        yield from self._records(section)

    def _values(self, section: Section) -> Iterator[Progress]:
        for key in section_keys(section, self.figures.catalogue, self.outline.year):
            yield _counted(value_state(self.figures, key).filled, self.by_key.get(key, ()))

    def _texts(self, section: Section) -> Iterator[Progress]:
        for slot in section_slots(section):
            yield _counted(has_words(self.figures, self.outline, slot), self._at(slot))

    def _pictures(self, section: Section) -> Iterator[Progress]:
        for slot in section_images(section):
            filled = placed_picture(self.figures.snapshot, self.outline.code, slot) is not None
            yield _counted(filled, self._at(slot))

    def _records(self, section: Section) -> Iterator[Progress]:
        for block in section_records(section):
            yield _counted(are_current(self.rows.get(block.id, ())), self._at(f"record/{block.id}"))

    def _at(self, slot: str) -> tuple[Issue, ...]:
        return self.by_slot.get((self.outline.code, slot), ())


def _counted(filled: bool, issues: tuple[Issue, ...]) -> Progress:
    errors = sum(issue.severity == "error" for issue in issues)
    return Progress(int(filled), 1, errors, len(issues) - errors)
