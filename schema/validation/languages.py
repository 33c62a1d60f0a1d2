"""Words that a report has in another language and not in this one."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue, RecordColumn
from schema.catalogue.outline import Block, ImageBlock, Outline, Section, TextBlock, records_block
from schema.grammar.slots import caption_slot
from schema.grammar.words import LANGUAGES, is_chinese
from schema.validation.asked_values import placed_references, window
from schema.validation.facts import NO_FACTS, Coded, Facts
from schema.validation.issue import Issue, ListAt
from schema.values.datapoint import Record, Snapshot
from schema.values.footnote_words import footnote_in
from schema.values.image_slots import placed_picture
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt


def check_language(outline: Outline, snapshot: Snapshot, catalogue: Catalogue, language: str) -> Iterator[Issue]:
    """Yield one doubt for each text, caption and list of records that has words, but not in this language.

    What has no words in the report's own language either is told elsewhere.
    """
    rows = rows_by_block(outline, snapshot)
    for section in outline.walk():
        for block in section.blocks:
            if name := _lacking(outline, block, snapshot, language):
                yield _issue(TextAt(outline.code, name, language), section, language)
            listing = records_block(block)
            records = rows.get(listing.id, ()) if listing else ()
            if listing and (count := _count(outline, records, catalogue, language)):
                shown = {"type": Coded("record type", listing.type), "count": count}
                yield _issue(ListAt(outline.code, listing.id), section, language, shown)
    yield from _footnotes(outline, snapshot, language)


def _footnotes(outline: Outline, snapshot: Snapshot, language: str) -> Iterator[Issue]:
    """Yield what has a footnote, or a reason for its omission, in Chinese only: an English report leaves it out."""
    if language != "en":
        return
    shown, years = {reference.code for reference in placed_references(outline)}, window(outline)
    for key, point in snapshot.points.items():
        printed = point.footnote and key.metric in shown and key.period in years
        if printed and is_chinese(footnote_in(point.footnote, language)):
            facts: Facts = {"report": outline.code, "tongue": Coded("language", language)}
            yield Issue("footnote.language", "doubt", key, facts, place=key.canonical(), report=outline.code)


def _lacking(outline: Outline, block: Block, snapshot: Snapshot, language: str) -> str:
    """Return the slot of a block that lacks words in this language only, or an empty text."""
    if isinstance(block, TextBlock):
        there = _words(outline, block.slot, snapshot, outline.language)
        return block.slot if there and not _words(outline, block.slot, snapshot, language) else ""
    if isinstance(block, ImageBlock) and placed_picture(snapshot, outline.code, block.slot):
        slot = caption_slot(block.slot)
        there = any(_words(outline, slot, snapshot, other) for other in LANGUAGES)
        return slot if there and not _words(outline, slot, snapshot, language) else ""
    return ""


def _words(outline: Outline, slot: str, snapshot: Snapshot, language: str) -> str:
    return snapshot.texts.get((outline.code, slot, language), "").strip()


def _count(outline: Outline, records: tuple[Record, ...], catalogue: Catalogue, language: str) -> int:
    """Return how many records have a field that lacks words in this language only."""
    typed = ((record, catalogue.records.get(record.key.type)) for record in records)
    pairs = (
        (record, [column for column in record_type.columns if column.worded])
        for record, record_type in typed
        if record_type
    )
    return sum(any(_untranslated(record, column, outline, language) for column in columns) for record, columns in pairs)


def _untranslated(record: Record, column: RecordColumn, outline: Outline, language: str) -> bool:
    words = record.field(column.code).words
    elsewhere = column.required and not words.get(outline.language)
    return bool(words) and not words.get(language) and not elsewhere


def _issue(at: TextAt | ListAt, section: Section, language: str, shown: Facts = NO_FACTS) -> Issue:
    facts: Facts = {"report": at.report, "tongue": Coded("language", language), "section": section.title, **shown}
    place = f"{at.report} {at.slot}" if isinstance(at, TextAt) else f"{at.report} record/{at.block}"
    return Issue("text.language", "doubt", facts=facts, place=place, subject=at, report=at.report)
