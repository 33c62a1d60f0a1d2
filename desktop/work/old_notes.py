"""Notes from when there was one field for footnote and note: each becomes one, both, or the answer to a doubt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from desktop.work.remark import Reason, answer
from schema.errors import AnnalsError
from schema.grammar.reference import Key, canonical_text
from schema.moment import Moment
from schema.validation.answers import Answer, unsorted_notes
from schema.values.changes import Change, change_of
from schema.values.datapoint import DataPoint


@dataclass(frozen=True, slots=True)
class Sorting:
    """What a note becomes; as a `remark` it goes on answering the doubts that it answered, in the sorter's name."""

    footnote: bool = False
    note: bool = False
    remark: bool = False


NOTHING = Sorting()
BECOMES: Mapping[str, Sorting] = {
    "footnote": Sorting(footnote=True, remark=True),
    "note": Sorting(note=True, remark=True),
    "both": Sorting(footnote=True, note=True, remark=True),
    "remark": Sorting(remark=True),
}


@dataclass(frozen=True, slots=True)
class OldNote:
    """A value with a note that is not sorted yet, and whether the note answers a doubt."""

    point: DataPoint
    answers: bool


def old_notes(moment: Moment) -> tuple[OldNote, ...]:
    """Return the notes that nobody has sorted."""
    answering = {key for given in moment.answered() if not given.at for key in _keys(moment, given)}
    return tuple(OldNote(point, point.key in answering) for point in unsorted_notes(moment.figures))


def chosen(moment: Moment, references: list[str], becomes: str) -> dict[Key, Sorting]:
    """Return the choice for the values named, for all where none is. AnnalsError notes.sorted, notes.no_doubt."""
    known = {old.point.key.canonical(): old for old in old_notes(moment)}
    choice: dict[Key, Sorting] = {}
    for text in references or known:
        old = known.get(canonical_text(text))
        if old is None:
            raise AnnalsError("notes.sorted", reference=text)
        if becomes == "remark" and not old.answers:
            raise AnnalsError("notes.no_doubt", reference=text)
        choice[old.point.key] = BECOMES[becomes]
    return choice


def sort_notes(moment: Moment, choice: Mapping[Key, Sorting], reason: Reason) -> tuple[Change, ...]:
    """Return what sorts the notes, and keeps those that answered a doubt as its answer where they are to be one."""
    points = (point for point in unsorted_notes(moment.figures) if point.key in choice)
    sorted_points = [change_of(moment.snapshot, p.key, _sorted(p, choice[p.key])) for p in points]
    remarks = {key for key, sorting in choice.items() if sorting.remark}
    noted = [given for given in moment.answered() if not given.at and _concerns(moment, given, remarks)]
    return (*sorted_points, *(answer(moment, given.issue, replace(reason, words=given.reason)) for given in noted))


def _concerns(moment: Moment, given: Answer, keys: Collection[Key]) -> bool:
    return any(key in keys for key in _keys(moment, given))


def _keys(moment: Moment, given: Answer) -> tuple[Key, ...]:
    """Return the values whose notes an answer of before may have come from, the one that gave it among them."""
    own, other = given.issue.key, given.issue.facts.get("other")
    named = tuple(key for key in (own, other) if isinstance(key, Key))
    if own is None or given.issue.code not in ("change.figure", "change.apart"):
        return named
    return (*named, *moment.figures.leaves(moment.figures.value(own)))


def _sorted(point: DataPoint, sorting: Sorting) -> DataPoint:
    # A footnote that somebody has already written stays; the old words stand behind it.
    printed = " ".join(filter(None, (point.footnote, point.note)))
    footnote, note = printed if sorting.footnote else point.footnote, point.note if sorting.note else ""
    return replace(point, footnote=footnote, note=note, unsorted=False)
