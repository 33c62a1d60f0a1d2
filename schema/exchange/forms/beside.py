"""What stands in a form beside a value, and beside a text or a record: of its making, what proves it, its mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from schema.catalogue.definitions import Catalogue
from schema.exchange.forms.layout import AS_OF, ESTIMATED, EVIDENCE, FOLLOW
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.exchange.forms.written import is_yes
from schema.grammar.words import LANGUAGES
from schema.values.datapoint import DataPoint
from schema.values.dates import example_day, read_day
from schema.values.evidence import Evidence, EvidenceAt, awaited, awaited_at, evidence_names
from schema.values.follow_ups import MOST_WORDS, FollowUp, FollowUpAt, follow_up_why
from schema.values.kept_things import Subject, Thing
from schema.values.parse import clean_text

# What a cell may say by its phrase: whether the value is an estimate.
STATED: Mapping[str, bool] = {"form.measured": False, "form.estimated": True}
# What the cell of a mark without words says.
FOLLOWED = "form.follow.yes"
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


def read_beside(entry: Entry, subject: str, findings: Findings) -> None:
    """Note what stands beside an item, a value, text or record (canonical text): names of files, and its mark."""
    _read_names(entry, subject, findings)
    if entry.has(FOLLOW):
        _read_follow_up(entry, subject, findings)


def tell_astray(entry: Entry, findings: Findings) -> None:
    """Tell what stands beside nothing."""
    for mark in (EVIDENCE, FOLLOW):
        if typed := entry.cell(mark).strip():
            findings.wrong("form.beside", "", entry, mark, text=typed)


def _read_follow_up(entry: Entry, subject: str, findings: Findings) -> None:
    """Offer a mark with the words that are there, or that it is gone where they are."""
    at, typed = FollowUpAt(subject), follow_up_why(entry.cell(FOLLOW))
    if entry.unsolved(FOLLOW):
        findings.wrong("form.formula", subject, entry, FOLLOW)
    elif len(typed) > MOST_WORDS:
        facts = {"count": str(len(typed)), "most": str(MOST_WORDS)}
        findings.wrong("form.follow_long", subject, entry, FOLLOW, **facts)
    else:
        why = "" if is_yes(typed, FOLLOWED, findings.definitions.catalogue) else typed
        marked = FollowUp(subject, why) if typed else None
        if marked != findings.bases.get(at):
            findings.offer(at, marked, entry, FOLLOW)


def _read_names(entry: Entry, subject: str, findings: Findings) -> None:
    """Offer each name of a file that was not written there when the form was made: the file is still to come."""
    for name in evidence_names(entry.cell(EVIDENCE)):
        at = awaited_at(subject, name)
        if at not in findings.sent:
            findings.offer(at, awaited(subject, name), entry, EVIDENCE)


def sent_names(bases: Mapping[Subject, Thing | None]) -> frozenset[EvidenceAt]:
    """Return where the files would stand that a form named when it was made."""
    evidence = ((at, thing) for at, thing in bases.items() if isinstance(at, EvidenceAt))
    return frozenset(awaited_at(at.subject, thing.name) for at, thing in evidence if isinstance(thing, Evidence))
