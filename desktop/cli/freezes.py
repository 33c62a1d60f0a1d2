"""annals freezes: the named states of a workspace."""

from __future__ import annotations

import argparse

from desktop.cli.freeze_lines import freeze_entry, freeze_line
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from schema.values.freezes import freezes_of


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace."""
    add_workspace(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each freeze, oldest first."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        freezes = freezes_of(workspace.snapshot())
    for freeze in freezes:
        speaker.write(freeze_line(freeze))
    if not freezes:
        speaker.say("cli.no_freezes")
    speaker.json({"freezes": [freeze_entry(freeze) for freeze in freezes]})
    return 0
