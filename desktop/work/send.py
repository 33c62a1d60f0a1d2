"""Departments' shares as packs: what is noted of the sending, and the bytes that travel."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.work.mail_files import is_address
from desktop.work.people import need_department
from desktop.work.requests import Act
from schema.errors import AnnalsError
from schema.exchange.packs.cut_definitions import Whole, cut_share
from schema.exchange.packs.manifest import SUFFIX, Manifest
from schema.exchange.packs.pack import pack_bytes
from schema.exchange.packs.request_pack import attachments_of, request_content, told_with
from schema.exchange.packs.share_things import share_things
from schema.exchange.packs.signing import Signer
from schema.exchange.request_names import company_name, request_id
from schema.moment import Moment
from schema.validation.shares import Share, shares_of
from schema.values.changes import Change, keep, thing_at
from schema.values.datapoint import LastChange, Snapshot
from schema.values.kept_things import Subject
from schema.values.pack_origin import PackOrigin, origin_of
from schema.values.people import Person, people_of
from schema.values.requests import Request
from schema.values.subject import RequestAt


@dataclass(frozen=True, slots=True)
class Sending:
    """Who sends and when, with which key, out of a history with this `head` (a hash).

    `read` gives attachments, `last` who changed what last.
    """

    act: Act
    signer: Signer
    head: str
    read: Callable[[str], bytes]
    last: Callable[[Collection[Subject]], Mapping[Subject, LastChange]]


def asked_shares(moment: Moment, report: str, departments: Sequence[str]) -> tuple[Share, ...]:
    """Return the shares of a report that were asked for, or those of the departments that are named.

    AnnalsError send.small in a workspace that is a share itself, people.department, request.not_asked, send.nothing.
    """
    if origin_of(moment.snapshot) is not None:
        raise AnnalsError("send.small")
    shares = shares_of(moment.contents(report), moment.definitions)
    asked = {code: share for code, share in shares.items() if share.request is not None}
    named = dict.fromkeys(need_department(name, moment.catalogue) for name in departments)
    for code in named:
        if code not in asked:
            raise AnnalsError("request.not_asked", department=code, report=report, list=", ".join(asked) or "-")
    if not asked:
        raise AnnalsError("send.nothing", report=report)
    return tuple(asked[code] for code in named or sorted(asked))


def noted(shares: Iterable[Share], act: Act) -> tuple[Change, ...]:
    """Return what notes down that shares are sent: a request counts its packs and forms."""
    requests = (share.request for share in shares)
    return tuple(keep(replace(one, sent=act.step, packs=one.packs + 1)) for one in requests if one is not None)


def contacts_of(snapshot: Snapshot, department: str) -> tuple[Person, ...]:
    """Return the contacts of a department by their names."""
    return tuple(p for p in people_of(snapshot) if p.department == department and p.role == "contact")


def recipients(snapshot: Snapshot, request: Request) -> tuple[Person, ...]:
    """Return to whom a request is addressed: whom it was passed on to before all, with whom some items were; else
    every contact of the department."""
    contacts, passed = contacts_of(snapshot, request.department), request.persons
    chosen = tuple(person for person in contacts if person.name in passed.values())
    if not any(person.name == request.person for person in chosen):
        return contacts
    return tuple(sorted(chosen, key=lambda person: person.name != request.person))


def reached(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return whom of these a letter gets to; all of them where none has an address: somebody hands it over."""
    return tuple(person for person in people if is_address(person.email)) or people


def addressee(snapshot: Snapshot, request: Request) -> Person | None:
    """Return the one in whose name a pack is filled in: whom it was passed on to, else the first whom a letter gets to.

    None where the department has no contact.
    """
    people = recipients(snapshot, request)
    passed = (person for person in people if person.name == request.person)
    return next(iter((*passed, *reached(people))), None)


def filled_in_by_several(snapshot: Snapshot, origin: PackOrigin) -> bool:
    """Whether the share of a small workspace is addressed to more than one, so that it is to be asked who is there."""
    request = thing_at(snapshot, RequestAt(origin.report, origin.department))
    return request is not None and len(recipients(snapshot, request)) > 1


def pack_name(report: str, department: str) -> str:
    """Return the file name of a request's pack."""
    return f"{report}-{department}{SUFFIX}"


def request_pack(moment: Moment, request: Request, sending: Sending) -> bytes:
    """Return a request's pack: this department's items with all that is needed for them, signed by whoever sends.

    It is addressed to the `addressee`, to the department where it has none.
    """
    whole = Whole(moment.definitions, moment.snapshot, moment.contents)
    share = cut_share(whole, request.report, request.department)
    things = share_things(whole, share, request)
    person = addressee(moment.snapshot, request)
    company = company_name(moment.catalogue)
    manifest = Manifest(
        kind="request", company=company, report=request.report, department=request.department,
        person=person.name if person else request.department, number=request.packs,
        request=request_id(company, request), made=sending.act.at, base=sending.head, members={},
    )  # fmt: skip
    attachments = {facts.hash: sending.read(facts.hash) for facts in attachments_of(things)}
    mails = {person.name: person.email for person in people_of(moment.snapshot)}
    sender = {"sender": sending.act.who, "mail": mails.get(sending.act.who, "")}
    content = {**request_content(share, things, sending.last(told_with(things))), **sender}
    return pack_bytes(manifest, content, attachments, sending.signer)
