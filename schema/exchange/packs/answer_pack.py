"""What an answer's pack brings back: each item that was worked on, with its base and every step since."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from schema.errors import PackError
from schema.exchange.answers import Answer, Offer, OfferStep, Refused
from schema.exchange.packs.manifest import ATTACHMENTS, CONTENT
from schema.exchange.packs.pack import Pack
from schema.validation.issue import Issue
from schema.values.foreign_states import BadState, read_state
from schema.values.kept_things import Subject, canonical, form_of, read_subject, state_of
from schema.values.parse import clean_text
from schema.values.passing import Passing
from schema.values.requests import Step

_MOST = 10**9
_SHOWN = 120
_HEAD = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """What an answer says beside its offers: from which desk, upon which pack, how it was handed in and passed on.

    `upon` is the head of the company's history that this pack was made from.
    """

    desk: str
    pack: int
    upon: str
    submitted: Step | None
    definitions: Mapping[str, str]
    passed: Passing | None = None


def answer_content(facts: AnswerFacts, offers: Iterable[Offer]) -> dict[str, Any]:
    """Return the content of an answer's pack as JSON."""
    submitted = facts.submitted
    step = {"by": submitted.by, "at": submitted.at, "words": submitted.words} if submitted else None
    return {
        "desk": facts.desk,
        "pack": facts.pack,
        "upon": facts.upon,
        "submitted": step,
        "definitions": dict(facts.definitions),
        **({"passed": {"base": dict(passed.base), "now": dict(passed.now)}} if (passed := facts.passed) else {}),
        "changes": [_plain(offer) for offer in offers],
    }


def _plain(offer: Offer) -> dict[str, Any]:
    at = offer.subject
    steps = [
        {"who": s.who, "at": s.at.astimezone(UTC).isoformat(), "reason": s.reason, "state": state_of(at, s.after)}
        for s in offer.steps
    ]
    kind, base = form_of(at).kind, state_of(at, offer.base)
    return {"kind": kind, "subject": canonical(at), "base": base, "steps": steps}


def read_answer(pack: Pack) -> Answer:
    """Read what an answer's pack brings; a single item that does not fit is refused, the others go on.

    PackError merge.not_answer where it is a request, pack.content where the whole has another shape.
    """
    manifest, file = pack.manifest, clean_text(pack.path.name)
    if manifest.kind != "answer":
        raise PackError("merge.not_answer", file=file, report=manifest.report, department=manifest.department)
    read = [_offer(plain) for plain in _list(pack.content, "changes", file)]
    return Answer(
        file=file, sha256=_sha256(pack.path), company=manifest.company, report=manifest.report,
        department=manifest.department, request=manifest.request, person=_name(manifest.person, file),
        desk=_text(pack.content, "desk", file), pack=_number(pack.content, file), number=manifest.number, key=pack.key,
        submitted=_submitted(pack.content, file), definitions=_texts(pack.content, "definitions", file),
        passed=_passed(pack.content, file), upon=_upon(pack.content, file),
        offers=_once(offer for offer in read if isinstance(offer, Offer)),
        refused=tuple(refused for refused in read if isinstance(refused, Refused)), attachments=_attachments(pack),
    )  # fmt: skip


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _attachments(pack: Pack) -> dict[str, Callable[[], bytes]]:
    names = (name.removeprefix(ATTACHMENTS) for name in pack.manifest.members if name.startswith(ATTACHMENTS))

    def reader(name: str) -> Callable[[], bytes]:
        return lambda: pack.attachment(name)

    return {name: reader(name) for name in names}


def _once(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return the offers; of two for one subject the last, as the pack's own order has it."""
    return tuple({offer.subject: offer for offer in offers}.values())


class _Unfit(Exception):
    """An item is none that the program would have written."""


def _offer(plain: Any) -> Offer | Refused:
    said: dict[str, Any] = plain if isinstance(plain, dict) else {}  # pyright: ignore[reportUnknownVariableType]
    text = said.get("subject")
    try:
        subject = _subject(text, said.get("kind"))
        base, steps = read_state(subject, _clean(said.get("base"))), said.get("steps")
        if not isinstance(steps, list):
            raise _Unfit
        return Offer(subject, base, tuple(_step(subject, step) for step in steps))  # pyright: ignore
    except (_Unfit, BadState):
        shown = clean_text(str(text))[:_SHOWN]
        return Refused(shown, Issue("merge.state", "error", facts={"subject": shown}))


def _subject(text: Any, kind: Any) -> Subject:
    subject = read_subject(_clean(kind), _clean(text))
    if subject is None:
        raise _Unfit
    return subject


def _step(subject: Subject, plain: Any) -> OfferStep:
    if not isinstance(plain, dict):
        raise _Unfit
    said: dict[str, Any] = plain  # pyright: ignore[reportUnknownVariableType]
    who, reason, state, written = (_clean(said.get(name)) for name in ("who", "reason", "state", "at"))
    try:
        at = datetime.fromisoformat(written)
        at = at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError) as error:
        raise _Unfit from error
    if at is None or not who:
        raise _Unfit
    return OfferStep(who, at, reason, read_state(subject, state))


def _clean(text: Any) -> str:
    if not isinstance(text, str) or clean_text(text) != text:
        raise _Unfit
    return text


def _unfit(name: str, file: str) -> PackError:
    return PackError("pack.content", file=file, member=CONTENT, subject=name)


def _list(content: Mapping[str, Any], name: str, file: str) -> list[Any]:
    found = content.get(name)
    if not isinstance(found, list):
        raise _unfit(name, file)
    return found  # pyright: ignore[reportUnknownVariableType]


def _text(content: Mapping[str, Any], name: str, file: str) -> str:
    try:
        return _clean(content.get(name))
    except _Unfit:
        raise _unfit(name, file) from None


def _name(person: str, file: str) -> str:
    if not person or clean_text(person) != person:
        raise _unfit("person", file)
    return person


def _number(content: Mapping[str, Any], file: str) -> int:
    number = content.get("pack")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < _MOST:
        raise _unfit("pack", file)
    return number


def _submitted(content: Mapping[str, Any], file: str) -> Step | None:
    plain = content.get("submitted")
    if plain is None:
        return None
    if not isinstance(plain, dict):
        raise _unfit("submitted", file)
    said: dict[str, Any] = plain  # pyright: ignore[reportUnknownVariableType]
    return Step(*(_text(said, name, file) for name in ("by", "at", "words")))


def _passed(content: Mapping[str, Any], file: str) -> Passing | None:
    plain = content.get("passed")
    if plain is None:
        return None
    if not isinstance(plain, dict):
        raise _unfit("passed", file)
    said: dict[str, Any] = plain  # pyright: ignore[reportUnknownVariableType]
    return Passing(_texts(said, "base", file), _texts(said, "now", file))


def _upon(content: Mapping[str, Any], file: str) -> str:
    """Return the head that the answer's pack was made from; earlier programs said none."""
    head = _text(content, "upon", file) if "upon" in content else ""
    if head and not _HEAD.fullmatch(head):
        raise _unfit("upon", file)
    return head


def _texts(content: Mapping[str, Any], name: str, file: str) -> dict[str, str]:
    plain = content.get(name)
    if not isinstance(plain, dict):
        raise _unfit(name, file)
    said: dict[str, Any] = plain  # pyright: ignore[reportUnknownVariableType]
    return {name: _text(said, name, file) for name in said}
