"""What an issue, an approval or a statement stands at as a fact that is told in words, never by its code."""

from __future__ import annotations

from typing import assert_never

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key, RecordKey, parse_record
from schema.grammar.words import LANGUAGES, Words
from schema.validation.facts import Coded, Fact, PartAt
from schema.validation.issue import FieldAt, IndexAt, ListAt, OutlineAt, Subject
from schema.values.datapoint import Snapshot
from schema.values.records import name_in
from schema.values.subject import TextAt


def named(at: Subject, definitions: Definitions, snapshot: Snapshot) -> Fact:
    """Return a value by its key, a record by type and title, all else by where it stands in its report."""
    match at:
        case Key():
            record = parse_record(at.metric)
            return at if record is None else _record(record[0], definitions, snapshot)
        case FieldAt():
            return _record(at.record, definitions, snapshot)
        case IndexAt():
            return Coded("disclosure", f"{at.framework}/{at.disclosure}")
        case TextAt():
            return _part(at.report, at.slot, definitions)
        case ListAt():
            return _part(at.report, at.block, definitions)
        case OutlineAt():
            return _part(at.report, at.part, definitions)
        case _:
            assert_never(at)


def _part(report: str, part: str, definitions: Definitions) -> Fact:
    outline = definitions.outlines.get(report)
    return part if outline is None else PartAt(outline, part)


def _record(key: RecordKey, definitions: Definitions, snapshot: Snapshot) -> Fact:
    record, known = snapshot.records.get(key), definitions.catalogue.records.get(key.type)
    if record is None or known is None:
        return key.canonical()
    return Words(*(_typed(known.name.best(name), name_in(record, known, name)) for name in LANGUAGES))


def _typed(kind: str, title: str) -> str:
    """Return a record's title after its kind, once: one without words in a language is called by its kind already."""
    return title if title.startswith(kind) else f"{kind} {title}"
