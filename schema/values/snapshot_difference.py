"""What stands otherwise in one snapshot than in another."""

from __future__ import annotations

from schema.values.changes import Change
from schema.values.datapoint import Snapshot
from schema.values.kept_things import KEPT


def differing(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    """Return the changes that make one snapshot of the other; what is the same object in both costs nothing."""
    return tuple(
        Change(subject, stood.get(subject), stands.get(subject))
        for kept in KEPT
        for stood, stands in ((kept.place.all(before), kept.place.all(now)),)
        if stood is not stands
        for subject in dict.fromkeys((*stood, *stands))
        if stood.get(subject) is not stands.get(subject) and stood.get(subject) != stands.get(subject)
    )
