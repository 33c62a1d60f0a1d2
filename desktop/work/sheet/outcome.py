"""What became of texts that were put into many cells: changes, and each cell that did not take its text, with why."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop.work.sheet.grid import Grid, Lock, Place
from desktop.work.sheet.placing import Placed
from desktop.work.sheet.rows import Row
from desktop.work.steps import at_once
from desktop.work.wording import Wording, same_value
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.validation.issue import Issue
from schema.values.changes import Change
from schema.values.datapoint import Snapshot
from schema.values.figures import Result


@dataclass(frozen=True, slots=True)
class Left:
    """A cell that did not take its text, or took it as typed since it could not be read.

    A cell of the catalogue does not take what the definitions would not load with: `reason` says so, `of` is the name
    of what needs the cell to be otherwise, where it is not its own line.
    """

    at: Place
    text: str
    why: Lock | Literal["unread", "refused"]
    reason: Issue | None = None
    of: Words | None = None


class Told(Protocol):
    """What is told of texts that were put into cells."""

    @property
    def taken(self) -> int:
        """How many cells hold now what was put into them."""
        ...

    @property
    def cleared(self) -> int:
        """How many of these are blank now."""
        ...

    @property
    def left(self) -> tuple[Left, ...]:
        """The cells that are not as they were to be, in reading order."""
        ...

    @property
    def changes_anything(self) -> bool:
        """Whether there is a step to be undone."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """The `changes` to be made in one step. `taken` counts cells that now hold what was put into them.

    `cleared` of these are blank now. `left` is in reading order; what is refused but stands there anyway is not in it.
    """

    changes: tuple[Change, ...]
    taken: int
    cleared: int
    left: tuple[Left, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether there is a step to be undone."""
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts become values: the wording of each line, what is stored, what stands at a key."""

    grid: Grid
    wording: Callable[[Row], Wording]
    snapshot: Snapshot
    result: Callable[[Key], Result]

    def outcome(self, placed: Placed) -> Outcome:
        """Read every text as its field would, and return what follows."""
        return at_once(self.gradually(placed))

    def gradually(self, placed: Placed) -> Generator[int, None, Outcome]:
        """Read as `outcome` does; yield after each cell how many were read."""
        changes: list[Change] = []
        left: list[Left] = []
        unread = cleared = 0
        for number, refused in enumerate(placed.refused):
            yield number
            if not self._stands(refused.at, refused.text):
                left.append(Left(refused.at, refused.text, refused.lock))
        for number, entry in enumerate(placed.entries, len(placed.refused)):
            yield number
            key = self.grid.key(*entry.at)
            if key is None:
                continue
            old = self.snapshot.points.get(key)
            new = self.wording(self.grid.rows[entry.at[0]]).point(entry.text, key, old)
            if not same_value(old, new):
                changes.append(Change(key, after=new))
                cleared += new is None
            if new is not None and new.unread:
                unread += 1
                left.append(Left(entry.at, entry.text, "unread"))
        taken = len(placed.entries) - unread
        return Outcome(tuple(changes), taken, cleared, tuple(sorted(left, key=_place)))

    def still_true(self, outcome: Outcome, snapshot: Snapshot) -> bool:
        """Whether what was read is what would be read upon another snapshot."""
        then, now = self.snapshot.points, snapshot.points
        return all(then.get(key) is now.get(key) for key in changed_keys(outcome))

    def _stands(self, at: Place, text: str) -> bool:
        """Whether a locked cell says already what it was to say."""
        if self.grid.lock(*at) not in ("earlier", "computed", "rights", "reading"):
            return False
        key = self.grid.key(*at)
        if key is None:
            return False
        wording, stands = self.wording(self.grid.rows[at[0]]), self.result(key)
        parsed = wording.parse(text, key.period)
        return text in (wording.shown(stands), wording.exact(stands)) or (
            parsed.value is not None and (parsed.value, parsed.qualifier) == (stands.value, stands.qualifier)
        )


def _place(left: Left) -> Place:
    return left.at


def changed_keys(outcome: Outcome) -> Sequence[Key]:
    """Return the keys of the values that are changed."""
    return [change.subject for change in outcome.changes if isinstance(change.subject, Key)]
