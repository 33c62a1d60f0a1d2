"""What history says of earlier merges: what each desk has given, and how one merge is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from schema.catalogue.outline import Definitions
from schema.exchange.merging.decision import Given
from schema.exchange.taking_back import Undoing, take_back
from schema.values.changes import change_of
from schema.values.datapoint import HistoryEntry, Snapshot
from schema.values.kept_things import Subject, kept_of_kind
from schema.values.merges import Merged, merges_of
from schema.values.requests import Request, Step
from schema.values.subject import MergeAt
from schema.values.via import Via, read_via

COMBINED = "merge.combined"  # the reason of a row that both sides' changes made together


def given_before(entries: Iterable[HistoryEntry], snapshot: Snapshot) -> dict[str, dict[Subject, Given]]:
    """Return by desk what it has last given at each subject with merges that were not undone."""
    merges = {merged.number: merged for merged in merges_of(snapshot) if merged.undone is None}
    given: dict[str, dict[Subject, Given]] = {}
    for entry, via in _merged(entries):
        merged, kept = merges.get(via.number), kept_of_kind(entry.kind)
        if (
            merged is None
            or kept is None
            or kept.thing is Request
            or (entry.reason == COMBINED and entry.who == via.by)
        ):
            continue
        subject = kept.form.restored(entry.subject)
        thing = kept.thing_of(subject, entry.new)
        given.setdefault(merged.desk, {})[subject] = Given(entry.who, entry.when, thing, merged.pack)
    return given


def undo(
    merged: Merged, entries: Iterable[HistoryEntry], snapshot: Snapshot, definitions: Definitions, step: Step
) -> Undoing:
    """Return what takes a merge back, and keeps that it was."""
    undoing = take_back("merge", merged.number, entries, snapshot, definitions)
    own = change_of(snapshot, MergeAt(merged.number), replace(merged, undone=step))
    return replace(undoing, changes=(*undoing.changes, own))


def _merged(entries: Iterable[HistoryEntry]) -> Iterator[tuple[HistoryEntry, Via]]:
    """Yield the entries that merges have brought, with how."""
    for entry in entries:
        via = read_via(entry.via)
        if via is not None and via.how == "merge":
            yield entry, via
