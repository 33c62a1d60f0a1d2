"""What came in: every merge and every import of a workspace, with what it brought and whether it was taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from schema.values.changes import thing_at
from schema.values.datapoint import HistoryEntry, Snapshot
from schema.values.kept_things import Subject, Thing, kept_of_kind, state_of
from schema.values.merges import Merged, merges_of
from schema.values.requests import Step
from schema.values.subject import AttachmentAt, MergeAt, RequestAt
from schema.values.via import Via, read_via
from schema.workspace import Workspace

Way = Literal["merge", "import"]
Numbers = Mapping[Way, tuple[int, ...]]  # of all that came in
Seen = Mapping[Way, int]  # up to which numbers somebody has looked
NOTHING_SEEN: Seen = {"merge": 0, "import": 0}


@dataclass(frozen=True, slots=True)
class Brought:
    """What stood at a subject before something came in, and what came; `who` did it there."""

    subject: Subject
    before: Thing | None
    after: Thing | None
    who: str


@dataclass(frozen=True, slots=True)
class CameIn:
    """One merge or import by its number: which `file`, from whom, taken in `by` whom and when (ISO, UTC).

    `person` and `department` are empty for an import. `undone` is who took it back; of an import, where nothing stands
    any more as it brought it. `standing` of the subjects stand as it brought them. `merged` is the merge itself.
    """

    way: Way
    number: int
    file: str
    person: str
    department: str
    by: str
    at: str
    brought: tuple[Brought, ...]
    undone: Step | None = None
    merged: Merged | None = None
    standing: int = 0


def came_in(workspace: Workspace) -> tuple[CameIn, ...]:
    """Return what came in, newest first."""
    merges = {merged.number: merged for merged in merges_of(workspace.snapshot())}
    rows = _rows(workspace.brought("merge"))
    found = [_of_merge(merged, rows.get(number, ())) for number, merged in merges.items()]
    found += [_of_import(number, own) for number, own in _rows(workspace.brought("import")).items()]
    snapshot = workspace.snapshot()
    found = [replace(one, standing=sum(map(partial(_stands, snapshot), one.brought))) for one in found]
    return tuple(sorted(found, key=lambda one: (one.at, one.way, one.number), reverse=True))


def is_new(one: CameIn, seen: Seen) -> bool:
    """Whether it came after what somebody has seen."""
    return one.number > seen[one.way]


def arrived(workspace: Workspace) -> Numbers:
    """Return the numbers of all that came in, without reading what it brought."""
    merges = sorted(merged.number for merged in merges_of(workspace.snapshot()))
    return {"merge": tuple(merges), "import": workspace.numbers("import")}


def unseen(numbers: Numbers, seen: Seen) -> int:
    """Return how much came after what somebody has seen."""
    return sum(number > seen[way] for way, own in numbers.items() for number in own)


def _stands(snapshot: Snapshot, brought: Brought) -> bool:
    at = brought.subject
    return state_of(at, thing_at(snapshot, at)) == state_of(at, brought.after)


def _rows(entries: Iterable[HistoryEntry]) -> Mapping[int, list[tuple[HistoryEntry, Via]]]:
    rows: dict[int, list[tuple[HistoryEntry, Via]]] = {}
    for entry in entries:
        if (via := read_via(entry.via)) is not None:
            rows.setdefault(via.number, []).append((entry, via))
    return rows


def _of_merge(merged: Merged, rows: Iterable[tuple[HistoryEntry, Via]]) -> CameIn:
    return CameIn(
        "merge", merged.number, merged.file, merged.person, merged.department, merged.by, merged.at, _brought(rows),
        merged.undone, merged,
    )  # fmt: skip


def _of_import(number: int, rows: list[tuple[HistoryEntry, Via]]) -> CameIn:
    """Return an import; it is taken back where all of it is, by whoever did so last."""
    first, last = rows[0], rows[-1][1]
    own: list[tuple[HistoryEntry, Via]] = []
    came: set[tuple[str, str]] = set()
    back: set[tuple[str, str]] = set()
    for entry, via in rows:
        # An import brings each thing once: what changes it again under its number takes it back, in that second, too.
        thing = (entry.kind, entry.subject)
        if via.at != first[1].at or thing in came:
            back.add(thing)
        else:
            came.add(thing)
            own.append((entry, via))
    undone = Step(last.by, last.at) if back and came <= back else None
    return CameIn("import", number, first[0].reason, "", "", first[1].by, first[1].at, _brought(own), undone)


def _brought(rows: Iterable[tuple[HistoryEntry, Via]]) -> tuple[Brought, ...]:
    """Return what came, each subject once, from what stood there first to what came last."""
    brought: dict[Subject, Brought] = {}
    for entry, _ in rows:
        kept = kept_of_kind(entry.kind)
        if kept is None:
            continue
        subject = kept.form.restored(entry.subject)
        if isinstance(subject, AttachmentAt | RequestAt | MergeAt):
            continue
        before = brought[subject].before if subject in brought else kept.thing_of(subject, entry.old)
        brought[subject] = Brought(subject, before, kept.thing_of(subject, entry.new), entry.who)
    return tuple(brought.values())
