"""What a report has from the year before and nobody has touched since: it may no longer be true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schema.catalogue.next_outline import dated_words, names_year
from schema.catalogue.outline import Definitions, Outline, RecordsBlock, Section, TextBlock, records_block
from schema.grammar.words import LANGUAGES
from schema.validation.facts import Coded, Excerpt, Fact, PartAt
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
    content = _Content(outline, year, definitions, snapshot)
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, TextBlock):
                yield from content.text(section, block.slot)
            elif isinstance(records := records_block(block), RecordsBlock):
                yield from content.records(section, records)
    if outline.rolled_from:
        yield from _explanations(outline, definitions)
        yield from _dated(outline, year)


@dataclass(frozen=True, slots=True)
class _Content:
    """The texts and records of a report that began with those of `year`."""

    outline: Outline
    year: int
    definitions: Definitions
    snapshot: Snapshot

    def text(self, section: Section, slot: str) -> Iterator[Issue]:
        """One issue per slot, which names the untouched languages and stands at the report's own, else at the first."""
        report, carried = self.outline.code, self.snapshot.carried
        untouched = [language for language in LANGUAGES if (report, slot, language) in carried]
        if not untouched:
            return
        texts = [self.snapshot.texts[report, slot, language] for language in untouched]
        dated = any(names_year(text, self.year) for text in texts)
        language = self.outline.language if self.outline.language in untouched else untouched[0]
        source = carried[report, slot, language]
        shown: dict[str, Fact] = {"report": report, "slot": PartAt(self.outline, slot), "section": section.title}
        shown |= {"since": source, "year": self.year, "tongue": tuple(Coded("language", one) for one in untouched)}
        code, at = "carried.text_year" if dated else "carried.text", TextAt(report, slot, language)
        yield Issue(code, "doubt", facts=shown, place=f"{report} {slot}", subject=at, report=report)

    def records(self, section: Section, block: RecordsBlock) -> Iterator[Issue]:
        """One issue per list, with the titles of the records that name the year before."""
        report, language = self.outline.code, self.outline.language
        rows = [record for record in block_rows(self.outline, block, self.snapshot) if record.carried]
        known = self.definitions.catalogue.records.get(block.type)
        if not rows or known is None:
            return
        dated = [title_of(record, known, language) for record in rows if record_names_year(record, self.year)]
        code = "carried.records_year" if dated else "carried.records"
        shown: dict[str, Fact] = {"type": Coded("record type", block.type), "section": section.title}
        shown |= {"year": self.year, "report": report, "since": rows[0].carried, "count": len(rows)}
        shown["list"], at = Excerpt(tuple(dated)), ListAt(report, block.id)
        yield Issue(code, "doubt", facts=shown, place=f"{report} record/{block.id}", subject=at, report=report)


def _explanations(outline: Outline, definitions: Definitions) -> Iterator[Issue]:
    for framework, codes in outline.unconfirmed.items():
        known = definitions.catalogue.frameworks.get(framework)
        if not codes or known is None:
            continue
        disclosures = {code: known.disclosure(code) for code in codes}
        names = [disclosure.printed if disclosure else code for code, disclosure in disclosures.items()]
        shown: dict[str, Fact] = {"report": outline.code, "since": outline.rolled_from, "count": len(codes)}
        shown |= {"list": Excerpt(tuple(names)), "framework": known.name}
        place, at = f"{outline.code} {framework}", IndexAt(outline.code, framework)
        yield Issue("carried.explanations", "doubt", facts=shown, place=place, subject=at, report=outline.code)


def _dated(outline: Outline, year: int) -> Iterator[Issue]:
    headings = [words.best(outline.language) for _, words in dated_words(outline, year)]
    if headings:
        shown = {"report": outline.code, "year": year, "count": len(headings), "list": Excerpt(tuple(headings))}
        yield Issue("carried.headings", "doubt", facts=shown, place=outline.code, report=outline.code)
