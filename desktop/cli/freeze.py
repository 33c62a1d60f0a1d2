"""annals freeze: the state that a workspace is in now gets a name."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.freeze_lines import freeze_entry
from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.freezes import Naming, freeze
from desktop.work.own_key import keys_folder, own_signer
from desktop.work.requests import Act


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the name, the report that it is of, and why."""
    add_workspace(parser, speaker)
    parser.add_argument("name", metavar="NAME", help=speaker.help("freezename"))
    add_report(parser, speaker)
    parser.add_argument("--reason", default="", help=speaker.help("freezereason"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Freeze, signed by whoever acts."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        act = Act(speaker.who, datetime.now(UTC), arguments.reason)
        naming = Naming(arguments.name, arguments.report)
        frozen = freeze(workspace, naming, act, own_signer(keys_folder(), act.who))
    speaker.say("cli.frozen", name=frozen.name, number=str(frozen.number), head=frozen.head)
    speaker.json({"freeze": freeze_entry(frozen)})
    return 0
