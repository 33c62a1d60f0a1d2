"""What the one door asks before it stores changes: whether they are allowed, and which approvals fall with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from schema.catalogue.outline import Definitions
from schema.errors import RightsError
from schema.grammar.reference import RecordKey
from schema.validation.approvals import falling, read_approvable
from schema.validation.issue import FieldAt, ListAt
from schema.values.changes import Change, altering, overlay
from schema.values.datapoint import LastChange, Snapshot
from schema.values.holders import Holders
from schema.values.kept_things import Subject
from schema.values.people import Person
from schema.values.record_places import rows_by_block
from schema.values.requests import Approval
from schema.values.rights import check_definitions, check_people, check_rights, check_shares

LastChanges = Callable[[Collection[Subject]], Mapping[Subject, LastChange]]


class Guard:
    """Asked for one list of changes, by whoever acts on what stands there now."""

    def __init__(self, definitions: Definitions, snapshot: Snapshot, who: str, people: Sequence[Person]) -> None:
        self._definitions, self._snapshot, self._who, self._people = definitions, snapshot, who, people

    def check_adoption(self) -> None:
        """Raise RightsError where whoever acts may not put other definitions in force."""
        check_definitions(self._who, self._people)

    def check(self, changes: Sequence[Change], last_changes: LastChanges) -> None:
        """Raise RightsError where a change is not theirs to make; what changes nothing needs no right."""
        steps = altering(self._snapshot, changes)
        holders = cache(lambda: Holders(self._definitions).knowing(overlay(self._snapshot, steps).records))
        check_rights(steps, self._who, self._people, holders)
        check_shares(steps, holders)
        check_people(steps, self._snapshot)
        for change in steps:
            if isinstance(change.after, Approval) and not change.after.quoted:
                self._need_other_eyes(change.after, last_changes)

    def voided(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Return what takes away the approvals that fall with these changes."""
        return falling(changes, self._definitions, self._snapshot)

    def _need_other_eyes(self, approval: Approval, last_changes: LastChanges) -> None:
        """Raise RightsError rights.four_eyes where a report asks for them and who approves changed it last."""
        outline = self._definitions.outlines.get(approval.report)
        if outline is None or not outline.four_eyes:
            return
        if self._who in changed_by(approval.subject, self._definitions, self._snapshot, last_changes):
            raise RightsError("rights.four_eyes", who=self._who, report=approval.report, subject=approval.subject)


def changed_by(text: str, definitions: Definitions, snapshot: Snapshot, last_changes: LastChanges) -> frozenset[str]:
    """Return who last changed what stands at the subject of an approval: of a list, any of its records."""
    at = read_approvable(text)
    subjects: tuple[Subject, ...] = ()
    match at:
        case FieldAt():
            subjects = (at.record,)
        case ListAt():
            outline = definitions.outlines.get(at.report)
            rows = rows_by_block(outline, snapshot).get(at.block, ()) if outline else ()
            subjects = tuple[RecordKey, ...](record.key for record in rows)
        case None:
            return frozenset()
        case _:
            subjects = (at,)
    return frozenset(change.who for change in last_changes(subjects).values())
