"""What a request's pack changes in a small workspace: all of it in a new one, in one with an answer only the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime

from schema.exchange.packs.request_pack import RequestContent
from schema.grammar.times import stamp
from schema.values.changes import Change, keep, thing_at
from schema.values.datapoint import Attachment, HistoryEntry, LastChange, Snapshot
from schema.values.kept_requests import given_persons
from schema.values.kept_things import KEPT, Subject, Thing, form_of, state_of, subject_of
from schema.values.passing import Passing
from schema.values.questions import Question
from schema.values.requests import Request
from schema.values.via import Elsewhere, Via, read_via

# What the editor says: it is renewed whatever stands there.
_ASKS = ("request", "person", "approval")
# What a pack brings beside that; what an earlier one brought and a later one does not is taken away.
_CONTENTS = (
    "point", "published", "restatement", "text", "record", "picture", "remark", "evidence", "question", "followup",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Renewal:
    """The changes that a pack makes, and what it leaves: the `kept` subjects that say something else there."""

    changes: tuple[Change, ...]
    kept: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """The pack by its number, who sent it and when (UTC)."""

    number: int
    by: str
    at: datetime

    @property
    def elsewhere(self) -> Elsewhere:
        """How history tells what it brings."""
        return self.told(None)

    def told(self, done: LastChange | None) -> Elsewhere:
        """Return how history tells what it brings, by whom and when that was done where the pack says it."""
        who, when = (done.who, done.when) if done else (self.by, self.at)
        return Elsewhere(who, when, Via("pack", self.number, self.by, stamp(self.at)))


def renewal(
    snapshot: Snapshot, history: Iterable[HistoryEntry], content: RequestContent, sent: Sent,
    pictures: Mapping[str, bytes],
) -> Renewal:  # fmt: skip
    """Return what a pack changes; `pictures` are the bytes of the attachments that it brings, by their hashes.

    What was done here to a subject since a pack last brought it stays; it is told as kept where the pack says something
    else than what was changed here. Where the pack brings the same it is confirmed: from then on it counts as given.
    """
    brought = {subject_of(thing): thing for thing in content.things}
    own, given = _done_here(history)
    kept: list[Subject] = []
    changes: list[Change] = []
    for subject, thing in brought.items():
        stands, told = thing_at(snapshot, subject), sent.told(content.done.get(subject))
        if isinstance(thing, Request):
            changes.append(
                replace(
                    keep(_with_own_steps(thing, stands, given.get(form_of(subject).written(subject), ""))),
                    elsewhere=told,
                )
            )
        elif form_of(subject).kind in _ASKS or form_of(subject).written(subject) not in own:
            content_bytes = pictures.get(thing.hash, b"") if isinstance(thing, Attachment) else b""
            changes.append(replace(keep(thing, content=content_bytes), elsewhere=told))
        elif isinstance(thing, Question) and isinstance(stands, Question):
            changes += _both(thing, stands, told)
        elif stands is not None and state_of(subject, stands) == state_of(subject, thing):
            changes.append(replace(keep(thing), elsewhere=replace(told, confirms=True)))
        elif given.get(form_of(subject).written(subject)) != state_of(subject, thing):
            kept.append(subject)
    gone = _gone(snapshot, brought, given.keys() - own)
    changes += [Change(subject, after=None, elsewhere=sent.elsewhere) for subject in gone]
    return Renewal(tuple(changes), tuple(kept))


def _both(brought: Question, stands: Question, told: Elsewhere) -> Iterator[Change]:
    """Yield what gives a question the answers of both sides: what the pack brings, then what was answered here, too.

    Nothing where the pack brings no answer that is not here.
    """
    together = stands.answered(*brought.answers)
    if together == stands != brought:
        return
    yield replace(keep(brought), elsewhere=replace(told, confirms=brought == stands))
    if together != brought:
        yield keep(together)


def _done_here(history: Iterable[HistoryEntry]) -> tuple[set[tuple[str, str]], dict[tuple[str, str], str]]:
    """Return what was changed here since a pack last brought it, and as what a pack last brought anything."""
    own: set[tuple[str, str]] = set()
    given: dict[tuple[str, str], str] = {}
    for entry in history:
        subject, via = (entry.kind, entry.subject), read_via(entry.via)
        if via is None or via.is_own:
            own.add(subject)
        elif via.how == "pack":
            own.discard(subject)
            given[subject] = entry.new
    return own, given


def _gone(
    snapshot: Snapshot, brought: Mapping[Subject, Thing], given: Set[tuple[str, str]]
) -> Iterator[Subject]:  # fmt: skip
    """Yield what an earlier pack brought, nobody has touched here, and this one does not bring any more."""
    for kept in KEPT:
        if kept.form.kind in (*_ASKS, *_CONTENTS) and not kept.once:
            for subject in kept.place.all(snapshot):
                if subject not in brought and kept.form.written(subject) in given:
                    yield subject


def _with_own_steps(asked: Request, stands: Request | None, given: str) -> Request:
    """Return a request as the editor has it, still handed in where that was done here and nothing came back since.

    Whom it was passed on to here has it still, where the editor has passed it on to nobody else since what was `given`.
    """
    if stands is not None:
        asked = asked.passed(Passing(given_persons(given), stands.persons).upon(asked.persons))
    returned = asked.returned or any(note.returned for note in asked.items.values())
    if stands is None or stands.submitted is None or asked.submitted is not None or returned:
        return asked
    return replace(asked, submitted=stands.submitted)
