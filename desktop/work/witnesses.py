"""Witnesses of a history: what this computer has seen of it, its backups, copies and packs beside it, freezes, answers.

A chain proves that nobody changed what stands in it, not that nothing was cut off its end or that it was not written
anew as a whole. Only somebody who remembers a later or another head can say that.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.work.pack_witnesses import told_by_merges, told_by_packs
from schema.atomic_file import beside, put_in_place
from schema.errors import WorkspaceError
from schema.exchange.packs.signing import is_signed
from schema.grammar.location import Location
from schema.grammar.times import stamp
from schema.validation.issue import Issue
from schema.values.freezes import freezes_of
from schema.values.history_mark import SHORTEST, is_head
from schema.workspace import Workspace

Open = Callable[[Path], Workspace]

_MOST_BESIDE = 50  # workspaces in one folder that are looked at
_MOST_KEPT = 50  # backups of one workspace that are remembered


@dataclass(frozen=True, slots=True)
class Seen:
    """The head of a history as it was seen at a `place` (a file's path) at a time."""

    place: str
    number: int
    head: str
    at: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of the workspace at one path: its newest head, and the heads of its backups."""

    last: Seen | None = None
    backups: tuple[Seen, ...] = ()


def heads_folder() -> Path:
    """Return where this computer's user keeps what was seen."""
    from platformdirs import user_data_path  # deferred: only who writes or verifies needs it

    return user_data_path("annals") / "heads"


class WatchedWorkspace(Workspace):
    """A workspace whose head is remembered when it is closed."""

    _is_left = False

    def close(self) -> None:
        """Remember the head where this can be done, then close; closing twice does no harm."""
        if not self._is_left:
            self._is_left = True
            with contextlib.suppress(OSError, ValueError, WorkspaceError):
                remember(heads_folder(), self)
        super().close()


def remember(folder: Path, workspace: Workspace, *, backup: Path | None = None, confirmed: bool = False) -> None:
    """Remember the head of a workspace at its path, or that of a backup that was just made of it.

    What contradicts what is remembered does not replace it, but where somebody has `confirmed` it.
    """
    known, replay = known_of(folder, workspace), workspace.replay
    number = replay.number
    place = backup or workspace.path
    seen = Seen(_whole(place), number, replay.hash_at(number), stamp(datetime.now(UTC)))
    if backup is not None:
        others = tuple(one for one in known.backups if one.place != seen.place)
        known = Known(known.last, (*others, seen)[-_MOST_KEPT:])
    elif confirmed:
        known = Known(seen)
    elif known.last is None or (known.last.number < number and _holds(workspace, known.last)):
        known = Known(seen, known.backups)
    else:
        return
    _write(_file(folder, workspace), _whole(workspace.path), known)


@dataclass(frozen=True, slots=True)
class Named:
    """Witnesses that somebody names: a head that was noted elsewhere (a hash, "" for none), packs and answers."""

    head: str = ""
    packs: tuple[Path, ...] = ()


def witnessed(folder: Path, workspace: Workspace, opened: Open, named: Named) -> tuple[Issue, ...]:
    """Return what all the witnesses say against a history; `opened` opens a workspace beside it for reading.

    Raises PackError, ChildError for a pack that is named and can be no witness.
    """
    inside = (*_frozen(workspace), *told_by_merges(workspace), *_noted(workspace, named.head))
    outside = (*_remembered(folder, workspace), *_beside(workspace, opened))
    return (*inside, *outside, *told_by_packs(workspace, named.packs))


def _frozen(workspace: Workspace) -> Iterator[Issue]:
    for freeze in freezes_of(workspace.snapshot()):
        facts = {"name": freeze.name, "who": freeze.who, "number": str(freeze.number)}
        if workspace.replay.hash_at(freeze.number) != freeze.head:
            yield Issue("verify.freeze", "error", facts=facts)
        elif not is_signed(freeze.signed, freeze.signature, freeze.key):
            yield Issue("verify.signature", "error", facts=facts)


def _noted(workspace: Workspace, head: str) -> Iterator[Issue]:
    if not head:
        return
    if len(head) < SHORTEST:
        yield Issue("verify.head_short", "error", facts={"head": head, "count": str(SHORTEST)})
    elif not any(is_head(head, entry.hash) for entry in workspace.history()):
        yield Issue("verify.head", "error", facts={"head": head})


def _remembered(folder: Path, workspace: Workspace) -> Iterator[Issue]:
    known, number = known_of(folder, workspace), workspace.replay.number
    if known.last is not None and not _holds(workspace, known.last):
        code = "verify.shorter" if number < known.last.number else "verify.rewritten"
        yield Issue(code, "error", facts=_facts(known.last, number))
    for seen in known.backups:
        if not _holds(workspace, seen):
            yield Issue("verify.backup", "error", facts=_facts(seen, number))


def _beside(workspace: Workspace, opened: Open) -> Iterator[Issue]:
    """Yield what copies in the same folder know more, or otherwise: people may have gone on working there."""
    own, number = workspace.replay, workspace.replay.number
    if not isinstance(workspace.path, Path):
        return
    whole = workspace.path.resolve()
    for path in sorted(whole.parent.glob("*.annals"))[:_MOST_BESIDE]:
        if path == whole:
            continue
        with contextlib.suppress(WorkspaceError, OSError), opened(path) as other:
            replay = other.replay
            if replay.identity != own.identity:
                continue
            seen = Seen(str(path), replay.number, replay.hash_at(replay.number), "")
            if not _holds(workspace, seen):
                later = seen.number > number and replay.hash_at(number) == own.hash_at(number)
                code = "verify.later_copy" if later else "verify.other_copy"
                yield Issue(code, "doubt", facts=_facts(seen, number))


def _holds(workspace: Workspace, seen: Seen) -> bool:
    """Whether what was seen is part of the history."""
    return workspace.replay.hash_at(seen.number) == seen.head


def _facts(seen: Seen, number: int) -> dict[str, str]:
    told = {"place": seen.place, "head": seen.head, "date": seen.at[:10]}
    return {**told, "known": str(seen.number), "number": str(number)}


def _whole(location: Location) -> str:
    return str(location.resolve() if isinstance(location, Path) else location)


def _file(folder: Path, workspace: Workspace) -> Path:
    return folder / f"{workspace.replay.identity}.json"


def known_of(folder: Path, workspace: Workspace) -> Known:
    """Return what is remembered of this workspace at this path; what can't be read is nothing."""
    return _all(_file(folder, workspace)).get(_whole(workspace.path), Known())


def _all(file: Path) -> dict[str, Known]:
    try:
        told = json.loads(file.read_text("utf-8"))
        return {
            place: Known(Seen(**one["last"]) if one["last"] else None, tuple(Seen(**seen) for seen in one["backups"]))
            for place, one in told.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _write(file: Path, place: str, known: Known) -> None:
    told = {name: asdict(one) for name, one in {**_all(file), place: known}.items()}
    file.parent.mkdir(parents=True, exist_ok=True)
    with beside(file) as temporary:
        temporary.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        put_in_place(temporary, file)
