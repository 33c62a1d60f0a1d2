"""What happened with a request, read out of the workspace's history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from schema.validation.shares import Share
from schema.values.datapoint import HistoryEntry
from schema.values.kept_things import canonical
from schema.values.subject import ApprovalAt, RequestAt

Happening = Literal[
    "asked", "due", "guidance", "items", "sent", "received", "submitted", "taken_back", "returned", "items_returned",
    "approved", "unapproved",
]  # fmt: skip
HAPPENINGS: tuple[Happening, ...] = get_args(Happening)
_STEPS: tuple[Happening, ...] = ("sent", "received", "submitted", "returned")

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did with a request; `words` are a due date or what was said, `count` is of items."""

    what: Happening
    who: str
    when: datetime
    words: str = ""
    count: int = 0


def request_events(history: Iterable[HistoryEntry], share: Share) -> tuple[Event, ...]:
    """Return what was done with a share's request and the approvals of its items, oldest first.

    What one person did with several items in one go is one event.
    """
    request = canonical(RequestAt(share.report, share.department))
    approvals = {canonical(ApprovalAt(share.report, item.subject)) for item in share.items}
    events: list[Event] = []
    for entry in history:
        if entry.kind == "request" and entry.subject == request:
            events += entry_events(entry)
        elif entry.kind == "approval" and entry.subject in approvals:
            _add(events, Event("approved" if entry.new else "unapproved", entry.who, entry.when, entry.reason, 1))
    return tuple(events)


def _add(events: list[Event], event: Event) -> None:
    """Add an event, or count it with the one before that was done at once with it."""
    last = events[-1] if events else None
    if last and (last.what, last.who, last.words) == (event.what, event.who, event.words) and _at_once(last, event):
        events[-1] = Event(last.what, last.who, last.when, last.words, last.count + event.count)
    else:
        events.append(event)


def _at_once(one: Event, other: Event) -> bool:
    return abs((other.when - one.when).total_seconds()) < 1


def entry_events(entry: HistoryEntry) -> Iterator[Event]:
    """Yield what was done with a request, by one entry of the history about it."""
    old, new = _read(entry.old), _read(entry.new)
    if not old or not new:
        yield Event("asked" if new else "taken_back", entry.who, entry.when, str(new.get("due", "")))
        return
    for part in ("due", "guidance"):
        if old.get(part) != new.get(part):
            yield Event(part, entry.who, entry.when, str(new.get(part, "")))
    yield from _steps(entry, old.get("steps", {}), new.get("steps", {}))
    yield from _items(entry, old.get("items", {}), new.get("items", {}))


def _steps(entry: HistoryEntry, old: Plain, new: Plain) -> Iterator[Event]:
    for name in _STEPS:
        step = new.get(name)
        if step is not None and step != old.get(name):
            yield Event(name, str(step.get("by", "")) or entry.who, entry.when, str(step.get("words", "")))
        elif step is None and name == "submitted" and name in old:
            yield Event("taken_back", entry.who, entry.when)


def _items(entry: HistoryEntry, old: Plain, new: Plain) -> Iterator[Event]:
    returned = [at for at, note in new.items() if note.get("by") and note.get("at") != old.get(at, {}).get("at")]
    if returned:
        yield Event("items_returned", entry.who, entry.when, str(new[returned[0]].get("words", "")), len(returned))
    asked = [at for at in {**old, **new} if _asks(old.get(at, {})) != _asks(new.get(at, {}))]
    if asked:
        yield Event("items", entry.who, entry.when, "", len(asked))


def _asks(note: Plain) -> tuple[str, str]:
    return str(note.get("guidance", "")), str(note.get("due", ""))


def _read(text: str) -> Plain:
    return json.loads(text) if text else {}
