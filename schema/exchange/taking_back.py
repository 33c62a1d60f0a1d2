"""One step back from what came in under a number, with a merge or an import; what was changed since stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.validation.approvals import read_approvable
from schema.validation.issue import FieldAt, ListAt
from schema.values.changes import Change, change_of, thing_at
from schema.values.datapoint import HistoryEntry, Snapshot
from schema.values.evidence import EvidenceAt, proved
from schema.values.kept_requests import APPROVALS
from schema.values.kept_things import Subject, kept_at, kept_of_kind, state_of
from schema.values.record_places import rows_by_block
from schema.values.subject import ApprovalAt, AttachmentAt, RequestAt, TextAt
from schema.values.via import How, read_via


@dataclass(frozen=True, slots=True)
class Undoing:
    """What takes something back, and what is left as it is since it was changed or approved after it."""

    changes: tuple[Change, ...]
    undone: tuple[Subject, ...]
    left: tuple[Subject, ...]


def take_back(
    how: How, number: int, entries: Iterable[HistoryEntry], snapshot: Snapshot, definitions: Definitions
) -> Undoing:
    """Return what takes back a merge or an import: each subject that stands as it left it becomes what it was before.

    Files that came with it stay: history goes on naming them. What was taken back already is not told again.
    """
    approved = _approved(snapshot, definitions)
    back: list[Change] = []
    left: list[Subject] = []
    for subject, (before, after) in _brought(how, number, entries).items():
        if before == after:
            continue
        # A reviewer has seen the evidence beside what was approved.
        judged = proved(subject.subject) if isinstance(subject, EvidenceAt) else subject
        if state_of(subject, thing_at(snapshot, subject)) != after or judged in approved:
            left.append(subject)
        else:
            back.append(change_of(snapshot, subject, kept_at(subject).thing_of(subject, before)))
    undone = tuple(change.subject for change in back if not isinstance(change.subject, RequestAt))
    return Undoing(tuple(back), undone, tuple(left))


def _brought(how: How, number: int, entries: Iterable[HistoryEntry]) -> dict[Subject, tuple[str, str]]:
    """Return the states before and after of each subject that came in under a number.

    Both are the same where it was taken back: that has the number, too.
    """
    rows: dict[Subject, tuple[str, str]] = {}
    for entry in entries:
        via, kept = read_via(entry.via), kept_of_kind(entry.kind)
        if kept is None or via is None or (via.how, via.number) != (how, number):
            continue
        subject = kept.form.restored(entry.subject)
        if not isinstance(subject, AttachmentAt):
            rows[subject] = (rows.get(subject, (entry.old, ""))[0], entry.new)
    return rows


def _approved(snapshot: Snapshot, definitions: Definitions) -> set[Subject]:
    """Return what is approved: values, texts, and the records of a list or one by one."""
    approvals: Iterable[ApprovalAt] = APPROVALS.place.all(snapshot)
    approved: set[Subject] = set()
    for approval in approvals:
        match read_approvable(approval.subject):
            case ListAt(report, block) if report in definitions.outlines:
                rows = rows_by_block(definitions.outlines[report], snapshot).get(block, ())
                approved |= {record.key for record in rows}
            case FieldAt(record):
                approved.add(record)
            case Key() | TextAt() as at:
                approved.add(at)
            case _:
                continue
    return approved
