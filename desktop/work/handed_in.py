"""Whether a share is handed in, and what was changed in it since: as history tells it, never by the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schema.exchange.answering import ANSWERS
from schema.values.datapoint import HistoryEntry
from schema.values.holders import Holders
from schema.values.kept_things import Subject, kept_of_kind
from schema.values.requests import Request, Step
from schema.values.subject import AttachmentAt, RequestAt
from schema.values.via import read_via


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The last time that a share was handed in, and the subjects that stand otherwise now than they did then."""

    step: Step
    changed: tuple[Subject, ...] = ()


def handed_in(entries: Iterable[HistoryEntry], at: RequestAt, holders: Holders) -> HandedIn | None:
    """Return how a share was handed in; None where it is not, or came back as a whole since.

    `entries` are all of history. What a pack or an answer has brought is no change of whoever handed in.
    """
    step: Step | None = None
    changed: dict[Subject, tuple[str, str]] = {}
    for entry in entries:
        kept = kept_of_kind(entry.kind)
        if kept is None:
            continue
        subject = kept.form.restored(entry.subject)
        thing = kept.thing_of(subject, entry.new) if subject == at else None
        if isinstance(thing, Request) and thing.submitted != step:
            step, changed = thing.submitted, {}
        elif step is not None and kept.form.type in ANSWERS and _is_own(entry):
            before = kept.thing_of(subject, entry.old), kept.thing_of(subject, entry.new)
            if isinstance(subject, AttachmentAt) or at.department in holders.of(subject, *before):
                changed[subject] = changed.get(subject, (entry.old, ""))[0], entry.new
    if step is None:
        return None
    return HandedIn(step, tuple(subject for subject, (old, new) in changed.items() if old != new))


def _is_own(entry: HistoryEntry) -> bool:
    via = read_via(entry.via)
    return via is None or via.is_own
