"""annals restore: a workspace made of a backup, in a new place."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.parser import file_path
from desktop.cli.speaker import Speaker
from schema.place import place_of


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the backup and the new place."""
    parser.add_argument("backup", metavar="BACKUP", type=Path, help=speaker.help("restorebackup"))
    parser.add_argument("--to", type=file_path(speaker), required=True, help=speaker.help("restoreto"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Check the backup and write it."""
    place_of(arguments.to).put_back(arguments.backup)
    with speaker.open(arguments.to, write=False) as workspace:
        head, number = workspace.head, workspace.replay.number
    speaker.say("cli.restored", file=str(arguments.to), number=str(number), head=head)
    speaker.json({"file": str(arguments.to), "number": number, "head": head})
    return 0
