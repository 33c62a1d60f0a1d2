"""Follow-up marks: somebody is to look again at a value, a text or a record. They say nothing of what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schema.values.datapoint import Snapshot
from schema.values.evidence import proved, proved_text
from schema.values.parse import clean_text

FOLLOW_UPS_NAME = "follow_ups"  # where they stand in Snapshot.more
MOST_WORDS = 300  # characters that say why


@dataclass(frozen=True, slots=True, order=True)
class FollowUpAt:
    """Where the mark of a `subject` (canonical text of a value, a text or a record) stands."""

    subject: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What stands at a subject is to be looked at again; `why` in one line, or nothing.

    Who marked it and when stands in the history. It is printed nowhere, and no approval falls with it.
    """

    subject: str
    why: str = ""


def follow_up_why(text: str) -> str:
    """Return the words that say why as they are kept: clean and in one line."""
    return " ".join(clean_text(text).split())


def is_follow_up(one: FollowUp) -> bool:
    """Whether a mark is such as the program keeps: at a whole address, with clean words in one line."""
    at = proved(one.subject)
    whole = at is not None and proved_text(at) == one.subject
    return whole and one.why == follow_up_why(one.why) and len(one.why) <= MOST_WORDS


_NONE: Mapping[FollowUpAt, FollowUp] = {}  # always the same: whoever counts marks sees that nothing has changed


def all_follow_ups(snapshot: Snapshot) -> Mapping[FollowUpAt, FollowUp]:
    """Return every mark by where it stands."""
    return snapshot.more.get(FOLLOW_UPS_NAME, _NONE)


def follow_up_of(snapshot: Snapshot, subject: str) -> FollowUp | None:
    """Return the mark of a subject (canonical text); None where it has none."""
    return all_follow_ups(snapshot).get(FollowUpAt(subject))
