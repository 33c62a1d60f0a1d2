"""annals send: departments' shares as packs, with letters and calendar entries where they are asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written, progress, written_entries
from desktop.work.dispatch import Dispatch, Parcel, Sender, dispatch
from desktop.work.mail_files import is_address
from desktop.work.names import need_report
from desktop.work.own_key import keys_folder, own_signer
from desktop.work.requests import Act
from desktop.work.share_files import Kinds
from schema.catalogue.punctuation import PUNCTUATION


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, the departments, what is made, and where it goes."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    parser.add_argument("--department", nargs="+", default=[], metavar="D", help=speaker.help("senddepartments"))
    parser.add_argument("--excel", action="store_true", help=speaker.help("sendexcel"))
    parser.add_argument("--mail", action="store_true", help=speaker.help("mail"))
    parser.add_argument("--out", required=True, metavar="DIR", type=Path, help=speaker.help("out"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write what is sent and note it down, one department after another."""
    kinds = Kinds(arguments.excel, arguments.mail)
    order = Dispatch(arguments.report, tuple(arguments.department), kinds, arguments.out)
    with speaker.open(arguments.workspace, write=True) as workspace, progress(speaker) as step:
        need_report(workspace.definitions, arguments.report)
        act = Act(speaker.who, datetime.now(UTC))
        sender = Sender(act, own_signer(keys_folder(), act.who), speaker.messages, speaker.today)
        parcels = tuple(dispatch(workspace, order, sender, step))
    files = [file for parcel in parcels for file in parcel.files]
    speaker.json({"sent": [_told(parcel, mail=arguments.mail) for parcel in parcels], "files": written_entries(files)})
    print_written(files, speaker)
    if arguments.mail:
        _warn(parcels, speaker)
    return 0


def _told(parcel: Parcel, *, mail: bool) -> dict[str, object]:
    share = parcel.share
    number = share.request.packs if share.request else 0
    return {
        "report": share.report, "department": share.department, "number": number,
        "people": [person.name for person in parcel.people], "open": share.count("open"),
        "addressed": parcel.addressed if mail else None, "left_out": _left_out(parcel) if mail else [],
    }  # fmt: skip


def _left_out(parcel: Parcel) -> list[dict[str, str]]:
    """Return to whom the letter is not addressed, each with the reason: an address that is none, or none at all."""
    unreached = [person for person in parcel.people if not is_address(person.email)]
    return [
        {"name": person.name, "email": person.email, "reason": "bad_address" if person.email else "no_address"}
        for person in unreached
    ]


def _warn(parcels: Iterable[Parcel], speaker: Speaker) -> None:
    """Say which letters are addressed to nobody, and whom a letter leaves out for a wrong address or none."""
    for parcel in parcels:
        for person in parcel.bad_addresses:
            speaker.say("cli.send.bad_address", name=person.name, email=person.email)
        if parcel.unreached:
            names = PUNCTUATION[speaker.language].series.join(person.name for person in parcel.unreached)
            speaker.say("cli.send.left_out", department=speaker.department(parcel.share.department), names=names)
        if not parcel.addressed:
            speaker.say("cli.send.no_address", department=speaker.department(parcel.share.department))
