"""Values, texts and records are marked to be looked at again, and the marks taken away and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from schema.catalogue.outline import Outline
from schema.catalogue.section_content import section_records, section_slots
from schema.errors import AnnalsError
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.validation.asked_values import ranks
from schema.values.changes import Change, change_of
from schema.values.datapoint import LastChange, Snapshot
from schema.values.evidence import Provable, proved
from schema.values.follow_ups import MOST_WORDS, FollowUp, FollowUpAt, all_follow_ups, follow_up_of, follow_up_why
from schema.values.record_places import home
from schema.values.subject import TextAt
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark with who set it and when; None while that is not stored yet."""

    follow_up: FollowUp
    last: LastChange | None


def marking(snapshot: Snapshot, subjects: Iterable[str], text: str | None) -> tuple[Change, ...]:
    """Return what marks subjects (canonical text), saying why or nothing. AnnalsError followup.long.

    What is marked already gets the words that are given now, and keeps its own where none are (None).
    """
    why = follow_up_why(text or "")
    if len(why) > MOST_WORDS:
        raise AnnalsError("followup.long", count=str(len(why)), most=str(MOST_WORDS))
    marked = {subject: None if text is not None else follow_up_of(snapshot, subject) for subject in subjects}
    return tuple(change_of(snapshot, FollowUpAt(one), kept or FollowUp(one, why)) for one, kept in marked.items())


def unmarking(snapshot: Snapshot, subjects: Iterable[str]) -> tuple[Change, ...]:
    """Return what takes marks away. AnnalsError followup.none where there is none."""
    changes: list[Change] = []
    for subject in subjects:
        if follow_up_of(snapshot, subject) is None:
            raise AnnalsError("followup.none", subject=subject)
        changes.append(change_of(snapshot, FollowUpAt(subject), None))
    return tuple(changes)


def marks(workspace: Workspace, moment: Moment, report: str = "") -> tuple[Marked, ...]:
    """Return the marks of a report, of all where none is named, sorted by their subjects."""
    outline = moment.definitions.outlines.get(report)
    every = sorted(all_follow_ups(moment.snapshot).values(), key=lambda one: one.subject)
    own = marked_in(outline, moment) if outline else {one.subject for one in every}
    chosen = [one for one in every if one.subject in own]
    last = workspace.last_changes([FollowUpAt(one.subject) for one in chosen]) if chosen else {}
    return tuple(Marked(one, last.get(FollowUpAt(one.subject))) for one in chosen)


def marked_sections(outline: Outline, snapshot: Snapshot, section_of: Callable[[Key], str]) -> Mapping[str, int]:
    """Return how many marks stand in each section of a report; `section_of` says where it asks for a value."""
    places = {slot: section.code for section in outline.walk() for slot in section_slots(section)}
    places |= {block.id: section.code for section in outline.walk() for block in section_records(section)}

    def section(at: Provable | None) -> str:
        match at:
            case Key():
                return section_of(at) if at.period == outline.year else ""
            case TextAt():
                return places.get(at.slot, "") if at.report == outline.code else ""
            case RecordKey():
                record = snapshot.records.get(at)
                return places.get(home(outline, record), "") if record and record.report == outline.code else ""
            case None:
                return ""

    return Counter(filter(None, (section(proved(one.subject)) for one in all_follow_ups(snapshot).values())))


def marked_in(outline: Outline, moment: Moment) -> frozenset[str]:
    """Return the marked subjects (canonical text) that stand in a report of this year."""
    every = [one.subject for one in all_follow_ups(moment.snapshot).values()]
    placed = ranks(moment.catalogue, (outline,)).keys() if every else ()

    def stands(at: Provable | None) -> bool:
        match at:
            case Key():
                return at.period == outline.year and at.metric in placed
            case TextAt():
                return at.report == outline.code
            case RecordKey():
                record = moment.snapshot.records.get(at)
                return record is not None and record.report == outline.code
            case None:
                return False

    return frozenset(subject for subject in every if stands(proved(subject)))
