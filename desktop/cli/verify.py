"""annals verify: whether file and history are intact."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.issue_lines import issue_entry, print_issues
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.verified import Witnesses, verified
from desktop.work.witnesses import Named, heads_folder


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace, and what somebody has of it elsewhere: packs, answers, a noted head."""
    add_workspace(parser, speaker)
    parser.add_argument("packs", metavar="FILE", nargs="*", type=Path, help=speaker.help("verifypacks"))
    parser.add_argument("--head", default="", metavar="HASH", help=speaker.help("verifyhead"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Check the file, the history's chain, the values against it, and what others know of it; 1 where it is wrong."""
    named = Named(arguments.head.strip().lower(), tuple(arguments.packs))
    witnesses = Witnesses(heads_folder(), lambda path: speaker.open(path, write=False), named)
    with speaker.open(arguments.workspace, write=False) as workspace:
        found, catalogue = verified(workspace, witnesses), workspace.definitions.catalogue
    if found.issues:
        print_issues(found.issues, catalogue, speaker)
    if not found.is_wrong:
        speaker.say("cli.verified", file=str(arguments.workspace), count=str(found.entries))
    entries = [issue_entry(issue, catalogue, speaker) for issue in found.issues]
    speaker.json({"intact": not found.is_wrong, "entries": found.entries, "issues": entries})
    return int(found.is_wrong)
