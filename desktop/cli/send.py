"""annals send: departments' shares as packs, with letters and calendar entries where they are asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written, progress, written_entries
from desktop.work.export import Written
from desktop.work.letters import Writing
from desktop.work.mail_files import Enclosure, is_address
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.own_key import keys_folder, own_signer
from desktop.work.requests import Act
from desktop.work.send import Sending, asked_shares, contacts_of, noted
from desktop.work.share_files import Kinds, share_files
from schema.moment import Moment
from schema.validation.shares import Share
from schema.values.changes import overlay


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, the departments, what is made, and where it goes."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    parser.add_argument("--department", nargs="+", default=[], metavar="D", help=speaker.help("senddepartments"))
    parser.add_argument("--excel", action="store_true", help=speaker.help("sendexcel"))
    parser.add_argument("--mail", action="store_true", help=speaker.help("mail"))
    parser.add_argument("--out", required=True, metavar="DIR", type=Path, help=speaker.help("out"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write what is sent and note it down, one department after another: none counts as sent whose files are not there.

    A pack is made as it stands once it is counted, so that it can be told from an earlier one.
    """
    files: list[Written] = []
    with speaker.open(arguments.workspace, write=True) as workspace, progress(speaker) as step:
        need_report(workspace.definitions, arguments.report)
        chosen = asked_shares(moment_of(workspace), arguments.report, arguments.department)
        act = Act(speaker.who, datetime.now(UTC))
        kinds = Kinds(arguments.excel, arguments.mail)
        sending = Sending(act, own_signer(keys_folder(), act.who), workspace.head, workspace.attachment)
        notes = noted(chosen, act)
        workspace.allow(notes)
        moment = Moment(workspace.definitions, overlay(workspace.snapshot(), notes))
        shares = asked_shares(moment, arguments.report, [share.department for share in chosen])
        for share, note in zip(shares, notes, strict=True):
            step(share.department)
            made = tuple(share_files(share, sending, Writing(moment, speaker.messages, act.who), kinds))
            files += [_write(arguments.out, file) for file in made]
            workspace.apply((note,))
    speaker.json({"sent": [_told(moment, share) for share in shares], "files": written_entries(files)})
    print_written(files, speaker)
    if arguments.mail:
        _warn(moment, shares, speaker)
    return 0


def _write(folder: Path, file: Enclosure) -> Written:
    from exporters.output_files import write_output  # deferred: help needs no lxml

    wanted = folder / file.name
    return Written(write_output(wanted, lambda temporary: _fill(temporary, file.data)), wanted)


def _fill(temporary: Path, data: bytes) -> None:
    temporary.write_bytes(data)


def _told(moment: Moment, share: Share) -> dict[str, object]:
    people = contacts_of(moment.snapshot, share.department)
    number = share.request.packs if share.request else 0
    return {
        "report": share.report, "department": share.department, "number": number,
        "people": [person.name for person in people], "open": share.count("open"),
    }  # fmt: skip


def _warn(moment: Moment, shares: Iterable[Share], speaker: Speaker) -> None:
    """Say which letters are addressed to nobody, and which addresses are left out because no letter gets there."""
    for share in shares:
        contacts = contacts_of(moment.snapshot, share.department)
        for person in contacts:
            if person.email and not is_address(person.email):
                speaker.say("cli.send.bad_address", name=person.name, email=person.email)
        if not any(is_address(person.email) for person in contacts):
            speaker.say("cli.send.no_address", department=share.department)
