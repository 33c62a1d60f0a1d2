"""What is done with several issues at once: each deed says what it changes, and what it refuses and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from desktop.work.issue_desk.rows import Row, is_carried
from desktop.work.still_true import confirmations
from schema.errors import RightsError
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.answers import answer_at, can_be_answered
from schema.validation.issue import write_subject
from schema.values.changes import Change, keep
from schema.values.datapoint import Remark
from schema.values.holders import Holders
from schema.values.people import people_of
from schema.values.rights import check_rights

# Why an issue is left as it is: it is not about something carried over; only a change mends it; it has an answer
# already; it is about no value; no report asks for it; it is not this person's to change; it has changed meanwhile.
Refusal = Literal["not_carried", "needs_change", "answered", "no_value", "not_asked", "not_yours", "changed"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was left as it is."""

    row: Row
    why: Refusal


@dataclass(frozen=True, slots=True)
class Deed:
    """What one deed changes, in one step, for which rows, and what it refused."""

    changes: tuple[Change, ...]
    done: tuple[Row, ...]
    refused: tuple[Refused, ...]


# What can be done, and what was refused.
Parted = tuple[tuple[Row, ...], tuple[Refused, ...]]


def confirming(moment: Moment, report: str, rows: Sequence[Row], who: str) -> Deed:
    """Return what says of carried texts and records that they still hold."""
    carried, allowed = confirmations(moment, report), allowance(moment, who)
    changes: dict[str, Change] = {}
    done, refused = list[Row](), list[Refused]()
    for row in rows:
        if row.answer is not None or not is_carried(row.issue):
            refused.append(Refused(row, "not_carried" if row.answer is None else "answered"))
            continue
        found = carried.get(write_subject(row.issue.at), {})
        if found and all(map(allowed, found.values())):
            changes |= found
            done.append(row)
        else:
            refused.append(Refused(row, "not_yours" if found else "changed"))
    return Deed(tuple(changes.values()), tuple(done), tuple(refused))


def allowance(moment: Moment, who: str) -> Callable[[Change], bool]:
    """Return what tells whether somebody may make a change here."""
    people, holders = people_of(moment.snapshot), cache(lambda: Holders(moment.definitions))

    def allowed(change: Change) -> bool:
        try:
            check_rights([change], who, people, holders)
        except RightsError:
            return False
        return True

    return allowed


def _anything(change: Change) -> bool:
    del change
    return True


def answerable(rows: Iterable[Row], allowed: Callable[[Change], bool] = _anything) -> Parted:
    """Part the rows that one remark may answer from those that it may not; `allowed` says what is somebody's to do."""

    def why(row: Row) -> Refusal | None:
        if row.answer is not None:
            return "answered"
        if not can_be_answered(row.issue):
            return "needs_change"
        at = answer_at(row.issue)
        return None if allowed(keep(Remark(at.subject, at.code, "", "", "", ""))) else "not_yours"

    return _parted(rows, why)


def ownable(rows: Iterable[Row]) -> Parted:
    """Part the rows that stand at an asked item, whose owner can be named, from the others."""
    return _parted(rows, lambda row: None if row.item else "not_asked")


def in_sheet(rows: Iterable[Row]) -> Parted:
    """Part the rows that are about values from the others."""
    return _parted(rows, lambda row: None if keys_of((row,)) else "no_value")


def keys_of(rows: Iterable[Row]) -> tuple[Key, ...]:
    """Return the values that rows are about: their own, those that are lacking, those that they are held against."""
    found: dict[Key, None] = {}
    for row in rows:
        inputs = row.issue.facts.get("inputs")
        for key in (row.issue.key, row.issue.facts.get("other"), *(inputs if isinstance(inputs, tuple) else ())):
            if isinstance(key, Key) and not key.metric.startswith("record/"):
                found[key] = None
    return tuple(found)


def _parted(rows: Iterable[Row], why: Callable[[Row], Refusal | None]) -> Parted:
    done, refused = list[Row](), list[Refused]()
    for row in rows:
        if (reason := why(row)) is None:
            done.append(row)
        else:
            refused.append(Refused(row, reason))
    return tuple(done), tuple(refused)
