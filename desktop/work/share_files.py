"""The files of one department's share: its pack or Excel form, and the letter and calendar entry that go with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.work.forms import Addressed, form_bytes, form_name
from desktop.work.letters import Writing, letter_language
from desktop.work.mail_files import EML, ICS, Enclosure, calendar_bytes, letter_bytes
from desktop.work.send import Sending, pack_name, recipients, request_pack
from schema.moment import Moment
from schema.validation.shares import Share


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which files are made of a share: a form in place of a pack, and letters."""

    excel: bool = False
    mail: bool = False


def share_files(share: Share, sending: Sending, writing: Writing, kinds: Kinds) -> Iterator[Enclosure]:
    """Yield the files that are made of a share that was asked for; a letter has the others in it."""
    sent = _sent(share, sending, writing, excel=kinds.excel)
    yield sent
    if not kinds.mail:
        return
    name, when = f"{share.report}-{share.department}", sending.act.when
    calendar = Enclosure(name + ICS, calendar_bytes(writing.entries(share), when), "text/calendar")
    yield calendar
    letter = writing.letter(share, sent.name)
    yield Enclosure(name + EML, letter_bytes(letter, (sent, calendar), when), "message/rfc822")


def _sent(share: Share, sending: Sending, writing: Writing, *, excel: bool) -> Enclosure:
    assert share.request is not None
    moment = writing.moment
    if excel:
        data = form_bytes(moment, share, addressed(moment, share), sending.act)
        return Enclosure(form_name(share.report, share.department), data, _WORKBOOK)
    return Enclosure(pack_name(share.report, share.department), request_pack(moment, share.request, sending))


_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def addressed(moment: Moment, share: Share) -> Addressed:
    """Return to whom a share's form is addressed: its one contact; of several, or none, it asks for the name."""
    assert share.request is not None
    people = recipients(moment.snapshot, share.request)
    return Addressed(people[0].name if len(people) == 1 else "", letter_language(moment, share))
