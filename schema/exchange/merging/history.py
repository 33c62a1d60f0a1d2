"""What history says of earlier merges: what each desk has given, and how one merge is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from schema.catalogue.outline import Definitions
from schema.exchange.merging.decision import Given
from schema.grammar.reference import Key
from schema.validation.approvals import read_approvable
from schema.validation.issue import FieldAt, ListAt
from schema.values.changes import Change, change_of, thing_at
from schema.values.datapoint import HistoryEntry, Snapshot
from schema.values.kept_form import Kept
from schema.values.kept_requests import APPROVALS
from schema.values.kept_things import KEPT, Subject, kept_at
from schema.values.merges import Merged, merges_of
from schema.values.record_places import rows_by_block
from schema.values.requests import Request, Step
from schema.values.subject import ApprovalAt, AttachmentAt, MergeAt, RequestAt, TextAt
from schema.values.via import Via, read_via

COMBINED = "merge.combined"  # the reason of a row that both sides' changes made together
_BY_KIND: Mapping[str, Kept] = {kept.form.kind: kept for kept in KEPT}


def given_before(entries: Iterable[HistoryEntry], snapshot: Snapshot) -> dict[str, dict[Subject, Given]]:
    """Return by desk what it has last given at each subject with merges that were not undone."""
    merges = {merged.number: merged for merged in merges_of(snapshot) if merged.undone is None}
    given: dict[str, dict[Subject, Given]] = {}
    for entry, via in _merged(entries):
        merged, kept = merges.get(via.number), _BY_KIND[entry.kind]
        if merged is None or kept.thing is Request or (entry.reason == COMBINED and entry.who == via.by):
            continue
        subject = kept.form.restored(entry.subject)
        thing = kept.thing_of(subject, entry.new)
        given.setdefault(merged.desk, {})[subject] = Given(entry.who, entry.when, thing, merged.pack)
    return given


@dataclass(frozen=True, slots=True)
class Undoing:
    """What takes a merge back, and what is left as it is since it was changed or approved after it."""

    changes: tuple[Change, ...]
    undone: tuple[Subject, ...]
    left: tuple[Subject, ...]


def undo(
    merged: Merged, entries: Iterable[HistoryEntry], snapshot: Snapshot, definitions: Definitions, step: Step
) -> Undoing:
    """Return what takes a merge back: each subject that stands as it left it becomes what it was before.

    Files that came with it stay: history goes on naming them.
    """
    approved = _approved(snapshot, definitions)
    back: list[Change] = []
    left: list[Subject] = []
    for subject, (before, after) in _brought(merged, entries).items():
        kept = kept_at(subject)
        if kept.state(thing_at(snapshot, subject)) != after or subject in approved:
            left.append(subject)
        else:
            back.append(change_of(snapshot, subject, kept.thing_of(subject, before), merged.file))
    own = change_of(snapshot, MergeAt(merged.number), replace(merged, undone=step), merged.file)
    undone = tuple(change.subject for change in back if not isinstance(change.subject, RequestAt))
    return Undoing((*back, own), undone, tuple(left))


def _brought(merged: Merged, entries: Iterable[HistoryEntry]) -> dict[Subject, tuple[str, str]]:
    """Return the states before and after a merge of each subject that it changed."""
    rows: dict[Subject, tuple[str, str]] = {}
    for entry, via in _merged(entries):
        subject = _BY_KIND[entry.kind].form.restored(entry.subject)
        if via.number == merged.number and not isinstance(subject, AttachmentAt):
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


def _merged(entries: Iterable[HistoryEntry]) -> Iterator[tuple[HistoryEntry, Via]]:
    """Yield the entries that merges have brought, with how."""
    for entry in entries:
        via = read_via(entry.via)
        if via is not None and via.how == "merge" and entry.kind in _BY_KIND:
            yield entry, via
