"""What stands in a form beside a value: whether it is measured, its date, and the names of files that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from schema.catalogue.definitions import Catalogue
from schema.exchange.forms.layout import AS_OF, ESTIMATED, EVIDENCE
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.values.datapoint import DataPoint
from schema.values.dates import example_day, read_day
from schema.values.evidence import Evidence, EvidenceAt, awaited, awaited_at, evidence_names
from schema.values.kept_things import Subject, Thing
from schema.values.parse import clean_text

# What a cell may say by its phrase: whether the value is an estimate.
STATED: Mapping[str, bool] = {"form.measured": False, "form.estimated": True}
_PLAIN = {"yes": True, "y": True, "1": True, "true": True, "no": False, "n": False, "0": False, "false": False}


def marked(entry: Entry, point: DataPoint, findings: Findings) -> DataPoint:
    """Return a value with what stands beside it of its making; what is blank or cannot be read stays as it was."""
    if point.value is None and not point.unread:
        return point
    stated = clean_text(entry.cell(ESTIMATED)).strip().casefold()
    if stated:
        known = _stated(findings.definitions.catalogue).get(stated)
        if known is None:
            findings.wrong("form.stated", point.key.canonical(), entry, ESTIMATED, text=entry.cell(ESTIMATED).strip())
        else:
            point = replace(point, estimated=known)
    return _dated(entry, point, findings)


def _dated(entry: Entry, point: DataPoint, findings: Findings) -> DataPoint:
    written = clean_text(entry.cell(AS_OF)).strip()
    if not written or written == point.as_of:
        return point
    day = read_day(written)
    if day.problem:
        facts = {"text": written, "example": example_day(written)}
        findings.wrong("figures.as_of", point.key.canonical(), entry, AS_OF, **facts)
        return point
    return replace(point, as_of=day.iso)


def _stated(catalogue: Catalogue) -> dict[str, bool]:
    known = dict(_PLAIN)
    for phrase, estimated in STATED.items():
        known |= {catalogue.phrases[phrase].get(language).casefold(): estimated for language in LANGUAGES}
    return known


def read_evidence_names(entry: Entry, key: Key, findings: Findings) -> None:
    """Offer each name of a file that was not written there when the form was made: the file is still to come."""
    subject = key.canonical()
    for name in evidence_names(entry.cell(EVIDENCE)):
        at = awaited_at(subject, name)
        if at not in findings.sent:
            findings.offer(at, awaited(subject, name), entry, EVIDENCE)


def sent_names(bases: Mapping[Subject, Thing | None]) -> frozenset[EvidenceAt]:
    """Return where the files would stand that a form named when it was made."""
    evidence = ((at, thing) for at, thing in bases.items() if isinstance(at, EvidenceAt))
    return frozenset(awaited_at(at.subject, thing.name) for at, thing in evidence if isinstance(thing, Evidence))
