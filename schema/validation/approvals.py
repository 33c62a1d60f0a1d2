"""What is approved: an approval holds as long as what stands at its subject is what it was then."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key, RecordKey
from schema.validation.answers import content_of
from schema.validation.facts import Fact
from schema.validation.issue import FieldAt, Issue, ListAt
from schema.validation.subject_names import named
from schema.values.changes import Change, altering, overlay
from schema.values.datapoint import HistoryEntry, Record, Snapshot
from schema.values.figures import Figures
from schema.values.kept_requests import APPROVALS
from schema.values.kept_things import parse_subject
from schema.values.record_places import rows_by_block
from schema.values.requests import Approval
from schema.values.subject import ApprovalAt, TextAt, read_approval

# What can be approved: an item of a report, or one record (a quotation).
Approvable = Key | TextAt | ListAt | FieldAt
_QUOTED = "quote/"


def approvals_of(figures: Figures) -> Mapping[ApprovalAt, Approval]:
    """Return everything that was approved and not voided since."""
    return APPROVALS.place.all(figures.snapshot)


def quotation_of(report: str, subject: str) -> ApprovalAt:
    """Return where it is kept that whoever is quoted at a subject agrees: beside a reviewer's yes to the same words."""
    return ApprovalAt(report, f"{_QUOTED}{subject}")


def agrees(approvals: Mapping[ApprovalAt, Approval], report: str, subject: str) -> Approval | None:
    """Return the note that whoever is quoted at a subject agrees; once it stood where a reviewer's yes stands."""
    found = approvals.get(quotation_of(report, subject)) or approvals.get(ApprovalAt(report, subject))
    return found if found is not None and found.quoted else None


def read_approvable(text: str) -> Approvable | None:
    """Read the canonical subject of what can be approved or quoted; None where it is something else."""
    text = text.removeprefix(_QUOTED)
    if text.startswith("list/") and text.count("/") == 2:
        return ListAt(*text.split("/")[1:])
    subject = parse_subject(text)
    if isinstance(subject, RecordKey):
        return FieldAt(subject)
    return subject if isinstance(subject, Key | TextAt) else None


def approved_content(at: Approvable, definitions: Definitions, figures: Figures) -> str:
    """Return the SHA-256 of what is approved: all that is printed of it, a footnote and the records of a list, too."""
    parts = [content_of(at, definitions, figures)]
    if isinstance(at, Key):
        point = figures.snapshot.points.get(at)
        parts.append(point.footnote if point else "")
    elif isinstance(at, ListAt):
        outline = definitions.outlines.get(at.report)
        rows = rows_by_block(outline, figures.snapshot).get(at.block, ()) if outline else ()
        parts += [content_of(FieldAt(record.key), definitions, figures) for record in rows]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def holds(approval: Approval, definitions: Definitions, figures: Figures) -> bool:
    """Whether what stands there is still what was approved."""
    at = read_approvable(approval.subject)
    return at is not None and approved_content(at, definitions, figures) == approval.content


def falling(changes: Iterable[Change], definitions: Definitions, snapshot: Snapshot) -> tuple[Change, ...]:
    """Return what takes away the approvals of a snapshot that fall with these changes."""
    steps = altering(snapshot, changes) if APPROVALS.place.all(snapshot) else ()
    if not steps:
        return ()
    return voids(steps, definitions, Figures(definitions.catalogue, overlay(snapshot, steps)))


def voids(changes: Iterable[Change], definitions: Definitions, after: Figures) -> tuple[Change, ...]:
    """Return what takes away the approvals that fall with these changes; `after` is how things stand with them."""
    changed = tuple(changes)
    return tuple(
        Change(at, approval, None, "approval.voided")
        for at, approval in approvals_of(after).items()
        if any(map(_near(approval), changed)) and not holds(approval, definitions, after)
    )


def _near(approval: Approval) -> Callable[[Change], bool]:
    """Return what says whether a change may alter what was approved; mostly it is about something else."""
    at = read_approvable(approval.subject)

    def touches(change: Change) -> bool:
        subject = change.subject
        match at:
            case Key():
                return isinstance(subject, Key) and subject.metric == at.metric
            case TextAt():
                return subject == at
            case FieldAt():
                return subject == at.record
            case ListAt():
                things = (change.before, change.after)
                return any(isinstance(thing, Record) and thing.report == at.report for thing in things)
            case None:
                return False

    return touches


def voided_issues(
    entries: Iterable[HistoryEntry], definitions: Definitions, snapshot: Snapshot
) -> tuple[Issue, ...]:  # fmt: skip
    """Return what is said of the approvals that have fallen with changes that were stored."""
    fallen = (read_approval(entry.subject) for entry in entries if entry.kind == APPROVALS.form.kind and not entry.new)
    return tuple(_voided(at, definitions, snapshot) for at in fallen if at is not None)


def _voided(approval: ApprovalAt, definitions: Definitions, snapshot: Snapshot) -> Issue:
    at = read_approvable(approval.subject)
    key = at if isinstance(at, Key) else None
    name = approval.subject if at is None else named(at, definitions, snapshot)
    facts: dict[str, Fact] = {"subject": name, "report": approval.report}
    return Issue("approval.voided", "doubt", key, facts, subject=None if key else at, report=approval.report)
