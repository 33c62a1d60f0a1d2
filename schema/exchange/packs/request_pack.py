"""What a request's pack brings: the definitions of a share, what is known of it, and what is asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from schema.catalogue.compiled import to_json
from schema.errors import PackError
from schema.exchange.packs.cut_definitions import CutShare
from schema.exchange.packs.foreign_definitions import BadDefinitions, read_foreign
from schema.exchange.packs.manifest import CONTENT
from schema.exchange.packs.pack import Pack
from schema.validation.issue import write_subject
from schema.values.datapoint import Attachment, LastChange
from schema.values.evidence import Evidence, is_evidence
from schema.values.follow_ups import FollowUp, is_follow_up
from schema.values.foreign_states import BadState, read_state
from schema.values.kept_things import Subject, Thing, canonical, kept_at, read_subject, subject_of
from schema.values.parse import clean_text
from schema.values.people import Person
from schema.values.requests import Request

# What a pack may bring, by what history calls it.
_KINDS = (
    "request", "person", "point", "published", "restatement", "text", "record", "picture", "remark", "approval",
    "evidence", "question", "followup",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RequestContent:
    """What a request's pack brings: compiled definitions, the request itself, the other things, what is asked for.

    `asked` are subjects in their canonical text; `done` says who did what and when, where the pack tells it.
    """

    definitions: str
    request: Request
    things: tuple[Thing, ...]
    asked: tuple[str, ...]
    done: Mapping[Subject, LastChange] = field(default_factory=dict["Subject", "LastChange"])


def request_content(
    share: CutShare, things: Iterable[Thing], done: Mapping[Subject, LastChange] | None = None
) -> dict[str, Any]:
    """Return the content of a request's pack as JSON; of some things it says with them who did that and when."""
    known = done or {}
    return {
        "definitions": json.loads(to_json(share.definitions)),
        "things": [
            plain_thing(subject, thing) | (plain_done(known[subject]) if subject in known else {})
            for subject, thing in ((subject_of(thing), thing) for thing in things)
        ],
        "asked": sorted(write_subject(at) for at in share.present.own),
    }


def plain_thing(subject: Subject, thing: Thing) -> dict[str, str]:
    """Return a thing as packs have it: what history calls its kind, its subject, and its state."""
    kept = kept_at(subject)
    return {"kind": kept.form.kind, "subject": canonical(subject), "state": kept.state(thing)}


def told_with(things: Iterable[Thing]) -> tuple[Subject, ...]:
    """Return the subjects of which a pack says who did that and when: it is what people ask of evidence and marks."""
    return tuple(subject_of(thing) for thing in things if isinstance(thing, Evidence | FollowUp))


def plain_done(last: LastChange) -> dict[str, str]:
    """Return who did something and when as packs have it."""
    return {"who": last.who, "at": last.when.astimezone(UTC).isoformat()}


def read_request(pack: Pack) -> RequestContent:
    """Read what a request's pack brings. PackError pack.kind, pack.content with the one thing that does not fit."""
    if pack.manifest.kind != "request":
        raise PackError("pack.kind", file=clean_text(pack.path.name))
    try:
        definitions = read_foreign(pack.content.get("definitions"))
        plain = _list(pack.content, "things")
        things = tuple(map(_thing, plain))
        asked = tuple(map(_text, _list(pack.content, "asked")))
        told = zip(map(subject_of, things), map(_done, plain), strict=True)
        done = {subject: last for subject, last in told if last is not None}
        return RequestContent(definitions, _request(pack, things), things, asked, done)
    except BadDefinitions:
        where = "definitions"
    except _Unfit as unfit:
        where = unfit.where
    raise PackError("pack.content", file=clean_text(pack.path.name), member=CONTENT, subject=clean_text(where)[:120])


class _Unfit(Exception):
    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


def _list(content: Mapping[str, Any], name: str) -> list[Any]:
    found = content.get(name)
    if not isinstance(found, list):
        raise _Unfit(name)
    return found  # pyright: ignore[reportUnknownVariableType]


def _text(plain: Any) -> str:
    if not isinstance(plain, str) or clean_text(plain) != plain:
        raise _Unfit("asked")
    return plain


def _thing(plain: Any) -> Thing:
    """Read what `plain_thing` wrote."""
    if not isinstance(plain, dict):
        raise _Unfit("things")
    said: list[Any] = [plain.get(name) for name in ("kind", "subject", "state")]  # pyright: ignore
    kind, text, state = said
    clean = isinstance(text, str) and clean_text(text) == text
    subject = read_subject(kind, text) if clean and kind in _KINDS else None
    if subject is None or not isinstance(state, str):
        raise _Unfit(str(text))
    try:
        thing = read_state(subject, state)
    except BadState as bad:
        raise _Unfit(str(text)) from bad
    if thing is None or subject_of(thing) != subject or not _is_fit(thing):
        raise _Unfit(str(text))
    return thing


def _done(plain: Any) -> LastChange | None:
    """Read what `plain_done` wrote; None where nothing is said, as by older programs."""
    who, at = plain.get("who"), plain.get("at")
    if who is None and at is None:
        return None
    try:
        when = datetime.fromisoformat(at)
    except (TypeError, ValueError) as error:
        raise _Unfit("things") from error
    if not isinstance(who, str) or clean_text(who) != who or when.tzinfo is None:
        raise _Unfit("things")
    return LastChange(who, when.astimezone(UTC))


def _is_fit(thing: Thing) -> bool:
    match thing:
        case Person():
            return thing.role == "contact"
        case Evidence():
            return is_evidence(thing)
        case FollowUp():
            return is_follow_up(thing)
        case _:
            return True


def _request(pack: Pack, things: Iterable[Thing]) -> Request:
    """Return the one request that the pack is about."""
    manifest = pack.manifest
    found = [thing for thing in things if isinstance(thing, Request)]
    if [(one.report, one.department) for one in found] != [(manifest.report, manifest.department)]:
        raise _Unfit("request")
    return found[0]


def attachments_of(things: Iterable[Thing]) -> tuple[Attachment, ...]:
    """Return the files whose bytes go with some things."""
    return tuple(thing for thing in things if isinstance(thing, Attachment))
