"""Who owns what a report asks for: the block's department, else the section's, metric's, chapter's or report's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from schema.catalogue.outline import Outline, Section

# Where the department is named that counts, the nearest first; "metric" is that of a record type, too.
# That of an entity goes before all others: it is asked for whatever is asked of the entity.
Level = Literal["entity", "block", "section", "metric", "chapter", "outline"]
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Owned:
    """A department by its code and the level that names it; both empty where nobody is named."""

    department: str = ""
    level: Level | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Owners:
    """The departments that own what stands in one section, by their codes; empty where none is named.

    `section` is the section's own or that of the nearest section around it below the chapter; `section_code` and
    `chapter_code` say which they are.
    """

    section: str
    chapter: str
    outline: str
    section_code: str = ""
    chapter_code: str = ""

    def of(self, metric: str = "", block: str = "") -> str:
        """Return the owner of a thing; `metric` is the department of its metric or record type, `block` the block's."""
        return block or self.section or metric or self.chapter or self.outline

    def owned(self, metric: str = "", block: str = "", entity: str = "") -> Owned:
        """Return the same with the level that it comes from; `entity` is the department of a value's entity."""
        named: Mapping[Level, str] = {
            "entity": entity,
            "block": block, "section": self.section, "metric": metric, "chapter": self.chapter, "outline": self.outline,
        }  # fmt: skip
        return next((Owned(named[level], level) for level in LEVELS if named[level]), Owned())


def owners(outline: Outline) -> Mapping[str, Owners]:
    """Return the owners by the codes of the sections."""
    return {
        section.code: found
        for chapter in outline.chapters
        for section, found in _owners(
            chapter, Owners("", chapter.department, outline.department, chapter_code=chapter.code)
        )
    }


def _owners(section: Section, around: Owners) -> Iterator[tuple[Section, Owners]]:
    yield section, around
    for child in section.sections:
        inside = replace(around, section=child.department, section_code=child.code) if child.department else around
        yield from _owners(child, inside)
