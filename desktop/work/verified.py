"""Whether a workspace is whole and its history true, and what witnesses know of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.work.witnesses import Known, Named, Open, known_of, remember, witnessed
from schema.validation.issue import Issue
from schema.values.freezes import freezes_of
from schema.values.history_mark import is_head
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: nothing, or what is wrong. `head` is the hash of the newest of the `entries` of the history.

    `known` is what this computer remembered before, `freezes` how many there are. Witnesses are not `asked` where the
    file itself is not whole.
    """

    issues: tuple[Issue, ...]
    entries: int
    head: str
    freezes: int
    known: Known
    asked: bool

    @property
    def is_wrong(self) -> bool:
        """Whether something is wrong, and not only to be looked at."""
        return any(issue.severity == "error" for issue in self.issues)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Where this computer keeps what it has seen, what opens a workspace for reading, and what somebody names."""

    folder: Path
    opened: Open
    named: Named


def verified(workspace: Workspace, witnesses: Witnesses, step: Callable[[], None] = lambda: None) -> Verified:
    """Check the file, the history's chain, the values against it, then what others know; what agrees is remembered.

    `step` is heard between the parts and may raise to cancel. Raises PackError, ChildError for a pack that is named and
    can be no witness.
    """
    known = known_of(witnesses.folder, workspace)
    found = workspace.verify()
    entries, head = len(workspace.history()), workspace.head
    step()
    if found:
        return Verified(found, entries, head, 0, known, asked=False)
    issues = _told(workspace, witnesses)
    step()
    return Verified(issues, entries, head, len(freezes_of(workspace.snapshot())), known, asked=True)


def _told(workspace: Workspace, witnesses: Witnesses) -> tuple[Issue, ...]:
    """Return what is known elsewhere against an intact history; what agrees is remembered."""
    folder, named = witnesses.folder, witnesses.named
    with contextlib.suppress(OSError):
        if is_head(named.head, workspace.head):  # whoever names the newest head vouches for it
            remember(folder, workspace, confirmed=True)
    issues = witnessed(folder, workspace, witnesses.opened, named)
    with contextlib.suppress(OSError):
        if not issues:
            remember(folder, workspace)
    return issues
