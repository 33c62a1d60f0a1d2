"""What a report has from the year before and nobody has touched since: it may no longer be true."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.next_outline import dated_words, names_year
from schema.catalogue.outline import Definitions, Outline, RecordsBlock, Section, TextBlock, records_block
from schema.grammar.words import LANGUAGES
from schema.validation.facts import Coded, Excerpt, Fact
from schema.validation.issue import IndexAt, Issue, ListAt
from schema.values.datapoint import Snapshot
from schema.values.record_places import block_rows
from schema.values.records import record_names_year, title_of
from schema.values.subject import TextAt


def check_carried(outline: Outline, definitions: Definitions, snapshot: Snapshot) -> Iterator[Issue]:
    """Yield each text, list of records and set of explanations that is untouched, and headings that name last year."""
    if not (outline.rolled_from or snapshot.carried or any(record.carried for record in snapshot.records.values())):
        return
    before = definitions.outlines.get(outline.rolled_from)
    year = before.year if before else outline.year - 1
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, TextBlock):
                yield from _text(outline, section, block.slot, year, snapshot)
            elif isinstance(records := records_block(block), RecordsBlock):
                yield from _records(outline, section, records, year, definitions, snapshot)
    if outline.rolled_from:
        yield from _explanations(outline, definitions)
        yield from _dated(outline, year)


def _text(outline: Outline, section: Section, slot: str, year: int, snapshot: Snapshot) -> Iterator[Issue]:
    """One issue per slot, whatever languages are untouched."""
    untouched = [n for n in LANGUAGES if (outline.code, slot, n) in snapshot.carried]
    if not untouched:
        return
    dated = any(names_year(snapshot.texts[outline.code, slot, n], year) for n in untouched)
    source = snapshot.carried[outline.code, slot, untouched[0]]
    shown = {"report": outline.code, "slot": slot, "since": source, "year": year, "section": section.title}
    code, at = "carried.text_year" if dated else "carried.text", TextAt(outline.code, slot, outline.language)
    yield Issue(code, "doubt", facts=shown, place=f"{outline.code} {slot}", subject=at, report=outline.code)


def _records(
    outline: Outline, section: Section, block: RecordsBlock, year: int, definitions: Definitions, snapshot: Snapshot
) -> Iterator[Issue]:
    rows = [record for record in block_rows(outline, block, snapshot) if record.carried]
    known = definitions.catalogue.records.get(block.type)
    if not rows or known is None:
        return
    shown: dict[str, Fact] = {"type": Coded("record type", block.type), "section": section.title, "year": year}
    shown |= {"report": outline.code, "since": rows[0].carried, "count": len(rows)}
    dated = [title_of(record, known, outline.language) for record in rows if record_names_year(record, year)]
    code = "carried.records_year" if dated else "carried.records"
    shown["list"], at = Excerpt(tuple(dated)), ListAt(outline.code, block.id)
    place = f"{outline.code} record/{block.id}"
    yield Issue(code, "doubt", facts=shown, place=place, subject=at, report=outline.code)


def _explanations(outline: Outline, definitions: Definitions) -> Iterator[Issue]:
    for framework, codes in outline.unconfirmed.items():
        known = definitions.catalogue.frameworks.get(framework)
        if not codes or known is None:
            continue
        names = [found.printed if (found := known.disclosure(code)) else code for code in codes]
        shown: dict[str, Fact] = {"report": outline.code, "since": outline.rolled_from, "count": len(codes)}
        shown |= {"list": Excerpt(tuple(names)), "framework": known.name}
        place, at = f"{outline.code} {framework}", IndexAt(outline.code, framework)
        yield Issue("carried.explanations", "doubt", facts=shown, place=place, subject=at, report=outline.code)


def _dated(outline: Outline, year: int) -> Iterator[Issue]:
    found = [words.best(outline.language) for _, words in dated_words(outline, year)]
    if found:
        shown = {"report": outline.code, "year": year, "count": len(found), "list": Excerpt(tuple(found))}
        yield Issue("carried.headings", "doubt", facts=shown, place=outline.code, report=outline.code)
