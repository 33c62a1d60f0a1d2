"""Image slots of a report: each has its picture, and words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.outline import ImageBlock, Outline, Section
from schema.grammar.slots import NO_LANGUAGE, alternative_slot
from schema.validation.facts import Fact, PartAt
from schema.validation.issue import Issue, Severity
from schema.values.datapoint import Snapshot
from schema.values.image_slots import placed_hash, placed_picture
from schema.values.subject import TextAt


def check_pictures(outline: Outline, snapshot: Snapshot) -> Iterator[Issue]:
    """Yield the issues of every image slot of a report."""
    for section in outline.walk():
        for block in section.blocks:
            wrong = _wrong(outline, block.slot, snapshot) if isinstance(block, ImageBlock) else None
            if isinstance(block, ImageBlock) and wrong is not None:
                yield _issue(outline, section, block.slot, wrong)


def _wrong(outline: Outline, slot: str, snapshot: Snapshot) -> tuple[str, Severity, str] | None:
    """Return the code of what a slot lacks, how grave it is, and the name of its picture."""
    if not placed_hash(snapshot, outline.code, slot):
        return "picture.blank", "doubt", ""
    picture = placed_picture(snapshot, outline.code, slot)
    if picture is None:
        return "picture.lost", "error", ""
    described = snapshot.texts.get((outline.code, alternative_slot(slot), outline.language), "").strip()
    return None if described else ("picture.no_words", "doubt", picture.name)


def _issue(outline: Outline, section: Section, slot: str, wrong: tuple[str, Severity, str]) -> Issue:
    (code, severity, file), report = wrong, outline.code
    facts: dict[str, Fact] = {"report": report, "slot": PartAt(outline, slot), "section": section.title, "file": file}
    at = TextAt(report, slot, NO_LANGUAGE)
    return Issue(code, severity, facts=facts, place=f"{report} {slot}", subject=at, report=report)
