"""What a section's form is made of: as long as that is the same, the form that is there stays. Pure, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.window.fields.plan import CardSpec, plan_section
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, Section


@dataclass(frozen=True, slots=True)
class FormContents:
    """One section's cards with what they say beside their values: where it stands, the units, members, types …

    `report` is without its chapters, `path` from the chapter down to the section without what those hold, `own` the
    section with its blocks, `catalogue` without what no form shows; the metrics that it shows stand in its `cards`.
    """

    report: Outline
    period: int
    path: tuple[Section, ...]
    own: Section
    cards: tuple[CardSpec, ...]
    catalogue: Catalogue


def form_contents(outline: Outline, code: str, catalogue: Catalogue, period: int) -> FormContents | None:
    """Return what the form of a section is made of; None where the outline has none of this code."""
    path = _path(outline.chapters, code)
    if not path:
        return None
    section = path[-1]
    below = tuple(_bare(lower) for lower in section.sections)
    return FormContents(
        replace(outline, chapters=()),
        period,
        tuple(_bare(above) for above in path),
        replace(section, sections=below),
        plan_section(section, catalogue, period),
        replace(catalogue, metrics={}, rules=(), messages={}, phrases={}),
    )


def _path(sections: tuple[Section, ...], code: str) -> tuple[Section, ...]:
    for section in sections:
        below = (section,) if section.code == code else _path(section.sections, code)
        if below:
            return below if below[0] is section else (section, *below)
    return ()


def _bare(section: Section) -> Section:
    return replace(section, blocks=(), sections=())
