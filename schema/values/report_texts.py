"""The texts of a report, of slots and of records' columns alike: what each says per language, and how it is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, RecordsBlock, Section, TextBlock
from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.values.changes import Change, change_of
from schema.values.datapoint import Origin, Record, SlotText, Snapshot
from schema.values.record_places import block_rows, rows_by_block
from schema.values.records import with_words
from schema.values.script_conversion import Drafter, sources_of
from schema.values.subject import TextAt
from schema.values.word_origins import checksum, followed, outdated


@dataclass(frozen=True, slots=True)
class Wording:
    """One text where it first stands; `name` is its slot, or type/id.column of a record's column in a `block`."""

    section: str
    name: str
    words: Words
    origins: Mapping[str, Origin]
    record: RecordKey | None = None
    column: str = ""
    block: str = ""

    def draft(self, language: str) -> bool:
        """Whether its words in a language were made by machine and not accepted."""
        origin = self.origins.get(language)
        return origin is not None and origin.draft

    def outdated(self, language: str) -> bool:
        """Whether the words that it follows in another language have changed since."""
        origin = self.origins.get(language)
        return origin is not None and outdated(origin, self.words.get(origin.language))


NewText = tuple[str, Origin | None]  # new words and where they come from


def wordings(outline: Outline, snapshot: Snapshot, catalogue: Catalogue, only: str = "") -> Iterator[Wording]:
    """Yield every text of a report once, in reading order; also those that have no words yet.

    Of a section alone where `only` is its code: of the others nothing is read.
    """
    seen: set[str] = set()
    for wording in _all_wordings(outline, snapshot, catalogue, only):
        if wording.name not in seen:
            seen.add(wording.name)
            yield wording


def _all_wordings(outline: Outline, snapshot: Snapshot, catalogue: Catalogue, only: str) -> Iterator[Wording]:
    before, rows = set[str](), None if only else rows_by_block(outline, snapshot)
    for section in outline.walk():
        meant = only in ("", section.code)
        for block in section.blocks:
            if isinstance(block, TextBlock):
                if meant and block.slot not in before:
                    yield _of_slot(section, block.slot, outline, snapshot)
                before.add(block.slot)
            elif isinstance(block, RecordsBlock) and meant:
                records = block_rows(outline, block, snapshot) if rows is None else rows.get(block.id, ())
                for record in records:
                    yield from _of_record(section, block, record, catalogue)


def _of_slot(section: Section, slot: str, outline: Outline, snapshot: Snapshot) -> Wording:
    places = {language: (outline.code, slot, language) for language in LANGUAGES}
    words = Words(*(snapshot.texts.get(place, "") for place in places.values()))
    origins = {name: snapshot.origins[place] for name, place in places.items() if place in snapshot.origins}
    return Wording(section.code, slot, words, origins)


def _of_record(section: Section, block: RecordsBlock, record: Record, catalogue: Catalogue) -> Iterator[Wording]:
    record_type = catalogue.records.get(record.key.type)
    for column in record_type.columns if record_type else ():
        field = record.field(column.code)
        if column.worded and field.words:
            name = f"{record.key.type}/{record.key.id}.{column.code}"
            yield Wording(section.code, name, field.words, dict(field.origins), record.key, column.code, block.id)


def drafts(texts: Iterable[Wording], language: str, drafter: Drafter, source: str) -> Mapping[str, NewText]:
    """Return by name what is missing in a language, drafted from another; drafts of older words are drafted anew."""
    drafted: dict[str, NewText] = {}
    for wording in texts:
        there = wording.words.get(source)
        stale = wording.draft(language) and wording.outdated(language)
        if there.strip() and (stale or not wording.words.get(language).strip()):
            drafted[wording.name] = (drafter.draft(there), Origin(source, checksum(there), True))
    return drafted


def acceptances(texts: Iterable[Wording], language: str) -> Mapping[str, NewText]:
    """Return by name what a person vouches for: drafts, and words whose source has changed since."""
    return {
        wording.name: (wording.words.get(language), followed(origin, wording.words.get(origin.language)))
        for wording in texts
        if (origin := wording.origins.get(language)) and (origin.draft or wording.outdated(language))
    }


def changes(
    texts: Iterable[Wording], new_texts: Mapping[str, NewText], language: str, report: str, snapshot: Snapshot
) -> tuple[Change, ...]:
    """Return the changes that put these words in place, one per slot and one per record."""
    slots: list[Change] = []
    records: dict[RecordKey, Record] = {}
    for wording in texts:
        if wording.name not in new_texts:
            continue
        text, origin = new_texts[wording.name]
        if wording.record is None:
            slot = SlotText(report, wording.name, language, text, origin=origin)
            slots.append(change_of(snapshot, TextAt(report, wording.name, language), slot))
        else:
            old = records.get(wording.record, snapshot.records[wording.record])
            field = with_words(old.field(wording.column), language, text, origin)
            records[wording.record] = replace(old, fields={**old.fields, wording.column: field})
    return (*slots, *(change_of(snapshot, key, record) for key, record in records.items()))


def edited(snapshot: Snapshot, text: SlotText) -> SlotText:
    """Return a slot's words as a person leaves them: a draft no more, vouched for beside the present source."""
    origin = snapshot.origins.get((text.report, text.slot, text.language))
    if text.origin is not None or origin is None or not text.text:
        return text
    return replace(text, origin=followed(origin, snapshot.texts.get((text.report, text.slot, origin.language), "")))


def source_of(language: str) -> str:
    """Return the language from which drafts in this one are made, or an empty text."""
    return next(iter(sources_of(language)), "")
