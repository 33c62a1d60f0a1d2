"""Next year's report: its outline, and last year's words and standing records as drafts that nobody has touched.

Values are not carried: the past years' columns show them by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from schema.catalogue.compiled import with_hash
from schema.catalogue.next_outline import CODE, LONGEST_CODE, dated_words, names_year, roll_outline, year_in
from schema.catalogue.outline import Definitions, Outline, TextBlock
from schema.errors import NextRefused
from schema.exchange.relinking import Renamed, relinked, relinked_field, relinked_origin
from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.mistakes import near
from schema.validation.issue import Issue
from schema.values.changes import Change, keep
from schema.values.datapoint import Record, SlotText, Snapshot
from schema.values.records import record_names_year

_EVENTS = ("case", "quote")
_SUFFIX = re.compile(r"(?<=.)y\d{4}[a-z]?$")


@dataclass(frozen=True, slots=True)
class NextReport:
    """What next year's report begins with, not stored yet.

    `left` counts the records of one year's events that stay behind, by type, `stories` the cases and quotes among
    the texts; `dated` are the places in words that still name `before`, the year of the report that it follows.
    """

    outline: Outline
    changes: tuple[Change, ...]
    left: Mapping[str, int]
    stories: int
    dated: tuple[str, ...]
    before: int

    @property
    def texts(self) -> tuple[SlotText, ...]:
        """Return the words that are carried."""
        return tuple(change.after for change in self.changes if isinstance(change.after, SlotText))

    @property
    def records(self) -> tuple[Record, ...]:
        """Return the records that are carried."""
        return tuple(change.after for change in self.changes if isinstance(change.after, Record))

    def within(self, definitions: Definitions) -> Definitions:
        """Return the definitions with this report's outline among the others."""
        return with_hash(replace(definitions, outlines={**definitions.outlines, self.outline.code: self.outline}))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The report that is to follow: its code, title (None: the old one, its year moved on), year (0: the one after)."""

    code: str
    title: Words | None = None
    year: int = 0


def refusals(definitions: Definitions, source: str, target: str | Wanted) -> tuple[Issue, ...]:
    """Return every reason why `target` cannot follow `source`; a code alone is that of the year after."""
    return tuple(_refusals(definitions, source, Wanted(target) if isinstance(target, str) else target))


def _refusals(definitions: Definitions, source: str, wanted: Wanted) -> Iterator[Issue]:
    target = wanted.code
    outlines = definitions.outlines
    old = outlines.get(source)
    if old is None:
        params = {"name": source, "near": near(source, outlines), "list": ", ".join(outlines)}
        yield Issue("next.unknown_report", "error", facts=params)
    if not CODE.fullmatch(target) or len(target) > LONGEST_CODE:
        yield Issue("next.bad_code", "error", facts={"name": target, "most": str(LONGEST_CODE)})
    if target in outlines:
        yield Issue("next.taken", "error", facts={"name": target, "year": str(outlines[target].year)})
    named, year = year_in(target), wanted.year or (old.year + 1 if old else 0)
    if old is not None and not 1900 <= year <= 2200:
        yield Issue("next.no_year", "error", facts={"year": str(year)})
    elif old is not None and named not in (0, year):
        code = "next.year" if year == old.year + 1 else "next.other_year"
        params = {"name": target, "named": str(named), "before": source, "year": str(year)}
        yield Issue(code, "error", facts=params)


def next_report(definitions: Definitions, snapshot: Snapshot, source: str, target: str | Wanted) -> NextReport:
    """Return what the report `target` begins with (a code alone: that of the year after `source`).

    NextRefused has all reasons why it cannot be.
    """
    wanted = Wanted(target) if isinstance(target, str) else target
    issues = refusals(definitions, source, wanted)
    if issues:
        raise NextRefused(source, issues)
    old = definitions.outlines[source]
    outline, target = roll_outline(old, wanted.code, wanted.title, wanted.year), wanted.code
    rows, left = _rows(definitions, snapshot, old)
    renamed = _renamed(rows, snapshot, outline.year)
    texts = tuple(_texts(old, snapshot, target, renamed))
    records = tuple(_record(row, definitions, target, renamed) for row in rows)
    changes = (*map(keep, texts), *map(keep, records))
    stories = sum(1 for block in _slots(old, events=True) if snapshot.texts.get((old.code, block.slot, old.language)))
    dated = tuple(_dated(outline, old.year, texts, records))
    return NextReport(outline, changes, left, stories, dated, old.year)


def _slots(old: Outline, *, events: bool) -> Iterator[TextBlock]:
    """Yield the slots whose words tell of one year's events, or the others."""
    for section in old.walk():
        for block in section.blocks:
            if isinstance(block, TextBlock) and (block.style in _EVENTS) == events:
                yield block


def _texts(old: Outline, snapshot: Snapshot, target: str, renamed: Renamed) -> Iterator[SlotText]:
    for block in _slots(old, events=False):
        for language in LANGUAGES:
            text = snapshot.texts.get((old.code, block.slot, language), "")
            if text.strip():
                origin = snapshot.origins.get((old.code, block.slot, language))
                there = snapshot.texts.get((old.code, block.slot, origin.language), "") if origin else ""
                words = relinked(text, renamed)
                yield SlotText(target, block.slot, language, words, old.code, relinked_origin(origin, there, renamed))


def _rows(definitions: Definitions, snapshot: Snapshot, old: Outline) -> tuple[list[Record], Counter[str]]:
    """Return the records that stand until something changes, and how many others there are of each type."""
    record_types = definitions.catalogue.records
    own = [record for record in snapshot.records.values() if record.report == old.code]
    standing = {code for code, record_type in record_types.items() if record_type.carries}
    carried = [record for record in own if record.key.type in standing]
    return carried, Counter(record.key.type for record in own if record.key.type not in standing)


def _renamed(rows: list[Record], snapshot: Snapshot, year: int) -> Renamed:
    """Give each carried record an id of its own: ids stand once among all reports."""
    taken = set(snapshot.records)
    found: dict[RecordKey, RecordKey] = {}
    for row in rows:
        base = _SUFFIX.sub("", row.key.id)
        ends = ("", *"abcdefghijklmnopqrstuvwxyz")
        keys = (RecordKey(row.key.type, f"{base}y{year}{end}") for end in ends)
        longer = (RecordKey(row.key.type, f"{base}x{number}y{year}") for number in range(len(taken) + 1))
        found[row.key] = next(key for key in (*keys, *longer) if key not in taken)
        taken.add(found[row.key])
    return found


def _record(row: Record, definitions: Definitions, target: str, renamed: Renamed) -> Record:
    """Return a record without its numbers: these are last year's values."""
    record_type = definitions.catalogue.records[row.key.type]
    numbers = {column.code for column in record_type.columns if column.numeric}
    kept = {code: relinked_field(field, renamed) for code, field in row.fields.items() if code not in numbers}
    return Record(renamed[row.key], target, row.order, kept, row.report)


def _dated(outline: Outline, year: int, texts: tuple[SlotText, ...], records: tuple[Record, ...]) -> Iterator[str]:
    """Yield each place whose words still name last year: the editor has to look there first."""
    yield from dict.fromkeys(section.code for section, _ in dated_words(outline, year))
    yield from dict.fromkeys(text.slot for text in texts if names_year(text.text, year))
    for record in records:
        if record_names_year(record, year):
            yield record.key.canonical()
