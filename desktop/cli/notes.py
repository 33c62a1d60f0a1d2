"""annals notes: the notes of before that nobody has sorted, and what each becomes: footnote, note or both."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.old_notes import BECOMES, chosen, old_notes, sort_notes
from desktop.work.remark import Reason
from schema.errors import AnnalsError


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take what the notes become, and of which values."""
    add_workspace(parser, speaker)
    parser.add_argument("references", metavar="REF", nargs="*", help=speaker.help("notesof"))
    parser.add_argument("--to", choices=list(BECOMES), default="", help=speaker.help("notesto"))
    parser.add_argument("--all", action="store_true", help=speaker.help("notesall"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List the notes, or sort those that are named."""
    if not arguments.to:
        if arguments.references or arguments.all:
            raise AnnalsError("notes.asks")
        return _list(arguments, speaker)
    if bool(arguments.references) == arguments.all:
        raise AnnalsError("notes.asks")
    with speaker.open(arguments.workspace, write=True) as workspace:
        moment = moment_of(workspace)
        choice = chosen(moment, arguments.references, arguments.to)
        workspace.apply(sort_notes(moment, choice, Reason("", speaker.who, datetime.now(UTC))))
        left = len(old_notes(moment_of(workspace)))
    if arguments.json:
        speaker.json({"sorted": [key.canonical() for key in choice], "left": left})
    else:
        speaker.say("cli.notes_sorted", count=str(len(choice)), left=str(left))
    return 0


def _list(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=False) as workspace:
        points = [old.point for old in old_notes(moment_of(workspace))]
    if arguments.json:
        speaker.json(
            {"notes": [{"subject": p.key.canonical(), "note": p.note, "footnote": p.footnote} for p in points]}
        )
        return 0
    for point in points:
        speaker.write(f"{point.key.canonical()}\t{point.note}")
    speaker.say("cli.notes_left", count=str(len(points)))
    return 0
