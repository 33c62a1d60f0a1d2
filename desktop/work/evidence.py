"""Files are attached to a value, a text or a record as its evidence, taken away again, listed and given out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.work.writing import outline_of, unknown
from schema.catalogue.section_content import section_slots
from schema.errors import AnnalsError
from schema.grammar.reference import Key, RecordKey, parse_reference
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.asked_values import window
from schema.values.changes import Change, altering, keep
from schema.values.datapoint import Attachment, LastChange, Snapshot
from schema.values.evidence import (
    MOST_PAGES,
    Evidence,
    EvidenceAt,
    awaited_at,
    evidence_by_subject,
    evidence_of,
    proved,
    proved_text,
)
from schema.values.kept_things import Subject, subject_of
from schema.values.known_values import is_value
from schema.values.subject import TextAt
from schema.workspace import Workspace

if TYPE_CHECKING:
    from schema.exchange.evidence_reader import ReadFile

_NAMED = 5  # files of those that are there
_SHORTEST = 8  # digits of a hash that name a file
_LONGEST_PAGE = len(str(MOST_PAGES))  # in digits


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence with the facts of its file (None of one that has not come), who attached it and when."""

    evidence: Evidence
    file: Attachment | None
    last: LastChange | None


def provable(moment: Moment, text: str) -> str:
    """Return the subject (canonical text) of what a person names: a value, a text, a record.

    A text's evidence stands at the report's own language, that of a record's field at the record. AnnalsError
    provable.reference, .list, .year, write.unknown.
    """
    if text.startswith("list/"):
        raise AnnalsError("provable.list", reference=text)
    reference = parse_reference(text)
    at = proved(text if reference is None or not reference.year else reference.key(0).canonical())
    match at:
        case Key():
            return proved_text(_value(moment, at))
        case TextAt():
            return proved_text(_text(moment, at))
        case RecordKey():
            if at not in moment.snapshot.records:
                raise unknown(text, [key.canonical() for key in moment.snapshot.records])
            return proved_text(at)
        case None:
            raise AnnalsError("provable.reference", reference=text)


def _value(moment: Moment, key: Key) -> Key:
    if key.metric not in moment.catalogue.metrics:
        raise unknown(key.metric, moment.catalogue.metrics)
    if not is_value(key, moment.catalogue, figures=True):
        raise AnnalsError("provable.reference", reference=key.canonical())
    years = _years(moment, key.metric)
    if key.period not in years:
        shown = ", ".join(map(str, sorted(years)))
        raise AnnalsError("provable.year", metric=key.metric, year=str(key.period), list=shown)
    return key


def _years(moment: Moment, metric: str) -> frozenset[int]:
    """Return the years of which something may be said of a metric: those of the reports, and where it has a value."""
    snapshot = moment.snapshot
    known = {key.period for key in snapshot.points if key.metric == metric}
    known |= {printed.key.period for printed in snapshot.published if printed.key.metric == metric}
    return frozenset(known.union(*(window(outline) for outline in moment.definitions.outlines.values())))


def _text(moment: Moment, at: TextAt) -> TextAt:
    outline = outline_of(moment, at.report)
    slots = [slot for section in outline.walk() for slot in section_slots(section)]
    if at.slot not in slots:
        raise unknown(f"text/{at.report}/{at.slot}", [f"text/{at.report}/{slot}" for slot in slots])
    return TextAt(at.report, at.slot, outline.language)


def read_files(paths: Iterable[Path]) -> tuple[ReadFile, ...]:
    """Read files to attach. AnnalsError evidence.* for the first that cannot be taken."""
    from schema.exchange.evidence_reader import read_evidence  # deferred: nobody needs it before the first file

    return tuple(map(read_evidence, paths))


def attaching(
    snapshot: Snapshot, subject: str, files: Iterable[ReadFile], page: int | None = None
) -> tuple[Change, ...]:
    """Return what attaches files to a subject (canonical text); a name that was still to come goes when its file does.

    Attached again, a file keeps its name, and its page unless another is given now, counted from 1. AnnalsError as
    `need_page`.
    """
    changes: list[Change] = []
    known = {one.hash: one for one in evidence_of(snapshot, subject) if one.hash}
    for file in files:
        facts = file.attachment
        if page is not None:
            need_page(facts.name, facts.pages, str(page))
        changes += [
            keep(facts, content=file.content),
            keep(_again(known.get(facts.hash), page) or Evidence(subject, facts.hash, facts.name, page or 0)),
            Change(awaited_at(subject, facts.name)),
        ]
    return altering(snapshot, changes)


