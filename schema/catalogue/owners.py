"""Who owns what a report asks for: the block's department, else the section's, metric's, chapter's or report's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schema.catalogue.outline import Outline, Section


@dataclass(frozen=True, slots=True)
class Owners:
    """The departments that own what stands in one section, by their codes; empty where none is named.

    `section` is the section's own or that of the nearest section around it below the chapter.
    """

    section: str
    chapter: str
    outline: str

    def of(self, metric: str = "", block: str = "") -> str:
        """Return the owner of a thing; `metric` is the department of its metric or record type, `block` the block's."""
        return block or self.section or metric or self.chapter or self.outline


def owners(outline: Outline) -> Mapping[str, Owners]:
    """Return the owners by the codes of the sections."""
    return {
        section.code: found
        for chapter in outline.chapters
        for section, found in _owners(chapter, Owners("", chapter.department, outline.department))
    }


def _owners(section: Section, around: Owners) -> Iterator[tuple[Section, Owners]]:
    yield section, around
    for child in section.sections:
        yield from _owners(child, Owners(child.department or around.section, around.chapter, around.outline))
