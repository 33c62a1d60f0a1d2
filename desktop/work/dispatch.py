"""Departments' shares are sent: files are written, and a share is noted down as sent once its files are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.work.export import Written
from desktop.work.letters import Writing
from desktop.work.mail_files import Enclosure, is_address
from desktop.work.moments import moment_of
from desktop.work.requests import Act
from desktop.work.send import Sending, asked_shares, noted, recipients
from desktop.work.share_files import Kinds, share_files
from schema.exchange.packs.signing import Signer
from schema.grammar.words import Words
from schema.moment import Moment
from schema.validation.shares import Share
from schema.values.changes import Change, overlay
from schema.values.people import Person
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What is sent of a report: shares of departments (all asked where none is named), as which files, where to."""

    report: str
    departments: tuple[str, ...]
    kinds: Kinds
    folder: Path


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends and when, with which key, in which of the program's sentences; by `today` it is told what is late."""

    act: Act
    signer: Signer
    messages: Mapping[str, Words]
    today: date


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was made of one share: the share as it is now, its department's contacts, what was noted, the files."""

    share: Share
    people: tuple[Person, ...]
    note: Change
    files: tuple[Written, ...]

    @property
    def bad_addresses(self) -> tuple[Person, ...]:
        """The contacts whose address is left out of the letter, since none gets there."""
        return tuple(person for person in self.people if person.email and not is_address(person.email))

    @property
    def unreached(self) -> tuple[Person, ...]:
        """The contacts without an address whom a letter leaves out that goes to others."""
        return tuple(person for person in self.people if not person.email) if self.addressed else ()

    @property
    def addressed(self) -> bool:
        """Whether a letter has anybody to go to."""
        return any(is_address(person.email) for person in self.people)


def dispatch(workspace: Workspace, order: Dispatch, sender: Sender, step: Callable[[str], None]) -> Iterator[Parcel]:
    """Write the files of one share after another and yield it; none counts as sent whose files are not there.

    `step` hears each department before its turn and may raise to stop. A pack is made as its share stands once it is
    counted, so that it can be told from an earlier one. RightsError, OutputError, and what `asked_shares` raises.
    """
    act = sender.act
    chosen = asked_shares(moment_of(workspace), order.report, order.departments)
    notes = noted(chosen, act)
    workspace.allow(notes)
    moment = Moment(workspace.definitions, overlay(workspace.snapshot(), notes))
    sending = Sending(act, sender.signer, workspace.head, workspace.attachment, workspace.last_changes)
    shares = asked_shares(moment, order.report, [share.department for share in chosen])
    writing = Writing(moment, sender.messages, act.who, sender.today)
    for share, note in zip(shares, notes, strict=True):
        step(share.department)
        made = tuple(share_files(share, sending, writing, order.kinds))
        files = tuple(_write(order.folder, file) for file in made)
        workspace.apply((note,))
        assert share.request is not None
        yield Parcel(share, recipients(moment.snapshot, share.request), note, files)


def _write(folder: Path, file: Enclosure) -> Written:
    from exporters.output_files import write_output  # deferred: help needs no lxml

    wanted = folder / file.name
    return Written(write_output(wanted, lambda temporary: _fill(temporary, file.data)), wanted)


def _fill(temporary: Path, data: bytes) -> None:
    temporary.write_bytes(data)