def _again(known: Evidence | None, page: int | None) -> Evidence | None:
    return known if known is None or page is None else replace(known, page=page)


def named_before(snapshot: Snapshot, subject: str, files: Iterable[ReadFile]) -> Mapping[str, str]:
    """Return by the names of files how each is called that is attached to a subject already under another name."""
    known = {one.hash: one.name for one in evidence_of(snapshot, subject) if one.hash}
    pairs = ((file.attachment.name, known.get(file.attachment.hash, file.attachment.name)) for file in files)
    return {name: before for name, before in pairs if before != name}


def need_page(file: str, pages: int, typed: str) -> int:
    """Return the typed page of a file that has so many `pages`, 0 where nobody knows.

    AnnalsError evidence.beyond where the file ends before it, evidence.page of what is no page at all.
    """
    page = int(typed) if typed.isdecimal() and len(typed) <= _LONGEST_PAGE else 0
    if 0 < pages < page:
        raise AnnalsError("evidence.beyond", file=file, page=typed, pages=str(pages))
    if not 1 <= page <= MOST_PAGES:
        raise AnnalsError("evidence.page", file=file, page=typed, pages=str(pages or MOST_PAGES))
    return page


def detaching(snapshot: Snapshot, subject: str, names: Sequence[str]) -> tuple[Change, ...]:
    """Return what takes evidence away from a subject: by its name, or by the first digits of its hash.

    The bytes stay in the workspace: the history names them. AnnalsError evidence.none, evidence.unknown.
    """
    own = evidence_of(snapshot, subject)
    if not own:
        raise AnnalsError("evidence.none", subject=subject)
    gone: dict[EvidenceAt, Evidence] = {}
    for name in names:
        found = [one for one in own if _is_called(one, name)]
        if not found:
            raise _unknown(name, [one.name for one in own])
        gone |= {EvidenceAt(one.subject, one.file): one for one in found}
    return tuple(Change(at, one) for at, one in gone.items())


def _unknown(name: str, known: Sequence[str]) -> AnnalsError:
    """Return the trouble that names what is there, the name that is nearest first."""
    nearest = near(name, known)
    told = sorted(known, key=lambda one: one != nearest)
    more = len(told) - _NAMED
    return AnnalsError("evidence.unknown", file=name, list=", ".join(told[:_NAMED]), more=str(more) if more > 0 else "")


def _is_called(one: Evidence, name: str) -> bool:
    return one.name.casefold() == name.casefold() or (len(name) >= _SHORTEST and one.hash.startswith(name.lower()))


def proofs(workspace: Workspace, subject: str = "") -> tuple[Proof, ...]:
    """Return all evidence, or that of one subject (canonical text), by subject and name."""
    snapshot = workspace.snapshot()
    chosen = [one for at, own in evidence_by_subject(snapshot).items() if subject in ("", at) for one in own]
    subjects: Collection[Subject] = [subject_of(one) for one in chosen]
    last: Mapping[Subject, LastChange] = workspace.last_changes(subjects) if chosen else {}
    return tuple(Proof(one, snapshot.attachments.get(one.hash), last.get(subject_of(one))) for one in chosen)


def named_file(snapshot: Snapshot, digits: str) -> tuple[Attachment, str]:
    """Return the file of evidence whose hash begins with these digits, and what it is called.

    AnnalsError evidence.no_file, evidence.several.
    """
    every = (one for own in evidence_by_subject(snapshot).values() for one in own if one.hash)
    found = {one.hash: one.name for one in every if len(digits) >= _SHORTEST and one.hash.startswith(digits.lower())}
    if len(found) > 1:
        raise AnnalsError("evidence.several", hash=digits)
    for sha256, name in found.items():
        if sha256 in snapshot.attachments:
            return snapshot.attachments[sha256], name
    raise AnnalsError("evidence.no_file", hash=digits)
