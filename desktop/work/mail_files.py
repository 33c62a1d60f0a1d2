"""Letters and calendar entries as files that any program for them opens; nothing here is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from schema.values.people import Person

EML, ICS = ".eml", ".ics"
_LONGEST = 75  # octets of a line in a calendar (RFC 5545)
_SPECIAL = re.compile(r"([\\;,])")
# An address is atoms parted by single points, at labels parted by points (RFC 5321), letters of any script (RFC 6531).
_ATOM, _LABEL = r"[\w!#$%&'*+/=?^`{|}~-]+", r"[^\W_](?:(?:[^\W_]|-)*[^\W_])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")
_LONGEST_LOCAL, _LONGEST_ADDRESS = 64, 254  # octets (RFC 5321)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a letter; `type` is its media type."""

    name: str
    data: bytes
    type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written to some people; those without an address that can be written to are left out of the head."""

    to: tuple[Person, ...]
    sender: Person
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is due on a day: `uid` names it for ever, so that a later `sequence` replaces it."""

    uid: str
    sequence: int
    day: date
    title: str
    text: str


def is_address(text: str) -> bool:
    """Whether a letter can be addressed to this; letters of any script may stand in it."""
    local, _, _ = text.partition("@")
    short = len(local.encode()) <= _LONGEST_LOCAL and len(text.encode()) <= _LONGEST_ADDRESS
    return short and _ADDRESS.fullmatch(text) is not None


def letter_bytes(letter: Letter, enclosures: Iterable[Enclosure], when: datetime) -> bytes:
    """Return a letter with files in it, as a draft in which only the button has to be pressed."""
    people = [person for person in (*letter.to, letter.sender) if is_address(person.email)]
    message = EmailMessage(policy=SMTP.clone(utf8=not all(person.email.isascii() for person in people)))
    message["Subject"] = letter.subject
    if letter.sender in people:
        message["From"] = _address(letter.sender)
    if to := [_address(person) for person in letter.to if person in people]:
        message["To"] = to
    message["Date"] = when.astimezone(UTC)
    message["X-Unsent"] = "1"  # by this Outlook opens it for writing
    message.set_content(letter.text, cte="base64")
    for enclosure in enclosures:
        kind, _, subtype = enclosure.type.partition("/")
        message.add_attachment(enclosure.data, maintype=kind, subtype=subtype, filename=enclosure.name)
    return message.as_bytes()


def _address(person: Person) -> Address:
    local, _, domain = person.email.rpartition("@")
    return Address(person.name, local, domain)  # an address in one piece is taken in ASCII only


def calendar_bytes(entries: Iterable[Entry], when: datetime) -> bytes:
    """Return a calendar with a whole day for each entry, and a reminder two days before (RFC 5545)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Annals//Annals//EN", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += _event(entry, when.astimezone(UTC))
    return "".join(f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in _folded(line)).encode()


def _event(entry: Entry, when: datetime) -> list[str]:
    title = _escaped(entry.title)
    return [
        "BEGIN:VEVENT", f"UID:{entry.uid}@annals", f"SEQUENCE:{entry.sequence}", f"DTSTAMP:{when:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}", f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{title}", f"DESCRIPTION:{_escaped(entry.text)}", "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}", "TRIGGER:-P2D", "END:VALARM", "END:VEVENT",
    ]  # fmt: skip


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, no character parted; each further one begins with a blank."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _LONGEST:
            yield piece
            piece = " "
        piece += character
    yield piece
