"""Answers of departments are merged into the workspace, and a merge is taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.work.answer_files import read_answers
from desktop.work.recheck import recheck
from desktop.work.requests import Act
from schema.errors import AnnalsError, PackError
from schema.exchange.answers import Answer
from schema.exchange.merging.admission import admit
from schema.exchange.merging.decision import Take, Verdict
from schema.exchange.merging.history import given_before, undo
from schema.exchange.merging.merge import Ground, Hand, Outcome, merge
from schema.exchange.taking_back import Undoing
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.values.changes import Change, thing_at
from schema.values.holders import Holders
from schema.values.kept_things import Subject
from schema.values.merges import Merged, merges_of
from schema.values.pack_origin import origin_of
from schema.values.people import Person
from schema.values.subject import MergeAt, PersonAt
from schema.workspace import Workspace

_TOGETHER = 100  # files that are read and stored at once


@dataclass(frozen=True, slots=True)
class Manner:
    """How files are merged: whose word counts where both sides changed the same, and whether it is only tried.

    `decided` are conflicts that are decided one by one, by the SHA-256 of the answer's file.
    """

    take: Take = ""
    dry: bool = False
    decided: Mapping[str, Mapping[Subject, Verdict]] = field(default_factory=dict[str, "Mapping[Subject, Verdict]"])


@dataclass(frozen=True, slots=True)
class FileMerged:
    """What became of one file: an outcome, or the one reason why it is no answer that is taken here.

    `number` is None where nothing is kept of it. `first_key`: the person's key was kept with it. `unknown`: nobody
    of the name on the form is among the people here. `doubts` are about the file as a whole.
    """

    file: str
    number: int | None = None
    outcome: Outcome | None = None
    error: AnnalsError | None = None
    first_key: bool = False
    unknown: bool = False
    doubts: tuple[Issue, ...] = ()

    @property
    def changes(self) -> Sequence[Change]:
        """What stores it."""
        return self.outcome.changes if self.outcome else ()

    @property
    def status(self) -> int:
        """The exit status: 2 where it is refused whole, 1 with conflicts or refusals, else 0."""
        if self.outcome is None:
            return 2
        return int(bool(self.outcome.conflicts or self.outcome.refused))


def merge_files(workspace: Workspace, paths: Sequence[Path], act: Act, manner: Manner) -> Iterator[FileMerged]:
    """Merge files one after the other, each whole or not at all, some in one transaction.

    AnnalsError merge.small in a small workspace.
    """
    ground = _ground(workspace)
    for start in range(0, len(paths), _TOGETHER):
        chosen = paths[start : start + _TOGETHER]
        read = [*zip(chosen, read_answers(chosen, ground.definitions), strict=True)]
        merges, ground = _merge(workspace, ground, read, act, manner)
        yield from merges


# A file that came back, and what was read of it or the reason why nothing was.
ReadFile = tuple[Path, Answer | AnnalsError]


def merge_read(workspace: Workspace, read: Sequence[ReadFile], act: Act, manner: Manner) -> tuple[FileMerged, ...]:
    """Merge files that were read already, all in one transaction. AnnalsError merge.small in a small workspace."""
    return _merge(workspace, _ground(workspace), read, act, manner)[0]


def _ground(workspace: Workspace) -> Ground:
    snapshot, definitions = workspace.snapshot(), workspace.definitions
    if origin_of(snapshot) is not None:
        raise AnnalsError("merge.small")
    given = given_before(workspace.brought("merge"), snapshot)
    return Ground(
        definitions, snapshot, Holders(definitions), given, workspace.last_changes, workspace.replay.number_of
    )


def _merge(
    workspace: Workspace, ground: Ground, read: Sequence[ReadFile], act: Act, manner: Manner
) -> tuple[tuple[FileMerged, ...], Ground]:  # fmt: skip
    merges: list[FileMerged] = []
    is_first = not ground.recent
    for path, answer in read:
        merged, ground = _try(ground, path, answer, act, manner)
        merges.append(merged)
    changes = [change for merged in merges for change in merged.changes]
    if changes and not manner.dry:
        if is_first:
            workspace.keep_backup("merge")
        workspace.apply(changes)
    return tuple(merges), ground


def mistakes_in(outcome: Outcome, moment: Moment) -> tuple[Issue, ...]:
    """Return the errors and doubts of the values that were taken, in the moment after the merge."""
    taken = [at for at in outcome.taken if isinstance(at, Key)]
    found = recheck(moment, taken, ())
    return tuple(issue for at in taken for issue in found[at])


def _try(ground: Ground, path: Path, read: Answer | AnnalsError, act: Act, manner: Manner) -> tuple[FileMerged, Ground]:
    if isinstance(read, AnnalsError):
        return FileMerged(path.name, error=read), ground
    try:
        return _merge_one(ground, read, act, manner)
    except PackError as error:
        return FileMerged(read.file, error=error), ground


def _merge_one(ground: Ground, answer: Answer, act: Act, manner: Manner) -> tuple[FileMerged, Ground]:
    again = admit(ground.definitions, ground.snapshot, answer)
    number = max((merged.number for merged in merges_of(ground.snapshot)), default=0) + 1
    verdicts = manner.decided.get(answer.sha256, {})
    outcome = merge(ground, answer, Hand(act.who, act.when, number, manner.take, verdicts))
    if again is not None and not ((manner.take or verdicts) and (outcome.taken or outcome.settled)):
        outcome, number = replace(outcome, taken=(), changes=(), voids=()), again.number
        first_key, after = False, ground
    else:
        first_key, after = bool(answer.key) and _is_new(ground, answer), ground.after(outcome)
    unknown = not answer.key and thing_at(ground.snapshot, PersonAt(answer.person)) is None
    kept, doubts = None if manner.dry else number, tuple(_doubts(ground, answer))
    return FileMerged(answer.file, kept, outcome, None, first_key, unknown, doubts), after


def _doubts(ground: Ground, answer: Answer) -> Iterator[Issue]:
    """Yield that an answer's pack was made from a history that is not this one."""
    if answer.upon and not ground.number_of(answer.upon):
        yield Issue("merge.strange", "doubt", facts={"file": answer.file, "person": answer.person, "head": answer.upon})


def _is_new(ground: Ground, answer: Answer) -> bool:
    """Whether nothing signed with this key has been taken from the person yet."""
    person: Person | None = thing_at(ground.snapshot, PersonAt(answer.person))
    if person is not None:
        return not person.key
    return not any(m.key == answer.key and m.person == answer.person for m in merges_of(ground.snapshot))


def undo_merge(workspace: Workspace, number: int, act: Act, *, dry: bool = False) -> Undoing:
    """Take a merge back, and return what was left since it was changed or approved after it; only told where `dry`.

    AnnalsError merge.no_number, merge.undone.
    """
    snapshot = workspace.snapshot()
    merged: Merged | None = thing_at(snapshot, MergeAt(number))
    if merged is None:
        known = ", ".join(str(one.number) for one in merges_of(snapshot)) or "-"
        raise AnnalsError("merge.no_number", number=str(number), list=known)
    if merged.undone is not None:
        raise AnnalsError("merge.undone", number=str(number), who=merged.undone.by, at=merged.undone.at)
    undoing = undo(merged, workspace.brought("merge"), snapshot, workspace.definitions, act.step)
    if not dry:
        workspace.apply(undoing.changes, reason=merged.file)
    return undoing
