"""annals copy: a workspace to another place, file or database, with all its history."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from schema.grammar.location import location_of


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take where it goes."""
    add_workspace(parser, speaker)
    parser.add_argument("to", metavar="TO", type=location_of, help=speaker.help("copyto"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Copy it, and say how its history ends on both sides."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        workspace.copy(arguments.to)
    with speaker.open(arguments.to, write=False) as copied:
        number, head = copied.replay.number, copied.head
    speaker.say("cli.copied", file=str(arguments.workspace), to=str(arguments.to), count=str(number), head=head)
    speaker.json({"from": str(arguments.workspace), "to": str(arguments.to), "number": number, "head": head})
    return 0
