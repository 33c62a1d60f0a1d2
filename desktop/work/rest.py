"""Everything on the screen as a workspace of its own, when the file that it belongs to was lost or replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import program_of
from schema.errors import RightsError
from schema.values.changes import Change, clear, keep
from schema.values.datapoint import Attachment, Snapshot
from schema.values.freezes import Freeze
from schema.values.kept_things import KEPT, Subject
from schema.values.merges import Merged
from schema.values.rest import Rest
from schema.workspace import Workspace

_STAYING = (Attachment, Freeze, Merged)  # what is there is never taken out


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: definitions, all values, and of these what is not stored (`pending`)."""

    definitions: Definitions
    snapshot: Snapshot
    pending: Sequence[Change]


@dataclass(frozen=True, slots=True)
class Rescued:
    """A workspace with everything that was shown.

    `rest` says where its history comes from. `files` attachments and `freezes` stood in the lost file alone; `refused`
    changes were never this person's to make.
    """

    path: Path
    rest: Rest
    files: int = 0
    freezes: int = 0
    refused: int = 0


def save_as_new(workspace: Workspace, shown: Shown, target: Path, reason: str) -> Rescued:
    """Write what is shown into a new workspace, upon all that is left of the open one. Raises WorkspaceError.

    What is interrupted leaves a workspace behind that is whole, and has less.
    """
    rest = workspace.save_rest(target)
    with _opened(workspace, shown, target, rest) as made:
        changes = () if rest == "all" else tuple(_missing(made.snapshot(), shown))
        lost = tuple(change for change in changes if _is_lost(change))
        if rest != "all":
            made.reinstate(shown.definitions, [change for change in changes if change not in lost], reason)
        refused = sum(not _is_taken(made, change, reason) for change in shown.pending)
        files = sum(isinstance(change.after, Attachment) for change in lost)
        return Rescued(target, rest, files, len(lost) - files, refused)


def _opened(workspace: Workspace, shown: Shown, target: Path, rest: Rest) -> Workspace:
    who = workspace.author.who
    if rest == "nothing":
        return Workspace.create(target, shown.definitions, who)
    return Workspace.open(target, write=True, who=who, program=program_of(shown.definitions.catalogue.messages))


def _missing(made: Snapshot, shown: Shown) -> Iterator[Change]:
    """Yield what makes one snapshot of the other, but what is not stored anywhere yet."""
    pending = {change.subject for change in shown.pending}
    for kept in KEPT:
        wanted, there = kept.place.all(shown.snapshot), kept.place.all(made)
        subjects: dict[Subject, None] = dict.fromkeys((*wanted, *there))
        for at in subjects:
            if at in pending or wanted.get(at) == there.get(at):
                continue
            if at in wanted:
                yield keep(wanted[at])
            elif not isinstance(there[at], _STAYING):
                yield clear(at)


def _is_lost(change: Change) -> bool:
    """Whether something cannot stand without what is lost: bytes of a file, the history that a freeze names."""
    return isinstance(change.after, Attachment | Freeze)


def _is_taken(made: Workspace, change: Change, reason: str) -> bool:
    try:
        made.apply((change,), reason)
    except RightsError:
        return False
    return True
