"""Changes: what stands at a subject becomes something else. Applied to a snapshot here, to a store by storage."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from schema.values.datapoint import Snapshot
from schema.values.kept_things import KEPT, Subject, Thing, kept_at, subject_of
from schema.values.via import Elsewhere

_UNTOUCHED: Any = object()  # where nothing has changed so far
Finder = Callable[[Subject], Thing | None]


@dataclass(frozen=True, slots=True)
class Change:
    """What stands at `subject` becomes `after`; None clears it.

    `before` is what stood there: true where it was made from a snapshot (`change_of`), None where nobody has looked.
    `content` are the bytes of an attachment that is taken in; they travel beside its facts. `elsewhere` says who did it
    where that was not here: history names them instead of who stores it.
    """

    subject: Subject
    before: Thing | None = None
    after: Thing | None = None
    reason: str = ""
    content: bytes = field(default=b"", repr=False)
    elsewhere: Elsewhere | None = None

    def undone(self) -> Change:
        """Return the change that takes this one back, for the same reason."""
        return replace(self, before=self.after, after=self.before, elsewhere=None)


def keep(thing: Thing, reason: str = "", content: bytes = b"") -> Change:
    """Return the change that lets a thing stand where it belongs, whatever stands there."""
    return Change(subject_of(thing), None, thing, reason, content)


def clear(subject: Subject, reason: str = "") -> Change:
    """Return the change that takes away what stands at a subject."""
    return Change(subject, reason=reason)


def thing_at(snapshot: Snapshot, subject: Subject) -> Any:
    """Return what stands at a subject, or None."""
    return kept_at(subject).place.finder(snapshot)(subject)


def change_of(snapshot: Snapshot, subject: Subject, after: Thing | None, reason: str = "") -> Change:
    """Return the change of what stands in a snapshot at a subject."""
    return Change(subject, thing_at(snapshot, subject), after, reason)


def upon(snapshot: Snapshot, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes as they follow one another from a snapshot: each with what stands there before it."""
    finder, seen = _finder(snapshot), dict[Subject, Thing | None]()
    true: list[Change] = []
    for change in changes:
        before = seen[change.subject] if change.subject in seen else finder(change.subject)
        seen[change.subject] = settled_by(change, before)
        true.append(replace(change, before=before, after=seen[change.subject]))
    return tuple(true)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a list of changes does: the `steps` that change or confirm something, and what stands there in the end.

    `things` are in the order in which their subjects first changed.
    """

    steps: tuple[Change, ...]
    things: dict[Subject, Thing | None]


def effect(changes: Iterable[Change], finder: Finder) -> Effect:
    """Return what changes do to what the finder finds, one after the other."""
    things: dict[Subject, Thing | None] = {}
    steps: list[Change] = []
    for change in changes:
        subject = change.subject
        before = things.get(subject, _UNTOUCHED)
        before = finder(subject) if before is _UNTOUCHED else before
        after = settled_by(change, before)
        if not stands_as(before, after, subject) or (change.elsewhere and change.elsewhere.confirms):
            steps.append(_true(change, before, after))
            things[subject] = after
    return Effect(tuple(steps), things)


def _true(change: Change, before: Thing | None, after: Thing | None) -> Change:
    if change.before is before and change.after is after:
        return change  # mostly: of what is new nothing need be written anew
    return Change(change.subject, before, after, change.reason, change.content, change.elsewhere)


def settled_by(change: Change, before: Thing | None) -> Thing | None:
    """Return what stands at a change's subject once it is made of what stands there before."""
    kept = kept_at(change.subject)
    if change.after is None:
        return None
    return kept.once(before, change.after) if kept.once and before is not None else kept.settled(change.after)


def stands_as(before: Thing | None, after: Thing | None, subject: Subject) -> bool:
    """Whether two things at a subject are the same for whoever keeps them."""
    if before is None or after is None or before == after:
        return before is after or before == after
    kept = kept_at(subject)
    values = zip(kept.values(before), kept.values(after), strict=True)
    if any(type(one) is str and type(other) is str and one != other for one, other in values):
        return False  # history keeps every text as it is: of many changes nothing need be written to see that
    return kept.state(before) == kept.state(after)


def altering(snapshot: Snapshot, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that change something in a snapshot, each with what stands there before it."""
    return effect(changes, _finder(snapshot)).steps


def _finder(snapshot: Snapshot) -> Finder:
    finders: dict[type[Any], Callable[[Any], Any]] = {}

    def find(subject: Subject) -> Any:
        own = finders.get(type(subject))
        if own is None:
            own = finders[type(subject)] = kept_at(subject).place.finder(snapshot)
        return own(subject)

    return find


def overlay(snapshot: Snapshot, changes: Iterable[Change]) -> Snapshot:
    """Return the snapshot as the store would be after these changes; what nothing touches stays the same object."""
    return with_things(snapshot, effect(changes, _finder(snapshot)).things)


def with_things(snapshot: Snapshot, things: dict[Subject, Thing | None]) -> Snapshot:
    """Return the snapshot with these things in it; None takes one out."""
    fields: dict[str, Any] = {}
    by_type: dict[type[Any], dict[Subject, Thing | None]] = {}
    for subject, thing in things.items():
        by_type.setdefault(type(subject), {})[subject] = thing
    for kept in KEPT:
        if own := by_type.get(kept.form.type):
            fields |= kept.place.changed(replace(snapshot, **fields), own)
    return replace(snapshot, **fields) if fields else snapshot
