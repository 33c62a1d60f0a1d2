"""What is kept of requests and of approvals."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from schema.catalogue.outline import Definitions
from schema.values import subject as subjects
from schema.values.kept_form import Column, Form, Kept, nobody
from schema.values.passing import Persons
from schema.values.places import MorePlace
from schema.values.requests import Approval, ItemNote, Request, Step
from schema.values.subject import ApprovalAt, RequestAt

Plain = dict[str, dict[str, str]]
_STEPS = ("asked", "sent", "received", "submitted", "returned")


def plain_step(step: Step) -> dict[str, str]:
    words = {"words": step.words} if step.words else {}
    return {"by": step.by, "at": step.at, **words}


def read_step(plain: Mapping[str, str] | None) -> Step | None:
    return Step(plain.get("by", ""), plain.get("at", ""), plain.get("words", "")) if plain else None


def _plain_note(note: ItemNote) -> dict[str, str]:
    returned = plain_step(note.returned) if note.returned else {}
    said = {"guidance": note.guidance, "due": note.due, "person": note.person, **returned}
    return {name: text for name, text in said.items() if text or name in returned}


def _note(plain: Mapping[str, str]) -> ItemNote:
    returned = read_step(plain) if "by" in plain else None
    return ItemNote(plain.get("guidance", ""), plain.get("due", ""), returned, plain.get("person", ""))


def _request(at: RequestAt, due: str, guidance: str, there: int, *more: Any) -> Request:
    steps: Plain
    items: Plain
    steps, items, packs, person = more
    known = {name: read_step(steps.get(name)) for name in _STEPS}
    asked = known.pop("asked") or Step("", "")
    notes = {subject: _note(plain) for subject, plain in items.items()}
    return Request(
        at.report, at.department, due, guidance, asked, there, items=notes, packs=packs, person=person, **known
    )


def _asked(request: Request) -> tuple[Any, ...]:
    steps = {name: plain_step(step) for name in _STEPS if (step := getattr(request, name)) is not None}
    items = {subject: _plain_note(note) for subject, note in request.items.items() if note}
    return request.due, request.guidance, request.there, steps, items, request.packs, request.person


def given_persons(state: str) -> Persons:
    """Return to whom a request is passed on, as history keeps it."""
    request: Request | None = REQUESTS.thing_of(RequestAt("", ""), state)
    return request.persons if request else {}


def _settled(request: Request) -> Request:
    return _request(RequestAt(request.report, request.department), *_asked(request))


def _department(at: RequestAt, definitions: Definitions) -> str:
    del definitions
    return at.department


def _approval(at: ApprovalAt, *columns: Any) -> Approval:
    return Approval(at.report, at.subject, *columns)


REQUESTS = Kept(
    form=Form(
        "request", RequestAt, subjects.write_request, subjects.read_request, subjects.write_request,
        subjects.read_request, "subject.request", _department,
    ),
    thing=Request,
    table="request",
    identity=(Column("report"), Column("department")),
    columns=(
        Column("due"), Column("guidance"), Column("there", "whole"), Column("steps", "fields"),
        Column("items", "fields"), Column("packs", "whole", later=True), Column("person", later=True),
    ),
    order=("report", "department"),
    located=RequestAt,
    address=attrgetter("report", "department"),
    subject=lambda request: RequestAt(request.report, request.department),
    made=_request,
    values=_asked,
    place=MorePlace("requests"),
    settled=_settled,
)  # fmt: skip

APPROVALS = Kept(
    form=Form(
        "approval", ApprovalAt, subjects.write_approval, subjects.read_approval, subjects.write_approval,
        subjects.read_approval, "subject.approval", nobody,
    ),
    thing=Approval,
    table="approval",
    identity=(Column("report"), Column("subject")),
    columns=(Column("content"), Column("who"), Column("at"), Column("remark"), Column("quoted")),
    order=("report", "subject"),
    located=ApprovalAt,
    address=attrgetter("report", "subject"),
    subject=lambda approval: ApprovalAt(approval.report, approval.subject),
    made=_approval,
    values=attrgetter("content", "who", "at", "remark", "quoted"),
    place=MorePlace("approvals"),
)  # fmt: skip
