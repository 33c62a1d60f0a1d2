"""Pictures of a report: each slot has one, with words for those who cannot see it, and none is printed twice."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import ImageBlock, Outline, RecordsBlock, Section
from schema.grammar.slots import NO_LANGUAGE, alternative_slot
from schema.validation.facts import Fact, PartAt
from schema.validation.issue import FieldAt, Issue, Severity
from schema.values.datapoint import Snapshot
from schema.values.image_slots import placed_hash, placed_picture
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt


def check_pictures(outline: Outline, snapshot: Snapshot) -> Iterator[Issue]:
    """Yield the issues of every image slot of a report."""
    for section in outline.walk():
        for block in section.blocks:
            wrong = _wrong(outline, block.slot, snapshot) if isinstance(block, ImageBlock) else None
            if isinstance(block, ImageBlock) and wrong is not None:
                yield _issue(outline, section, block.slot, wrong)


def check_repeated(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield a doubt for each picture that the report prints before already, in a slot of its own or with a record."""
    first: dict[str, Section] = {}
    for section, at, name in _printed(outline, snapshot, catalogue):
        if name in first and name in snapshot.attachments:
            facts: dict[str, Fact] = {"report": outline.code, "section": section.title, "first": first[name].title}
            facts["file"] = snapshot.attachments[name].name
            yield Issue("picture.twice", "doubt", facts=facts, place=_place(at), subject=at, report=outline.code)
        first.setdefault(name, section)


def _printed(
    outline: Outline, snapshot: Snapshot, catalogue: Catalogue
) -> Iterator[tuple[Section, TextAt | FieldAt, str]]:
    """Yield every picture of a report in reading order, by its hash."""
    rows = rows_by_block(outline, snapshot)
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, ImageBlock):
                if name := placed_hash(snapshot, outline.code, block.slot):
                    yield section, TextAt(outline.code, block.slot, NO_LANGUAGE), name
            elif isinstance(block, RecordsBlock) and block.type in catalogue.records:
                shown = [c.code for c in catalogue.records[block.type].columns if c.traits.pictured]
                for record in rows.get(block.id, ()):
                    for column in shown if not block.columns else [c for c in shown if c in block.columns]:
                        if name := record.field(column).typed:
                            yield section, FieldAt(record.key, column, block.id), name


def _place(at: TextAt | FieldAt) -> str:
    if isinstance(at, TextAt):
        return f"{at.report} {at.slot}"
    return f"{at.record.type}/{at.record.id}.{at.column}"


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
