"""Notes from when there was one field for footnote and note: each becomes one of them, or both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from desktop.work.remark import Reason, answer
from schema.errors import AnnalsError
from schema.grammar.reference import Key, parse_reference
from schema.moment import Moment
from schema.validation.answers import Answer, unsorted_notes
from schema.values.changes import Change, change_of
from schema.values.datapoint import DataPoint

Becomes = Literal["footnote", "note", "both"]
BECOMES: tuple[Becomes, ...] = ("footnote", "note", "both")


def old_notes(moment: Moment) -> tuple[DataPoint, ...]:
    """Return the values with a note that is not sorted yet."""
    return unsorted_notes(moment.figures)


def chosen(moment: Moment, references: list[str], becomes: Becomes) -> dict[Key, Becomes]:
    """Return the choice for the values named, for all where none is. AnnalsError notes.sorted."""
    known = {point.key.canonical(): point.key for point in old_notes(moment)}
    choice: dict[Key, Becomes] = {}
    for text in references or known:
        reference = parse_reference(text)
        key = known.get(reference.key(0).canonical() if reference and reference.year else text)
        if key is None:
            raise AnnalsError("notes.sorted", reference=text)
        choice[key] = becomes
    return choice


def sort_notes(moment: Moment, choice: Mapping[Key, Becomes], reason: Reason) -> tuple[Change, ...]:
    """Return what sorts the notes; one that answered a doubt becomes its answer, too, in the sorter's name."""
    points = (point for point in old_notes(moment) if point.key in choice)
    sorted_points = [change_of(moment.snapshot, p.key, _sorted(p, choice[p.key])) for p in points]
    noted = [given for given in moment.answered() if not given.at and _concerns(given, choice)]
    return (*sorted_points, *(answer(moment, given.issue, replace(reason, words=given.reason)) for given in noted))


def _concerns(given: Answer, choice: Mapping[Key, Becomes]) -> bool:
    key, other = given.issue.key, given.issue.facts.get("other")
    return key in choice or other in choice or given.issue.code == "change.figure"


def _sorted(point: DataPoint, becomes: Becomes) -> DataPoint:
    # A footnote that somebody has already written stays; the old words stand behind it.
    printed = " ".join(filter(None, (point.footnote, point.note)))
    match becomes:
        case "footnote":
            return replace(point, footnote=printed, note="", unsorted=False)
        case "note":
            return replace(point, unsorted=False)
        case "both":
            return replace(point, footnote=printed, unsorted=False)
