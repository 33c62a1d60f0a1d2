"""A race that is lost: what a change was made from stands there no more, since somebody else has changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schema.errors import WorkspaceError
from schema.values.changes import Change, Finder, settled_by, stands_as
from schema.values.datapoint import LastChange
from schema.values.kept_things import Subject, Thing, kept_at


@dataclass(frozen=True, slots=True)
class Race:
    """A change that was not stored: another thing `stands` there than its `before`; `last` changed it."""

    change: Change
    stands: Thing | None
    last: LastChange | None = None

    @property
    def subject(self) -> Subject:
        """What both have changed."""
        return self.change.subject


class Raced(WorkspaceError):
    """Somebody else has changed meanwhile what changes were made from; nothing was stored. `races` are all of them."""

    def __init__(self, lost: tuple[Race, ...]) -> None:
        super().__init__("workspace.raced", count=str(len(lost)))
        self.races = lost


def races(changes: Iterable[Change], finder: Finder) -> Iterator[Race]:
    """Yield the changes whose `before` is not what the finder finds, nor is what they would make of it.

    What is kept once for all is joined, and races with nothing.
    """
    looked_at = set[Subject]()
    for change in changes:
        subject = change.subject
        if subject in looked_at or kept_at(subject).once:
            continue
        looked_at.add(subject)
        stands = finder(subject)
        if not stands_as(stands, change.before, subject) and not stands_as(stands, settled_by(change, stands), subject):
            yield Race(change, stands)
