"""annals verify: whether file and history are intact."""

from __future__ import annotations

import argparse

from desktop.cli.issue_lines import issue_entry, print_issues
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace."""
    add_workspace(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Check the file, the history's chain, and the values against it; 1 where anything is wrong."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        issues, catalogue, entries = workspace.verify(), workspace.definitions.catalogue, len(workspace.history())
    if issues:
        print_issues(issues, catalogue, speaker)
    else:
        speaker.say("cli.verified", file=str(arguments.workspace), count=str(entries))
    found = [issue_entry(issue, catalogue, speaker) for issue in issues]
    speaker.json({"intact": not issues, "entries": entries, "issues": found})
    return int(bool(issues))
