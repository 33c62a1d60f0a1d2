"""Image slots of a report: each has its picture, and words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.outline import ImageBlock, Outline, Section
from schema.grammar.slots import NO_LANGUAGE, alternative_slot
from schema.validation.issue import Issue, Severity
from schema.values.datapoint import Snapshot
from schema.values.image_slots import placed_hash, placed_picture
from schema.values.subject import TextAt


def check_pictures(outline: Outline, snapshot: Snapshot) -> Iterator[Issue]:
    """Yield the issues of every image slot of a report."""
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, ImageBlock):
                yield from _check(outline, section, block.slot, snapshot)


def _check(outline: Outline, section: Section, slot: str, snapshot: Snapshot) -> Iterator[Issue]:
    at = TextAt(outline.code, slot, NO_LANGUAGE)
    if not placed_hash(snapshot, outline.code, slot):
        yield _issue("picture.blank", "doubt", at, section)
        return
    picture = placed_picture(snapshot, outline.code, slot)
    if picture is None:
        yield _issue("picture.lost", "error", at, section)
    elif not snapshot.texts.get((outline.code, alternative_slot(slot), outline.language), "").strip():
        yield _issue("picture.no_words", "doubt", at, section, picture.name)


def _issue(code: str, severity: Severity, at: TextAt, section: Section, file: str = "") -> Issue:
    facts = {"report": at.report, "slot": at.slot, "section": section.title, "file": file}
    return Issue(code, severity, facts=facts, place=f"{at.report} {at.slot}", subject=at, report=at.report)
