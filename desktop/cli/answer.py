"""annals answer: from a small workspace the pack that goes back."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.outgoing_answer import write_answer
from desktop.work.own_key import keys_folder, own_signer
from desktop.work.requests import Act


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the folder that the pack is written into."""
    add_workspace(parser, speaker)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=speaker.help("out"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write the pack; 1 where the share is not handed in, so that it is only a part."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        who = workspace.author.who
        act = Act(who, datetime.now(UTC))
        written = write_answer(workspace, arguments.out, act, own_signer(keys_folder(), who))
    made, target = written.made, written.pack
    speaker.json(
        {"file": str(target), "number": made.number, "items": made.items, "partial": made.partial, "by": who}
    )  # fmt: skip
    speaker.say("cli.answer_written", file=str(target), count=str(made.items))
    if made.partial:
        speaker.say("cli.answer_partial")
    return int(made.partial)
