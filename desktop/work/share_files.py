"""The files of one department's share: its pack, and the letter and calendar entry that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.work.letters import Writing
from desktop.work.mail_files import EML, ICS, Enclosure, calendar_bytes, letter_bytes
from desktop.work.send import Sending, pack_name, request_pack
from schema.validation.shares import Share


def share_files(share: Share, sending: Sending, writing: Writing, *, mail: bool) -> Iterator[Enclosure]:
    """Yield the files that are made of a share that was asked for, with `mail` a letter that has the others in it."""
    assert share.request is not None
    pack = Enclosure(pack_name(share.report, share.department), request_pack(writing.moment, share.request, sending))
    yield pack
    if not mail:
        return
    name, when = f"{share.report}-{share.department}", sending.act.when
    calendar = Enclosure(name + ICS, calendar_bytes(writing.entries(share), when), "text/calendar")
    yield calendar
    letter = writing.letter(share, pack.name)
    yield Enclosure(name + EML, letter_bytes(letter, (pack, calendar), when), "message/rfc822")
