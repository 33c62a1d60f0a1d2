"""What a report has from the year before and nobody has touched since: it may no longer be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema.catalogue.next_outline import dated_words, names_year
from schema.catalogue.outline import Definitions, Outline, RecordsBlock, Section, TextBlock, records_block
from schema.grammar.words import LANGUAGES, Words
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.record_places import block_rows
from schema.values.records import record_names_year, title_of

_MOST = 6  # titles that a sentence names


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
    shown = {"report": outline.code, "slot": slot, "since": source, "year": str(year)} | section_titles(section)
    code = "carried.text_year" if dated else "carried.text"
    yield Issue(code, "doubt", params=shown, place=f"{outline.code} {slot}")


def _records(
    outline: Outline, section: Section, block: RecordsBlock, year: int, definitions: Definitions, snapshot: Snapshot
) -> Iterator[Issue]:
    rows = [record for record in block_rows(outline, block, snapshot) if record.carried]
    known = definitions.catalogue.records.get(block.type)
    if not rows or known is None:
        return
    shown = {"recordtype": block.type, "report": outline.code, "since": rows[0].carried, "count": str(len(rows))}
    shown["block"] = block.id
    shown |= {"year": str(year), **section_titles(section)}
    dated = [title_of(record, known, outline.language) for record in rows if record_names_year(record, year)]
    code = "carried.records_year" if dated else "carried.records"
    yield Issue(code, "doubt", params=shown | {"list": listed(dated)}, place=f"{outline.code} record/{block.id}")


def _explanations(outline: Outline, definitions: Definitions) -> Iterator[Issue]:
    for framework, codes in outline.unconfirmed.items():
        known = definitions.catalogue.frameworks.get(framework)
        if not codes or known is None:
            continue
        names = [found.printed if (found := known.disclosure(code)) else code for code in codes]
        shown = {"report": outline.code, "since": outline.rolled_from, "count": str(len(codes)), "framework": framework}
        shown |= {"list": listed(names), **_languages("framework", known.name)}
        yield Issue("carried.explanations", "doubt", params=shown, place=f"{outline.code} {framework}")


def _dated(outline: Outline, year: int) -> Iterator[Issue]:
    found = [words.best(outline.language) for _, words in dated_words(outline, year)]
    if found:
        shown = {"report": outline.code, "year": str(year), "count": str(len(found)), "list": listed(found)}
        yield Issue("carried.headings", "doubt", params=shown, place=outline.code)


def section_titles(section: Section) -> dict[str, str]:
    """Return a section's title in every language: messages are worded without the outline at hand."""
    return _languages("section", section.title)


def _languages(name: str, words: Words) -> dict[str, str]:
    return {f"{name}.{language}": words.best(language) for language in LANGUAGES}


def listed(names: Iterable[str]) -> str:
    """Return the first names, and how many more there are."""
    found = list(dict.fromkeys(names))
    more = f" … +{len(found) - _MOST}" if len(found) > _MOST else ""
    return " / ".join(found[:_MOST]) + more
